/**
 * The base map of the world: an SVG with the elements `#land` and `#borders`, drawn in a page by `<use>` and so in the
 * page's own colours. Points on it are in units of its view box.
 */
export const worldMap = { address: "/world.svg", width: 2000, height: 890 } as const;

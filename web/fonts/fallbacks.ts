export const fallbacks = ``;

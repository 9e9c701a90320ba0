import { worldMap } from "@interurban/contract/world-map";
import { escapeHtml } from "../head.tsx";
import { useAddress } from "../ui/address.ts";
import { useWords } from "../words.ts";
import type { MapPoint } from "./places.data.ts";
import { placeHref } from "./towns.ts";

/** Size of a point by its number of practices; the style sheet says how large each is, in pixels of the screen. */
function sizeOf(count: number): string {
	if (count >= 10) return "point point-4";
	if (count >= 4) return "point point-3";
	return count >= 2 ? "point point-2" : "point point-1";
}

/**
 * The world with a point for each town, each a link. What it shows has to stand on the page, or on the one after it, as a
 * list too: `after` is the id of what comes behind the map, so that nobody has to pass through all the points.
 */
export function WorldMap(props: {
	points: readonly MapPoint[];
	label: string;
	after: string;
	/** Shows the part of the world around the points only. */
	close?: boolean;
}) {
	const t = useWords();
	const address = useAddress();
	// As text rather than elements: hundreds of points need no life of their own in the browser.
	const draw = (point: MapPoint) => {
		const count = t("places.practice_count", { count: point.practiceCount });
		const where = t("ui.town", { place: point.name, country: point.countryName });
		const title = escapeHtml(`${where}: ${count}`);
		const href = escapeHtml(address(placeHref(point)));
		return `<a href="${href}"><title>${title}</title><path class="${sizeOf(point.practiceCount)}" d="${dot(point.mapX, point.mapY)}"/></a>`;
	};
	return (
		<section class="world-map" aria-label={props.label}>
			<a class="skip-map" href={`#${props.after}`}>
				{t("places.map_skip")}
			</a>
			{/* biome-ignore lint/a11y/noSvgWithoutTitle: the section has the label, and each point its own title */}
			<svg viewBox={props.close ? windowOf(props.points) : whole}>
				<BaseMap />
				<g innerHTML={props.points.map(draw).join("")} />
			</svg>
		</section>
	);
}

/** Where one town lies. */
export function LocatorMap(props: { x: number; y: number; label: string }) {
	return (
		<div class="world-map locator-map">
			<svg viewBox={windowOf([{ mapX: props.x, mapY: props.y }])} role="img" aria-label={props.label}>
				<BaseMap />
				<path class="point point-3" d={dot(props.x, props.y)} />
			</svg>
		</div>
	);
}

/** A line too short to see but for its round ends. */
const dot = (x: number, y: number) => `M${x} ${y}h.01`;

function BaseMap() {
	return (
		<>
			<use class="land" href={`${worldMap.address}#land`} />
			<use class="borders" href={`${worldMap.address}#borders`} />
		</>
	);
}

const { width, height } = worldMap;
const whole = `0 0 ${width} ${height}`;

/** The view box around points: at least a fifth of the world wide, and of the map's own proportions. */
function windowOf(points: readonly { mapX: number; mapY: number }[]): string {
	const xs = points.map((point) => point.mapX);
	const ys = points.map((point) => point.mapY);
	const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
	const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
	const w = Math.min(width, Math.max(width / 5, spread(xs) * 1.4, (spread(ys) * 1.4 * width) / height));
	const h = (w * height) / width;
	const clamp = (at: number, most: number) => Math.round(Math.min(Math.max(at, 0), most));
	const x = clamp(middle(xs) - w / 2, width - w);
	const y = clamp(middle(ys) - h / 2, height - h);
	return `${x} ${y} ${Math.round(w)} ${Math.round(h)}`;
}

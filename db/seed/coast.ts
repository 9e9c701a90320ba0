import { createRequire } from "node:module";
import { mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

const require = createRequire(import.meta.url);

/** How far from the sea a town still is a coastal one. */
const reach = 30;
const kilometresPerDegree = 111.2;
/** Between two points of a coastline, in degrees: fine enough not to miss a town at its reach. */
const step = 0.05;

type Point = readonly [longitude: number, latitude: number];

/**
 * Tells for points, in degrees of WGS 84, whether the sea is at most 30 km away: the ocean with its estuaries, or the Caspian, after the
 * coastlines of Natural Earth at 1 : 50,000,000 (public domain). What is read for it takes some 20 MB while the function
 * lives.
 */
export function readCoast(): (latitude: number, longitude: number) => boolean {
	const world = require("world-atlas/land-50m.json") as Topology<{ land: GeometryCollection }>;
	delete require.cache[require.resolve("world-atlas/land-50m.json")];
	const cells = new Map<number, Point[]>();
	for (const line of mesh(world, world.objects.land).coordinates)
		for (const point of densified(line as unknown as Point[])) {
			const cell = cellOf(point);
			const points = cells.get(cell);
			if (points) points.push(point);
			else cells.set(cell, [point]);
		}
	return (latitude, longitude) => {
		const perDegree = kilometresPerDegree * Math.cos((latitude * Math.PI) / 180);
		const isNear = ([x, y]: Point) =>
			Math.hypot((x - longitude) * perDegree, (y - latitude) * kilometresPerDegree) <= reach;
		const wide = Math.ceil(reach / Math.max(perDegree, 1));
		for (let y = latitude - 1; y <= latitude + 1; y++)
			for (let x = longitude - wide; x <= longitude + wide; x++)
				if (cells.get(cellOf([x, y]))?.some(isNear)) return true;
		return false;
	};
}

/** The square degree that a point lies in, as one number. */
const cellOf = ([longitude, latitude]: Point): number => Math.floor(latitude) * 1000 + Math.floor(longitude);

function* densified(line: readonly Point[]): Generator<Point> {
	for (const [index, [x, y]] of line.entries()) {
		const next = line[index + 1] ?? [x, y];
		// A line that goes on at the other edge of the map does not lead across it.
		const [toX, toY] = Math.abs(next[0] - x) > 180 ? [x, y] : next;
		const steps = Math.max(1, Math.ceil(Math.hypot(toX - x, toY - y) / step));
		for (let at = 0; at < steps; at++) yield [x + ((toX - x) * at) / steps, y + ((toY - y) * at) / steps];
	}
}

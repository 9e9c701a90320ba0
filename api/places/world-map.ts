import { createRequire } from "node:module";
import { worldMap } from "@interurban/contract/world-map";
import { type GeoPermissibleObjects, geoEqualEarth, geoPath } from "d3-geo";
import type { FastifyInstance } from "fastify";
import { merge, mesh } from "topojson-client";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import { makeLasting } from "../lasting.ts";

const require = createRequire(import.meta.url);
const { width, height } = worldMap;

/** An equal-area view of the world, turned so that the Bering Strait and not Chukotka is at the edge. */
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(width, { type: "Sphere" });

/** Where a point lies on the base map, in units of its view box. */
export function project(latitude: number, longitude: number): { x: number; y: number } {
	const [x, y] = projection([longitude, latitude]) ?? [0, 0];
	return { x: Math.round(x), y: Math.round(y) };
}

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** The outlines of land without Antarctica, and the borders between countries, from Natural Earth (public domain). */
function drawWorldMap(): string {
	const world = require("world-atlas/countries-110m.json") as Countries;
	const { countries } = world.objects;
	const shown = countries.geometries.filter(
		({ properties }) => !properties || !("name" in properties) || properties.name !== "Antarctica",
	);
	const land = merge(world, shown as (Polygon | MultiPolygon)[]);
	const borders = mesh(world, countries, (one, other) => one !== other);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
		`<path id="land" d="${drawPath(land)}"/><path id="borders" fill="none" d="${drawPath(borders)}"/>`,
		"</svg>",
	].join("");
}

/** A path in whole units and steps from point to point, which is half as long as d3's own. */
function drawPath(shape: GeoPermissibleObjects): string {
	let path = "";
	let [atX, atY] = [0, 0];
	const pen = {
		moveTo(x: number, y: number) {
			[atX, atY] = [Math.round(x), Math.round(y)];
			path += `M${atX} ${atY}l`;
		},
		lineTo(x: number, y: number) {
			const [dx, dy] = [Math.round(x) - atX, Math.round(y) - atY];
			if (!dx && !dy) return;
			[atX, atY] = [atX + dx, atY + dy];
			path += `${dx < 0 || path.endsWith("l") ? "" : " "}${dx}${dy < 0 ? "" : " "}${dy}`;
		},
		closePath() {
			path += "z";
		},
		beginPath: () => undefined,
		arc: () => undefined,
	};
	geoPath(projection, pen)(shape);
	return path.replace(/M-?\d+ -?\d+l(?=z|M|$)z?/g, "");
}

/** Serves the base map; it is drawn when it is first asked for. */
export function serveWorldMap(app: FastifyInstance): void {
	const map = makeLasting(drawWorldMap);
	app.get(worldMap.address, (request, reply) =>
		map(request, reply.type("image/svg+xml").header("cache-control", "public, max-age=604800")),
	);
}

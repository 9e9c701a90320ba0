import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Climate, climates } from "@interurban/contract/vocabulary";

type Box = { climate: Climate; south: number; north: number; west: number; east: number };

const root = dirname(createRequire(import.meta.url).resolve("@interurban/db/package.json"));

/** The table of climates as it is written; see its head for what the classes mean. */
export const climateTable: string = readFileSync(join(root, "seed/data/climates.txt"), "utf8");

/** The last first, for the last that holds a point decides. */
const boxes: readonly Box[] = climateTable
	.split("\n")
	.filter((line) => line.trim() !== "" && !line.startsWith("#"))
	.map(readBox)
	.reverse();

function readBox(line: string): Box {
	const [climate, ...figures] = line.split(/\s+/, 5) as [Climate, string, string, string, string];
	const [south, north, west, east] = figures.map(Number) as [number, number, number, number];
	if (!climates.includes(climate) || !(south < north && west < east))
		throw new Error(`climates.txt cannot be read: ${line}`);
	return { climate, south, north, west, east };
}

/** The climate of a point, in degrees of WGS 84. */
export function climateAt(latitude: number, longitude: number): Climate {
	const box = boxes.find(
		({ south, north, west, east }) =>
			latitude >= south && latitude <= north && longitude >= west && longitude <= east,
	);
	if (!box) throw new RangeError(`${latitude}, ${longitude} is nowhere on Earth`);
	return box.climate;
}

import { fail } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import sharp from "sharp";

/** No other decoder can be reached, whatever a file pretends to be. */
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });

const mostPixels = limits.files.megapixels * 1e6;
/** Pixels; WebP itself ends at 16,383. */
const most = { width: 2000, height: 10_000 };

/** Decoding takes 100 MB at the most: one picture at a time does. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a picture anew as WebP: upright, at most 2000 pixels wide, without any metadata such as the place where it was
 * taken.
 */
export function makePicture(bytes: Buffer): Promise<{ bytes: Buffer; width: number; height: number }> {
	const made = last.then(() => encode(bytes));
	last = made.catch(() => {});
	return made;
}

async function encode(bytes: Buffer) {
	const source = await sharp(bytes, { limitInputPixels: false })
		.metadata()
		.catch(() => fail("files.damaged", { field: "file" }));
	if (source.width * source.height > mostPixels)
		fail("files.too_many_pixels", { field: "file", args: { max: limits.files.megapixels } });
	const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels })
		.timeout({ seconds: 20 })
		.autoOrient()
		.resize({ ...most, fit: "inside", withoutEnlargement: true })
		.webp({ quality: 85, smartSubsample: true })
		.toBuffer({ resolveWithObject: true })
		.catch(() => fail("files.damaged", { field: "file" }));
	return { bytes: data, width: info.width, height: info.height };
}

declare module "subset-font" {
	/** Cuts a font down to the characters of a text; `variationAxes` pins or narrows the axes of a variable font. */
	export default function subsetFont(
		font: Uint8Array,
		text: string,
		options: {
			targetFormat: "woff2";
			noHinting?: boolean;
			keepFeatures?: string[];
			variationAxes?: Record<string, number | { min: number; max: number }>;
		},
	): Promise<Uint8Array>;
}

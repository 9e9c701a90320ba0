/** What our patch lets us import. */
declare module "eld/ngrams/small" {
	export const ngramsData: {
		languages: Record<string, string>;
		ngrams: Record<string, Record<string, number>>;
	};
}

declare module "eld/detector" {
	export function createEld(): {
		instance: { detect(text: string): { language: string; isReliable(): boolean } };
		loadData(data: {
			type: string;
			languages: Record<number, string>;
			ngrams: Record<string, Record<number, number> | undefined>;
		}): string;
	};
}

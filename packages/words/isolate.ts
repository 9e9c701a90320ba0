/** Hebrew, Arabic and the scripts beside them. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const foreignToArabic = /[^\u0600-\u06FF\s]/;
const isolated = /^\u2068[^\u2069]*\u2069$/;

const isolate = (value: unknown, foreign: RegExp): unknown =>
	typeof value === "string" && foreign.test(value) && !isolated.test(value) ? `\u2068${value}\u2069` : value;

/** Keeps what is put into our words from turning them: invisible signs around whatever may run from right to left. */
export const isolateInLtr = (value: unknown) => isolate(value, rightToLeft);

/** The same in words that run from right to left. */
export const isolateInRtl = (value: unknown) => isolate(value, foreignToArabic);

export * from "./challenges.ts";
export * from "./files.ts";
export * from "./people.ts";
export * from "./places.ts";
export * from "./practices.ts";
export * from "./search.ts";
export * from "./threads.ts";
export * from "./topics.ts";

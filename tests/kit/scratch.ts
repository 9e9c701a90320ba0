import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The project's folder. */
export const root = dirname(
	dirname(createRequire(import.meta.url).resolve("@interurban/tests/package.json")),
);

/** Where tests leave what they make; git does not look there. */
export const scratch = join(root, ".tmp");

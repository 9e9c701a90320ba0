// npm start: from a fresh copy to a running network.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, install, root } from "./bootstrap.mjs";

await install();
await build();
process.env.NODE_ENV ||= "production";
// In this very process, so that signals and the exit code are the service's own.
await import(pathToFileURL(join(root, "api/dist/main.js")).href);

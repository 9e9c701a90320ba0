// npm test: installs what is needed and runs every test, or those that the arguments name.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, install, root, runNode } from "./bootstrap.mjs";

const unfinished = () => process.stdout.write("\n0 passed, 1 failed\n");
process.on("exit", unfinished); // until there is more to say

await install();
await build();

const scratch = join(root, ".tmp", `run-${process.pid}`);
const reportFile = join(scratch, "report.json");
mkdirSync(join(scratch, "tmp"), { recursive: true });

const code = await runNode(
	[
		join(root, "node_modules/vitest/vitest.mjs"),
		"run",
		...["--config", "tests/vitest.config.ts", "--root", "."],
		...["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`],
		...process.argv.slice(2),
	],
	{ env: { ...process.env, NODE_ENV: "test", TMPDIR: join(scratch, "tmp") } },
);
process.off("exit", unfinished);
const line = summary();
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`\n${line}\n`);
process.exit(code);

/** The closing line. A file that could not even be loaded, or an error outside of any test, counts as one failure. */
function summary() {
	let passed = 0;
	let failed = 0;
	let skipped = 0;
	try {
		const report = JSON.parse(readFileSync(reportFile, "utf8"));
		passed = report.numPassedTests;
		failed = report.numFailedTests;
		skipped = report.numPendingTests + report.numTodoTests;
		failed += report.testResults.filter(
			(file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
		).length;
	} catch {
		// no report: vitest itself failed
	}
	if (code !== 0 && failed === 0) failed = 1;
	return [`${passed} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : [])].join(", ");
}

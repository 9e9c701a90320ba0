import { parseArgs } from "node:util";
import { giveUp, loadEnv, reasonOf, withDatabase } from "./command.ts";
import { showProgress } from "./progress.ts";
import { beginRebuild, rebuild } from "./search/search.rebuild.ts";

const usage = `Makes everything findable again from what is published: adds what is missing and removes what should not be there.

  npm run reindex

May be run beside the service: everything stays findable, and what members change meanwhile holds. One that was cut off goes
on where it ended when it is run again.`;

try {
	const { values } = parseArgs({ options: { help: { type: "boolean", default: false } } });
	if (values.help) {
		console.log(usage);
		process.exit(0);
	}
} catch (error) {
	giveUp(`${(error as Error).message}\n\n${usage}`);
}

try {
	await withDatabase(loadEnv(), async (db) => {
		const begun = await beginRebuild(db, { again: true });
		if (!begun) throw new Error("there is nothing to index");
		if (begun.resumed) console.log("Going on where the last one was cut off.");
		const bar = showProgress("Indexing", begun.total);
		let shown = 0;
		const { done } = await rebuild(db, {
			onProgress: (progress) => {
				bar.add(progress.done - shown);
				shown = progress.done;
			},
		});
		bar.stop();
		console.log(`Everything is indexed: ${done} things can be found.`);
	});
} catch (error) {
	giveUp(reasonOf(error));
}

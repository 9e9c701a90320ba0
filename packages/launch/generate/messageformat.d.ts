declare module "@messageformat/core/compile-module.js" {
	import type MessageFormat from "@messageformat/core";

	/** The source of an ES module whose default export holds the compiled messages. */
	export default function compileModule(
		formatter: InstanceType<typeof MessageFormat.default>,
		messages: Record<string, string>,
	): string;
}

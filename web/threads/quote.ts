/** What is selected inside an element, or nothing. */
export function selectionWithin(element: Element): string {
	const selection = window.getSelection();
	if (!selection || selection.isCollapsed || !selection.anchorNode || !selection.focusNode) return "";
	const isInside = element.contains(selection.anchorNode) && element.contains(selection.focusNode);
	return isInside ? selection.toString().trim() : "";
}

/**
 * A quotation in Markdown: who said it, with a link to where, and the words. What the quoted post itself quotes is left
 * out.
 * @param path of the post, below the language prefix: every reader comes there in their own language
 */
export function quotationOf(name: string, path: string, text: string): string {
	const words = text
		.split("\n")
		.filter((line) => !line.startsWith(">"))
		.join("\n")
		.trim()
		.replace(/\n{3,}/g, "\n\n");
	const plainName = name.replace(/[\\[\]*_`<>]/g, "\\$&");
	return [`[${plainName}](${path}):`, "", ...words.split("\n")]
		.map((line) => `> ${line}`.trimEnd())
		.join("\n");
}

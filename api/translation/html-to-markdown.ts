import { strikethrough, tables } from "@joplin/turndown-plugin-gfm";
import TurndownService from "turndown";

const service = new TurndownService({
	headingStyle: "atx",
	bulletListMarker: "-",
	codeBlockStyle: "fenced",
	emDelimiter: "*",
	br: "",
});
service.use([tables, strikethrough]);
// Texts begin at h3 in a page, and with `#` in Markdown.
service.addRule("heading", {
	filter: ["h3", "h4", "h5", "h6"],
	replacement: (content, node) => `\n\n${"#".repeat(Number(node.nodeName[1]) - 2)} ${content}\n\n`,
});
service.addRule("picture", {
	filter: "img",
	replacement: (_, node) => {
		const of = (name: string) =>
			(node as unknown as { getAttribute(name: string): string | null }).getAttribute(name) ?? "";
		const size = of("width") && of("height") ? `#${of("width")}x${of("height")}` : "";
		return `![${service.escape(of("alt"))}](${of("src")}${size})`;
	},
});
// An address that stands for itself is found again without marks.
service.addRule("address", {
	filter: (node) => node.nodeName === "A" && node.getAttribute("href") === node.textContent,
	replacement: (_, node) => node.textContent ?? "",
});

/** HTML as `renderMarkdown` makes it, as Markdown again. */
export function toMarkdown(html: string): string {
	return service.turndown(html);
}

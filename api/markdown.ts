import { LRUCache } from "lru-cache";
import MarkdownIt from "markdown-it";
import sanitizeHtml from "sanitize-html";

/** Pages use h1 and h2 themselves: `#` in a text becomes h3, `##` h4 and so on. */
const headingShift = 2;
const scheme = /^(?:https?:|mailto:|\/(?!\/))/i;
/** An uploaded picture, with its size in pixels where the text says it: `/files/<id>#800x600`. */
const ownPicture =
	/^\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:#([1-9]\d{0,4})x([1-9]\d{0,4}))?$/;

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 20 });
// An address that is defined once and referred to by each word would make a page of megabytes from a few kilobytes.
markdown.disable("reference");
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdown.validateLink = (address) => scheme.test(address.trim());
for (const rule of ["heading_open", "heading_close"])
	markdown.renderer.rules[rule] = (tokens, index, options, _env, renderer) => {
		const token = tokens[index];
		if (token) token.tag = `h${Math.min(Number(token.tag.slice(1)) + headingShift, 6)}`;
		return renderer.renderToken(tokens, index, options);
	};
/** No page loads anything from elsewhere: a picture that was not uploaded here is a link to it. */
markdown.renderer.rules.image = (tokens, index, options, env, renderer) => {
	const token = tokens[index];
	const address = String(token?.attrGet("src") ?? "");
	const text = escapeHtml(renderer.renderInlineAsText(token?.children ?? [], options, env));
	const own = ownPicture.exec(address);
	if (!own) return `<a href="${escapeHtml(address)}">${text || escapeHtml(address)}</a>`;
	const [, id, width, height] = own;
	const size = width && height ? ` width="${width}" height="${height}"` : "";
	return `<img src="/files/${id}" alt="${text}"${size} loading="lazy" decoding="async">`;
};
const { escapeHtml } = markdown.utils;

const allowed: sanitizeHtml.IOptions = {
	allowedTags:
		"h3 h4 h5 h6 p br hr a img em strong s code pre blockquote ul ol li table thead tbody tr th td".split(
			" ",
		),
	allowedAttributes: {
		a: ["href", "rel"],
		img: ["src", "alt", "width", "height", "loading", "decoding"],
		ol: ["start"],
	},
	exclusiveFilter: ({ tag, attribs }) => tag === "img" && !ownPicture.test(attribs.src ?? ""),
	allowedSchemes: ["http", "https", "mailto"],
	allowProtocolRelative: false,
	transformTags: { a: sanitizeHtml.simpleTransform("a", { rel: "nofollow ugc noopener" }) },
};

/** Cells of a table: rows that are given short are filled up, so that a few characters become a long row. */
const mostCells = 5000;

/** Whether a text has a table that is too large, by the width of its widest delimiter row and the number of lines. */
function hasHugeTable(source: string): boolean {
	const lines = source.split("\n");
	let widest = 0;
	for (const line of lines) {
		if (!line.includes("|") || !/^[\s>|:-]+$/.test(line)) continue;
		widest = Math.max(widest, line.split("|").length);
	}
	return widest * lines.length > mostCells;
}

function render(source: string): string {
	if (!hasHugeTable(source)) return markdown.render(source);
	markdown.disable("table");
	try {
		return markdown.render(source);
	} finally {
		markdown.enable("table");
	}
}

/** The HTML of the texts shown last, by their Markdown; in characters of both. */
const kept = new LRUCache<string, string>({
	maxSize: 8_000_000,
	sizeCalculation: (html, source) => source.length + html.length,
});

/**
 * What people write, as HTML that is safe to put into a page: headings from h3, links by http, https, mailto or within
 * the site, pictures that were uploaded here, no HTML of the writer's. The texts shown last are remembered.
 */
export function renderMarkdown(source: string): string {
	if (!source) return "";
	const known = kept.get(source);
	if (known !== undefined) return known;
	const html = sanitizeHtml(render(source), allowed).trim();
	kept.set(source, html);
	return html;
}

/** Files that a text may show or lead to; more of them have no effect. */
const mostFiles = 50;

/** The ids of the uploaded files that a text names, each once. */
export function filesIn(source: string): string[] {
	const named = source.matchAll(/\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/g);
	return [...new Set(Array.from(named, ([, id]) => id as string))].slice(0, mostFiles);
}

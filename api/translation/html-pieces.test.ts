import { expect, test } from "vitest";
import { renderMarkdown } from "../markdown.ts";
import { blocksOf, hasWords, mask, unmask } from "./html-pieces.ts";
import { toMarkdown } from "./html-to-markdown.ts";

const picture = "![The plan](/files/0b0cbd4c-39f4-4d47-8a3e-6c2f1c1f6a10#800x600)";
const text = `# A heading

A **bold** and *slanted* word, \`code()\`, [a link](https://city.example/a_b) and https://city.example/plan.
A second line, ~~gone~~, 1 < 2 & [odd] *stars*.

> Quoted
>
> - one
> - two

1. first
2. second

\`\`\`
const untouched = true;
\`\`\`

${picture}

| Street | Price |
| --- | --- |
| Main | 3 |

---

End.`;

test("HTML falls into its outermost blocks, and is whole again when they are put together", () => {
	const html = renderMarkdown(text);
	const blocks = blocksOf(html);
	expect(blocks.map((block) => /^<(\w+)/.exec(block)?.[1])).toEqual(
		"h3 p blockquote ol pre p table hr p".split(" "),
	);
	expect(blocks.join("").replace(/\s+/g, "")).toBe(html.replace(/\s+/g, ""));
});

test("code, pictures and addresses are kept from a translator, and put back", () => {
	for (const block of blocksOf(renderMarkdown(text))) {
		const masked = mask(block);
		expect(masked.html).not.toMatch(/https?:|untouched|\/files\//);
		expect(unmask(masked.html, masked)).toBe(block);
	}
});

test("an answer in which something is lost, doubled or new is not taken", () => {
	const masked = mask(renderMarkdown("Run `a` and [look](https://city.example)."));
	expect(unmask(masked.html.replace(/<code>0<\/code>/, ""), masked)).toBeNull();
	expect(unmask(masked.html.replace(/(<code>0<\/code>)/, "$1$1"), masked)).toBeNull();
	expect(unmask(masked.html.replace("0</code>", "7</code>"), masked)).toBeNull();
	expect(unmask(`${masked.html}<script>alert(1)</script>`, masked)).toBeNull();
	expect(unmask(masked.html.replace("</a>", ""), masked)).toBeNull();
});

test("what has no words is not sent", () => {
	expect(hasWords(renderMarkdown("`only code` 12 !"))).toBe(false);
	expect(hasWords(renderMarkdown(picture))).toBe(false);
	expect(hasWords(renderMarkdown("Слово"))).toBe(true);
});

test("rendered Markdown becomes Markdown that renders to the same", () => {
	const html = renderMarkdown(text);
	expect(renderMarkdown(toMarkdown(html)).replace(/\s+/g, " ")).toBe(html.replace(/\s+/g, " "));
});

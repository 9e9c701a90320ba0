import { expect, test } from "vitest";
import { filesIn, renderMarkdown } from "./markdown.ts";

test("a text cannot have a heading above h3", () => {
	expect(renderMarkdown("# One\n\n## Two\n\n##### Five")).toBe("<h3>One</h3>\n<h4>Two</h4>\n<h6>Five</h6>");
});

test("what the writer types as HTML is shown, not executed", () => {
	const html = renderMarkdown('<script>alert(1)</script>\n\n<img src=x onerror="alert(1)"> **b**');
	expect(html).not.toMatch(/<(script|img)/);
	expect(html).toContain("&lt;script&gt;");
	expect(html).toContain("<strong>b</strong>");
});

test("only links by http, https, mailto or within the site are links", () => {
	for (const address of [
		"javascript:alert(1)",
		"JaVaScRiPt:x",
		"data:text/html,x",
		"vbscript:x",
		"//evil.example",
		"file:///etc/passwd",
	])
		expect(renderMarkdown(`[text](${address})`), address).not.toContain("<a");
	for (const address of ["https://a.example/?x=1&y=2", "mailto:a@b.example", "/practices/x"])
		expect(renderMarkdown(`[text](${address})`), address).toContain('rel="nofollow ugc noopener"');
});

test("a bare address becomes a link", () => {
	expect(renderMarkdown("see https://city.example/plan.")).toBe(
		'<p>see <a href="https://city.example/plan" rel="nofollow ugc noopener">https://city.example/plan</a>.</p>',
	);
});

test("a picture becomes a link to it, so that nothing is loaded from elsewhere", () => {
	expect(renderMarkdown('![a "map"](https://a.example/m.png)')).toBe(
		'<p><a href="https://a.example/m.png" rel="nofollow ugc noopener">a "map"</a></p>',
	);
});

test("tables, lists and line breaks are kept", () => {
	expect(renderMarkdown("| a | b |\n|---|---|\n| 1 | 2 |")).toContain("<td>1</td>");
	expect(renderMarkdown("3. three\n4. four")).toContain('<ol start="3">');
	expect(renderMarkdown("one\ntwo")).toBe("<p>one<br />\ntwo</p>");
});

test("an empty text is empty, and asking twice gives the same", () => {
	expect(renderMarkdown("")).toBe("");
	expect(renderMarkdown("*x*")).toBe(renderMarkdown("*x*"));
});

test("a short text cannot become a huge one by defining an address once and referring to it often", () => {
	const bomb = `[a]: /${"x".repeat(9_000)}\n\n${"[a] ".repeat(2_700)}`;
	expect(renderMarkdown(bomb).length).toBeLessThan(50_000);
});

test("a table of too many cells stays text, one of a few hundred rows is a table", () => {
	const table = (columns: number, rows: number) =>
		`${"|a".repeat(columns)}\n${"|-".repeat(columns)}\n${"|1\n".repeat(rows)}`;
	expect(renderMarkdown(table(900, 5000)).length).toBeLessThan(60_000);
	expect(renderMarkdown(table(10, 400))).toContain("<td>1</td>");
	expect(renderMarkdown("|a|\n|-|\n|1|")).toContain("<td>1</td>");
});

test("pathological nesting is answered", () => {
	for (const text of [
		"[".repeat(20_000),
		"> ".repeat(10_000),
		"*a ".repeat(6_000),
		`${"`".repeat(19_999)}a`,
		"- ".repeat(10_000),
	])
		expect(renderMarkdown(text).length).toBeGreaterThan(0);
});

test("a picture that was uploaded here is shown, with its size and what it shows", () => {
	const address = "/files/0b0cbd4c-39f4-4d47-8a3e-6c2f1c1f6a10";
	expect(renderMarkdown(`![A "map" of <b>](${address}#800x600)`)).toBe(
		`<p><img src="${address}" alt="A &quot;map&quot; of &lt;b&gt;" width="800" height="600" loading="lazy" decoding="async" /></p>`,
	);
	expect(renderMarkdown(`![](${address})`)).toContain('alt=""');
	for (const other of [
		`${address}/../../graphql`,
		`${address}?x`,
		"/files/1",
		`/en${address}`,
		`//a.example${address}`,
	])
		expect(renderMarkdown(`![map](${other})`), other).not.toContain("<img");
});

test("the files that a text names are found once each, pictures and links alike", () => {
	const [first, second] = ["0b0cbd4c-39f4-4d47-8a3e-6c2f1c1f6a10", "7d1a2c3e-0000-4000-8000-000000000001"];
	expect(
		filesIn(`![a](/files/${first}#8x6) [b](/files/${second}) /files/${first} /files/${second}0`),
	).toEqual([first, second]);
	expect(filesIn("nothing")).toEqual([]);
});

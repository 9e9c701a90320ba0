import { expect, test } from "vitest";
import { linkMentions, mentionedIn } from "./mentions.rules.ts";

test("a handle after an at sign is a mention, whatever stands around it and however it is written", () => {
	expect(mentionedIn("<p>@olena, (@amadou-diallo) and @Olena again.</p><ul><li>@li3</li></ul>")).toEqual([
		"olena",
		"amadou-diallo",
		"li3",
	]);
});

test("addresses, links, code and what is quoted mention nobody", () => {
	const html =
		'<p>a@olena b.c@olena /@olena @@olena @oléna</p><p><a href="/x">@olena</a> <code>@olena</code></p><pre><code>@olena</code></pre><blockquote><p>@olena</p></blockquote>';
	expect(mentionedIn(html)).toEqual([]);
	expect(mentionedIn(html, { quoted: true })).toEqual(["olena"]);
});

test("a mention of somebody becomes a link with their name, one of nobody stays text", () => {
	const names = new Map([["olena", "Olena &lt;b&gt;"]]);
	expect(linkMentions("<p>@Olena and @nobody <code>@olena</code></p>", names)).toBe(
		'<p><a href="/people/olena">@<bdi>Olena &lt;b&gt;</bdi></a> and @nobody <code>@olena</code></p>',
	);
});

test("a text of nothing but mentions is read in one go", () => {
	const html = `<p>${Array.from({ length: 10_000 }, (_, n) => `@p${n}`).join(" ")}</p>`;
	expect(mentionedIn(html)).toHaveLength(10_000);
});

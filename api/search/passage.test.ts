import { describe, expect, it } from "vitest";
import { passageOf } from "./passage.ts";
import { queryTerms } from "./query-terms.ts";

const filler = "Nothing of interest is said in this sentence at all. ".repeat(20);

const passage = (query: string, text: string, language = "en", reader = language) =>
	passageOf([{ language, text }], queryTerms(query, reader))?.html;

describe("a passage", () => {
	it("marks every form of the words that were looked for", () => {
		expect(passage("flooded street", "The streets are flooding. A flood!")).toBe(
			"The <mark>streets</mark> are <mark>flooding</mark>. A <mark>flood</mark>!",
		);
		expect(passage("громадський транспорт", "Про громадського транспорту вартість.", "uk")).toContain(
			"<mark>громадського</mark> <mark>транспорту</mark>",
		);
		expect(passage("بلدية", "إدارة المياه في البلديات", "ar")).toContain("<mark>البلديات</mark>");
	});

	it("marks a compound by its part", () => {
		expect(passage("Wasser", "Die Trinkwasserversorgung ist sicher.", "de")).toContain(
			"<mark>Trinkwasserversorgung</mark>",
		);
	});

	it("marks misspelled words, but no short ones that begin otherwise", () => {
		expect(passage("procurment", "Fair procurement", "en")).toBe("Fair <mark>procurement</mark>");
		expect(passage("sewer", "Fewer pipes", "en")).toBe("Fewer pipes");
	});

	it("is where the words stand together, cut at sentences and words", () => {
		const text = `Trees here. ${filler}In summer the trees shade the tram stops. ${filler}A tram there.`;
		const html = passage("tram trees shade", text) ?? "";
		expect(html).toMatch(
			/^… In summer the <mark>trees<\/mark> <mark>shade<\/mark> the <mark>tram<\/mark> stops\./,
		);
		expect(html).toMatch(/\w …$|\. …$/);
		expect(html.length).toBeLessThan(300);
	});

	it("comes from the first text that fits best, and else from the beginning of the first", () => {
		const texts = [
			{ language: "de", text: "Bäume kühlen." },
			{ language: "en", text: "Trees cool the tram stop." },
		];
		expect(passageOf(texts, queryTerms("tram", "en"))).toEqual({
			html: "Trees cool the <mark>tram</mark> stop.",
			language: "en",
		});
		expect(passageOf(texts, queryTerms("", "en"))).toEqual({ html: "Bäume kühlen.", language: "de" });
		expect(passageOf([{ language: "en", text: "" }], [])).toBeNull();
		expect(passageOf([], [])).toBeNull();
	});

	it("is text, whatever was written", () => {
		const text = '# Head\n\n- **Bold** [link](https://x.example "t") <script>alert("1")</script> & `tram`';
		expect(passage("tram", text)).toBe(
			"Head Bold link &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; <mark>tram</mark>",
		);
		expect(passage("script", text)).toContain("&lt;<mark>script</mark>&gt;");
	});

	it("has an end in texts without spaces, too", () => {
		const html = passage("水", "😀水".repeat(5000), "zh") ?? "";
		expect(html.length).toBeLessThan(10_000);
		expect(html.isWellFormed()).toBe(true);
	});
});

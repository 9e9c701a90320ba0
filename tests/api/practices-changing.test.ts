import { practices } from "@interurban/db/schema/practices";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { today, update, usePractices } from "../kit/practices.ts";

const { db, visitor, asAuthor, asOther, asModerator, author, other, published, read } = await usePractices();

const indexed = async (id: string) => {
	const [row] = await db.execute<{ count: number }>(
		sql`select count(*)::int as count from search_documents where kind = 'practice' and ref = ${id}`,
	);
	return row?.count;
};

describe("changing", () => {
	test("makes a revision each time something differs, and computes the evidence anew", async () => {
		const { id, slug, input } = await published();
		const results = [{ indicator: "Waste", after: 3, unit: "t", source: "Report 2024" }];
		const changed = { ...input, title: "A new title", results };
		const first = await asAuthor.get(update, { id, revision: 1, input: changed, summary: "Figures" });
		expect(first.updatePractice).toMatchObject({ revision: 2, evidence: "measured", slug });
		const again = await asAuthor.get(update, { id, revision: 2, input: changed });
		expect(again.updatePractice.revision).toBe(2);
		const { practice } = await visitor.get(
			`query ($slug: String!) { practice(slug: $slug) {
				revisions { number current summary title editor { handle } } revisionAt(number: 1) { title fields { field text } }
			} }`,
			{ slug },
		);
		expect(practice.revisions).toEqual([
			{
				number: 2,
				current: true,
				summary: "Figures",
				title: "A new title",
				editor: { handle: author.handle },
			},
			{ number: 1, current: false, summary: "", title: input.title, editor: { handle: author.handle } },
		]);
		expect(practice.revisionAt.title).toBe(input.title);
		expect(practice.revisionAt.fields).toContainEqual({ field: "approach", text: "We **composted** it." });
		expect(practice.revisionAt.fields).toContainEqual({ field: "place", text: "Musterstadt" });
	});

	test("of two editors at once, the second one is told and nothing of the first is lost", async () => {
		const { id, slug, input } = await published();
		const [one, two] = await Promise.all([
			asAuthor.ask(update, { id, revision: 1, input: { ...input, claim: "One." } }),
			asModerator.ask(update, { id, revision: 1, input: { ...input, claim: "Two." } }),
		]);
		const refused = [one, two].filter(({ issues }) => issues.length);
		expect(refused.map(({ issues }) => issues)).toEqual([[{ code: "conflict", args: { revision: 2 } }]]);
		const winner = one.issues.length ? "Two." : "One.";
		expect(await read(slug, "claim revision")).toMatchObject({ claim: winner, revision: 2 });
	});

	test("is for authors, co-authors and staff", async () => {
		const { id, slug, input } = await published();
		const change = (claim: string, revision: number) => ({ id, revision, input: { ...input, claim } });
		expect((await visitor.ask(update, change("v", 1))).issues).toEqual([{ code: "auth.required" }]);
		expect((await asOther.ask(update, change("o", 1))).issues).toEqual([{ code: "forbidden" }]);
		const add =
			"mutation ($id: ID!, $handle: String!) { addCoAuthor(practiceId: $id, handle: $handle) { coAuthors { handle } } }";
		expect((await asOther.ask(add, { id, handle: other.handle })).issues).toEqual([{ code: "forbidden" }]);
		expect((await asAuthor.get(add, { id, handle: other.handle })).addCoAuthor.coAuthors).toEqual([
			{ handle: other.handle },
		]);
		expect((await asOther.get(update, change("o", 1))).updatePractice.claim).toBe("o");
		expect((await asModerator.get(update, change("m", 2))).updatePractice.claim).toBe("m");
		const { practices } = await visitor.get(
			"query ($person: ID!) { practices(filter: { person: $person }) { items { slug } } }",
			{ person: String(other.id) },
		);
		expect(practices.items).toContainEqual({ slug });
		const remove =
			"mutation ($id: ID!, $handle: String!) { removeCoAuthor(practiceId: $id, handle: $handle) { coAuthors { handle } } }";
		expect((await asOther.get(remove, { id, handle: other.handle })).removeCoAuthor.coAuthors).toEqual([]);
		expect((await asOther.ask(update, change("again", 3))).issues).toEqual([{ code: "forbidden" }]);
	});

	test("is compared field by field and word by word", async () => {
		const { id, input } = await published({ blocks: [{ name: "Boxes", description: "Of wood." }] });
		const changed = {
			...input,
			claim: "Most of the market’s waste becomes compost.",
			topicIds: ["composting", "waste"],
			blocks: [
				{ name: "Bins", description: "New." },
				{ name: "Boxes", description: "Of wood." },
			],
		};
		await asAuthor.get(update, { id, revision: 1, input: changed });
		const compare = `query ($id: ID!, $from: Int!, $to: Int!) { comparePracticeRevisions(id: $id, from: $from, to: $to) {
			from { number } to { number } differences { field pieces { change text } }
		} }`;
		const { comparePracticeRevisions: comparison } = await visitor.get(compare, { id, from: 1, to: 2 });
		expect(comparison.differences.map((each: { field: string }) => each.field)).toEqual([
			"claim",
			"topics",
			"blocks",
		]);
		expect(comparison.differences[0].pieces).toEqual([
			{ change: "removed", text: "Half" },
			{ change: "added", text: "Most" },
			{ change: "same", text: " of the market’s waste becomes compost." },
		]);
		const kept = comparison.differences[2].pieces.filter(
			(piece: { change: string }) => piece.change !== "added",
		);
		expect(kept.map((piece: { text: string }) => piece.text).join("")).toBe("Boxes\nOf wood.");
		expect((await visitor.get(compare, { id, from: 1, to: 9 })).comparePracticeRevisions).toBeNull();
	});

	test("confirming says that it holds today and changes nothing else", async () => {
		const { id, slug } = await published();
		await db
			.update(practices)
			.set({ checkedOn: "2020-01-01", updatedAt: new Date(0) })
			.where(eq(practices.id, Number(id)));
		const confirm = "mutation ($id: ID!) { confirmPractice(id: $id) { checkedOn updatedAt revision } }";
		expect((await asOther.ask(confirm, { id })).issues).toEqual([{ code: "forbidden" }]);
		const before = today();
		const { checkedOn, ...rest } = (await asAuthor.get(confirm, { id })).confirmPractice;
		expect([before, today()]).toContain(checkedOn);
		expect(rest).toEqual({ updatedAt: new Date(0).toISOString(), revision: 1 });
		expect((await read(slug, "revision")).revision).toBe(1);
	});
});

describe("a withdrawn practice", () => {
	test("reads as if it had never been there, for its author too, and is not found", async () => {
		const { id, slug, input } = await published();
		const withdraw = "mutation ($id: ID!) { withdrawPractice(id: $id) }";
		expect((await asOther.ask(withdraw, { id })).issues).toEqual([{ code: "forbidden" }]);
		expect(await asAuthor.get(withdraw, { id })).toEqual({ withdrawPractice: id });
		const query =
			"query ($slug: String!) { practice(slug: $slug) { id } practices(first: 50) { items { slug } } }";
		for (const asker of [visitor, asAuthor, asModerator]) {
			const { practice, practices: list } = await asker.get(query, { slug });
			expect(practice).toBeNull();
			expect(list.items).not.toContainEqual({ slug });
		}
		expect(await indexed(id)).toBe(0);
		expect((await asAuthor.ask(update, { id, revision: 1, input })).issues).toEqual([{ code: "not_found" }]);
		expect((await asAuthor.ask(withdraw, { id })).issues).toEqual([{ code: "not_found" }]);
		expect((await asAuthor.ask(withdraw, { id: "x" })).issues).toEqual([{ code: "not_found" }]);
		expect((await published({ title: input.title })).slug).not.toBe(slug);
	});
});

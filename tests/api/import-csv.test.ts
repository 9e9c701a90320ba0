import { Unreadable } from "@interurban/api/importing/importing";
import { describe, expect, test } from "vitest";
import { useImport } from "../kit/import.ts";

const { visitor, run, stored } = await useImport();

describe("importing CSV", () => {
	const columns =
		"id,title,claim,lang,city,country,organisation,topics,sdgs,stage,situation,approach,results_text";
	const row = (id: string, title = "Compost") =>
		`${id},"${title}","Half, or more",en,Musterstadt,DE,City of Musterstadt,waste; composting,11;12,running,"Waste
lay about",done,gone`;

	test("reads quoted cells with commas and line breaks, lists, and columns counted from 1", async () => {
		const text = `${columns},blocks.1.name,blocks.2.name,cost.amount,cost.currency\n${row("a")},Bins,Staff,500,EUR\n`;
		expect(await run(text, { csv: true })).toMatchObject({ added: 1, told: [] });
		const [stored1] = await stored();
		expect(stored1).toMatchObject({ claim: "Half, or more", situation: "Waste\nlay about", costAmount: 500 });
		const { practice } = await visitor.get(
			"query ($slug: String!) { practice(slug: $slug) { topics { id } sdgs { number } buildingBlocks { name } } }",
			{ slug: stored1?.slug },
		);
		expect(practice).toEqual({
			topics: [{ id: "waste" }, { id: "composting" }],
			sdgs: [{ number: 11 }, { number: 12 }],
			buildingBlocks: [{ name: "Bins" }, { name: "Staff" }],
		});
	});

	test("a missing column is told before anything is read", async () => {
		const text = `${columns.replace(",claim", "")}\n${row("a")}\n`;
		await expect(run(text, { csv: true })).rejects.toThrow(Unreadable);
		await expect(run(text, { csv: true })).rejects.toThrow("claim");
		expect(await stored()).toEqual([]);
	});

	test("a quote that is not closed costs its own line only", async () => {
		const result = await run(`${columns}\n${row("a")}\nb,"open,x\n${row("c")}\n${row("d")}\n`, { csv: true });
		expect(result.added).toBe(3);
		expect(result.told[0]).toMatchObject({ line: 4 });
	});

	test("reads what a German spreadsheet saves: a byte order mark, semicolons, CRLF", async () => {
		const cells = [
			"x",
			"Müll",
			"Weg",
			"de",
			"Musterstadt",
			"DE",
			"Stadt",
			'"waste;composting"',
			"11",
			"idea",
			"s",
			"a",
			"o",
		];
		const text = `\ufeff${columns.replaceAll(",", ";")}\r\n${cells.join(";")}\r\n`;
		expect(await run(text, { csv: true })).toMatchObject({ added: 1, told: [] });
	});

	test("a row with a cell too few is told, and the next one goes in", async () => {
		const result = await run(`${columns}\na,short\n${row("b")}\n`, { csv: true });
		expect(result).toMatchObject({ added: 1, bad: 1 });
		expect(result.told[0]).toMatchObject({ line: 2 });
	});
});

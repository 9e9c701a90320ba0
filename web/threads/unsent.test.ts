import { expect, test } from "vitest";
import { meeting, unsentFields, unsentIn } from "./unsent.ts";

const server = {
	version: 3,
	fields: unsentFields({ text: "On the train", replyTo: null, clientId: null }, "Waste"),
};

test("what is being written comes back from its draft as it was", () => {
	const unsent = {
		text: "> quoted\n\nYes",
		replyTo: { id: "7", number: 4, name: "Olena Kovalenko" },
		clientId: "0b0c",
	};
	expect(unsentIn(unsentFields(unsent, "Waste"))).toEqual(unsent);
	const plain = { text: "Yes", replyTo: null, clientId: null };
	expect(unsentIn(unsentFields(plain, "Waste"))).toEqual(plain);
});

test("an empty field takes what another device wrote", () => {
	expect(meeting("", undefined, server)).toBe("server");
});

test("a text that goes on with what the server has stays", () => {
	expect(meeting("On the train home", { version: 3, ahead: true }, server)).toBe("field");
	expect(meeting(" On the train ", undefined, server)).toBe("field");
});

test("two different texts are for their author to choose between", () => {
	expect(meeting("At the desk", { version: 2, ahead: true }, server)).toBe("conflict");
	expect(meeting("At the desk", undefined, server)).toBe("conflict");
});

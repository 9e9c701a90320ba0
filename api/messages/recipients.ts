import { limits } from "@interurban/contract/limits";
import { type Context, requireViewer } from "../context.ts";
import type { Check } from "../input.ts";
import { findPeopleCalled, type PersonName } from "./participants.queries.ts";

export type Sought = {
	handles?: readonly string[] | null | undefined;
	handlesText?: string | null | undefined;
};

/**
 * The people who were chosen or typed, each once, in their order. Whoever is not found, or not by that name alone, is an issue
 * at `handles`; so is oneself.
 * @param room how many there may be
 */
export async function readRecipients(
	ctx: Context,
	check: Check,
	sought: Sought,
	room: number,
): Promise<PersonName[]> {
	const viewer = requireViewer(ctx);
	const text = check.line("handles", sought.handlesText, { max: 1000 });
	const names = [...(sought.handles ?? []), ...text.split(/[,،;]/)]
		.map((name) => name.trim().replace(/^@/, "").normalize("NFC"))
		.filter(Boolean);
	if (!names.length) check.add("required", "handles");
	const max = limits.conversation.people;
	if (new Set(names).size > room) {
		check.add("messages.too_many_people", "handles", { max });
		return [];
	}
	const readable = names.filter((name) => name.length <= limits.name && !/[\0\p{Cs}]/u.test(name));
	const known = readable.length ? await findPeopleCalled(ctx.db, readable) : [];
	const found = new Map<number, PersonName>();
	for (const name of new Set(names)) {
		const wanted = name.toLowerCase();
		const exact = known.find(({ handle }) => handle === wanted);
		const called = known.filter((person) => person.name.toLowerCase() === wanted);
		const person = exact ?? (called.length === 1 ? called[0] : undefined);
		if (!person) check.add("messages.unknown_person", "handles", { name: [...name].slice(0, 60).join("") });
		else if (person.id === viewer.id) check.add("messages.to_oneself", "handles");
		else found.set(person.id, person);
	}
	return [...found.values()];
}

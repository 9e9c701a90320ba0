import "@github/text-expander-element";
import type { TextExpanderChangeEvent } from "@github/text-expander-element";
import { execute } from "../execute.ts";
import { Suggest } from "../generated/operations.ts";
import { suggestPeople } from "../people/people.data.ts";
import type { Suggestion } from "../ui/suggestions.ts";

/** What is put into the text instead of what was typed so far. */
type Expansion = Suggestion & { text: string };

/** Letters after the sign from which there is something to suggest. */
const fewest = 2;

const escaped = (label: string) => label.replace(/[\\[\]*_`<>]/g, "\\$&");

async function people(typed: string): Promise<Expansion[]> {
	const found = await suggestPeople(typed);
	return found.map((person) => ({ ...person, text: `@${person.value}` }));
}

async function pages(typed: string): Promise<Expansion[]> {
	const { practices, places } = (await execute(Suggest, { text: typed })).suggest;
	const link = (path: string, label: string, detail: string): Expansion => ({
		...{ value: path, label, detail },
		text: `[${escaped(label)}](${path})`,
	});
	return [
		...practices.map(({ slug, displayTitle, place }) => link(`/practices/${slug}`, displayTitle, place.name)),
		...places.map(({ id, slug, name, countryName }) => link(`/places/${id}-${slug}`, name, countryName)),
	];
}

/**
 * Suggests people after `@`, and practices and places after `#`, below the text that is typed around.
 * @param element `<text-expander keys="@ #" multiword="@ #">` around a text area
 * @param label of the list
 */
export function startTypeAhead(element: HTMLElement, label: string): void {
	element.addEventListener("text-expander-change", (event) => {
		const { detail } = event as TextExpanderChangeEvent;
		if (!detail || detail.text.length < fewest || detail.text.length > 40) return;
		const find = detail.key === "@" ? people : pages;
		detail.provide(
			find(detail.text)
				.catch(() => [])
				.then((found) => ({ matched: found.length > 0, fragment: listOf(found, label) })),
		);
	});
	element.addEventListener("text-expander-value", (event) => {
		const { detail } = event as CustomEvent<{ item: HTMLElement; value: string | undefined }>;
		detail.value = detail.item.dataset.text;
	});
	element.addEventListener("text-expander-committed", (event) => {
		const { input } = (event as CustomEvent<{ input: HTMLElement }>).detail;
		input.dispatchEvent(new InputEvent("input", { bubbles: true }));
	});
}

function listOf(found: readonly Expansion[], label: string): HTMLElement {
	const list = document.createElement("ul");
	list.className = "listbox type-ahead plain";
	list.setAttribute("role", "listbox");
	list.setAttribute("aria-label", label);
	for (const [index, option] of found.entries()) {
		const item = document.createElement("li");
		item.id = `type-ahead-${index}`;
		item.setAttribute("role", "option");
		item.dataset.text = option.text;
		const name = document.createElement("bdi");
		name.textContent = option.label;
		const detail = document.createElement("span");
		detail.className = "meta";
		detail.textContent = option.detail ?? "";
		item.append(name, detail);
		list.append(item);
	}
	return list;
}

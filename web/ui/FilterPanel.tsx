import { createMemo, For, type JSX, Show, untrack } from "solid-js";
import IconChevron from "~icons/lucide/chevron-down";
import IconFilter from "~icons/lucide/list-filter";
import IconX from "~icons/lucide/x";
import { useWords } from "../words.ts";
import { useAddress } from "./address.ts";
import { Button } from "./Button.tsx";
import { Link } from "./Link.tsx";

/**
 * The facets of a list: a GET form, so that every state is an address. On a phone it opens full-screen. With JavaScript
 * each change asks for the list anew (`onChange` gets the form's fields), without it a button does.
 */
export function FilterPanel(props: {
	action: string;
	/** What the form carries along unseen, e.g. the question. */
	hidden?: readonly (readonly [name: string, value: string])[] | undefined;
	/** How many things the present choice finds. */
	count: number;
	/** How many options are chosen. */
	chosen: number;
	/** Address without any chosen option. */
	clear: string;
	onChange?: ((fields: URLSearchParams) => void) | undefined;
	children: JSX.Element;
}) {
	const t = useWords();
	const address = useAddress();
	return (
		<>
			<button type="button" class="button filters-open" popovertarget="filters">
				<IconFilter />
				{t("ui.filtersChosen", { count: props.chosen })}
			</button>
			<form
				id="filters"
				class="filters"
				popover="auto"
				method="get"
				action={address(props.action)}
				aria-label={t("ui.filter")}
				onChange={(event) => props.onChange?.(fieldsOf(event.currentTarget))}
				onSubmit={(event) => {
					if (!props.onChange) return;
					event.preventDefault();
					props.onChange(fieldsOf(event.currentTarget));
				}}
			>
				<For each={props.hidden}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
				<div class="filters-head">
					<h2>{t("ui.filter")}</h2>
					<button
						type="button"
						class="menu-button narrow-only"
						popovertarget="filters"
						popovertargetaction="hide"
					>
						<IconX />
						{t("ui.close")}
					</button>
				</div>
				{props.children}
				<div class="filters-foot">
					<Show when={props.chosen > 0}>
						<Link class="button" href={props.clear}>
							{t("ui.clearFilters")}
						</Link>
					</Show>
					<span class="without-script">
						<Button kind="primary">{t("ui.apply")}</Button>
					</span>
					<button
						type="button"
						class="button button-primary narrow-only needs-script"
						popovertarget="filters"
						popovertargetaction="hide"
					>
						{t("ui.showCount", { count: props.count })}
					</button>
				</div>
			</form>
		</>
	);
}

function fieldsOf(form: HTMLFormElement): URLSearchParams {
	const texts = [...new FormData(form)].filter(
		(entry): entry is [string, string] => typeof entry[1] === "string",
	);
	return new URLSearchParams(texts.filter(([, value]) => value !== ""));
}

export interface FacetOption {
	value: string;
	label: string;
	/** How many things have it. */
	count: number;
	chosen: boolean;
}

/** How many options of a facet are seen before the rest is asked for. */
const seen = 8;

/** One facet: its options with their counts, the chosen ones always in view. */
export function FacetGroup(props: {
	name: string;
	label: string;
	options: readonly FacetOption[];
	open?: boolean;
	/** What stands below the options. */
	children?: JSX.Element;
}) {
	const t = useWords();
	const options = createMemo(() => new Map(props.options.map((option) => [option.value, option])));
	// Only at first: what a reader has opened stays open while they choose.
	const isOpen = untrack(() => props.open === true || [...options().values()].some(({ chosen }) => chosen));
	// By value, so that a box somebody has the focus on stays the same one when counts change, and stays where it is.
	const inView = createMemo<ReadonlySet<string>>((before) => {
		const stays = ({ value, chosen }: FacetOption) => before.has(value) || (before.size === 0 && chosen);
		const all = [...options().values()];
		const values = new Set(all.filter(stays).map(({ value }) => value));
		for (const { value } of all) if (values.size < seen) values.add(value);
		return values;
	}, new Set());
	const values = createMemo(() => [...options().keys()]);
	const others = createMemo(() => values().filter((value) => !inView().has(value)));
	const facet = (value: string) => <Facet name={props.name} option={options().get(value)} />;
	return (
		<details class="facet" open={isOpen}>
			<summary>
				{props.label}
				<IconChevron />
			</summary>
			<fieldset>
				<legend class="visually-hidden">{props.label}</legend>
				<For each={values().filter((value) => inView().has(value))}>{facet}</For>
				<Show when={others().length > 0}>
					<details>
						<summary>{t("ui.showAll", { count: others().length })}</summary>
						<For each={others()}>{facet}</For>
					</details>
				</Show>
				{props.children}
			</fieldset>
		</details>
	);
}

function Facet(props: { name: string; option: FacetOption | undefined }) {
	return (
		<label class="choice">
			<input type="checkbox" name={props.name} value={props.option?.value} checked={props.option?.chosen} />
			<bdi>{props.option?.label}</bdi>
			<span class="count">{props.option?.count}</span>
		</label>
	);
}

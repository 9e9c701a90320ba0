import { createSignal, createUniqueId, For, onCleanup, onMount, Show } from "solid-js";
import { execute } from "../execute.ts";
import { Suggest } from "../generated/operations.ts";
import { placeHref, useTownName } from "../places/towns.ts";
import { useAddress } from "../ui/address.ts";
import { announce } from "../ui/LiveRegion.tsx";
import { attachSuggestions, makeSuggestions } from "../ui/suggestions.ts";
import { useWords } from "../words.ts";

interface Option {
	href: string;
	label: string;
	/** BCP 47 tag of the label where it is not the page's. */
	lang?: string;
	detail?: string | undefined;
	/** BCP 47 tag of the detail where it is not the page's. */
	detailLang?: string;
}

interface Group {
	kind: "topic" | "practice" | "place" | "person";
	options: Option[];
}

/**
 * The list below a search field: topics, practices, towns and people, as groups of links that are walked by the arrow
 * keys. Enter without a choice asks for all results.
 */
export function TypeAhead(props: {
	input: HTMLInputElement;
	form: HTMLFormElement;
	onSearch: (address: string) => void;
}) {
	const t = useWords();
	const address = useAddress();
	const townName = useTownName();
	const id = createUniqueId();
	const [groups, setGroups] = createSignal<readonly Group[]>([]);
	let latest: readonly Group[] = [];
	let list!: HTMLDivElement;

	const suggestions = makeSuggestions({
		free: true,
		from: () => 2,
		async suggest(text) {
			latest = await findGroups(text, townName);
			return latest.flatMap(({ options }) => options.map(({ href, label }) => ({ value: href, label })));
		},
		show(found) {
			if (found) announce(t("ui.suggestionCount", { count: found.length }));
			// A link that is being followed must still be there.
			setTimeout(() => setGroups(found ? latest : []), found ? 0 : 1);
		},
	});
	const search = (event: SubmitEvent) => {
		event.preventDefault();
		suggestions.close();
		const text = props.input.value.trim();
		const menu = props.input.closest<HTMLElement>("[popover]");
		if (menu?.matches(":popover-open")) menu.hidePopover();
		props.onSearch(text ? `/search?${new URLSearchParams({ q: text })}` : "/search");
	};

	attachSuggestions(suggestions, props.input, () => list);
	onMount(() => {
		const { form } = props;
		form.addEventListener("submit", search);
		onCleanup(() => form.removeEventListener("submit", search));
	});

	return (
		<div
			ref={list}
			class="listbox"
			role="listbox"
			id={`suggestions-${id}`}
			aria-label={t("ui.suggestions")}
			hidden={groups().length === 0}
			onMouseDown={(event) => event.preventDefault()}
		>
			<For each={groups()}>
				{(group) => (
					// biome-ignore lint/a11y/useSemanticElements: options in a list box are grouped by this role
					<div role="group" aria-labelledby={`suggestions-${id}-${group.kind}`}>
						<div class="listbox-group" role="presentation" id={`suggestions-${id}-${group.kind}`}>
							{t(`search.kind_${group.kind}`)}
						</div>
						<For each={group.options}>
							{(option) => (
								<a role="option" tabindex="-1" href={address(option.href)}>
									<bdi lang={option.lang}>{option.label}</bdi>
									<Show when={option.detail}>
										<bdi class="meta" lang={option.detailLang}>
											{option.detail}
										</bdi>
									</Show>
								</a>
							)}
						</For>
					</div>
				)}
			</For>
		</div>
	);
}

async function findGroups(text: string, townName: ReturnType<typeof useTownName>): Promise<Group[]> {
	const { topics, practices, places, people } = (await execute(Suggest, { text })).suggest;
	const nameOf = (place: { name: string; countryName: string } | null) =>
		place ? townName(place) : undefined;
	const groups: Group[] = [
		{
			kind: "topic",
			options: topics.map(({ topic, name, language }) => ({
				href: `/topics/${topic.id}`,
				label: topic.label,
				detail: name === topic.label ? undefined : name,
				detailLang: language,
			})),
		},
		{
			kind: "practice",
			options: practices.map((practice) => ({
				href: `/practices/${practice.slug}`,
				label: practice.displayTitle,
				lang: practice.titleLanguage,
				detail: nameOf(practice.place),
			})),
		},
		{
			kind: "place",
			options: places.map((place) => ({
				href: placeHref(place),
				label: place.name,
				detail: place.countryName,
			})),
		},
		{
			kind: "person",
			options: people.map((person) => ({
				href: `/people/${person.handle}`,
				label: person.name,
				detail: person.jobTitle || nameOf(person.place),
			})),
		},
	];
	return groups.filter(({ options }) => options.length);
}

import { createSignal, For, type JSX, mergeProps, onCleanup, Show, untrack } from "solid-js";
import { useWords } from "../words.ts";
import { Field, type FieldProps, useField } from "./Field.tsx";
import { useFieldSource } from "./field-source.ts";
import { announce } from "./LiveRegion.tsx";
import { makeSuggestions, type Suggestion } from "./suggestions.ts";

export type { Suggestion } from "./suggestions.ts";

/** What else offers choices of a combobox needs: what is chosen, and the way to choose. */
export type Choosing = { chosen: () => readonly Suggestion[]; choose: (option: Suggestion) => void };

/**
 * Chosen by typing: one thing, or several. Each choice is a ticked box that posts its value under `name`; unticking
 * takes it back. What is typed and not chosen is posted under `name` + `Text`, for the server to resolve: that is how
 * it works without JavaScript, several parted by commas.
 */
export function Combobox(
	props: FieldProps & {
		/** Asks for what fits the typed text, best first. */
		suggest: (text: string) => Promise<readonly Suggestion[]>;
		selected?: readonly Suggestion[] | undefined;
		multiple?: boolean | undefined;
		/** At how many letters to begin; 2 by default. */
		from?: number | undefined;
		onChange?: ((selected: readonly Suggestion[]) => void) | undefined;
		/** Below the input: other ways to choose. */
		offers?: ((choosing: Choosing) => JSX.Element) | undefined;
	},
) {
	const t = useWords();
	const textName = () => `${props.name}Text`;
	const source = useFieldSource();
	const error = () => props.error ?? source.error(props.name) ?? source.error(textName());
	const state = useField(
		mergeProps(props, {
			get error() {
				return error();
			},
		}),
	);
	source.register(textName(), props.label, state.id());
	const posted = untrack(() => state.source.value(textName()));
	const first = untrack(() => {
		const known = props.selected ?? [];
		const values = state.source.values(
			props.name,
			known.map((choice) => choice.value),
		);
		return values.map((value) => known.find((choice) => choice.value === value) ?? { value, label: value });
	});
	const [chosen, setChosen] = createSignal<readonly Suggestion[]>(first);
	const [options, setOptions] = createSignal<readonly Suggestion[]>([]);
	let input: HTMLInputElement | undefined;
	let list: HTMLDivElement | undefined;
	let box: HTMLDivElement | undefined;

	const change = (next: readonly Suggestion[]) => {
		setChosen(next);
		props.onChange?.(next);
		// Scripts that watch the form, as those of a draft, learn of it as of any input.
		box?.dispatchEvent(new Event("input", { bubbles: true }));
	};
	const choose = (option: Suggestion) => {
		const others = props.multiple ? chosen().filter((other) => other.value !== option.value) : [];
		change([...others, option]);
		announce(t("ui.chosen", { label: option.label }));
	};
	const unchoose = (option: Suggestion) => {
		change(chosen().filter((other) => other.value !== option.value));
		announce(t("ui.unchosen", { label: option.label }));
		input?.focus();
	};

	const suggestions = makeSuggestions({
		suggest: (typed) => props.suggest(typed),
		from: () => props.from ?? 2,
		show: (found) => {
			setOptions(found ?? []);
			if (found) announce(t("ui.suggestionCount", { count: found.length }));
		},
		choose: (value) => {
			const option = options().find((other) => other.value === value);
			if (!option || !input) return;
			input.value = "";
			choose(option);
		},
	});
	onCleanup(suggestions.stop);

	return (
		<Field of={props} state={state}>
			<div ref={box}>
				<Show when={chosen().length > 0}>
					<ul class="chips" aria-label={t("ui.chosenList")}>
						<For each={chosen()}>
							{(option) => (
								<li>
									<label class="chip">
										<input
											type="checkbox"
											name={props.name}
											value={option.value}
											checked
											onChange={() => unchoose(option)}
										/>
										<bdi>{option.label}</bdi>
									</label>
								</li>
							)}
						</For>
					</ul>
				</Show>
				<Show when={props.multiple}>
					<p class="hint without-script" id={`${state.id()}-several`}>
						{t("ui.separateByComma")}
					</p>
				</Show>
				<div class="combobox">
					<input
						ref={input}
						class="input"
						id={state.id()}
						name={textName()}
						type="text"
						value={posted}
						dir="auto"
						autocomplete="off"
						aria-invalid={state.invalid()}
						aria-describedby={state.describedBy(props.multiple ? `${state.id()}-several` : undefined)}
						onFocus={() => input && list && suggestions.start(input, list)}
						onBlur={() => suggestions.close()}
						onInput={() => suggestions.ask()}
						onKeyDown={(event) => suggestions.key(event)}
					/>
					<div
						ref={list}
						class="listbox"
						role="listbox"
						id={`${state.id()}-options`}
						aria-label={t("ui.suggestions")}
						hidden={options().length === 0}
						onMouseDown={(event) => event.preventDefault()}
					>
						<For each={options()}>
							{(option) => (
								// biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, which points here
								<div role="option" data-value={option.value}>
									<bdi>{option.label}</bdi>
									<Show when={option.detail}>
										<bdi class="meta" lang={option.detailLanguage}>
											{option.detail}
										</bdi>
									</Show>
								</div>
							)}
						</For>
					</div>
				</div>
				{props.offers?.({ chosen, choose })}
			</div>
		</Field>
	);
}

import {
	type Component,
	createEffect,
	createSignal,
	For,
	onMount,
	Show,
	sharedConfig,
	untrack,
} from "solid-js";
import { isServer, NoHydration } from "solid-js/web";
import IconOpen from "~icons/lucide/chevron-down";
import { fieldsOf, useForm } from "../../form.tsx";
import { part } from "../../part.ts";
import { FieldSourceContext, useFieldSource } from "../../ui/field-source.ts";
import { useWords } from "../../words.ts";
import { useWriting } from "./context.ts";
import { type Part, partOf } from "./fields.ts";

type Load = () => Promise<{ default: Component }>;

/** A part's content and where it comes from: on the server it is rendered, in the browser loaded when it is opened. */
export function defineContent(load: Load): { load: Load; Static: Component } {
	return { load, Static: part(load) };
}

/**
 * A section that may stay empty: closed until it holds something, or something in it is wrong. Its fields work as the
 * server rendered them; their script is loaded when it is opened.
 */
export function OptionalPart(props: {
	id: string;
	title: string;
	parts: readonly Part[];
	content: ReturnType<typeof defineContent>;
}) {
	const t = useWords();
	const writing = useWriting();
	const { issues } = useForm();
	const source = useFieldSource();
	const isIn = (name: string | undefined) => {
		const part = name ? partOf(name) : null;
		return part !== null && props.parts.includes(part);
	};
	const own = () => writing.fields().filter(([name]) => isIn(name));
	const filled = () =>
		new Set(
			own()
				.filter(([, value]) => value.trim() !== "")
				.map(([name]) => partOf(name)),
		).size;
	const isWrong = () => issues().some(({ field }) => isIn(field));
	const isActedOn = () => isIn(/^(?:add|remove|take):(.*)$/.exec(source.action() ?? "")?.[1]);
	const isRendered = isServer || Boolean(sharedConfig.context);

	const [Content, setContent] = createSignal<Component>();
	let element: HTMLDetailsElement | undefined;
	let loading: Promise<void> | undefined;
	const load = async () => {
		try {
			const { default: Loaded } = await props.content.load();
			const focused = element?.contains(document.activeElement) ? document.activeElement?.id : "";
			setContent(() => Loaded);
			if (focused) document.getElementById(focused)?.focus();
		} catch {
			// The fields work without: it is tried again when the section is next opened.
			loading = undefined;
		}
	};
	const bringAlive = () => {
		loading ??= load();
		return loading;
	};
	/** A button that is pressed before its script has come waits for it, instead of loading the page anew. */
	const press = async (event: MouseEvent) => {
		const button = (event.target as Element).closest<HTMLButtonElement>("button[name=_action]");
		if (!button || Content()) return;
		event.preventDefault();
		await bringAlive();
		element?.querySelector<HTMLElement>(`button[value="${CSS.escape(button.value)}"]`)?.click();
	};
	onMount(() => {
		element?.addEventListener("click", press);
		if (element?.open) void bringAlive();
	});
	createEffect(() => {
		if (isWrong() && element) element.open = true;
	});

	return (
		<details
			ref={element}
			class="form-part"
			id={props.id}
			open={untrack(() => filled() > 0 || isWrong() || isActedOn())}
			onToggle={(event) => event.currentTarget.open && bringAlive()}
		>
			<summary onPointerEnter={bringAlive} onFocusIn={bringAlive}>
				<h2>{props.title}</h2>
				<span class="meta">
					{filled() ? t("practice_form.partFilled", { count: filled() }) : t("ui.optional")}
				</span>
				<IconOpen />
			</summary>
			<div class="form-part-body">
				<Show
					when={Content()}
					keyed
					fallback={
						<Show
							when={isRendered}
							fallback={
								<For each={untrack(own)}>
									{([name, value]) => <input type="hidden" name={name} value={value} />}
								</For>
							}
						>
							<NoHydration>
								<props.content.Static />
							</NoHydration>
						</Show>
					}
				>
					{(Content) => {
						// It begins with what stands in the fields now, typed before the script came or not.
						const form = element?.closest("form");
						const typed = form ? fieldsOf(form).filter(([name]) => isIn(name)) : [];
						const values = (name: string) =>
							typed.filter(([field]) => field === name).map(([, value]) => value);
						return (
							<FieldSourceContext.Provider
								value={{
									...source,
									value: (name, first) =>
										isIn(name) ? (values(name).at(-1) ?? String(first ?? "")) : source.value(name, first),
									values: (name, first) => (isIn(name) ? values(name) : source.values(name, first)),
									rows: (list) =>
										typed.reduce(
											(count, [name]) =>
												name.startsWith(`${list}.`)
													? Math.max(count, Number.parseInt(name.slice(list.length + 1), 10) + 1)
													: count,
											0,
										),
									action: () => null,
								}}
							>
								<Content />
							</FieldSourceContext.Provider>
						);
					}}
				</Show>
			</div>
		</details>
	);
}

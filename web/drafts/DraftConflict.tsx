import type { Fields } from "@interurban/contract/rendering";
import { For, onMount, Show } from "solid-js";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import type { ServerDraft } from "./drafts.data.ts";

/** Two devices wrote on the same draft: both versions with their times, and what differs; one is chosen to go on with. */
export default function DraftConflict(props: {
	mine: Fields;
	/** When that was typed; ISO 8601. */
	mineAt: string;
	other: ServerDraft;
	/** The name of a field's part, or null for fields nobody sees. */
	labelOf: (name: string) => string | null;
	onMine: () => void;
	onOther: () => void;
}) {
	const t = useWords();
	let box: HTMLDivElement | undefined;
	onMount(() => box?.focus());
	const differences = () => {
		const labels = new Set<string>();
		for (const [name] of [...props.mine, ...props.other.fields]) {
			const label = props.labelOf(name);
			if (label) labels.add(label);
		}
		const textOf = (fields: Fields, label: string) =>
			fields
				.filter(([name, value]) => value.trim() !== "" && props.labelOf(name) === label)
				.map(([, value]) => value)
				.join("\n");
		return [...labels]
			.map((label) => ({ label, mine: textOf(props.mine, label), other: textOf(props.other.fields, label) }))
			.filter(({ mine, other }) => mine !== other);
	};
	return (
		<div ref={box} tabindex="-1">
			<Notice kind="warning" title={t("draft.conflictTitle")}>
				<p>{t("draft.conflictText")}</p>
				<div class="versions">
					<section class="stack">
						<h2>{t("draft.here")}</h2>
						<p class="meta">
							<Time value={props.mineAt} format="datetime" />
						</p>
						<Button kind="primary" onClick={() => props.onMine()}>
							{t("draft.keepMine")}
						</Button>
					</section>
					<section class="stack">
						<h2>{t("draft.elsewhere")}</h2>
						<p class="meta">
							<Time value={props.other.updatedAt} format="datetime" />
						</p>
						<Button onClick={() => props.onOther()}>{t("draft.takeOther")}</Button>
					</section>
				</div>
				<For each={differences()}>
					{(difference) => (
						<details>
							<summary>{difference.label}</summary>
							<div class="versions">
								<p dir="auto" class="plain-text">
									<Show when={difference.mine} fallback="–">
										{difference.mine}
									</Show>
								</p>
								<p dir="auto" class="plain-text">
									<Show when={difference.other} fallback="–">
										{difference.other}
									</Show>
								</p>
							</div>
						</details>
					)}
				</For>
			</Notice>
		</div>
	);
}

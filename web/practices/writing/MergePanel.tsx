import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { Button } from "../../ui/Button.tsx";
import { Link } from "../../ui/Link.tsx";
import { Name } from "../../ui/Name.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useWords } from "../../words.ts";
import { useWriting } from "./context.ts";
import { Pieces } from "./Differences.tsx";
import { getDifferences } from "./editing.data.ts";
import { type EditablePractice, fieldsOfPractice, fingerprints } from "./merge.ts";
import { partWord } from "./part-words.ts";

/**
 * Somebody else published a change while this one was written: what they changed, part by part. What only they changed is
 * in the form already; where both did, the text of this form stays unless theirs is taken.
 */
export default function MergePanel(props: { practice: EditablePractice; since: number }) {
	const t = useWords();
	const writing = useWriting();
	const comparison = createAsync(() =>
		getDifferences(props.practice.id, props.since, props.practice.revision),
	);
	const isMine = (part: string) => {
		const published = fingerprints(fieldsOfPractice(props.practice));
		const typed = fingerprints(writing.fields());
		return [...typed, ...published].some(
			([name]) => name === part && typed.get(name) !== published.get(name),
		);
	};
	return (
		<Show when={comparison()}>
			{(found) => (
				<Notice kind="warning" title={t("practice_edit.mergeTitle")}>
					<p>
						<Name>{found().to.editor.name}</Name> {t("practice_edit.mergeText")}{" "}
						<Link
							href={`/practices/${props.practice.slug}/revisions/compare?from=${props.since}&to=${props.practice.revision}`}
						>
							{t("practice_edit.mergeAll")}
						</Link>
					</p>
					<ul class="plain stack">
						<For each={found().differences}>
							{(difference) => (
								<li>
									<h2>{partWord(t, difference.field)}</h2>
									<Pieces pieces={difference.pieces} lang={props.practice.language} />
									<Show
										when={isMine(difference.field)}
										fallback={<p class="meta">{t("practice_edit.mergeTaken")}</p>}
									>
										<p class="meta">{t("practice_edit.mergeMine")}</p>
										<Button name="_action" value={`take:${difference.field}`} unchecked>
											{t("practice_edit.mergeTake", { part: partWord(t, difference.field) })}
										</Button>
									</Show>
								</li>
							)}
						</For>
					</ul>
				</Notice>
			)}
		</Show>
	);
}

import { createAsync, useLocation } from "@solidjs/router";
import { For, Match, Show, Switch } from "solid-js";
import IconOpen from "~icons/lucide/chevron-down";
import { Link } from "../../ui/Link.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { type Translate, useWords } from "../../words.ts";
import { getCompletion } from "./editing.data.ts";

type Written = NonNullable<Awaited<ReturnType<typeof getCompletion>>["practice"]>;

/** What a full practice has and this one lacks; those that help others most come first. */
function missingIn(practice: Written, t: Translate): { part: string; label: string }[] {
	const lists: [boolean, string, string][] = [
		[practice.results.length > 0, "part-figures", t("practice_hints.results")],
		[
			practice.results.length === 0 || practice.results.some(({ unit, source }) => unit && source),
			"part-figures",
			t("practice_hints.source"),
		],
		[practice.buildingBlocks.length > 0, "part-blocks", t("practice_hints.blocks")],
		[practice.failures !== "", "part-lessons", t("practice_hints.failures")],
		[practice.conditions.length > 0, "part-conditions", t("practice_hints.conditions")],
		[practice.cost !== null, "part-figures", t("practice_hints.cost")],
		[practice.startedYear !== null, "part-figures", t("practice_hints.period")],
		[practice.staff !== "", "part-figures", t("practice_hints.staff")],
		[practice.continuity !== "", "part-lessons", t("practice_hints.continuity")],
		[practice.partners.length > 0, "part-sources", t("practice_hints.partners")],
		[practice.references.length > 0, "part-sources", t("practice_hints.references")],
	];
	return lists.filter(([isThere]) => !isThere).map(([, part, label]) => ({ part, label }));
}

/** What was just done to the practice, one next step, and what is missing for a full one. */
export default function Completion(props: { slug: string }) {
	const t = useWords();
	const location = useLocation();
	const data = createAsync(() => getCompletion(props.slug));
	const edit = () => `/practices/${props.slug}/edit`;
	return (
		<Show when={data()?.practice}>
			{(practice) => (
				<div class="stack no-print">
					<Switch>
						<Match when={location.query.published}>
							<Notice kind="success" title={t("practice_hints.published")}>
								<p>
									{t("practice_hints.publishedText")}{" "}
									<Show when={practice().viewerCanManageAuthors}>
										<Link href={`${edit()}#co-authors`}>{t("practice_hints.invite")}</Link>
									</Show>
								</p>
							</Notice>
						</Match>
						<Match when={location.query.changed}>
							<Notice kind="success" title={t("practice_hints.changed")}>
								<p>
									<Link href={`/practices/${props.slug}/revisions`}>{t("practice_hints.history")}</Link>
								</p>
							</Notice>
						</Match>
						<Match when={location.query.confirmed}>
							<Notice kind="success" title={t("practice_hints.confirmed")} />
						</Match>
					</Switch>
					<Show when={missingIn(practice(), t).length}>
						<details class="form-part" open={Boolean(location.query.published)}>
							<summary>
								<strong>{t("practice_hints.missing", { count: missingIn(practice(), t).length })}</strong>
								<span class="meta">{t("practice_hints.onlyYou")}</span>
								<IconOpen />
							</summary>
							<ul>
								<For each={missingIn(practice(), t)}>
									{({ part, label }) => (
										<li>
											<Link href={`${edit()}#${part}`}>{label}</Link>
										</li>
									)}
								</For>
							</ul>
						</details>
					</Show>
				</div>
			)}
		</Show>
	);
}

import { createAsync, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { NotFound } from "../shell/ErrorPage.tsx";
import { useAddress } from "../ui/address.ts";
import { Breadcrumbs } from "../ui/Breadcrumbs.tsx";
import { Button } from "../ui/Button.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Name } from "../ui/Name.tsx";
import { Page } from "../ui/Page.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { Section } from "../ui/Section.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import { getHistory } from "./writing/editing.data.ts";

export const preload: Preload = ({ params }) => getHistory(params.slug ?? "");

type History = NonNullable<Awaited<ReturnType<typeof getHistory>>["practice"]>;

/** Every state of a practice since it was published, for everybody. */
export default function PracticeRevisionsPage() {
	const params = useParams();
	const data = createAsync(() => getHistory(params.slug ?? ""));
	return (
		<Show when={data()}>
			{(found) => (
				<Show when={found().practice} fallback={<NotFound />}>
					{(practice) => <Revisions practice={practice()} />}
				</Show>
			)}
		</Show>
	);
}

function Revisions(props: { practice: History }) {
	const t = useWords();
	const address = () => `/practices/${props.practice.slug}`;
	const compare = (from: number, to: number) => `${address()}/revisions/compare?from=${from}&to=${to}`;
	return (
		<Page
			head={
				<>
					<Breadcrumbs items={[{ href: address(), label: props.practice.displayTitle }]} />
					<Headline plain>{t("practice_edit.history")}</Headline>
					<Lead>{t("practice_edit.historyLead")}</Lead>
				</>
			}
		>
			<Head title={`${t("practice_edit.history")}: ${props.practice.displayTitle}`} noIndex />
			<RuledList items={props.practice.revisions} long>
				{(revision) => (
					<>
						<h2 class="revision">
							{t("practice_edit.revisionNumber", { number: revision.number })}
							<Show when={revision.current}>
								{" "}
								<span class="badge badge-box">{t("practice_edit.current")}</span>
							</Show>
						</h2>
						<Show when={revision.summary}>
							<p dir="auto">{revision.summary}</p>
						</Show>
						<ul class="meta dotted">
							<li>
								<Time value={revision.createdAt} format="datetime" />
							</li>
							<li>
								<Link href={`/people/${revision.editor.handle}`}>
									<Name>{revision.editor.name}</Name>
								</Link>
							</li>
							<Show when={revision.number > 1} fallback={<li>{t("practice_edit.firstRevision")}</li>}>
								<li>
									<Link href={compare(revision.number - 1, revision.number)}>
										{t("practice_edit.whatChanged")}
										<span class="visually-hidden">
											{" "}
											{t("practice_edit.revisionNumber", { number: revision.number })}
										</span>
									</Link>
								</li>
							</Show>
						</ul>
					</>
				)}
			</RuledList>
			<Show when={props.practice.revisions.length > 2}>
				<CompareAny practice={props.practice} />
			</Show>
		</Page>
	);
}

/** Any two revisions side by side. */
function CompareAny(props: { practice: History }) {
	const t = useWords();
	const address = useAddress();
	const options = () =>
		props.practice.revisions.map(({ number }) => ({
			value: String(number),
			label: t("practice_edit.revisionNumber", { number }),
		}));
	return (
		<Section id="compare" title={t("practice_edit.compareAny")}>
			<form
				class="stack narrow"
				method="get"
				action={address(`/practices/${props.practice.slug}/revisions/compare`)}
			>
				<div class="field-pair">
					<SelectField name="from" label={t("practice_edit.from")} required options={options()} value="1" />
					<SelectField
						name="to"
						label={t("practice_edit.to")}
						required
						options={options()}
						value={String(props.practice.revision)}
					/>
				</div>
				<Button>{t("practice_edit.compare")}</Button>
			</form>
		</Section>
	);
}

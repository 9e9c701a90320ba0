import { createAsync, useLocation, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { NotFound } from "../shell/ErrorPage.tsx";
import { Breadcrumbs } from "../ui/Breadcrumbs.tsx";
import { FactList } from "../ui/FactList.tsx";
import { Headline } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Name } from "../ui/Name.tsx";
import { Page } from "../ui/Page.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import { Differences } from "./writing/Differences.tsx";
import { getComparison } from "./writing/editing.data.ts";

export const preload: Preload = ({ params, location }) =>
	getComparison(params.slug ?? "", Number(location.query.from), Number(location.query.to));

/** Two revisions of a practice, word by word, for everybody. */
export default function PracticeComparisonPage() {
	const params = useParams();
	const location = useLocation();
	const number = (name: string) => Number(location.query[name]);
	const data = createAsync(() => getComparison(params.slug ?? "", number("from"), number("to")));
	return (
		<Show when={data()} fallback={data() === null && <NotFound />}>
			{(found) => <Comparison of={found()} />}
		</Show>
	);
}

type Found = NonNullable<Awaited<ReturnType<typeof getComparison>>>;

function Comparison(props: { of: Found }) {
	const t = useWords();
	const address = () => `/practices/${props.of.practice.slug}`;
	const title = () => t("practice_edit.comparison", { from: props.of.from.number, to: props.of.to.number });
	const fact = (revision: Found["from"]) => ({
		label: t("practice_edit.revisionNumber", { number: revision.number }),
		value: (
			<>
				<Time value={revision.createdAt} format="datetime" />
				<div class="meta">
					<Link href={`/people/${revision.editor.handle}`}>
						<Name>{revision.editor.name}</Name>
					</Link>
				</div>
				<Show when={revision.summary}>
					<div class="meta" dir="auto">
						{revision.summary}
					</div>
				</Show>
			</>
		),
	});
	return (
		<Page
			head={
				<>
					<Breadcrumbs
						items={[
							{ href: address(), label: props.of.practice.displayTitle },
							{ href: `${address()}/revisions`, label: t("practice_edit.history") },
						]}
					/>
					<Headline plain>{title()}</Headline>
				</>
			}
			margin={<FactList facts={[fact(props.of.to), fact(props.of.from)]} />}
		>
			<Head title={`${title()}: ${props.of.practice.displayTitle}`} noIndex />
			<Show when={props.of.differences.length} fallback={<p>{t("practice_edit.noDifference")}</p>}>
				<Differences differences={props.of.differences} lang={props.of.practice.language} />
			</Show>
		</Page>
	);
}

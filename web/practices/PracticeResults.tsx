import { Show } from "solid-js";
import { useFormat } from "../format.ts";
import { DataTable } from "../ui/DataTable.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import type { FullPractice } from "./practices.data.ts";

/** What was measured, as a table. */
export function PracticeResults(props: { results: FullPractice["results"] }) {
	const t = useWords();
	const { number } = useFormat();
	const figure = (value: number | null) => (value === null ? "–" : number(value));
	return (
		<Show when={props.results.length}>
			<Section id="results" title={t("practices.results")}>
				<DataTable
					id="results-table"
					caption={t("practices.results_caption")}
					columns={[
						{ label: t("practice_terms.indicator"), cell: (row) => <bdi>{row.indicator}</bdi> },
						{ label: t("practice_terms.before"), cell: (row) => figure(row.before), numeric: true },
						{ label: t("practice_terms.after"), cell: (row) => figure(row.after), numeric: true },
						{ label: t("practice_terms.unit"), cell: (row) => <bdi>{row.unit}</bdi> },
						{
							label: t("practice_terms.year"),
							cell: (row) => (row.year === null ? "–" : String(row.year)),
							numeric: true,
						},
						{
							label: t("practice_terms.source"),
							cell: (row) => (
								<Show when={row.sourceUrl} fallback={<bdi>{row.source || "–"}</bdi>}>
									{(url) => (
										<a href={url()} rel="nofollow ugc noopener">
											{hostOf(url())}
										</a>
									)}
								</Show>
							),
						},
					]}
					rows={props.results}
				/>
			</Section>
		</Show>
	);
}

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}

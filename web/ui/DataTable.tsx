import { For, type JSX } from "solid-js";

export interface Column<Row> {
	label: JSX.Element;
	cell: (row: Row) => JSX.Element;
	/** Figures: set at the end of the column, one digit below the other. */
	numeric?: boolean;
}

/** A table with a caption; scrolls sideways on its own where it is too wide. The first column names the row. */
export function DataTable<Row>(props: {
	/** Unique on the page. */
	id: string;
	caption: string;
	columns: readonly Column<Row>[];
	rows: readonly Row[];
}) {
	return (
		<section class="table-scroll" tabindex="0" aria-labelledby={`${props.id}-caption`}>
			<table class="data-table">
				<caption id={`${props.id}-caption`}>{props.caption}</caption>
				<thead>
					<tr>
						<For each={props.columns}>
							{(column) => (
								<th scope="col" class={column.numeric ? "number" : undefined}>
									{column.label}
								</th>
							)}
						</For>
					</tr>
				</thead>
				<tbody>
					<For each={props.rows}>
						{(row) => (
							<tr>
								<th scope="row">{props.columns[0]?.cell(row)}</th>
								<For each={props.columns.slice(1)}>
									{(column) => <td class={column.numeric ? "number" : undefined}>{column.cell(row)}</td>}
								</For>
							</tr>
						)}
					</For>
				</tbody>
			</table>
		</section>
	);
}

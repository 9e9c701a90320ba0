import { escapeHtml } from "../head.tsx";
import { useAddress } from "./address.ts";

/** A link in a list, with a line of details below it. */
export interface Entry {
	href: string;
	label: string;
	/** BCP 47 tag of the label where it is not the page's. */
	lang?: string | undefined;
	/** Parted by dots. */
	details?: readonly string[] | undefined;
}

/**
 * Many short links: in columns, one below the other, or in running lines. Made as text rather than as elements, because
 * hundreds of links need no life of their own in the browser; the router follows them all the same.
 */
export function EntryList(props: {
	entries: readonly Entry[];
	/** `columns` by default. */
	layout?: "columns" | "stacked" | "running" | undefined;
	/** Makes the list a place to skip to. */
	id?: string | undefined;
}) {
	const address = useAddress();
	const link = (entry: Entry) => {
		const lang = entry.lang ? ` lang="${escapeHtml(entry.lang)}"` : "";
		const label = `<a href="${escapeHtml(address(entry.href))}"><bdi${lang}>${escapeHtml(entry.label)}</bdi></a>`;
		const details = (entry.details ?? []).map((detail) => `<bdi>${escapeHtml(detail)}</bdi>`).join(" · ");
		return `<li>${label}${details && ` <span class="meta">${details}</span>`}</li>`;
	};
	return (
		<ul
			class={`entries entries-${props.layout ?? "columns"}`}
			id={props.id}
			tabindex={props.id ? -1 : undefined}
			innerHTML={props.entries.map(link).join("")}
		/>
	);
}

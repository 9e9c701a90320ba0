/** A link of a navigation. */
export interface NavItem {
	href: string;
	label: string;
	/** Marks the page or section the reader is in. */
	current?: boolean | undefined;
	/** How much is new there. */
	count?: number | undefined;
}

/** The same page in another language. */
export interface LanguageLink {
	/** BCP 47 tag. */
	language: string;
	/** The language's own name, e.g. "Українська". */
	name: string;
	href: string;
	current?: boolean | undefined;
}

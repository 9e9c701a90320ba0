import XMLBuilder from "fast-xml-builder";

/** A text with its language as BCP 47 tag. */
export interface Text {
	text: string;
	language: string;
}

export interface Entry {
	/** A URI that stays, whatever the entry's address and language. */
	id: string;
	title: Text;
	/** Whole address. */
	href: string;
	/** ISO 8601. */
	published: string;
	updated: string;
	summary: (Text & { type: "text" | "html" }) | null;
	author: string | null;
	categories: readonly { term: string; label: string }[];
}

export interface Feed {
	language: string;
	title: string;
	/** Whole addresses: of the feed itself, of the page that shows the same, of what the terms of categories belong to. */
	self: string;
	page: string;
	scheme: string;
	origin: string;
	entries: readonly Entry[];
}

const builder = new XMLBuilder({
	ignoreAttributes: false,
	attributeNamePrefix: "@",
	suppressEmptyNode: true,
});

/** A feed as Atom (RFC 4287). */
export function atomOf(feed: Feed): string {
	const changes = feed.entries.map(({ updated }) => updated).sort();
	return builder.build({
		"?xml": { "@version": "1.0", "@encoding": "utf-8" },
		feed: {
			"@xmlns": "http://www.w3.org/2005/Atom",
			"@xml:lang": feed.language,
			id: feed.self,
			title: readable(feed.title),
			// Without entries nothing has happened yet, and the feed must not change with every look at it.
			updated: changes.at(-1) ?? new Date(0).toISOString(),
			link: [
				{ "@rel": "self", "@type": "application/atom+xml", "@href": feed.self },
				{ "@rel": "alternate", "@type": "text/html", "@href": feed.page },
			],
			author: { name: "Interurban", uri: feed.origin },
			generator: { "@uri": feed.origin, "#text": "Interurban" },
			entry: feed.entries.map((entry) => entryOf(entry, feed)),
		},
	});
}

function entryOf(entry: Entry, { scheme }: Feed): object {
	const { id, title, href, published, updated, summary, author, categories } = entry;
	return {
		id,
		title: { "@xml:lang": title.language, "#text": readable(title.text) },
		link: { "@rel": "alternate", "@type": "text/html", "@href": href },
		published,
		updated,
		...(author ? { author: { name: readable(author) } } : {}),
		...(summary
			? {
					summary: {
						"@type": summary.type,
						"@xml:lang": summary.language,
						"#text": readable(summary.text),
					},
				}
			: {}),
		category: categories.map(({ term, label }) => ({
			"@term": term,
			"@scheme": scheme,
			"@label": readable(label),
		})),
	};
}

/** Without what XML 1.0 cannot hold, nor any reader show. */
const readable = (text: string): string =>
	text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");

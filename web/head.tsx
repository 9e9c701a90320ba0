import { languages } from "@interurban/contract/languages";
import { createEffect } from "solid-js";
import { isServer } from "solid-js/web";
import { currentRequest } from "./request.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? "");

export type HeadProps = {
	title: string;
	description?: string | undefined;
	/** Path below the language prefix, when the page has one true address; other languages are linked from it. */
	canonical?: string | undefined;
	/** schema.org, as JSON-LD; on the server alone. */
	jsonLd?: object | false;
	/** Keeps the page out of search engines. */
	noIndex?: boolean | undefined;
	/** Address of a feed, below the language prefix. */
	feed?: string | undefined;
	/** The same for programs: media types and addresses. */
	data?: readonly { type: string; href: string }[] | undefined;
};

/** The page's title and what machines read about it; on the client only the title changes. */
export function Head(props: HeadProps) {
	const full = () => (props.title ? `${props.title} · Interurban` : "Interurban");
	if (!isServer) {
		createEffect(() => {
			document.title = full();
		});
		return null;
	}
	const request = currentRequest();
	const { origin, language } = request;
	const tags: string[] = [];
	const meta = (name: string, content: string, attribute = "name") =>
		tags.push(`<meta ${attribute}="${name}" content="${escapeHtml(content)}">`);
	if (props.description) meta("description", props.description);
	meta("og:title", props.title || "Interurban", "property");
	if (props.description) meta("og:description", props.description, "property");
	if (props.noIndex) meta("robots", "noindex");
	if (props.canonical !== undefined) {
		const address = (prefix: string) => escapeHtml(`${origin}${prefix}${props.canonical}`);
		tags.push(`<link rel="canonical" href="${address(`/${language}`)}">`);
		for (const other of languages)
			tags.push(`<link rel="alternate" hreflang="${other}" href="${address(`/${other}`)}">`);
		tags.push(`<link rel="alternate" hreflang="x-default" href="${address("")}">`);
	}
	if (props.feed)
		tags.push(
			`<link rel="alternate" type="application/atom+xml" href="${escapeHtml(`/${language}${props.feed}`)}">`,
		);
	for (const { type, href } of props.data ?? [])
		tags.push(`<link rel="alternate" type="${type}" href="${escapeHtml(href)}">`);
	if (props.jsonLd) {
		const json = JSON.stringify(props.jsonLd).replaceAll("<", "\\u003c");
		tags.push(`<script type="application/ld+json" nonce="${request.nonce}">${json}</script>`);
	}
	request.head = { title: full(), tags };
	return null;
}

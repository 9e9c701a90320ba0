import type { JSX } from "solid-js";
import { useWords } from "../words.ts";
import { Avatar } from "./Avatar.tsx";
import { useAddress } from "./address.ts";
import { Prose } from "./Prose.tsx";
import { Time } from "./Time.tsx";

export interface PostViewProps {
	/** Id of the element, which permalinks lead to. */
	id: string;
	author: { name: string; href: string; picture?: string | null | undefined };
	/** The place the author works in. */
	place?: string | null | undefined;
	/** ISO 8601. */
	createdAt: string;
	/** Where it is shown what it said before, when it was edited. */
	edited?: string | undefined;
	/** Address of the post itself. */
	permalink: string;
	/** Sanitised on the server. */
	html: string;
	lang?: string | undefined;
	deleted?: boolean | undefined;
	/** Chosen as the answer to the question. */
	accepted?: boolean | undefined;
	/** The post this one answers. */
	replyTo?: { name: string; href: string } | undefined;
	/** Above the text, where it needs explaining. */
	note?: JSX.Element;
	/** In the place of the text. */
	instead?: JSX.Element;
	/** Links and buttons below the text. */
	actions?: JSX.Element;
}

/**
 * One post of a discussion. A page has many: it is written with conditions and elements rather than `Show` and `Link`, since
 * each component costs the server more than what it writes.
 */
export function PostView(props: PostViewProps) {
	const t = useWords();
	const address = useAddress();
	return (
		<article
			class="post"
			classList={{ "post-accepted": props.accepted === true }}
			id={props.id}
			aria-labelledby={`${props.id}-by`}
			tabindex="-1"
		>
			<Avatar name={props.author.name} picture={props.author.picture} />
			<header class="post-by dotted">
				<b id={`${props.id}-by`}>
					<a href={address(props.author.href)}>
						<bdi>{props.author.name}</bdi>
					</a>
				</b>
				{props.place && (
					<span>
						<bdi>{props.place}</bdi>
					</span>
				)}
				<span>
					<a href={address(props.permalink)}>
						<span class="visually-hidden">{t("ui.permalink")}: </span>
						<Time value={props.createdAt} format="datetime" />
					</a>
				</span>
				{props.edited && (
					<span class="meta">
						<a href={address(props.edited)}>{t("ui.edited")}</a>
					</span>
				)}
				{props.accepted && (
					<span>
						<span class="accepted-mark">✓ {t("ui.accepted")}</span>
					</span>
				)}
			</header>
			{props.replyTo && (
				<p class="meta">
					<a href={address(props.replyTo.href)}>{t("ui.inReplyTo", { name: props.replyTo.name })}</a>
				</p>
			)}
			{props.deleted ? (
				<p class="meta post-body">{t("ui.postDeleted")}</p>
			) : (
				<>
					{props.note}
					{props.instead ?? <Prose html={props.html} lang={props.lang} class="post-body" />}
				</>
			)}
			{!props.deleted && <div class="post-actions">{props.actions}</div>}
		</article>
	);
}

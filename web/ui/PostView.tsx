import { type JSX, Show } from "solid-js";
import { useWords } from "../words.ts";
import { Avatar } from "./Avatar.tsx";
import { Link } from "./Link.tsx";
import { Name } from "./Name.tsx";
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
	edited?: boolean | undefined;
	/** Where it is shown what it said before. */
	history?: string | undefined;
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

/** One post of a discussion. */
export function PostView(props: PostViewProps) {
	const t = useWords();
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
					<Link href={props.author.href}>
						<Name>{props.author.name}</Name>
					</Link>
				</b>
				<Show when={props.place}>
					<span>
						<Name>{props.place}</Name>
					</span>
				</Show>
				<span>
					<Link href={props.permalink}>
						<span class="visually-hidden">{t("ui.permalink")}: </span>
						<Time value={props.createdAt} format="datetime" />
					</Link>
				</span>
				<Show when={props.edited}>
					<span class="meta">
						<Show when={props.history} fallback={t("ui.edited")}>
							{(href) => <Link href={href()}>{t("ui.edited")}</Link>}
						</Show>
					</span>
				</Show>
				<Show when={props.accepted}>
					<span>
						<span class="accepted-mark">✓ {t("ui.accepted")}</span>
					</span>
				</Show>
			</header>
			<Show when={props.replyTo}>
				{(reply) => (
					<p class="meta">
						<Link href={reply().href}>{t("ui.inReplyTo", { name: reply().name })}</Link>
					</p>
				)}
			</Show>
			<Show when={!props.deleted} fallback={<p class="meta post-body">{t("ui.postDeleted")}</p>}>
				{props.note}
				<Show when={props.instead} fallback={<Prose html={props.html} lang={props.lang} class="post-body" />}>
					{(instead) => instead()}
				</Show>
			</Show>
			<Show when={props.actions}>{(actions) => <div class="post-actions">{actions()}</div>}</Show>
		</article>
	);
}

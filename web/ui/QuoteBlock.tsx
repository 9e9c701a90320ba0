import { type JSX, Show } from "solid-js";
import { useWords } from "../words.ts";
import { Link } from "./Link.tsx";

/** What somebody else wrote, inside a post. `href` leads to the place. */
export function QuoteBlock(props: {
	by: string;
	href?: string | undefined;
	lang?: string | undefined;
	children: JSX.Element;
}) {
	const t = useWords();
	const source = () => t("ui.wrote", { name: props.by });
	return (
		<blockquote class="quote">
			<p class="quote-by" dir="auto">
				<Show when={props.href} fallback={source()}>
					{(href) => <Link href={href()}>{source()}</Link>}
				</Show>
			</p>
			<div lang={props.lang} dir="auto">
				{props.children}
			</div>
		</blockquote>
	);
}

import { For } from "solid-js";
import IconGlobe from "~icons/lucide/globe";
import { useWords } from "../words.ts";
import type { LanguageLink } from "./links.ts";

/** The language switch: each language by its own name, leading to the same page. */
export function LanguageMenu(props: { languages: LanguageLink[] }) {
	const t = useWords();
	const current = () => props.languages.find((link) => link.current);
	return (
		<div class="menu-place">
			<button type="button" class="menu-button" popovertarget="language-menu">
				<IconGlobe />
				<span class="visually-hidden">{t("ui.language")}: </span>
				{current()?.language.toUpperCase()}
			</button>
			<div id="language-menu" class="menu" popover="auto">
				<ul class="languages">
					<For each={props.languages}>
						{(link) => (
							<li>
								<a
									href={link.href}
									lang={link.language}
									hreflang={link.language}
									rel="alternate external"
									aria-current={link.current ? "true" : undefined}
								>
									<bdi>{link.name}</bdi>
								</a>
							</li>
						)}
					</For>
				</ul>
			</div>
		</div>
	);
}

import { languages, ownNames } from "@interurban/contract/languages";
import { type JSX, Show, Suspense } from "solid-js";
import IconHome from "~icons/lucide/house";
import IconMessages from "~icons/lucide/messages-square";
import IconSearch from "~icons/lucide/search";
import IconPlus from "~icons/lucide/square-plus";
import IconUser from "~icons/lucide/user-round";
import { part } from "../part.ts";
import { readText } from "../search/question.ts";
import { useAddress } from "../ui/address.ts";
import { BottomBar } from "../ui/BottomBar.tsx";
import { Footer } from "../ui/Footer.tsx";
import { LiveRegion } from "../ui/LiveRegion.tsx";
import { Masthead } from "../ui/Masthead.tsx";
import { SkipLink } from "../ui/SkipLink.tsx";
import { useLanguage, useWords } from "../words.ts";
import type { Member } from "./shell.data.ts";

const MemberMenu = part(() => import("./MemberMenu.tsx"), ["member"]);
const MenuMark = part(
	() => import("./MemberMenu.tsx").then(({ MenuMark }) => ({ default: MenuMark })),
	["member"],
);

/**
 * Masthead, foot and navigation around a page; asks for no data, so that it stands around error pages too.
 * `path` and `query` are the page's address below the language prefix. Only the parts that show the viewer wait for it.
 */
export function Frame(props: {
	path: string;
	query: string;
	viewer: Member | null;
	main: (element: HTMLElement) => void;
	children: JSX.Element;
}) {
	const t = useWords();
	const language = useLanguage();
	const item = (href: string, label: string) => ({
		href,
		label,
		current: props.path === href || (href !== "/" && props.path.startsWith(`${href}/`)),
	});
	const profile = () => `/people/${props.viewer?.handle}`;
	return (
		<div class="sheet">
			<SkipLink />
			<Masthead
				home="/"
				nav={[
					item("/practices", t("shell.practices")),
					item("/people", t("shell.people")),
					item("/threads", t("shell.threads")),
					item("/challenges", t("shell.challenges")),
					item("/topics", t("shell.topics")),
				]}
				search={{
					action: "/search",
					value: props.path === "/search" ? readText(props.query) : "",
				}}
				languages={languages.map((code) => ({
					language: code,
					name: ownNames[code],
					href: `/${code}${props.path}${props.query}`,
					current: code === language,
				}))}
				mark={
					<Suspense>
						<Show when={props.viewer}>{(viewer) => <MenuMark viewer={viewer()} />}</Show>
					</Suspense>
				}
				account={
					<Suspense>
						<Show
							when={props.viewer}
							fallback={
								<SignInLinks signIn={`/sign-in?next=${encodeURIComponent(props.path + props.query)}`} />
							}
						>
							{(viewer) => <MemberMenu viewer={viewer()} path={props.path} />}
						</Show>
					</Suspense>
				}
			/>
			<main id="content" tabindex="-1" ref={(element) => props.main(element)}>
				{props.children}
			</main>
			<Footer
				links={[
					item("/practices", t("shell.practices")),
					item("/people", t("shell.people")),
					item("/topics", t("shell.topics")),
					item("/countries", t("shell.places")),
				]}
			>
				<p class="meta">
					{t("shell.purpose")} {t("shell.sources")}
				</p>
			</Footer>
			<Suspense>
				<BottomBar
					items={[
						{ ...item("/", t("shell.home")), icon: IconHome },
						{ ...item("/search", t("shell.search")), icon: IconSearch },
						{ ...item("/practices/new", t("shell.publish")), icon: IconPlus },
						{ ...item("/threads", t("shell.threads")), icon: IconMessages },
						{ ...item(props.viewer ? profile() : "/sign-in", t("shell.me")), icon: IconUser },
					]}
				/>
			</Suspense>
			<LiveRegion />
		</div>
	);
}

/** For visitors, in the place of the menu. */
function SignInLinks(props: { signIn: string }) {
	const t = useWords();
	const address = useAddress();
	return (
		<div class="row">
			<a class="button button-quiet" href={address(props.signIn)} rel="nofollow">
				{t("ui.signIn")}
			</a>
			<a class="button button-primary" href={address("/join")} rel="nofollow">
				{t("ui.join")}
			</a>
		</div>
	);
}

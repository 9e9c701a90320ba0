import { languages } from "@interurban/contract/languages";
import { type RouteSectionProps, useLocation } from "@solidjs/router";
import { createEffect, createSignal, ErrorBoundary, on, onCleanup, onMount, Show, Suspense } from "solid-js";
import IconHome from "~icons/lucide/house";
import IconMessages from "~icons/lucide/messages-square";
import IconSearch from "~icons/lucide/search";
import IconPlus from "~icons/lucide/square-plus";
import IconUser from "~icons/lucide/user-round";
import { AccountMenu } from "../ui/AccountMenu.tsx";
import { BottomBar } from "../ui/BottomBar.tsx";
import { Footer } from "../ui/Footer.tsx";
import { LiveRegion } from "../ui/LiveRegion.tsx";
import { Masthead } from "../ui/Masthead.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { SkipLink } from "../ui/SkipLink.tsx";
import { useLanguage, useWords } from "../words.ts";
import { ErrorPage } from "./ErrorPage.tsx";

/** Each language by its own name. */
const ownNames = {
	de: "Deutsch",
	en: "English",
	fr: "Français",
	es: "Español",
	ar: "العربية",
	uk: "Українська",
};

/** What surrounds every page: masthead, navigation, foot, and the frame that catches what goes wrong inside. */
export function Shell(props: RouteSectionProps) {
	const t = useWords();
	const language = useLanguage();
	const location = useLocation();
	const path = () => location.pathname.slice(language.length + 1) || "/";
	const item = (href: string, label: string) => ({
		href,
		label,
		current: path() === href || (href !== "/" && path().startsWith(`${href}/`)),
	});
	let main: HTMLElement | undefined;

	// After a change of page within the browser, readers by keyboard and ear begin at the new page, not where they were.
	createEffect(
		on(
			() => location.pathname,
			() => main?.focus({ preventScroll: true }),
			{ defer: true },
		),
	);

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
				search={{ action: "/search", value: path() === "/search" ? String(location.query.q ?? "") : "" }}
				languages={languages.map((code) => ({
					language: code,
					name: ownNames[code],
					href: `/${code}${path()}${location.search}`,
					current: code === language,
				}))}
				account={
					<AccountMenu
						viewer={null}
						items={[]}
						signIn={`/sign-in?next=${encodeURIComponent(path() + location.search)}`}
						join="/join"
						signOut={null}
					/>
				}
			/>
			<ConnectionNotice />
			<main id="content" tabindex="-1" ref={main}>
				<ErrorBoundary fallback={(error) => <ErrorPage error={error} />}>
					<Suspense fallback={<Skeleton />}>{props.children}</Suspense>
				</ErrorBoundary>
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
			<BottomBar
				items={[
					{ ...item("/", t("shell.home")), icon: () => <IconHome class="icon" aria-hidden="true" /> },
					{
						...item("/search", t("shell.search")),
						icon: () => <IconSearch class="icon" aria-hidden="true" />,
					},
					{
						...item("/practices/new", t("shell.publish")),
						icon: () => <IconPlus class="icon" aria-hidden="true" />,
					},
					{
						...item("/threads", t("shell.threads")),
						icon: () => <IconMessages class="icon" aria-hidden="true" />,
					},
					{
						...item("/sign-in", t("shell.me")),
						icon: () => <IconUser class="icon" aria-hidden="true" />,
					},
				]}
			/>
			<LiveRegion />
		</div>
	);
}

/** Says that the connection is gone, and that nothing is lost by it. */
function ConnectionNotice() {
	const t = useWords();
	const [online, setOnline] = createSignal(true);
	onMount(() => {
		const update = () => setOnline(navigator.onLine);
		update();
		window.addEventListener("online", update);
		window.addEventListener("offline", update);
		onCleanup(() => {
			window.removeEventListener("online", update);
			window.removeEventListener("offline", update);
		});
	});
	return (
		<Show when={!online()}>
			<Notice kind="warning">{t("shell.offline")}</Notice>
		</Show>
	);
}

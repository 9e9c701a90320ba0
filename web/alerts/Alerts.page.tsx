import { createAsync, revalidate } from "@solidjs/router";
import { createEffect, createSignal, For, on, onMount, Show } from "solid-js";
import { execute } from "../execute.ts";
import { Form } from "../form.tsx";
import { LookAtAlerts } from "../generated/operations.ts";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { announce } from "../ui/LiveRegion.tsx";
import { NewItemsButton } from "../ui/NewItemsButton.tsx";
import { Page } from "../ui/Page.tsx";
import { useWords } from "../words.ts";
import { AlertItem } from "./AlertItem.tsx";
import { type Alert, getAlerts } from "./alerts.data.ts";
import { lookAtAlertsForm } from "./alerts.forms.ts";
import { newHits, setNewHits } from "./new-hits.ts";

export const preload: Preload = () => getAlerts();

/** One's saved searches, and what has come since one last looked. */
export default function AlertsPage() {
	const t = useWords();
	const data = createAsync(() => getAlerts());
	return (
		<Page
			head={
				<>
					<Headline plain>{t("alerts.title")}</Headline>
					<Lead>{t("alerts.lead")}</Lead>
				</>
			}
		>
			<Head title={t("alerts.title")} noIndex />
			<Show when={data()}>
				{(found) => (
					<Show when={found().viewer} fallback={<ToSignIn />}>
						<Show when={found().alerts.length} fallback={<NoAlerts />}>
							<AlertList alerts={found().alerts} />
						</Show>
					</Show>
				)}
			</Show>
		</Page>
	);
}

function NoAlerts() {
	const t = useWords();
	return (
		<EmptyState whole title={t("alerts.none")} action={{ href: "/search", label: t("alerts.none_action") }}>
			{t("alerts.none_text")}
		</EmptyState>
	);
}

/** With JavaScript, showing the list is looking at it; without, a button says so. */
function AlertList(props: { alerts: readonly Alert[] }) {
	const t = useWords();
	const until = () =>
		props.alerts
			.flatMap(({ hits }) => hits)
			.filter(({ isNew }) => isNew)
			.map(({ foundAt }) => foundAt)
			.sort()
			.at(-1);
	const [isSeen, setSeen] = createSignal(false);
	const look = async (time: string | undefined) => {
		// What cannot be told now is told at the next look.
		if (time)
			await execute(LookAtAlerts, { until: time }).then(
				() => setNewHits(0),
				() => {},
			);
		setSeen(true);
	};
	onMount(() => createEffect(on(until, look)));
	const changed = async (news: string) => {
		await revalidate(getAlerts.key);
		announce(news);
		// The button that was pressed is gone.
		document.getElementById("content")?.focus();
	};
	return (
		<div class="stack">
			<NewItemsButton count={isSeen() ? (newHits() ?? 0) : 0} onClick={() => window.location.reload()} />
			<Show when={until()}>
				{(time) => (
					<Form of={lookAtAlertsForm} class="without-script">
						<input type="hidden" name="until" value={time()} />
						<Button>{t("alerts.seen")}</Button>
					</Form>
				)}
			</Show>
			<For each={props.alerts}>{(alert) => <AlertItem alert={alert} onChanged={changed} />}</For>
		</div>
	);
}

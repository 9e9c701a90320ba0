import { Show } from "solid-js";
import { Button } from "../ui/Button.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import { AccountForm } from "./AccountForm.tsx";
import { endOtherSessionsForm, endSessionForm } from "./account.forms.ts";
import type { getAccount } from "./people.data.ts";

type Session = Awaited<ReturnType<typeof getAccount>>["sessions"][number];

/** Where one is signed in, each with a way to end it from here. */
export function Sessions(props: { sessions: readonly Session[] }) {
	const t = useWords();
	return (
		<>
			<p>{t("account.sessionsLead")}</p>
			<RuledList items={props.sessions}>{(session) => <SessionItem session={session} />}</RuledList>
			<Show when={props.sessions.length > 1}>
				<AccountForm of={endOtherSessionsForm}>
					<Button>{t("account.endOthers")}</Button>
				</AccountForm>
			</Show>
		</>
	);
}

function SessionItem(props: { session: Session }) {
	const t = useWords();
	const device = () => {
		const { browser, system } = props.session;
		if (browser && system) return t("account.device", { browser, system });
		return browser ?? system ?? t("account.unknownDevice");
	};
	return (
		<>
			<h3>
				<bdi>{device()}</bdi>
			</h3>
			<p class="meta">
				{t("account.since")} <Time value={props.session.startedAt} format="datetime" />
			</p>
			<Show when={!props.session.current} fallback={<p class="meta">{t("account.thisSession")}</p>}>
				<AccountForm
					of={endSessionForm}
					key={props.session.id}
					aria-label={t("account.endSessionOf", { device: device() })}
				>
					<input type="hidden" name="id" value={props.session.id} />
					<Button kind="quiet">{t("account.endSession")}</Button>
				</AccountForm>
			</Show>
		</>
	);
}

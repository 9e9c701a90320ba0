import { Show } from "solid-js";
import { Form } from "../form.tsx";
import { useFormat } from "../format.ts";
import { addressOf, feedOf } from "../search/search-address.ts";
import { linkOf } from "../search/thing-link.ts";
import { Button } from "../ui/Button.tsx";
import { RuledItem, RuledList } from "../ui/RuledList.tsx";
import { Section } from "../ui/Section.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Time } from "../ui/Time.tsx";
import { useLanguage, useWords } from "../words.ts";
import { type Alert, stateOf } from "./alerts.data.ts";
import { removeAlertForm, renameAlertForm } from "./alerts.forms.ts";

/** An alert: its name, what it found, the new first, and what can be done with it. */
export function AlertItem(props: {
	alert: Alert;
	/** Called with what is to be said of it. */
	onChanged: (news: string) => void;
}) {
	const t = useWords();
	const language = useLanguage();
	const { languageName } = useFormat();
	const isElsewhere = () => props.alert.language !== language;
	const more = () => props.alert.newCount - props.alert.hits.filter(({ isNew }) => isNew).length;
	return (
		<Section
			id={`alert-${props.alert.id}`}
			title={<bdi>{props.alert.name}</bdi>}
			aside={
				<Show when={props.alert.newCount}>
					{(count) => <strong class="new-count">{t("alerts.new_count", { count: count() })}</strong>}
				</Show>
			}
		>
			<Show when={!props.alert.newCount}>
				<p class="meta">{props.alert.hits.length ? t("alerts.nothing_new") : t("alerts.nothing_yet")}</p>
			</Show>
			<Show when={props.alert.hits.length}>
				<RuledList items={props.alert.hits}>{(found) => <AlertHit found={found} />}</RuledList>
			</Show>
			<ul class="meta dotted">
				<li>
					<a href={`/${props.alert.language}${addressOf(stateOf(props.alert))}`}>
						{more() > 0 ? t("alerts.more", { count: more() }) : t("alerts.all")}
					</a>
				</li>
				<Show when={isElsewhere()}>
					<li>{languageName(props.alert.language)}</li>
				</Show>
				<li>
					<a href={`/${props.alert.language}${feedOf(stateOf(props.alert))}`} rel="external">
						{t("alerts.feed")}
					</a>
				</li>
				<li>
					{t("alerts.saved_on")} <Time value={props.alert.createdAt} />
				</li>
			</ul>
			<div class="alert-actions">
				<details class="disclosure">
					<summary>{t("alerts.rename")}</summary>
					<Form
						of={renameAlertForm}
						key={props.alert.id}
						class="form narrow"
						onDone={({ renameAlert: { name } }) => props.onChanged(t("alerts.renamed", { name }))}
					>
						<input type="hidden" name="id" value={props.alert.id} />
						<TextField
							name="name"
							id={`name-${props.alert.id}`}
							label={t("alerts.name")}
							value={props.alert.name}
							required
						/>
						<Button>{t("alerts.save")}</Button>
					</Form>
				</details>
				<details class="confirm">
					<summary>{t("alerts.remove")}</summary>
					<Form
						of={removeAlertForm}
						key={props.alert.id}
						onDone={() => props.onChanged(t("alerts.removed", { name: props.alert.name }))}
					>
						<input type="hidden" name="id" value={props.alert.id} />
						<Button kind="danger">{t("alerts.remove_yes")}</Button>
					</Form>
				</details>
			</div>
		</Section>
	);
}

function AlertHit(props: { found: Alert["hits"][number] }) {
	const t = useWords();
	const link = () => linkOf(props.found.hit.thing);
	return (
		<RuledItem
			href={link().href}
			title={link().title}
			lang={link().lang}
			kicker={
				<>
					<Show when={props.found.isNew}>
						<strong class="new">{t("alerts.new")}</strong>
						{" · "}
					</Show>
					{t(`search_results.one_${props.found.hit.kind}`)}
				</>
			}
			meta={[<Time value={props.found.foundAt} />]}
		/>
	);
}

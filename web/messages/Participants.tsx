import { limits } from "@interurban/contract/limits";
import { For, Show } from "solid-js";
import IconX from "~icons/lucide/x";
import { Form } from "../form.tsx";
import { suggestPeople } from "../people/people.data.ts";
import { Button } from "../ui/Button.tsx";
import { ChosenByTyping } from "../ui/ChosenByTyping.tsx";
import { Person } from "../ui/Person.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { BlockForm } from "./BlockForm.tsx";
import { type FullConversation, refreshConversation } from "./messages.data.ts";
import {
	addParticipantsForm,
	leaveConversationForm,
	nameConversationForm,
	removeParticipantForm,
} from "./messages.forms.ts";
import { SearchHere } from "./SearchHere.tsx";

/** Who takes part in a conversation, and what can be done about that. */
export function Participants(props: { conversation: FullConversation; viewer: string }) {
	const t = useWords();
	const here = () => `/messages/${props.conversation.id}`;
	const id = () => <input type="hidden" name="id" value={props.conversation.id} />;
	const other = () =>
		props.conversation.direct && !props.conversation.requested
			? props.conversation.participants.find(({ person }) => person.handle !== props.viewer)?.person
			: undefined;
	return (
		<section class="participants stack" aria-labelledby="participants-title">
			<h2 id="participants-title" class="label" tabindex="-1">
				{t("messages.participants")}
			</h2>
			<ul class="plain stack">
				<For each={props.conversation.participants}>
					{({ person, invited, opener, viewerCanRemove }) => (
						<li class="participant">
							<Person
								name={person.name}
								href={`/people/${person.handle}`}
								about={
									<span class="dotted">
										<Show when={person.organisation?.name ?? person.place?.name}>
											{(work) => (
												<span>
													<bdi>{work()}</bdi>
												</span>
											)}
										</Show>
										<Show when={person.handle !== props.viewer && person.usuallyReplies}>
											{(time) => <span>{t(`messages.replies_${time()}`)}</span>}
										</Show>
										<Show when={invited}>
											<span>{t("messages.invited")}</span>
										</Show>
										<Show when={opener && !props.conversation.direct}>
											<span>{t("messages.opener")}</span>
										</Show>
									</span>
								}
							/>
							<Show when={viewerCanRemove}>
								<Form of={removeParticipantForm} key={person.handle} onDone={refreshConversation}>
									{id()}
									<input type="hidden" name="handle" value={person.handle} />
									<button
										type="submit"
										class="menu-button"
										aria-label={t("messages.remove", { name: person.name })}
										title={t("messages.remove", { name: person.name })}
									>
										<IconX />
									</button>
								</Form>
							</Show>
						</li>
					)}
				</For>
			</ul>
			<SearchHere conversationId={props.conversation.id} />
			<Show when={other()}>{(person) => <BlockForm person={person()} next={here()} />}</Show>
			<Show when={props.conversation.viewerCanChange}>
				<details>
					<summary>{t("messages.add")}</summary>
					<Form of={addParticipantsForm} class="form" onDone={() => window.location.reload()}>
						{id()}
						<ChosenByTyping
							name="handles"
							label={t("messages.to")}
							hint={t("messages.add_hint")}
							multiple
							suggest={suggestPeople}
						/>
						<div>
							<Button>{t("messages.add_button")}</Button>
						</div>
					</Form>
				</details>
				<details>
					<summary>{t("messages.rename")}</summary>
					<Form of={nameConversationForm} class="form" onDone={refreshConversation}>
						{id()}
						<TextField
							name="name"
							label={t("messages.group_name")}
							value={props.conversation.name}
							maxlength={limits.conversation.name}
						/>
						<div>
							<Button>{t("messages.save")}</Button>
						</div>
					</Form>
				</details>
				<details>
					<summary>{t("messages.leave")}</summary>
					<Form of={leaveConversationForm} class="form">
						{id()}
						<p>{t("messages.leave_text")}</p>
						<div>
							<Button kind="danger">{t("messages.leave")}</Button>
						</div>
					</Form>
				</details>
			</Show>
		</section>
	);
}

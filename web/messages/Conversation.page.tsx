import { createAsync, useParams } from "@solidjs/router";
import { createComputed, createSignal, on, Show } from "solid-js";
import type { ConversationQuery } from "../generated/types.ts";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { NotFound } from "../shell/ErrorPage.tsx";
import { Discussion } from "../threads/Discussion.tsx";
import { SurroundingsContext } from "../threads/surroundings.ts";
import { getThread, windowIn } from "../threads/threads.data.ts";
import { Dateline } from "../ui/Dateline.tsx";
import { Headline } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { useWords } from "../words.ts";
import { useConversationName } from "./conversation-name.ts";
import { followConversation } from "./follow-conversation.ts";
import { MessageWords } from "./MessageWords.tsx";
import { type FullConversation, getConversation, whereLeft } from "./messages.data.ts";
import { Participants } from "./Participants.tsx";
import { Refusal } from "./Refusal.tsx";
import { RequestToTakePart } from "./RequestToTakePart.tsx";
import { Traces } from "./Traces.tsx";

const idIn = (id: string | undefined): string => (/^\d{1,15}$/.test(id ?? "") ? (id ?? "") : "0");

export const preload: Preload = ({ params, location }) => {
	const id = idIn(params.id);
	return Promise.all([getConversation(id), getThread(id, windowIn(location.query, whereLeft))]);
};

/** A conversation: its messages, and who takes part. */
export default function ConversationPage() {
	const params = useParams();
	const fetched = createAsync(() => getConversation(idIn(params.id)));
	const [seen, setSeen] = createSignal<ConversationQuery>();
	createComputed(on(fetched, () => setSeen(undefined), { defer: true }));
	const data = () => seen() ?? fetched();
	return (
		<Show when={data()}>
			{(found) => (
				<Show when={found().viewer} fallback={<ToSignIn />}>
					{(viewer) => (
						<Show when={found().conversation} fallback={<NotFound />}>
							{(conversation) => (
								<ConversationView conversation={conversation()} viewer={viewer().handle} onSeen={setSeen} />
							)}
						</Show>
					)}
				</Show>
			)}
		</Show>
	);
}

function ConversationView(props: {
	conversation: FullConversation;
	viewer: string;
	onSeen: (seen: ConversationQuery) => void;
}) {
	const t = useWords();
	const nameOf = useConversationName();
	const name = () => nameOf(props.conversation);
	const isBlocked = (handle: string) =>
		props.conversation.participants.some(({ person }) => person.handle === handle && person.viewerHasBlocked);
	followConversation(
		() => props.conversation,
		(seen) => props.onSeen(seen),
	);
	return (
		<Page
			dateline={
				<Dateline
					items={[
						t("messages.conversation"),
						<a href="#participants-title">
							{t("messages.people", { count: props.conversation.participants.length })}
						</a>,
						t("messages.private"),
					]}
				/>
			}
			marginLast
			head={<Headline plain>{name()}</Headline>}
			margin={<Participants conversation={props.conversation} viewer={props.viewer} />}
		>
			<Head title={name()} noIndex />
			<SurroundingsContext.Provider
				value={{
					title: () => t("messages.messages"),
					behind: (number) => <Traces traces={props.conversation.traces} number={number} />,
					folded: ({ handle, name }) =>
						!props.conversation.direct && isBlocked(handle)
							? t("messages.blocked_post", { name })
							: undefined,
					insteadOfWriting: () => <Refusal conversation={props.conversation} viewer={props.viewer} />,
				}}
			>
				<Show when={props.conversation.requested}>
					<RequestToTakePart conversation={props.conversation} />
				</Show>
				<MessageWords>
					<div class="conversation">
						<Discussion
							threadId={props.conversation.id}
							path={`/messages/${props.conversation.id}`}
							opensAt={whereLeft}
						/>
					</div>
				</MessageWords>
			</SurroundingsContext.Provider>
		</Page>
	);
}

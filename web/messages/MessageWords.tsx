import type { Translate, WordKey } from "@interurban/words/words";
import { type JSX, useContext } from "solid-js";
import { WordsContext } from "../words.ts";

/** What is said of posts elsewhere, and otherwise of messages. */
const ofMessages: Partial<Record<WordKey, WordKey>> = {
	"threads.count": "conversation.count",
	"threads.discussion": "messages.conversation",
	"threads.unreadBefore": "conversation.unreadBefore",
	"threads.yourPost": "conversation.yours",
	"threads.replyingTo": "conversation.replyingTo",
	"threads.editLabel": "conversation.editLabel",
	"threads.deleteTitle": "conversation.deleteTitle",
	"threads.deleteText": "conversation.deleteText",
	"threads.earlier": "conversation.earlier",
	"threads.later": "conversation.later",
	"threads.jump": "conversation.jump",
	"threads.newFrom": "conversation.newFrom",
	"threads.reactions": "conversation.reactions",
	"ui.newItems": "conversation.newItems",
	"ui.postDeleted": "conversation.deleted",
	"ui.permalink": "conversation.permalink",
	"errors.posts.deleted": "conversation.deleted",
	"outbox.list": "conversation.unsent",
	"outbox.held": "conversation.held",
	"outbox.reused": "conversation.reused",
	"outbox.notKept": "conversation.notKept",
	"outbox.offline": "conversation.offline",
	"following.watchingHint": "conversation.watchingHint",
	"following.trackingHint": "conversation.trackingHint",
	"following.threadLegend": "conversation.threadLegend",
	"moderation.report_title": "conversation.reportTitle",
	"moderation.handed_over": "conversation.handedOver",
	"translation.title": "conversation.translateTitle",
	"translation.post": "conversation.message",
	"translation.lead": "conversation.translateLead",
};

/** Inside, the words for posts are those for messages. The page needs the words of the section `conversation`. */
export function MessageWords(props: { children: JSX.Element }) {
	const outside = useContext(WordsContext);
	if (!outside) throw new Error("words are used outside of the page");
	const look = outside.t as (key: WordKey, args?: object) => string;
	const t = ((key: WordKey, args?: object) => look(ofMessages[key] ?? key, args)) as Translate;
	return (
		<WordsContext.Provider value={{ language: outside.language, t }}>{props.children}</WordsContext.Provider>
	);
}

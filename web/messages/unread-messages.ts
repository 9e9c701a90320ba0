import { createSignal } from "solid-js";

/**
 * In how many conversations there is something to read, as this page was told since it was loaded; undefined when it was
 * not.
 */
export const [unreadMessages, setUnreadMessages] = createSignal<number>();

/** How far one's conversations have come, as far as this page was told: moves with each change. */
export const [messagesVersion, setMessagesVersion] = createSignal<number>();

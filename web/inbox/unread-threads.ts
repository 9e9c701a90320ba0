import { createSignal } from "solid-js";

/** In how many threads something counts as unread, as this page was told since it was loaded; undefined when it was not. */
export const [unreadThreads, setUnreadThreads] = createSignal<number>();

/** Rises with each change in the reader's inbox that this page hears of. */
export const [inboxChanges, setInboxChanges] = createSignal(0);

import { createSignal } from "solid-js";

/** A draft of the reader's has changed somewhere, to a version if that is known; any may have when the key is null. */
export const [draftNews, setDraftNews] = createSignal<{ key: string | null; version: number | null }>();

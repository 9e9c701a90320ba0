import { createSignal } from "solid-js";

/** How much is new in one's alerts, as this page was told since it was loaded; undefined when it was not. */
export const [newHits, setNewHits] = createSignal<number>();

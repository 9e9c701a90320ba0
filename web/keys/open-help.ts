import { createSignal } from "solid-js";

/** Whether the list of keys is shown. */
export const [isHelpOpen, openHelp] = createSignal(false);

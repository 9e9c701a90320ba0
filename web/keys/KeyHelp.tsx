import { For } from "solid-js";
import { Dialog } from "../ui/Dialog.tsx";
import { Link } from "../ui/Link.tsx";
import { useWords } from "../words.ts";
import { isHelpOpen, openHelp } from "./open-help.ts";

const keys = ["j", "k", "r", ">", "/", "?"] as const;
const names = { j: "next", k: "previous", r: "reply", ">": "quote", "/": "search", "?": "help" } as const;

/** What each key does, and where keys are switched off. */
export default function KeyHelp() {
	const t = useWords();
	return (
		<Dialog id="keys" open={isHelpOpen()} onClose={() => openHelp(false)} title={t("keys.title")}>
			<dl class="keys">
				<For each={keys}>
					{(key) => (
						<div>
							<dt>
								<kbd>{key}</kbd>
							</dt>
							<dd>{t(`keys.${names[key]}`)}</dd>
						</div>
					)}
				</For>
			</dl>
			<p class="meta">
				{t("keys.outside")} <Link href="/settings#habits">{t("keys.switchOff")}</Link>
			</p>
		</Dialog>
	);
}

import { Show } from "solid-js";
import IconMail from "~icons/lucide/mail";
import IconPrinter from "~icons/lucide/printer";
import { useOrigin } from "../origin.ts";
import { useAddress } from "../ui/address.ts";
import { Button, LinkButton } from "../ui/Button.tsx";
import { useWords } from "../words.ts";
import type { FullPractice } from "./practices.data.ts";

/** What a reader does next: ask, send it to a colleague, print it; and for its editors, change it. */
export function PracticeActions(props: { practice: FullPractice }) {
	const t = useWords();
	const address = useAddress();
	const origin = useOrigin();
	const mail = () => {
		const url = `${origin}${address(`/practices/${props.practice.slug}`)}`;
		const subject = encodeURIComponent(props.practice.displayTitle);
		const body = encodeURIComponent(`${props.practice.displayClaim}\n\n${url}\n`);
		return `mailto:?subject=${subject}&body=${body}`;
	};
	return (
		<div class="row no-print">
			<LinkButton kind="primary" href="#discussion">
				{t("practices.ask")}
			</LinkButton>
			<LinkButton href={mail()}>
				<IconMail /> {t("practices.share")}
			</LinkButton>
			<span class="needs-script">
				<Button onClick={() => window.print()}>
					<IconPrinter /> {t("practices.print")}
				</Button>
			</span>
			<Show when={props.practice.viewerCanEdit}>
				<LinkButton href={`/practices/${props.practice.slug}/edit`}>{t("practices.edit")}</LinkButton>
				<LinkButton kind="quiet" href={`/practices/${props.practice.slug}/translate`}>
					{t("practices.translate")}
				</LinkButton>
			</Show>
		</div>
	);
}

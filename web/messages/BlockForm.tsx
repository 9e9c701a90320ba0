import { Show } from "solid-js";
import { Form } from "../form.tsx";
import { useAddress } from "../ui/address.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words.ts";
import { blockPersonForm, unblockPersonForm } from "./messages.forms.ts";

/** Blocks a person, or ends that. `next` is where one goes on, below the language prefix. */
export function BlockForm(props: {
	person: { handle: string; name: string; viewerHasBlocked?: boolean };
	next: string;
}) {
	const t = useWords();
	const address = useAddress();
	const of = () => (props.person.viewerHasBlocked ? unblockPersonForm : blockPersonForm);
	return (
		<Show when={of()} keyed>
			{(form) => (
				<Form
					of={form as typeof blockPersonForm}
					key={props.person.handle}
					onDone={() => window.location.assign(address(props.next))}
				>
					<input type="hidden" name="handle" value={props.person.handle} />
					<input type="hidden" name="next" value={props.next} />
					<Show
						when={props.person.viewerHasBlocked}
						fallback={<Button kind="quiet">{t("messages.block", { name: props.person.name })}</Button>}
					>
						<Button>{t("messages.unblock", { name: props.person.name })}</Button>
					</Show>
				</Form>
			)}
		</Show>
	);
}

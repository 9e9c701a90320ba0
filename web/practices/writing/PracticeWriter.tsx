import type { Fields } from "@interurban/contract/rendering";
import { createSignal, onMount, Show } from "solid-js";
import { makeDraftKey, newPracticePrefix } from "../../drafts/draft-keys.ts";
import type { ServerDraft } from "../../drafts/drafts.data.ts";
import { dropLocally, findLocally, listLocally } from "../../drafts/local-drafts.ts";
import type { FormDefinition } from "../../form.tsx";
import { postedState } from "../../posted.ts";
import { Link } from "../../ui/Link.tsx";
import { Time } from "../../ui/Time.tsx";
import { useWords } from "../../words.ts";
import { PracticeForm } from "../PracticeForm.tsx";
import type { EditablePractice, Published } from "./merge.ts";
import { type Start, startAgain, startAnew, startWithDraft, startWithLocal } from "./start.ts";
import type { FormChoices } from "./writing.data.ts";

/**
 * Opens the form with the newest there is: what was just posted, else what this device kept and could not send, else the
 * draft on the server, else the profile or the published practice.
 */
export function PracticeWriter<Data>(props: {
	of: FormDefinition<Data>;
	unwritten: Fields;
	draft: ServerDraft | null;
	draftKey: string;
	/** Any draft of a new practice on this device will do, not only the one of `draftKey`. */
	anyNew: boolean;
	/** Address of an empty form, where the writer may leave a draft for later. */
	another: string | null;
	viewer: { handle: string; name: string } | null;
	choices: FormChoices;
	practice: EditablePractice | null;
	/** The same practice as the form takes it up. */
	published: Published | null;
}) {
	const t = useWords();
	const of = { key: props.draftKey, published: props.published };
	const posted = postedState(props.of.operation.name);
	const first = posted
		? startAgain(posted, of)
		: props.draft
			? startWithDraft(props.draft, of)
			: startAnew(props.unwritten, props.draftKey);
	const [start, setStart] = createSignal<Start>(first);

	onMount(async () => {
		if (posted) return;
		const owner = props.viewer?.handle ?? null;
		const all = await listLocally(owner);
		const found = props.anyNew
			? all.find(({ key }) => key.startsWith(newPracticePrefix))
			: await findLocally(props.draftKey);
		if (!found || !all.some(({ key }) => key === found.key)) return;
		const server = props.draft?.key === found.key ? props.draft : null;
		if (!found.ahead) {
			// Published or thrown away on another device.
			if (owner !== null && !server) await dropLocally(found.key);
			return;
		}
		if (!server && props.draft && props.draft.updatedAt > found.savedAt) return;
		setStart(startWithLocal(found, server, of));
	});

	return (
		<Show when={start()} keyed>
			{(start) => (
				<>
					<Show when={start.since}>
						{(since) => (
							<p class="meta row">
								<span>
									{t("practice_form.continued")} <Time value={since()} format="datetime" />
								</span>
								<Show when={props.another}>
									{(href) => <Link href={href()}>{t("practice_form.startAnother")}</Link>}
								</Show>
							</p>
						)}
					</Show>
					<PracticeForm
						of={props.of}
						start={start}
						choices={props.choices}
						viewer={props.viewer}
						practice={props.practice}
						onStart={(other) =>
							setStart(
								other
									? startWithDraft(other, of)
									: startAnew(
											props.unwritten,
											props.practice ? props.draftKey : makeDraftKey(newPracticePrefix),
										),
							)
						}
					/>
				</>
			)}
		</Show>
	);
}

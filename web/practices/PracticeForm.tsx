import { query, useNavigate } from "@solidjs/router";
import { createEffect, createSignal, on, onMount, Show, Suspense } from "solid-js";
import { isServer } from "solid-js/web";
import { createDraft } from "../drafts/create-draft.ts";
import { DiscardDraft } from "../drafts/DiscardDraft.tsx";
import { DraftStatus } from "../drafts/DraftStatus.tsx";
import { draftFields, makeDraftKey, newPracticePrefix } from "../drafts/draft-keys.ts";
import type { ServerDraft } from "../drafts/drafts.data.ts";
import { Form, type FormDefinition, fieldsOf } from "../form.tsx";
import { part } from "../part.ts";
import { Button, LinkButton } from "../ui/Button.tsx";
import { useWords } from "../words.ts";
import { Actions } from "./writing/Actions.tsx";
import { WritingContext } from "./writing/context.ts";
import { Essentials } from "./writing/Essentials.tsx";
import { partOf } from "./writing/fields.ts";
import { Margin } from "./writing/Margin.tsx";
import type { EditablePractice } from "./writing/merge.ts";
import { Notices } from "./writing/Notices.tsx";
import { OptionalParts } from "./writing/OptionalParts.tsx";
import { partWord } from "./writing/part-words.ts";
import { Story } from "./writing/Story.tsx";
import { createSignedIn } from "./writing/signed-in.ts";
import type { Start } from "./writing/start.ts";
import type { FormChoices } from "./writing/writing.data.ts";

const Preview = part(() => import("./writing/Preview.tsx"), ["practices"]);
const MergePanel = part(() => import("./writing/MergePanel.tsx"));
const DraftConflict = part(() => import("../drafts/DraftConflict.tsx"));

/** Characters above which an operation may be too large to be sent as one. */
const longest = 40_000;

/** The whole template of a practice: written, kept, looked at, published. */
export function PracticeForm<Data>(props: {
	of: FormDefinition<Data>;
	start: Start;
	choices: FormChoices;
	viewer: { handle: string; name: string } | null;
	/** The published practice that is being changed. */
	practice: EditablePractice | null;
	/** The draft was thrown away, or another device's is to be gone on with. */
	onStart: (other: ServerDraft | null) => void;
}) {
	const t = useWords();
	const navigate = useNavigate();
	// The form is made anew for each start.
	const { state, draft: kept, other } = props.start;
	const signedIn = createSignedIn(props.viewer?.handle ?? null);
	const [fields, setFields] = createSignal(state.fields);
	const [isPreviewed, setPreviewed] = createSignal(state.action === "preview");
	const [isLive, setLive] = createSignal(false);
	const [hasArrived, setArrived] = createSignal(false);
	const draft = createDraft({
		start: { ...kept, key: kept.key || (isServer ? "" : makeDraftKey(newPracticePrefix)) },
		owner: signedIn.handle,
	});
	let form: HTMLFormElement | undefined;

	onMount(() => {
		setLive(true);
		if (other) draft.meet(other, draftFields(state.fields));
		else if (props.start.isAhead && form) draft.change(fieldsOf(form));
	});
	createEffect(
		on(
			signedIn.handle,
			(handle) => {
				if (!handle) return;
				setArrived(true);
				void draft.send();
			},
			{ defer: true },
		),
	);
	const since = () => Number(fields().findLast(([name]) => name === "_since")?.[1] ?? 0);
	const preview = (shown: boolean) => {
		if (form) setFields(fieldsOf(form));
		setPreviewed(shown);
		if (!shown) form?.querySelector<HTMLElement>("textarea")?.focus();
		window.scrollTo({ top: 0 });
	};
	const labelOf = (name: string) => {
		const part = partOf(name);
		return part && partWord(t, part);
	};

	return (
		<WritingContext.Provider value={{ fields, choices: props.choices, handle: signedIn.handle }}>
			<Show when={isPreviewed()}>
				<Suspense>
					<Preview fields={fields()} choices={props.choices} author={props.viewer}>
						<Button kind="primary" form="practice-form">
							{props.practice ? t("practice_form.save") : t("practice_form.publish")}
						</Button>
						<span class="needs-script">
							<Button onClick={() => preview(false)}>{t("practice_form.backToEditing")}</Button>
						</span>
						<span class="without-script">
							<LinkButton href="#practice-form">{t("practice_form.backToEditing")}</LinkButton>
						</span>
					</Preview>
				</Suspense>
			</Show>
			<div class="writing" hidden={isPreviewed() && isLive()}>
				<Margin fields={fields()}>
					<DraftStatus state={draft.state()} isKept={props.start.isKept} />
				</Margin>
				<Form
					id="practice-form"
					of={props.of}
					state={state}
					class="form"
					ref={(element) => {
						form = element;
					}}
					onChange={(typed) => {
						setFields(typed);
						draft.change(typed);
					}}
					onRefused={(issues, element) => {
						const has = (code: string) => issues.some((issue) => issue.code === code);
						setPreviewed(false);
						if (has("auth.required")) signedIn.hasEnded();
						// The server shows the form again, with what the others changed; and takes longer texts by this way.
						const isLong = JSON.stringify(fieldsOf(element)).length > longest;
						if (has("conflict") || (has("unavailable") && isLong)) element.submit();
						return false;
					}}
					onDone={async (data) => {
						await draft.end();
						query.clear();
						navigate(props.of.next(data, fields()) ?? "/");
					}}
				>
					<input type="hidden" name="draftKey" value={draft.key} />
					<input type="hidden" name="_draftVersion" value={kept.version} />
					<Show when={props.practice}>{(practice) => <Hidden of={practice()} fields={state.fields} />}</Show>
					<Notices handle={signedIn.handle()} hasArrived={hasArrived()} draftKey={draft.key} />
					<Show when={draft.conflict()}>
						{(found) => (
							<Suspense>
								<DraftConflict
									mine={fields()}
									mineAt={props.start.since ?? new Date().toISOString()}
									other={found()}
									labelOf={labelOf}
									onMine={() => draft.keepMine()}
									onOther={async () => {
										await draft.end();
										props.onStart(found());
									}}
								/>
							</Suspense>
						)}
					</Show>
					<Show when={props.practice && since() > 0 && props.practice}>
						{(practice) => (
							<Suspense>
								<MergePanel practice={practice()} since={since()} />
							</Suspense>
						)}
					</Show>
					<Essentials />
					<Story />
					<OptionalParts />
					<Actions isNew={props.practice === null} onPreview={() => preview(true)}>
						<div class="row">
							<DraftStatus state={draft.state()} isKept={props.start.isKept} />
							<Show when={props.start.isKept || draft.state() !== "untouched"}>
								<DiscardDraft
									onDiscard={async () => {
										await draft.discard();
										query.clear();
										props.onStart(null);
									}}
								/>
							</Show>
						</div>
					</Actions>
				</Form>
			</div>
		</WritingContext.Provider>
	);
}

/** On what a change is based. */
function Hidden(props: { of: EditablePractice; fields: Start["state"]["fields"] }) {
	const value = (name: string) => props.fields.findLast(([field]) => field === name)?.[1] ?? "";
	return (
		<>
			<input type="hidden" name="id" value={props.of.id} />
			<input type="hidden" name="revision" value={value("revision")} />
			<input type="hidden" name="_base" value={value("_base")} />
			<Show when={value("_since")}>{(since) => <input type="hidden" name="_since" value={since()} />}</Show>
		</>
	);
}

import type { FollowLevel } from "@interurban/contract/vocabulary";
import { createEffect, createSignal, type JSX, on } from "solid-js";
import { Form } from "../form.tsx";
import type { FollowingFragment } from "../generated/types.ts";
import { SubmitButton } from "../submit-button.tsx";
import { RadioGroup } from "../ui/Choices.tsx";
import { useWords } from "../words.ts";
import { setThreadLevelForm, setTopicLevelForm } from "./following.forms.ts";

type Level = { level: FollowLevel; isOwn: boolean };

const levels = ["watching", "tracking", "normal", "muted"] as const;

/** How closely the reader follows a thread: says it, and opens to a form that changes it. */
export default function FollowThread(props: {
	threadId: string;
	of: Level;
	onDone: (fresh: FollowingFragment | null) => void;
}) {
	const t = useWords();
	let menu: HTMLDetailsElement | undefined;
	return (
		<Menu
			of={props.of}
			ref={(element) => {
				menu = element;
			}}
		>
			<Form
				of={setThreadLevelForm}
				key={props.threadId}
				class="form narrow"
				onDone={({ setThreadLevel }) => {
					if (menu) menu.open = false;
					props.onDone(setThreadLevel.viewerFollowing);
				}}
			>
				<input type="hidden" name="threadId" value={props.threadId} />
				<Choice of={props.of} legend={t("following.threadLegend")} inherited={t("following.asTopic")} />
			</Form>
		</Menu>
	);
}

/** The same for a topic, whose level holds for the threads under it and below. */
export function FollowTopic(props: { topicId: string; of: Level }) {
	const t = useWords();
	let menu: HTMLDetailsElement | undefined;
	const [level, setLevel] = createSignal(props.of);
	createEffect(on(() => props.of, setLevel, { defer: true }));
	return (
		<Menu
			of={level()}
			ref={(element) => {
				menu = element;
			}}
		>
			<Form
				of={setTopicLevelForm}
				key={props.topicId}
				class="form narrow"
				onDone={({ setTopicLevel }) => {
					if (menu) menu.open = false;
					if (setTopicLevel.viewerFollowing) setLevel(setTopicLevel.viewerFollowing);
				}}
			>
				<input type="hidden" name="topicId" value={props.topicId} />
				<Choice of={level()} legend={t("following.topicLegend")} inherited={t("following.asAbove")} />
			</Form>
		</Menu>
	);
}

function Menu(props: { of: Level; ref: (element: HTMLDetailsElement) => void; children: JSX.Element }) {
	const t = useWords();
	return (
		<details class="disclosure follow" ref={(element) => props.ref(element)}>
			<summary>
				{t("following.now")} {t(`following.${props.of.level}`)}
			</summary>
			{props.children}
		</details>
	);
}

function Choice(props: { of: Level; legend: string; inherited: string }) {
	const t = useWords();
	return (
		<>
			<RadioGroup
				name="level"
				label={props.legend}
				required
				value={props.of.isOwn ? props.of.level : ""}
				options={[
					...levels.map((level) => ({
						value: level,
						label: t(`following.${level}`),
						hint: t(`following.${level}Hint`),
					})),
					{ value: "", label: props.inherited },
				]}
			/>
			<div>
				<SubmitButton kind="secondary">{t("following.save")}</SubmitButton>
			</div>
		</>
	);
}

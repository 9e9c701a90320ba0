import { isServer } from "solid-js/web";
import { part } from "../part.ts";
import { ChosenByTyping } from "../ui/ChosenByTyping.tsx";
import type { Choosing, Suggestion } from "../ui/Combobox.tsx";
import { WhenIdle } from "../ui/WhenIdle.tsx";
import type { TopicChoice } from "./choosing.data.ts";
import type { TextFields } from "./written.ts";

/** What the offers below the field need to know. */
export type Offering = TextFields & Choosing & { name: string; max: number };

const OfferedTopics = part(() => import("./OfferedTopics.tsx"), ["topic_offers"]);
const AskedTopics = isServer ? part(() => import("./AskedTopics.tsx")) : null;

/**
 * Topics chosen by typing, in any of our languages, or from those that the form's text speaks of: these are offered while
 * somebody writes, without JavaScript by a button, and never chosen by themselves.
 */
export function TopicField(
	props: TextFields & {
		name: string;
		label: string;
		hint: string;
		/** How many may be chosen. */
		max: number;
		optional?: boolean;
		selected?: readonly Suggestion[];
		onChange?: (chosen: readonly (Suggestion & Partial<TopicChoice>)[]) => void;
	},
) {
	return (
		<ChosenByTyping
			name={props.name}
			label={props.label}
			hint={props.hint}
			multiple={props.max > 1}
			optional={props.optional}
			selected={props.selected}
			suggest={async (text) => (await import("./choosing.data.ts")).suggestTopics(text)}
			onChange={props.onChange}
			offers={(choosing) => (
				<WhenIdle before={AskedTopics && <AskedTopics {...props} {...choosing} />}>
					<OfferedTopics {...props} {...choosing} />
				</WhenIdle>
			)}
		/>
	);
}

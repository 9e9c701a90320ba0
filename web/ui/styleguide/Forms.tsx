import { stages } from "@interurban/contract/vocabulary";
import { createSignal } from "solid-js";
import { useWords } from "../../words.ts";
import { stageWord } from "../Badges.tsx";
import { Button, LinkButton } from "../Button.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "../Choices.tsx";
import { Combobox } from "../Combobox.tsx";
import { Dialog } from "../Dialog.tsx";
import { ErrorSummary } from "../ErrorSummary.tsx";
import { Fieldset } from "../Fieldset.tsx";
import { MarkdownField } from "../MarkdownField.tsx";
import { Notice } from "../Notice.tsx";
import { ProgressBar } from "../ProgressBar.tsx";
import { RepeatableRows } from "../RepeatableRows.tsx";
import { SearchField } from "../SearchField.tsx";
import { Section } from "../Section.tsx";
import { SelectField } from "../SelectField.tsx";
import { Skeleton } from "../Skeleton.tsx";
import { StepIndicator } from "../StepIndicator.tsx";
import { TextArea } from "../TextArea.tsx";
import { TextField } from "../TextField.tsx";

const places = [
	{ value: "1", label: "Aachen", detail: "Deutschland · 249 070" },
	{ value: "2", label: "Чернівці", detail: "Україна · 264 427" },
	{ value: "3", label: "عمّان", detail: "الأردن · 1 275 857" },
	{ value: "4", label: "Donaudampfschifffahrtsgesellschaftskapitänsstadt", detail: "Österreich" },
];

const suggest = async (text: string) =>
	places.filter((place) => place.label.toLowerCase().includes(text.toLowerCase()));

/** Every field in every state, and what tells how a form goes on. */
export function FormSamples() {
	const t = useWords();
	const [asking, setAsking] = createSignal(false);
	return (
		<>
			<Section title="Buttons" id="buttons">
				<div class="stack">
					<p class="row">
						<Button kind="primary">Publish</Button>
						<Button>Save as a draft</Button>
						<Button kind="danger" onClick={() => setAsking(true)}>
							Delete
						</Button>
						<Button kind="quiet">Cancel</Button>
						<Button kind="primary" busy>
							Sending
						</Button>
						<Button disabled>Not now</Button>
						<LinkButton href="/practices">All practices</LinkButton>
					</p>
					<Dialog id="delete" open={asking()} onClose={() => setAsking(false)} title="Delete this practice?">
						<div class="stack">
							<p>Its revisions and discussion go with it.</p>
							<p class="row">
								<Button kind="danger" onClick={() => setAsking(false)}>
									Delete
								</Button>
								<Button onClick={() => setAsking(false)}>Keep</Button>
							</p>
						</div>
					</Dialog>
					<SearchField action="/search" id="styleguide-search" label="What is on your desk this week?" />
				</div>
			</Section>
			<Section title="Form" id="form">
				<form class="form" method="post" novalidate>
					<StepIndicator
						steps={[
							{ label: "Where you work", href: "/styleguide" },
							{ label: "What you know" },
							{ label: "What you look for" },
						]}
						current={1}
					/>
					<ErrorSummary
						errors={[
							{ field: "input.title", message: "Title: tell what was done" },
							{ message: "You were signed out. What you typed is still here." },
						]}
					/>
					<TextField
						name="input.title"
						label="Title"
						required
						error="Tell what was done"
						value="Starkregen"
					/>
					<TextField
						name="input.email"
						label="E-mail"
						type="email"
						autocomplete="email"
						width="medium"
						required
					/>
					<TextField
						name="input.cost"
						label="Cost"
						type="number"
						width="short"
						suffix="EUR"
						hint="In the year it was spent."
					/>
					<TextArea name="input.claim" label="In one line" limit={300} rows={2} required value="مرحبا" />
					<TextArea
						name="input.claim2"
						label="Far too long"
						limit={5}
						rows={2}
						required
						value="Much too long"
					/>
					<MarkdownField name="input.approach" label="What was done" limit={20000} />
					<SelectField
						name="input.stage"
						label="Stage"
						options={stages.map((stage) => ({ value: stage, label: stageWord(t, stage) }))}
						value="pilot"
					/>
					<RadioGroup
						name="input.level"
						label="How well do you speak it?"
						required
						inline
						value="speaks"
						options={[
							{ value: "reads", label: "I read it" },
							{ value: "speaks", label: "I speak it" },
							{ value: "native", label: "It is my own" },
						]}
					/>
					<CheckboxGroup
						name="input.support"
						label="Kind of support"
						error="Choose at least one"
						required
						values={["financial"]}
						options={[
							{ value: "financial", label: "Financial", hint: "Money, or things that would have cost it." },
							{ value: "technical", label: "Technical" },
						]}
					/>
					<Combobox name="input.placeId" label="Town" required suggest={suggest} from={1} />
					<Combobox
						name="input.topicIds"
						label="Topics"
						hint="As many as fit."
						multiple
						from={1}
						suggest={suggest}
						selected={places.slice(0, 3)}
					/>
					<Fieldset legend="Results" hint="What can be counted.">
						<RepeatableRows
							name="input.results"
							rows={[{ indicator: "Flooded basements" }]}
							label={(number) => `Result ${number}`}
						>
							{(at, start) => (
								<div class="field-pair">
									<TextField name={at("indicator")} label="Indicator" required value={start?.indicator} />
									<TextField name={at("after")} label="After" inputmode="decimal" />
								</div>
							)}
						</RepeatableRows>
					</Fieldset>
					<Checkbox name="input.consent" label="Show my e-mail address to members" />
					<div class="row">
						<Button kind="primary">Publish</Button>
						<Button name="_action" value="preview" unchecked>
							Preview
						</Button>
					</div>
				</form>
			</Section>
			<Section title="Notices" id="notices">
				<div class="stack">
					<Notice kind="info">
						<p>This text was translated from Ukrainian by the network.</p>
					</Notice>
					<Notice kind="success" title="Published">
						<p>Your practice can be found from now on.</p>
					</Notice>
					<Notice kind="warning" title="Changed meanwhile">
						<p>Somebody else changed the draft. Both versions are kept.</p>
					</Notice>
					<Notice kind="danger" title="Not sent" />
					<ProgressBar label="Uploading by-law.pdf" value={3} max={12} text="3 of 12 MB" />
					<Skeleton />
				</div>
			</Section>
		</>
	);
}

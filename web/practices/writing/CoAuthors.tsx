import { For, Show } from "solid-js";
import { Form } from "../../form.tsx";
import { suggestPeople } from "../../people/people.data.ts";
import { Button } from "../../ui/Button.tsx";
import { Combobox } from "../../ui/Combobox.tsx";
import { Link } from "../../ui/Link.tsx";
import { Name } from "../../ui/Name.tsx";
import { Section } from "../../ui/Section.tsx";
import { useWords } from "../../words.ts";
import { addCoAuthorForm, removeCoAuthorForm } from "../editing.forms.ts";
import type { EditablePractice } from "./merge.ts";

/** Who may change a practice besides its author. */
export function CoAuthors(props: { practice: EditablePractice; viewer: string | null }) {
	const t = useWords();
	const mayRemove = (handle: string) => props.practice.viewerCanManageAuthors || handle === props.viewer;
	return (
		<Section id="co-authors" title={t("practice_edit.coAuthors")}>
			<div class="stack narrow">
				<p class="hint">{t("practice_edit.coAuthorsHint")}</p>
				<Show when={props.practice.coAuthors.length}>
					<ul class="plain co-authors">
						<For each={props.practice.coAuthors}>
							{(person) => (
								<li>
									<Link href={`/people/${person.handle}`}>
										<Name>{person.name}</Name>
									</Link>
									<Show when={mayRemove(person.handle)}>
										<Form of={removeCoAuthorForm} key={person.handle} onDone={() => window.location.reload()}>
											<input type="hidden" name="practiceId" value={props.practice.id} />
											<input type="hidden" name="handle" value={person.handle} />
											<Button kind="quiet">{t("practice_edit.removeCoAuthor", { name: person.name })}</Button>
										</Form>
									</Show>
								</li>
							)}
						</For>
					</ul>
				</Show>
				<Show when={props.practice.viewerCanManageAuthors}>
					<Form of={addCoAuthorForm} class="form" onDone={() => window.location.reload()}>
						<input type="hidden" name="practiceId" value={props.practice.id} />
						<Combobox
							name="handle"
							label={t("practice_edit.coAuthor")}
							hint={t("practice_edit.coAuthorHint")}
							required
							suggest={suggestPeople}
						/>
						<div>
							<Button>{t("practice_edit.addCoAuthor")}</Button>
						</div>
					</Form>
				</Show>
			</div>
		</Section>
	);
}

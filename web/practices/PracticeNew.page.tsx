import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { useLanguage, useWords } from "../words.ts";
import { publishPracticeForm } from "./practices.forms.ts";
import { PracticeWriter } from "./writing/PracticeWriter.tsx";
import { fieldsOfProfile, getPracticeStart } from "./writing/writing.data.ts";

export const preload: Preload = ({ location }) =>
	getPracticeStart(String(location.query.draft ?? "") || null);

/** A new practice. Visitors may write too, and sign in when they publish. */
export default function PracticeNewPage() {
	const t = useWords();
	const language = useLanguage();
	const location = useLocation();
	const id = () => String(location.query.draft ?? "") || null;
	const data = createAsync(() => getPracticeStart(id()));
	return (
		<Page
			head={
				<>
					<Headline plain>{t("practice_form.newTitle")}</Headline>
					<Lead>{t("practice_form.newLead")}</Lead>
				</>
			}
		>
			<Head title={t("practice_form.newTitle")} canonical="/practices/new" />
			<Show when={data()} keyed>
				{(found) => (
					<PracticeWriter
						of={publishPracticeForm}
						unwritten={fieldsOfProfile(found.viewer, language)}
						draft={found.draft}
						draftKey={found.key}
						anyNew={id() === null}
						another={found.another ? `/practices/new?draft=${found.another}` : null}
						viewer={found.viewer}
						choices={found}
						practice={null}
						published={null}
					/>
				)}
			</Show>
		</Page>
	);
}

import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import { useOrigin } from "../origin.ts";
import type { Preload } from "../page.ts";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { useLanguage, useWords } from "../words.ts";
import { publishPracticeForm } from "./practices.forms.ts";
import { fieldsOfThread, getThreadForPractice, withFields } from "./writing/from-thread.ts";
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
	const thread = createAsync(() => getThreadForPractice(String(location.query.thread ?? "") || null));
	const origin = useOrigin();
	const ofThread = () => {
		const found = thread();
		return found ? fieldsOfThread(found, origin) : [];
	};
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
			<Show when={thread() !== undefined && data()} keyed>
				{(found) => (
					<PracticeWriter
						of={publishPracticeForm}
						unwritten={withFields(ofThread(), fieldsOfProfile(found.viewer, language))}
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

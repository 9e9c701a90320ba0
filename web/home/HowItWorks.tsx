import { LinkButton } from "../ui/Button.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";

/** What one does here, in three steps. */
export function HowItWorks(props: { isMember: boolean }) {
	const t = useWords();
	return (
		<Section id="how" title={t("home.how")}>
			<ol class="plain how-steps">
				<li>
					<h3>{t("home.find")}</h3>
					<p>{t("home.find_text")}</p>
				</li>
				<li>
					<h3>{t("home.talk")}</h3>
					<p>{t("home.talk_text")}</p>
				</li>
				<li>
					<h3>{t("home.share")}</h3>
					<p>{t("home.share_text")}</p>
				</li>
			</ol>
			{props.isMember ? null : (
				<p class="row">
					<LinkButton href="/join" kind="primary" rel="nofollow">
						{t("home.join")}
					</LinkButton>
				</p>
			)}
		</Section>
	);
}

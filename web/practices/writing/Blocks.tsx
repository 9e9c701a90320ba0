import { limits } from "@interurban/contract/limits";
import { RepeatableRows } from "../../ui/RepeatableRows.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words.ts";

/** The pieces that others take over. */
export default function Blocks() {
	const t = useWords();
	return (
		<>
			<p class="hint">{t("practice_parts.blocksHint")}</p>
			<RepeatableRows
				name="input.blocks"
				label={(number) => t("practice_parts.blockNumber", { number })}
				addLabel={t("practice_parts.addBlock")}
				max={limits.practice.blocks}
			>
				{(at) => (
					<>
						<TextField name={at("name")} label={t("practice_parts.name")} required />
						<TextArea name={at("description")} label={t("practice_parts.blockDescription")} rows={3} />
						<TextArea name={at("enabling")} label={t("practice_terms.enabling")} rows={2} />
						<TextArea name={at("lessons")} label={t("practice_terms.lessons")} rows={2} />
					</>
				)}
			</RepeatableRows>
		</>
	);
}

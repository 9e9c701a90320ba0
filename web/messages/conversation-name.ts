import { useWords } from "../words.ts";

const shown = 3;

/** What a conversation is called: its own name, or else those of the others. */
export function useConversationName() {
	const t = useWords();
	return ({ name, others }: { name: string; others: readonly string[] }): string => {
		if (name) return name;
		if (!others.length) return t("messages.alone");
		const names = others.slice(0, shown).join(t("messages.comma"));
		const count = others.length - shown;
		return count > 0 ? t("messages.and_more", { names, count }) : names;
	};
}

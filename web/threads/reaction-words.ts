import type { ReactionKind } from "@interurban/contract/vocabulary";
import type { useWords } from "../words.ts";

/** What a reaction says. */
export function reactionWord(t: ReturnType<typeof useWords>, kind: ReactionKind): string {
	switch (kind) {
		case "helpful":
			return t("threads.helpful");
		case "thanks":
			return t("threads.thanks");
		case "agree":
			return t("threads.agree");
		case "same_here":
			return t("threads.same_here");
		case "will_try":
			return t("threads.will_try");
	}
}

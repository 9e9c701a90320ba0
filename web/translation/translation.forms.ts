import type { Fields } from "@interurban/contract/rendering";
import { defineForm } from "../form.tsx";
import { RemoveTranslation, TranslatePost, WriteTranslation } from "../generated/operations.ts";
import { localPath } from "../people/next.ts";

/** Each stands on pages of its own thread, which says where to go on. */
const back = (_: unknown, fields: Fields) =>
	localPath(fields.findLast(([name]) => name === "_back")?.[1]) ?? "/threads";

export const translatePostForm = defineForm(TranslatePost, back);
export const writeTranslationForm = defineForm(WriteTranslation, back);
export const removeTranslationForm = defineForm(RemoveTranslation, back);

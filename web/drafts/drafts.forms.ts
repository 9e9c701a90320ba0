import { defineForm } from "../form.tsx";
import { DeleteDraft } from "../generated/operations.ts";

export const deleteDraftForm = defineForm(DeleteDraft, () => "/drafts");

import { defineForm } from "../form.tsx";
import { LookAtAlerts, RemoveAlert, RenameAlert, SaveSearch } from "../generated/operations.ts";

export const saveSearchForm = defineForm(SaveSearch, () => null);
export const renameAlertForm = defineForm(RenameAlert, () => "/alerts");
export const removeAlertForm = defineForm(RemoveAlert, () => "/alerts");
export const lookAtAlertsForm = defineForm(LookAtAlerts, () => "/alerts");

import { defineForm } from "../form.tsx";
import { CloseReport, ReadmitPerson, ReportPost, SuspendPerson } from "../generated/operations.ts";

export const reportPostForm = defineForm(ReportPost, () => "/report?done=1");
export const closeReportForm = defineForm(CloseReport, () => "/moderation");
export const suspendPersonForm = defineForm(SuspendPerson, () => null);
export const readmitPersonForm = defineForm(ReadmitPerson, () => null);

import { defineForm } from "../form.tsx";
import { MarkRead, MarkUnread, SetThreadLevel, SetTopicLevel } from "../generated/operations.ts";

export const markReadForm = defineForm(MarkRead, () => null);
export const markUnreadForm = defineForm(MarkUnread, () => null);
export const setThreadLevelForm = defineForm(SetThreadLevel, () => null);
export const setTopicLevelForm = defineForm(SetTopicLevel, () => null);

import { defineForm } from "../form.tsx";
import { MarkAllRead } from "../generated/operations.ts";

export const markAllReadForm = defineForm(MarkAllRead, () => "/inbox");

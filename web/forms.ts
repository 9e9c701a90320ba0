import type { FormDefinition } from "./form.tsx";

const modules = import.meta.glob<Record<string, FormDefinition>>("./*/*.forms.ts", { eager: true });

/** Every form by the name of its mutation, for the server. */
export const forms: ReadonlyMap<string, FormDefinition> = new Map(
	Object.values(modules)
		.flatMap((module) => Object.values(module))
		.map((form) => [form.operation.name, form]),
);

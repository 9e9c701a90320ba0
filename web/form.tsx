import { Failure, type Issue } from "@interurban/contract/errors";
import type { Fields, FormState } from "@interurban/contract/rendering";
import { useLocation, useNavigate } from "@solidjs/router";
import { createContext, createSignal, type JSX, onCleanup, Show, useContext } from "solid-js";
import { isServer } from "solid-js/web";
import { loadErrorWords, useErrorWords } from "./errors.ts";
import { execute, type Operation } from "./execute.ts";
import { readFields, wrongNumbers } from "./fields.ts";
import { forgetPosted, postedState } from "./posted.ts";
import { useAddress } from "./ui/address.ts";
import { ErrorSummary, type FormError } from "./ui/ErrorSummary.tsx";
import { fieldId } from "./ui/Field.tsx";
import { type FieldSource, FieldSourceContext } from "./ui/field-source.ts";
import { useWords } from "./words.ts";

/**
 * A form is a mutation and its fields. Posted without JavaScript or sent by the browser's script, it is the same
 * operation with the same variables, and leads to the same next page.
 */
export type FormDefinition<Data = unknown> = {
	// biome-ignore lint/suspicious/noExplicitAny: the variables are read from the fields by the operation's shape
	operation: Operation<Data, any>;
	/** Where to go once it is done, as a path below the language prefix; null stays on the page and loads it anew. */
	next(data: Data, fields: Fields): string | null;
	/** Reads the fields, where they are not the operation's variables by name. */
	variables?: (fields: Fields) => object;
	/** What else may be done with the same fields without JavaScript, by the value of the `_action` button. */
	actions?: Readonly<Record<string, FormDefinition>>;
	/** Of forms that take files without JavaScript: puts each `uploadField` where it belongs among the fields. */
	placeUploads?: (fields: Fields) => Fields;
	/** Without JavaScript: puts what was chosen beside a text into it. */
	settle?: (fields: Fields) => Fields;
};

/** Declares a form; every one is exported from a `<slice>.forms.ts`, where the server finds it by its operation's name. */
export function defineForm<Data, Variables>(
	operation: Operation<Data, Variables>,
	next: FormDefinition<Data>["next"],
	more: Pick<FormDefinition, "variables" | "actions" | "placeUploads" | "settle"> = {},
): FormDefinition<Data> {
	return { operation, next, ...more };
}

/** The variables in a form's fields, or what cannot be read in them. */
export function variablesOf(form: FormDefinition, fields: Fields): { variables: object; issues: Issue[] } {
	const shape = form.operation.shape ?? {};
	const issues = wrongNumbers(fields, shape);
	return { variables: form.variables?.(fields) ?? (readFields(fields, shape) as object), issues };
}

type FormStatus = {
	/** What is wrong, with a field or with the whole form. */
	issues: () => readonly Issue[];
	busy: () => boolean;
};

const FormContext = createContext<FormStatus>();

/** The form around a component: what is wrong with it, and whether it is being sent. Fields use `useFieldSource`. */
export function useForm(): FormStatus {
	const form = useContext(FormContext);
	if (!form) throw new Error("this must stand inside of a form");
	return form;
}

export type FormProps<Data> = {
	of: FormDefinition<Data>;
	/** Tells apart several forms of the same mutation on one page. */
	key?: string | undefined;
	/** What the form starts with, instead of what was posted. */
	state?: FormState | null | undefined;
	/** Called with each refusal; answers true when it deals with it. */
	onRefused?: (issues: readonly Issue[], element: HTMLFormElement) => boolean;
	/** Sends in the browser, instead of the operation itself; throws a Failure as that does. */
	send?: (variables: object) => Promise<Data>;
	/** Called instead of going to the next page. */
	onDone?: (data: Data) => void;
	/** Called with each change of what is typed. */
	onChange?: (fields: Fields) => void;
	id?: string;
	class?: string;
	"aria-label"?: string;
	children: JSX.Element;
	ref?: (element: HTMLFormElement) => void;
};

/** A form that works with and without JavaScript. Fields inside are named by paths of the mutation's variables. */
export function Form<Data>(props: FormProps<Data>) {
	const location = useLocation();
	const navigate = useNavigate();
	// The definition and the key of a form do not change while it is shown.
	const { operation, next, placeUploads } = props.of;
	const state = props.state === undefined ? postedState(operation.name, props.key) : props.state;
	onCleanup(forgetPosted);
	const [issues, setIssues] = createSignal<readonly Issue[]>(state?.issues ?? []);
	const [busy, setBusy] = createSignal(false);

	const words = useErrorWords();
	const labels = new Map<string, { label: string; id: string | undefined }>();
	/** Fields may come later than what is wrong with them. */
	const [labelCount, setLabelCount] = createSignal(0);
	const source: FieldSource = {
		value: (name, first) => state?.fields.findLast(([field]) => field === name)?.[1] ?? String(first ?? ""),
		values: (name, first = []) =>
			state
				? state.fields.filter(([field, value]) => field === name && value).map(([, value]) => value)
				: first,
		error: (name) => {
			const issue = issues().find(({ field }) => field === name);
			return issue && words(issue);
		},
		rows: (name) => (state ? rowsBelow(state.fields, name) : undefined),
		action: () => state?.action ?? null,
		register: (name, label, id) => {
			labels.set(name, { label, id });
			setLabelCount(labels.size);
		},
	};
	const errors = () => {
		labelCount();
		const order = [...labels.keys()];
		const position = ({ field }: Issue) => {
			if (!field) return -1;
			return labels.has(field) ? order.indexOf(field) : order.length;
		};
		// A field that the server rendered and whose script is still to come has no label here yet.
		const isShown = (field: string) => !isServer && document.getElementById(fieldId(field)) !== null;
		return [...issues()]
			.sort((a, b) => position(a) - position(b))
			.map((issue): FormError => {
				const known = issue.field ? labels.get(issue.field) : undefined;
				const message = known ? `${known.label}: ${words(issue)}` : words(issue);
				if (!issue.field || !(known || isShown(issue.field))) return { message };
				return { field: issue.field, id: known?.id, message };
			});
	};

	/** Makes the summary anew, so that it takes the focus each time. */
	const refuse = async (found: readonly Issue[]) => {
		await loadErrorWords();
		setIssues([]);
		setIssues(found);
	};
	const submit = async (event: SubmitEvent) => {
		const submitter = event.submitter as HTMLButtonElement | null;
		if (submitter?.name === "_action") return;
		event.preventDefault();
		if (busy()) return;
		const element = event.currentTarget as HTMLFormElement;
		const fields = fieldsOf(element);
		const { variables, issues: unread } = variablesOf(props.of, fields);
		if (unread.length) return refuse(unread);
		setBusy(true);
		try {
			const data = await (props.send ? props.send(variables) : execute(operation, variables));
			setIssues([]);
			if (props.onDone) props.onDone(data);
			else {
				const target = next(data, fields);
				if (target === null) window.location.reload();
				else navigate(target);
			}
		} catch (error) {
			if (!(error instanceof Failure)) throw error;
			if (!props.onRefused?.(error.issues, element)) await refuse(error.issues);
		} finally {
			setBusy(false);
		}
	};

	// Made before the summary, which needs the labels of the fields.
	const content = (
		<FormContext.Provider value={{ issues, busy }}>
			<FieldSourceContext.Provider value={source}>{props.children}</FieldSourceContext.Provider>
		</FormContext.Provider>
	);
	return (
		<form
			id={props.id}
			class={props.class}
			aria-label={props["aria-label"]}
			method="post"
			enctype={placeUploads && "multipart/form-data"}
			action={`${location.pathname}${location.search}`}
			novalidate
			aria-busy={busy()}
			onSubmit={submit}
			onInput={(event) => props.onChange?.(fieldsOf(event.currentTarget))}
			ref={(element) => props.ref?.(element)}
		>
			<input type="hidden" name="_form" value={operation.name} />
			<Show when={props.key}>{(key) => <input type="hidden" name="_key" value={key()} />}</Show>
			<ErrorSummary errors={errors()} />
			<Show when={issues().some(({ code }) => code === "auth.required")}>
				<SignInAgain />
			</Show>
			{content}
		</form>
	);
}

/** In a tab of its own, so that what was typed stays where it is. */
function SignInAgain() {
	const t = useWords();
	const address = useAddress();
	return (
		<p>
			<a class="button" href={address("/sign-in?next=%2Fsigned-in")} target="_blank" rel="noopener">
				{t("errors.sign_in_again")}
			</a>
		</p>
	);
}

/** A form's fields in their order, files left out. */
export function fieldsOf(element: HTMLFormElement): Fields {
	return [...new FormData(element)].filter(
		(entry): entry is [string, string] => typeof entry[1] === "string",
	);
}

/** How many rows were posted below a name: one more than the highest index. */
function rowsBelow(fields: Fields, name: string): number {
	let count = 0;
	for (const [field] of fields) {
		if (!field.startsWith(`${name}.`)) continue;
		const index = Number.parseInt(field.slice(name.length + 1), 10);
		if (index >= count) count = index + 1;
	}
	return count;
}

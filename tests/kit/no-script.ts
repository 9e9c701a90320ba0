import type { FastifyInstance } from "fastify";
import { type HTMLFormElement, Window } from "happy-dom";

export interface ShownPage {
	status: number;
	/** Where a redirect leads. */
	to: string | undefined;
	html: string;
	document: Window["document"];
	/** Text of all elements that fit a selector, spaces made single. */
	texts(selector: string): string[];
}

type Value = string | File;

/**
 * A browser without JavaScript: opens pages and posts their forms with what stands in them, the pressed button included.
 * @param cookie of a session; none for a visitor
 */
export function withoutScript(app: FastifyInstance, cookie: string | null = null) {
	const show = (response: Awaited<ReturnType<typeof app.inject>>): ShownPage => {
		const window = new Window({ settings: { disableJavaScriptEvaluation: true } });
		window.document.write(response.body);
		return {
			status: response.statusCode,
			to: response.headers.location,
			html: response.body,
			document: window.document,
			texts: (selector) =>
				[...window.document.querySelectorAll(selector)].map((element) =>
					element.textContent.replace(/\s+/g, " ").trim(),
				),
		};
	};
	const headers = cookie ? { cookie } : {};
	const get = async (url: string) => show(await app.inject({ url, headers }));
	return {
		get,
		/**
		 * Fills in the page's form of a mutation and sends it.
		 * @param changes values or files by name: one, several under the same name, or null for a field that is taken out
		 * @param button value of the `_action` button that is pressed
		 */
		async submit(
			page: ShownPage,
			mutation: string,
			changes: Readonly<Record<string, Value | readonly Value[] | null>> = {},
			button?: string,
		): Promise<ShownPage> {
			const form = [...page.document.querySelectorAll("form")].find(
				(each) => each.querySelector<never>(`[name="_form"][value="${mutation}"]`) !== null,
			) as HTMLFormElement | undefined;
			if (!form) throw new Error(`the page has no form ${mutation}`);
			const fields: [string, Value][] = fieldsOf(form).filter(([name]) => !(name in changes));
			for (const [name, value] of Object.entries(changes))
				for (const each of value === null ? [] : [value].flat()) fields.push([name, each]);
			if (button) {
				if (!form.querySelector(`button[name="_action"][value="${button}"]`))
					throw new Error(`the form has no button ${button}`);
				fields.push(["_action", button]);
			}
			const body = new Response(encode(fields, form.getAttribute("enctype") === "multipart/form-data"));
			return show(
				await app.inject({
					method: "POST",
					url: form.getAttribute("action") ?? "",
					headers: { ...headers, "content-type": body.headers.get("content-type") ?? "" },
					payload: Buffer.from(await body.arrayBuffer()),
				}),
			);
		},
	};
}

/** The body of a post; files go by their names only unless the form says otherwise. */
function encode(fields: readonly [string, Value][], isMultipart: boolean): FormData | URLSearchParams {
	const body = isMultipart ? new FormData() : new URLSearchParams();
	for (const [name, value] of fields) {
		if (typeof value === "string") body.append(name, value);
		else if (body instanceof FormData) body.append(name, value);
		else body.append(name, value.name);
	}
	return body;
}

/** What a browser posts of a form, without buttons. */
export function fieldsOf(form: HTMLFormElement): [string, string][] {
	const fields: [string, string][] = [];
	for (const control of form.querySelectorAll("input, textarea, select")) {
		const name = control.getAttribute("name");
		const type = control.getAttribute("type");
		if (!name || type === "file" || control.hasAttribute("disabled")) continue;
		if ((type === "checkbox" || type === "radio") && !control.hasAttribute("checked")) continue;
		if (control.tagName === "TEXTAREA") fields.push([name, control.textContent]);
		else if (control.tagName === "SELECT") {
			const option = control.querySelector("option[selected]") ?? control.querySelector("option");
			if (option) fields.push([name, option.getAttribute("value") ?? option.textContent]);
		} else fields.push([name, control.getAttribute("value") ?? ""]);
	}
	return fields;
}

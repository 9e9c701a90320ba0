import { Form, type FormProps, fieldsOf } from "../form.tsx";
import { useLanguage } from "../words.ts";

/**
 * A form that changes who one is or what one may: afterwards the next page is loaded from the server, so that nothing of
 * what was true before stays.
 */
export function AccountForm<Data>(props: Omit<FormProps<Data>, "onDone" | "ref">) {
	const language = useLanguage();
	let element: HTMLFormElement | undefined;
	return (
		<Form
			{...props}
			ref={(form) => {
				element = form;
			}}
			onDone={(data) => {
				const next = props.of.next(data, element ? fieldsOf(element) : []);
				window.location.assign(next === null ? window.location.href : `/${language}${next}`);
			}}
		/>
	);
}

import { Show } from "solid-js";
import { SubmitButton } from "../submit-button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { AccountForm } from "./AccountForm.tsx";
import { signInForm } from "./account.forms.ts";

/** Address and password; leads on to `next` afterwards. */
export function SignInForm(props: { next: string | null }) {
	const t = useWords();
	return (
		<AccountForm of={signInForm} class="form narrow">
			<Show when={props.next}>{(next) => <input type="hidden" name="next" value={next()} />}</Show>
			<TextField
				name="input.email"
				label={t("account.email")}
				type="email"
				autocomplete="username"
				spellcheck={false}
				required
			/>
			<TextField
				name="input.password"
				label={t("account.password")}
				type="password"
				autocomplete="current-password"
				required
			/>
			<div>
				<SubmitButton>{t("account.signIn")}</SubmitButton>
			</div>
		</AccountForm>
	);
}

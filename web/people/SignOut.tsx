import { Button } from "../ui/Button.tsx";
import { useWords } from "../words.ts";
import { AccountForm } from "./AccountForm.tsx";
import { signOutForm } from "./account.forms.ts";

/** Ends one's session; works on every page. */
export function SignOut() {
	const t = useWords();
	return (
		<AccountForm of={signOutForm}>
			<Button kind="quiet">{t("shell.sign_out")}</Button>
		</AccountForm>
	);
}

import { useLocation } from "@solidjs/router";
import { SignOut as SignOutOperation } from "../generated/operations.ts";
import { forgetPerson } from "../outbox/waiting.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words.ts";

/**
 * Ends one's session; stands on every page. Posted by the browser itself, so that nothing of what was true before stays
 * on the page, and no page loads the script of forms for it.
 */
export function SignOut() {
	const t = useWords();
	const location = useLocation();
	return (
		<form method="post" action={`${location.pathname}${location.search}`} onSubmit={forgetPerson}>
			<input type="hidden" name="_form" value={SignOutOperation.name} />
			<Button kind="quiet">{t("shell.sign_out")}</Button>
		</form>
	);
}

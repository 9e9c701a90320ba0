import { useLocation } from "@solidjs/router";
import { Redirect } from "../redirect.tsx";
import { useLanguage } from "../words.ts";
import { withNext } from "./next.ts";

/** Leads a visitor to sign in, and back to this page. */
export function ToSignIn() {
	const location = useLocation();
	const language = useLanguage();
	const here = () => location.pathname.slice(language.length + 1) + location.search;
	return <Redirect to={withNext("/sign-in", here())} />;
}

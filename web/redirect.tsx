import { useNavigate } from "@solidjs/router";
import { onMount } from "solid-js";
import { isServer } from "solid-js/web";
import { currentRequest } from "./request.ts";

/** Leads on to another page. `to` is a path below the language prefix. */
export function Redirect(props: { to: string }) {
	if (isServer) currentRequest().redirect = props.to;
	else {
		const navigate = useNavigate();
		onMount(() => navigate(props.to, { replace: true }));
	}
	return null;
}

import { isServer } from "solid-js/web";
import { currentRequest } from "./request.ts";

/** The public address of the service, for links that leave it. */
export function useOrigin(): string {
	return isServer ? currentRequest().origin : window.location.origin;
}

declare module "~icons/*" {
	import type { JSX } from "solid-js";

	const Icon: () => JSX.Element;
	export default Icon;
}

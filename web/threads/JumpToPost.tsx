import { useAddress } from "../ui/address.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words.ts";

/** Leads to a post by its number, in a thread of several pages. */
export default function JumpToPost(props: {
	path: string;
	postCount: number;
	onJump: (number: number) => void;
}) {
	const t = useWords();
	const toAddress = useAddress();
	const jump = (event: SubmitEvent) => {
		event.preventDefault();
		props.onJump(Number(new FormData(event.currentTarget as HTMLFormElement).get("post")));
	};
	return (
		<form class="row no-print" method="get" action={toAddress(props.path)} onSubmit={jump}>
			<label for="jump-post">{t("threads.jump", { last: props.postCount })}</label>
			<input
				class="input input-short"
				id="jump-post"
				name="post"
				type="number"
				min={1}
				max={props.postCount}
				required
			/>
			<Button>{t("threads.go")}</Button>
		</form>
	);
}

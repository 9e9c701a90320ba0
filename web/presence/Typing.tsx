import { createEffect, createSignal, on, onCleanup, onMount } from "solid-js";
import { whenIdle } from "../idle.ts";
import { follow, tellTyping } from "../live.ts";
import { useWords } from "../words.ts";
import type { makeTypists } from "./typing.ts";

/**
 * Who is writing in a thread just now; and tells the others when the reader does. The line keeps its height, so that nothing
 * moves; it is not read aloud, for that would not end.
 */
export function Typing(props: {
	threadId: string;
	/** Handle of the reader; null for a visitor. */
	viewer: string | null;
	/** The newest post: whoever sent it is not writing it any more. */
	last: { number: number; author: { handle: string } } | undefined;
	/** Around the field to write in. */
	composer: () => HTMLElement | undefined;
}) {
	const t = useWords();
	const [names, setNames] = createSignal<readonly string[]>([]);
	let typists: ReturnType<typeof makeTypists> | undefined;
	const said = () => {
		const [first, second, third, ...more] = names();
		if (!first) return "";
		if (more.length) return t("threads.typingMany");
		if (second && third) return t("threads.typingThree", { first, second, third });
		return second ? t("threads.typingTwo", { first, second }) : t("threads.typingOne", { name: first });
	};
	createEffect(
		on(
			() => props.last?.number,
			() => typists?.posted(props.last?.author.handle ?? ""),
			{ defer: true },
		),
	);
	onMount(() => {
		const ends: (() => void)[] = [];
		let hasEnded = false;
		onCleanup(() => {
			hasEnded = true;
			for (const end of ends) end();
		});
		const begin = async () => {
			await whenIdle();
			const { makeTypists, makeTyping } = await import("./typing.ts");
			if (hasEnded) return;
			const stream = `thread:${props.threadId}`;
			const made = makeTypists(setNames);
			typists = made;
			const hear = (event: Parameters<typeof made.hear>[0]) => {
				if (event.handle !== props.viewer) made.hear(event);
			};
			ends.push(made.stop, follow(stream, { reached() {}, ask() {}, hear: { typing: hear } }));
			const composer = props.composer();
			if (!props.viewer || !composer) return;
			const typing = makeTyping((isTyping) => tellTyping(stream, isTyping));
			const typed = ({ target }: Event) => {
				if (target instanceof HTMLTextAreaElement) typing.typed();
			};
			composer.addEventListener("input", typed);
			composer.addEventListener("submit", typing.stop, true);
			ends.push(() => {
				typing.stop();
				composer.removeEventListener("input", typed);
				composer.removeEventListener("submit", typing.stop, true);
			});
		};
		begin().catch(() => {});
	});
	return <p class="meta typing">{said()}</p>;
}

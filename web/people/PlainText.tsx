import { For } from "solid-js";

/** Text as it was typed into a plain field: an empty line parts paragraphs, other line breaks stay. */
export function PlainText(props: { text: string }) {
	const paragraphs = () => props.text.split(/\n\s*\n/);
	return (
		<div class="prose">
			<For each={paragraphs()}>
				{(paragraph) => (
					<p dir="auto" class="typed-lines">
						{paragraph}
					</p>
				)}
			</For>
		</div>
	);
}

/** How a text begins, cut between words. */
export function beginningOf(text: string, longest = 180): string {
	const line = text.replace(/\s+/g, " ").trim();
	if (line.length <= longest) return line;
	const cut = line.slice(0, longest);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2))} …`;
}

/** Shows the page again with the answer to a question about what is written, which leaves the form unsent. */
export function AskButton(props: { action: string; answerId: string; label: string }) {
	return (
		<>
			{/* What Enter in a field presses: sends the form. */}
			<button type="submit" hidden />
			<button
				type="submit"
				class="button"
				name="_action"
				value={props.action}
				formnovalidate
				formaction={`#${props.answerId}`}
			>
				{props.label}
			</button>
		</>
	);
}

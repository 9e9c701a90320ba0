/** Long text. `html` must come sanitised from the server. */
export function Prose(props: { html: string; lang?: string | undefined; class?: string }) {
	return <div class={`prose ${props.class ?? ""}`} lang={props.lang} dir="auto" innerHTML={props.html} />;
}

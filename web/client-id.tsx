import { useFieldSource } from "./ui/field-source.ts";

/** A UUID of version 4. Pages without https lack `randomUUID`. */
export function makeClientId(): string {
	if (crypto.randomUUID) return crypto.randomUUID();
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	const hex = [...bytes].map((byte, at) => {
		const value = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
		return value.toString(16).padStart(2, "0");
	});
	return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The id under which a form is sent: sent again, also as a page that was reloaded, it makes nothing twice. */
export function ClientId() {
	return <input type="hidden" name="clientId" value={useFieldSource().value("clientId", makeClientId())} />;
}

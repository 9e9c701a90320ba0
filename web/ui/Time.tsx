import { localeOf } from "@interurban/words/words";
import { createContext, sharedConfig, useContext } from "solid-js";
import { isServer } from "solid-js/web";
import { useLanguage } from "../words.ts";

/** IANA name of the zone in which times of day are told. */
export const TimeZoneContext = createContext("UTC");

const formats = {
	date: { dateStyle: "long" },
	month: { year: "numeric", month: "long" },
	datetime: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
	time: { hour: "2-digit", minute: "2-digit" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, format: keyof typeof formats, zone: string): Intl.DateTimeFormat {
	const key = `${locale} ${format} ${zone}`;
	let found = formatters.get(key);
	if (!found) {
		const named = zone === "UTC" && "hour" in formats[format] ? { timeZoneName: "short" as const } : {};
		found = new Intl.DateTimeFormat(locale, {
			...formats[format],
			...named,
			timeZone: zone,
			hourCycle: "h23",
		});
		formatters.set(key, found);
	}
	return found;
}

/**
 * A point in time, or a day, which is the same in every zone. What the server wrote stays as it is while the page comes alive, because Node and browsers do not
 * write dates quite alike.
 * @param props.value ISO 8601; a day as `2026-11-30`
 */
export function Time(props: { value: string; format?: keyof typeof formats }) {
	const language = useLanguage();
	const zone = useContext(TimeZoneContext);
	const text = () => {
		const { value, format = "date" } = props;
		// Solid leaves server-rendered text alone while hydrating: the formatter need not even be made.
		if (!isServer && sharedConfig.context) return "";
		const isDay = value.length === "2026-11-30".length;
		return formatter(localeOf(language), format, isDay ? "UTC" : zone).format(new Date(value));
	};
	return <time datetime={props.value}>{text()}</time>;
}

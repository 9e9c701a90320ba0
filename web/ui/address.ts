import { useLanguage } from "../words.ts";

/**
 * Makes whole addresses: a path below the language prefix (`/topics`) gets the prefix of the page, anything else
 * (`https:`, `mailto:`, `#`, `?`) stays. Every `href` and `action` of these components goes through it.
 */
export function useAddress(): (href: string) => string {
	const language = useLanguage();
	return (href) => (href.startsWith("/") ? `/${language}${href}` : href);
}

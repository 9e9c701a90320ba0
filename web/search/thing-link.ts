import type { ThingLinkFragment } from "../generated/types.ts";
import { placeHref } from "../places/towns.ts";

const numbered = (path: string, thing: { id: string; slug: string }) =>
	`${path}/${thing.id}${thing.slug ? `-${thing.slug}` : ""}`;

/** Where a thing that was found is read, below the language prefix, and what it is called; `lang` as BCP 47 tag. */
export function linkOf(thing: ThingLinkFragment): { href: string; title: string; lang?: string } {
	switch (thing.__typename) {
		case "Practice":
			return { href: `/practices/${thing.slug}`, title: thing.displayTitle, lang: thing.titleLanguage };
		case "Person":
			return { href: `/people/${thing.handle}`, title: thing.name };
		case "Place":
			return { href: placeHref(thing), title: thing.name };
		case "Topic":
			return { href: `/topics/${thing.id}`, title: thing.label };
		case "Thread":
			return { href: numbered("/threads", thing), title: thing.title, lang: thing.language };
		case "Challenge":
			return { href: numbered("/challenges", thing), title: thing.title, lang: thing.language };
	}
}

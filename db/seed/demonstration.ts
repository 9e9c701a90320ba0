import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Language } from "@interurban/contract/languages";
import type {
	Capacity,
	LanguageLevel,
	OrganisationKind,
	ReactionKind,
	Role,
} from "@interurban/contract/vocabulary";

/** A member of our own invention. */
export type DemoPerson = {
	handle: string;
	name: string;
	email: string;
	role: Role;
	lang: Language;
	geonameId: number;
	organisation: string;
	orgKind: OrganisationKind;
	jobTitle: string;
	capacity: Capacity;
	languages: Record<string, LanguageLevel>;
	/** In English words, as topics of the practices. */
	knows: string[];
	seeksTopics: string[];
	bio: string;
	askMeAbout: string;
	offers: string;
	seeks: string;
};

export type DemoChallenge = {
	id: string;
	title: string;
	problem: string;
	constraints: string;
	deadlineMonths: number;
	topics: string[];
	lang: string;
	country: string;
	geonameId: number;
};

/** A contribution; `about` is the id of a practice or a challenge. */
export type DemoPost = { lang: string; about: string; text: string };

/** A thread of its own; where `people` are named, a conversation between these. */
export type DemoDiscussion = {
	id: string;
	lang: Language;
	title?: string;
	/** In English words, as topics of the practices. */
	topic?: string;
	/** Of a group. */
	name?: string;
	people?: string[];
	/** Those of them who have not answered the request yet. */
	asked?: string[];
	/** `hours` before the network was begun; `reply` is the number of the post that it answers. */
	posts: {
		by: string;
		lang: Language;
		hours: number;
		text: string;
		reply?: number;
		solution?: boolean;
		reactions?: Partial<Record<ReactionKind, string[]>>;
	}[];
	summary?: { by: string; text: string };
	/** How far people have read, by handle; everybody else who is there has read all of it. */
	read?: Record<string, number>;
};

/** Title and claim of a practice in another language. */
export type DemoTranslation = { id: string; lang: string; title: string; claim: string };

/** A practice in the form of an import file. */
export type DemoPractice = { id: string; lang: string; country: string } & Record<string, unknown>;

const folder = join(
	dirname(createRequire(import.meta.url).resolve("@interurban/db/package.json")),
	"seed/data",
);

function read<T>(name: string): T[] {
	const lines = readFileSync(join(folder, `${name}.jsonl`), "utf8")
		.trim()
		.split("\n");
	return lines.map((line) => JSON.parse(line) as T);
}

/** The demonstration data, as its files hold it. */
export function readDemonstration() {
	return {
		people: read<DemoPerson>("people"),
		practices: read<DemoPractice>("practices"),
		translations: read<DemoTranslation>("translations"),
		challenges: read<DemoChallenge>("challenges"),
		posts: read<DemoPost>("posts"),
		discussions: read<DemoDiscussion>("discussions"),
	};
}

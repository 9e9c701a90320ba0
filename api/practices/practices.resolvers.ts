import { compareIn } from "@interurban/words/collate";
import type { Context } from "../context.ts";
import type { PracticeResolvers, Resolvers } from "../generated/resolvers.ts";
import { renderMarkdown } from "../markdown.ts";
import { personById } from "../people/people.ts";
import { placeById, traitsAlike, traitsLike } from "../places/places.ts";
import { findSdgs, findTopic, withNarrower } from "../topics/topics.ts";
import type { PracticeDetails } from "./details.queries.ts";
import type { PracticeRow } from "./practices.queries.ts";
import { canEdit, canManageAuthors, canWithdraw, evidenceReasonOf } from "./practices.rules.ts";
import { detailsById, findPractice, listPractices, practiceById, readFilter } from "./practices.ts";
import {
	addCoAuthor,
	confirmPractice,
	publishPractice,
	removeCoAuthor,
	translatePractice,
	updatePractice,
	withdrawPractice,
} from "./practices.write.ts";
import { listRelated } from "./related.ts";
import { listRevisions } from "./revisions.queries.ts";
import { compareRevisions, findRevision, readRevision } from "./revisions.ts";

/** What a row refers to is there: the database sees to it. */
function present<T>(row: T | null): T {
	if (row === null) throw new Error("a row that is referred to is not there");
	return row;
}

const detail =
	<Name extends keyof PracticeDetails>(name: Name) =>
	async (practice: PracticeRow, _: unknown, ctx: Context): Promise<PracticeDetails[Name]> =>
		(await detailsById(ctx).load(practice.id))[name];

const longTexts = [
	"situation",
	"approach",
	"outcome",
	"objectives",
	"targetGroups",
	"failures",
	"hindsight",
	"continuity",
	"funding",
	"staff",
] as const;
type LongText = (typeof longTexts)[number];

/** Each long text as it was written and as HTML. */
const longTextResolvers = Object.fromEntries(
	longTexts.flatMap((name) => {
		const text = detail(name);
		return [
			[name, text],
			[
				`${name}Html`,
				async (practice: PracticeRow, _: unknown, ctx: Context) =>
					renderMarkdown(await text(practice, _, ctx)),
			],
		];
	}),
) as Pick<PracticeResolvers, LongText | `${LongText}Html`>;

export const practicesResolvers: Resolvers = {
	Query: {
		practice: (_, { slug }, ctx) => findPractice(ctx, slug),
		practices: (_, { filter, ...page }, ctx) => listPractices(ctx, readFilter(filter), page),
		comparePracticeRevisions: (_, { id, from, to }, ctx) => compareRevisions(ctx, id, { from, to }),
	},
	Mutation: {
		publishPractice: (_, { input, draftKey }, ctx) => publishPractice(ctx, input, draftKey),
		updatePractice: (_, change, ctx) => updatePractice(ctx, change),
		withdrawPractice: (_, { id }, ctx) => withdrawPractice(ctx, id),
		addCoAuthor: (_, { practiceId, handle }, ctx) => addCoAuthor(ctx, practiceId, handle),
		removeCoAuthor: (_, { practiceId, handle }, ctx) => removeCoAuthor(ctx, practiceId, handle),
		confirmPractice: (_, { id }, ctx) => confirmPractice(ctx, id),
		translatePractice: (_, { id, ...translation }, ctx) => translatePractice(ctx, id, translation),
	},
	Practice: {
		number: (practice) => practice.id,
		displayTitle: (practice) => practice.translatedTitle ?? practice.title,
		displayClaim: (practice) => practice.translatedClaim ?? practice.claim,
		titleLanguage: (practice) => practice.translatedLanguage ?? practice.language,
		translation: async (practice, { language }, ctx) =>
			(await detail("translations")(practice, null, ctx)).find((row) => row.language === language) ?? null,
		translations: detail("translations"),
		place: async (practice, _, ctx) => present(await placeById(ctx).load(practice.placeId)),
		organisation: detail("organisation"),
		author: async (practice, _, ctx) => present(await personById(ctx).load(practice.authorId)),
		coAuthors: async (practice, _, ctx) => {
			const people = await Promise.all(practice.coAuthorIds.map((id) => personById(ctx).load(id)));
			const compare = compareIn(ctx.language);
			return people.flatMap((person) => person ?? []).sort((a, b) => compare(a.name, b.name));
		},
		topics: (practice) => practice.topicIds.flatMap((id) => findTopic(id) ?? []),
		sdgs: (practice) => findSdgs(practice.sdgs),
		evidenceReason: async (practice, _, ctx) => {
			const isOpen = practice.evidence === "described";
			const hasResults = isOpen && (await detail("results")(practice, _, ctx)).length > 0;
			return evidenceReasonOf(practice.evidence, hasResults);
		},
		...longTextResolvers,
		buildingBlocks: detail("blocks"),
		results: detail("results"),
		partners: detail("partners"),
		conditions: detail("conditions"),
		contacts: detail("contacts"),
		references: detail("references"),
		files: detail("files"),
		cost: detail("cost"),
		firstPublished: async (practice, _, ctx) => {
			const first = await detail("firstPublished")(practice, _, ctx);
			return first.title ? first : null;
		},
		related: (practice, { first }, ctx) => listRelated(ctx, practice, first ?? 5),
		revisions: (practice, _, ctx) => listRevisions(ctx.db, practice.id),
		revisionAt: (practice, { number }, ctx) => findRevision(ctx, practice.id, number),
		viewerCanEdit: (practice, _, ctx) => canEdit(ctx.viewer, practice),
		viewerCanWithdraw: (practice, _, ctx) => canWithdraw(ctx.viewer, practice),
		viewerCanManageAuthors: (practice, _, ctx) => canManageAuthors(ctx.viewer, practice),
	},
	BuildingBlock: {
		descriptionHtml: (block) => renderMarkdown(block.description),
		enablingHtml: (block) => renderMarkdown(block.enabling),
		lessonsHtml: (block) => renderMarkdown(block.lessons),
	},
	PracticeResult: {
		sourceUrl: ({ source }) => (/^https?:\/\/\S+$/i.test(source) ? source : null),
	},
	PracticeContact: {
		person: (contact, _, ctx) => (contact.personId === null ? null : personById(ctx).load(contact.personId)),
		name: async (contact, _, ctx) =>
			contact.name || (contact.personId && (await personById(ctx).load(contact.personId))?.name) || "",
	},
	PracticeTranslation: {
		translator: (row, _, ctx) => (row.translatorId === null ? null : personById(ctx).load(row.translatorId)),
	},
	RelatedPractice: {
		practice: async (row, _, ctx) => present(await practiceById(ctx).load(row.practiceId)),
		sharedTopics: (row) => row.sharedTopicIds.flatMap((id) => findTopic(id) ?? []),
	},
	PracticeRevision: {
		editor: async (revision, _, ctx) => present(await personById(ctx).load(revision.editorId)),
		fields: (revision, _, ctx) => readRevision(ctx, revision),
	},
	Person: {
		practices: (person, page, ctx) => listPractices(ctx, { personId: person.id }, page),
	},
	Place: {
		practices: (place, page, ctx) => listPractices(ctx, { placeId: place.id }, page),
		practicesOfSimilarPlaces: async (place, page, ctx) => {
			const traits = traitsLike(await traitsAlike(ctx.db, place.traits));
			return listPractices(ctx, { like: { traits, except: place.id } }, page);
		},
	},
	Organisation: {
		practices: (organisation, page, ctx) => listPractices(ctx, { organisationId: organisation.id }, page),
	},
	Topic: {
		practices: (topic, page, ctx) => listPractices(ctx, { topicIds: withNarrower(topic.id) }, page),
	},
};

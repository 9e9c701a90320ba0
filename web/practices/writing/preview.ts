import type { Fields } from "@interurban/contract/rendering";
import { readFields } from "../../fields.ts";
import { PublishPractice } from "../../generated/operations.ts";
import type { PracticeInput } from "../../generated/types.ts";
import type { FullPractice } from "../practices.data.ts";
import { fileFieldName, readFile } from "./uploaded-file.ts";
import type { FormChoices } from "./writing.data.ts";

const longTexts = [
	...(["situation", "approach", "outcome", "objectives", "targetGroups"] as const),
	...(["failures", "hindsight", "continuity", "funding", "staff"] as const),
];

/** What the form holds, as the mutation would get it. */
export function inputOf(fields: Fields): PracticeInput {
	const { input } = readFields(fields, PublishPractice.shape ?? {}) as { input?: PracticeInput };
	return input ?? {};
}

const filled = <Row extends object>(rows: readonly Row[] | null | undefined): Row[] =>
	(rows ?? []).filter((row) => Object.values(row).some((value) => value !== null && value !== ""));

/** All Markdown of a practice, in the order in which `previewOf` takes its HTML. */
export function textsOf(input: PracticeInput): string[] {
	return [
		...longTexts.map((name) => input[name] ?? ""),
		...filled(input.blocks).flatMap((block) => [
			block.description ?? "",
			block.enabling ?? "",
			block.lessons ?? "",
		]),
	];
}

/**
 * A practice that is not published yet, in the shape of one that is, so that it looks the same.
 * @param html of the texts, in their order
 */
export function previewOf(
	input: PracticeInput,
	html: readonly string[],
	about: { fields: Fields; choices: FormChoices; author: { handle: string; name: string } | null },
): FullPractice {
	const labelOf = (value: string) =>
		about.fields.findLast(([name]) => name === `_label.${value}`)?.[1] ?? value;
	const texts = [...html];
	const next = () => texts.shift() ?? "";
	const long = Object.fromEntries(longTexts.map((name) => [`${name}Html`, next()])) as Record<
		`${(typeof longTexts)[number]}Html`,
		string
	>;
	const [placeName = "", countryName = ""] = (
		input.placeId ? labelOf(input.placeId) : (input.placeIdText ?? "")
	).split(", ");
	const results = filled(input.results).map((result) => ({
		indicator: result.indicator ?? "",
		before: result.before ?? null,
		after: result.after ?? null,
		unit: result.unit ?? "",
		year: result.year ?? null,
		source: result.source ?? "",
		sourceUrl: /^https?:\/\//.test(result.source ?? "") ? (result.source ?? null) : null,
	}));
	const isMeasured = results.some(({ after, unit, source }) => after !== null && unit && source);
	const contacts = filled(input.contacts).map(({ handle, name, jobTitle }) => ({
		person: null,
		name: name || (handle ?? ""),
		jobTitle: jobTitle ?? "",
	}));
	const now = new Date(0).toISOString();
	return {
		...long,
		id: "",
		slug: "",
		number: 0,
		/** Not published yet: there is no history to link to. */
		revision: 0,
		title: input.title ?? "",
		claim: input.claim ?? "",
		displayTitle: input.title ?? "",
		displayClaim: input.claim ?? "",
		language: input.language ?? "",
		titleLanguage: input.language ?? "",
		translations: [],
		stage: input.stage ?? "running",
		startedYear: input.startedYear ?? null,
		endedYear: input.endedYear ?? null,
		evidence: isMeasured ? "measured" : "described",
		evidenceReason: isMeasured
			? "results_with_source"
			: results.length
				? "results_without_source"
				: "no_results",
		checkedOn: null,
		publishedAt: now,
		updatedAt: now,
		place: {
			id: input.placeId ?? "",
			slug: "",
			name: placeName,
			country: "",
			countryName,
			population: null,
			latitude: 0,
			longitude: 0,
		},
		organisation: {
			id: "",
			name: input.organisationName ?? "",
			kind: input.organisationKind ?? "municipality",
			website: null,
		},
		author: { handle: "", name: "", jobTitle: "", ...about.author, viewerCanMessage: false },
		coAuthors: [],
		topics: [
			...(input.topicIds ?? []).map((id) => ({ id, label: labelOf(id) })),
			...(input.topicIdsText ?? "")
				.split(/[,;،]/)
				.flatMap((label) => (label.trim() ? [{ id: "", label: label.trim() }] : [])),
		],
		sdgs: about.choices.sdgs.filter(({ number }) => input.sdgs?.includes(number)),
		buildingBlocks: filled(input.blocks).map((block) => ({
			name: block.name ?? "",
			descriptionHtml: next(),
			enablingHtml: next(),
			lessonsHtml: next(),
		})),
		results,
		cost:
			typeof input.costAmount === "number" && input.costCurrency
				? { amount: input.costAmount, currency: input.costCurrency, year: input.costYear ?? null }
				: null,
		partners: filled(input.partners).map(({ name, support }) => ({
			name: name ?? "",
			support: support ?? null,
		})),
		conditions: filled(input.conditions).map(({ kind, description }) => ({
			kind: kind ?? "other",
			description: description ?? "",
		})),
		// Readers are sent to the author when nobody else is named; a visitor has no name yet.
		contacts: contacts.length || about.author ? contacts : [{ person: null, name: "–", jobTitle: "" }],
		references: filled(input.references).map(({ kind, title, url }) => ({
			kind: kind ?? "source",
			title: title ?? "",
			url: url ?? "",
		})),
		files: filled(input.files).map((file) => {
			const id = file.id ?? "";
			const known = readFile(id, about.fields.findLast(([name]) => name === fileFieldName(id))?.[1]);
			return {
				...known,
				description: file.description ?? "",
				licence: file.licence ?? "",
				credit: file.credit ?? "",
			};
		}),
		firstPublished:
			input.firstPublishedIn || input.firstPublishedUrl
				? { title: input.firstPublishedIn ?? "", url: input.firstPublishedUrl ?? "" }
				: null,
		related: [],
		thread: { id: "" },
		viewerCanEdit: false,
		viewerCanWithdraw: false,
	};
}

import type { Issue } from "@interurban/contract/errors";
import type { FeedRequest, FeedResponse } from "@interurban/contract/rendering";
import { wordsIn } from "@interurban/words/server";
import type { Operation } from "../execute.ts";
import { PlaceFeed, SearchFeed } from "../generated/operations.ts";
import type { PlaceFeedQuery, SearchFeedQuery } from "../generated/types.ts";
import { idIn } from "../places/place-page.ts";
import { placeHref } from "../places/towns.ts";
import { variablesOf } from "../search/search.data.ts";
import { addressOf, feedOf, readSearch } from "../search/search-address.ts";
import { linkOf } from "../search/thing-link.ts";
import { atomOf, type Entry, type Feed } from "./atom.ts";

type Found = SearchFeedQuery["search"]["items"][number];
/** What has a date: towns and topics have none. */
type Thing = Extract<Found["thing"], { id: string }>;

const mostEntries = 20;
/** A year in which the name of any network can have been its own: part of all ids, never to be changed. */
const idYear = 2026;

/** The feed at an address: of what a search finds, or of what is new in a town. */
export async function feedAt(request: FeedRequest): Promise<FeedResponse> {
	const [path = "", query = ""] = request.path.split("?", 2);
	const place = /^\/places\/([^/]+)\.atom$/.exec(path)?.[1];
	if (place) return feedOfPlace(request, place);
	return path === "/search.atom" ? feedOfSearch(request, query) : { issue: { code: "not_found" } };
}

async function feedOfSearch(request: FeedRequest, query: string): Promise<FeedResponse> {
	const state = { ...readSearch(query), after: "" };
	const found = await ask<SearchFeedQuery>(request, SearchFeed, variablesOf(state));
	if ("issue" in found) return found;
	const { name, items } = found.data.search;
	return asFeed(request, {
		title: name,
		self: feedOf(state),
		page: addressOf(state, { sort: "newest", ownFirst: false }),
		entries: items.flatMap(({ thing, passage }) => ("id" in thing ? [entryOf(request, thing, passage)] : [])),
	});
}

async function feedOfPlace(request: FeedRequest, address: string): Promise<FeedResponse> {
	const found = await ask<PlaceFeedQuery>(request, PlaceFeed, { id: idIn(address) });
	if ("issue" in found) return found;
	const { place } = found.data;
	if (!place) return { issue: { code: "not_found" } };
	const things = [...place.practices.items, ...place.people, ...place.challenges.items];
	const entries = things.map((thing) => entryOf(request, thing, null));
	return asFeed(request, {
		title: wordsIn(request.language)("ui.town", {
			place: place.name,
			country: place.countryName,
		}),
		self: `${placeHref(place)}.atom`,
		page: placeHref(place),
		entries: entries.sort((one, other) => other.published.localeCompare(one.published)).slice(0, mostEntries),
	});
}

async function ask<Data>(
	{ execute }: FeedRequest,
	{ id }: Operation<Data, never>,
	variables: object,
): Promise<{ data: Data } | { issue: Issue }> {
	const { data, issues } = await execute(id, variables);
	return issues[0] ? { issue: issues[0] } : { data: data as Data };
}

function asFeed(
	{ origin, language }: FeedRequest,
	feed: Pick<Feed, "title" | "self" | "page" | "entries">,
): FeedResponse {
	const whole = (path: string) => `${origin}/${language}${path}`;
	return {
		xml: atomOf({
			...{ ...feed, language, origin },
			self: whole(feed.self),
			page: whole(feed.page),
			title: `${feed.title} · Interurban`,
			scheme: `${origin}/concepts`,
		}),
	};
}

function entryOf({ origin, language }: FeedRequest, thing: Thing, passage: Found["passage"]): Entry {
	const { href, title, lang = language } = linkOf(thing);
	const kind = thing.__typename.toLowerCase();
	return {
		id: `tag:${new URL(origin).hostname},${idYear}:${kind}-${thing.id}`,
		title: { text: title, language: lang },
		href: `${origin}/${language}${href}`,
		...datesOf(thing),
		summary: summaryOf(thing, passage),
		author: "author" in thing ? thing.author.name : thing.__typename === "Person" ? thing.name : null,
		categories: topicsOf(thing).map(({ id, label }) => ({ term: id, label })),
	};
}

function datesOf(thing: Thing): Pick<Entry, "published" | "updated"> {
	switch (thing.__typename) {
		case "Practice":
			return { published: thing.publishedAt, updated: thing.updatedAt };
		case "Person":
			return { published: thing.memberSince, updated: thing.memberSince };
		case "Thread":
			return { published: thing.createdAt, updated: thing.createdAt };
		case "Challenge":
			return { published: thing.createdAt, updated: thing.updatedAt };
	}
}

function summaryOf(thing: Thing, passage: Found["passage"]): Entry["summary"] {
	if (thing.__typename === "Practice")
		return { type: "text", text: thing.displayClaim, language: thing.titleLanguage };
	return passage && { type: "html", text: passage.html, language: passage.language };
}

function topicsOf(thing: Thing): readonly { id: string; label: string }[] {
	if (thing.__typename === "Person") return thing.knows;
	if (thing.__typename === "Thread") return thing.topic ? [thing.topic] : [];
	return thing.topics;
}

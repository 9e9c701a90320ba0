import type { Query } from "./search.collection.ts";

/** What one query got: document ids, best first, and the milliseconds it took. */
export interface Answer {
	query: Query;
	ranked: readonly string[];
	ms: number;
}

export interface Figures {
	queries: number;
	ndcg10: number;
	recall20: number;
	mrr10: number;
	p50_ms: number;
	p95_ms: number;
}

const gain = (grade: number): number => 2 ** grade - 1;
const discounted = (grades: readonly number[]): number =>
	grades.slice(0, 10).reduce((sum, grade, at) => sum + gain(grade) / Math.log2(at + 2), 0);

function ndcg10({ query, ranked }: Answer): number {
	const ideal = discounted(Object.values(query.relevant).sort((one, other) => other - one));
	return ideal === 0 ? 0 : discounted(ranked.map((id) => query.relevant[id] ?? 0)) / ideal;
}

function recall20({ query, ranked }: Answer): number {
	const relevant = Object.keys(query.relevant).filter((id) => (query.relevant[id] ?? 0) > 0);
	const top = new Set(ranked.slice(0, 20));
	return relevant.length === 0 ? 0 : relevant.filter((id) => top.has(id)).length / relevant.length;
}

function mrr10({ query, ranked }: Answer): number {
	const at = ranked.slice(0, 10).findIndex((id) => (query.relevant[id] ?? 0) > 0);
	return at < 0 ? 0 : 1 / (at + 1);
}

/** The value below which a share of the values lies; nearest rank. */
function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

const mean = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Means over queries; times in milliseconds. */
export function figures(answers: readonly Answer[]): Figures {
	const times = answers.map((answer) => answer.ms);
	return {
		queries: answers.length,
		ndcg10: rounded(mean(answers.map(ndcg10)), 4),
		recall20: rounded(mean(answers.map(recall20)), 4),
		mrr10: rounded(mean(answers.map(mrr10)), 4),
		p50_ms: rounded(percentile(times, 0.5), 2),
		p95_ms: rounded(percentile(times, 0.95), 2),
	};
}

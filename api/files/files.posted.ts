import type { MultipartFile } from "@fastify/multipart";
import { Failure, fail, type Issue } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import { type Fields, uploadField } from "@interurban/contract/rendering";
import type { FastifyRequest } from "fastify";
import type { Context } from "../context.ts";
import { databaseIssue } from "../graphql.ts";
import type { FileStore } from "./files.store.ts";
import { admitUpload, describeFile, storeFile } from "./files.ts";

/** What one post may hold, for the parser. */
export const postedLimits = {
	files: 50,
	fields: 3000,
	parts: 3050,
	fieldSize: 512 * 1024,
	fileSize: limits.files.size,
	headerPairs: 20,
};

/**
 * Reads a form that was posted with files, one at a time. Each file becomes a field that describes it, or says what is
 * wrong with it; what was left empty is no file.
 * @param context of whoever posts; asked only when there is a file
 */
export async function readPosted(
	request: FastifyRequest,
	store: FileStore,
	context: () => Promise<Context>,
): Promise<{ fields: Fields; issues: Issue[] }> {
	const fields: Fields = [];
	const issues: Issue[] = [];
	let ctx: Context | undefined;
	const keep = async (part: MultipartFile) => {
		ctx ??= await context();
		await admitUpload(ctx);
		return describeFile(await storeFile(ctx, store, await readWhole(part)));
	};
	for await (const part of partsOf(request)) {
		if (part.type === "field") fields.push([part.fieldname, String(part.value)]);
		else if (!part.filename) part.file.resume();
		else
			try {
				fields.push([uploadField, JSON.stringify(await keep(part))]);
			} catch (error) {
				part.file.resume();
				issues.push(...issuesOf(error).map((issue) => ({ ...issue, field: uploadField })));
			}
	}
	return { fields, issues };
}

/** The parts of a form. What its parser cannot read is the sender's fault, which the parser's own errors do not say. */
async function* partsOf(request: FastifyRequest): ReturnType<FastifyRequest["parts"]> {
	try {
		yield* request.parts();
	} catch (cause) {
		if ((cause as { statusCode?: number }).statusCode) throw cause;
		throw Object.assign(new Error("a form cannot be read", { cause }), { statusCode: 400 });
	}
}

/** @throws Failure when a file is longer than it may be */
export async function readWhole(part: MultipartFile): Promise<{ name: string; bytes: Buffer }> {
	const bytes = await part.toBuffer();
	if (part.file.truncated) fail("files.too_large", { field: "file", args: { max: limits.files.size / 1e6 } });
	return { name: part.filename ?? "", bytes };
}

function issuesOf(error: unknown): readonly Issue[] {
	if (error instanceof Failure) return error.issues;
	const code = databaseIssue(error);
	if (!code) throw error;
	return [{ code }];
}

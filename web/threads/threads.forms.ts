import { defineForm } from "../form.tsx";
import {
	CloseThread,
	DeletePost,
	EditPost,
	EditThread,
	MarkSolution,
	ReactToPost,
	StartThread,
	SummariseThread,
	WritePost,
} from "../generated/operations.ts";
import { uploadsIntoText } from "../pictures/markdown-pictures.ts";
import { withChosenMentions } from "./chosen-mentions.ts";
import { postPath, threadPath } from "./threads.data.ts";

/** Files that come with a post follow its text. */
const withFiles = { placeUploads: uploadsIntoText("body") };

export const startThreadForm = defineForm(
	StartThread,
	({ startThread }) => threadPath(startThread),
	withFiles,
);

export const writePostForm = defineForm(
	WritePost,
	({ writePost }) => postPath(writePost.thread, writePost.number),
	{ ...withFiles, settle: withChosenMentions("body") },
);

export const editPostForm = defineForm(
	EditPost,
	({ editPost }) => postPath(editPost.thread, editPost.number),
	withFiles,
);

export const deletePostForm = defineForm(DeletePost, ({ deletePost }) =>
	postPath(deletePost.thread, deletePost.number),
);

/** The button says what is said and whether: `helpful:true`. */
export const reactToPostForm = defineForm(
	ReactToPost,
	({ reactToPost }) => postPath(reactToPost.thread, reactToPost.number),
	{
		variables: (fields) => {
			const of = new Map(fields);
			const [kind, given] = of.get("reaction")?.split(":") ?? [];
			return { id: of.get("id") ?? "", kind, given: given === "true" };
		},
	},
);

export const markSolutionForm = defineForm(MarkSolution, ({ markSolution }) =>
	postPath(markSolution.thread, markSolution.number),
);

export const editThreadForm = defineForm(EditThread, ({ editThread }) => threadPath(editThread));

export const closeThreadForm = defineForm(CloseThread, ({ closeThread }) => threadPath(closeThread));

export const summariseThreadForm = defineForm(SummariseThread, ({ summariseThread }) =>
	threadPath(summariseThread),
);

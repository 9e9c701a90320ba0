import { defineForm } from "../form.tsx";
import { DeletePost, EditPost, StartThread, WritePost } from "../generated/operations.ts";
import { postPath, threadPath } from "./threads.data.ts";

export const startThreadForm = defineForm(StartThread, ({ startThread }) => threadPath(startThread));

export const writePostForm = defineForm(WritePost, ({ writePost }) =>
	postPath(writePost.thread, writePost.number),
);

export const editPostForm = defineForm(EditPost, ({ editPost }) =>
	postPath(editPost.thread, editPost.number),
);

export const deletePostForm = defineForm(DeletePost, ({ deletePost }) =>
	postPath(deletePost.thread, deletePost.number),
);

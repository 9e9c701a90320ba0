/** What a slice needs that opens threads with a first post. Apart from `threads.ts`, which those files use themselves. */
export { findMentioned } from "./threads/mentions.ts";
export { plainText } from "./threads/post-card.ts";
export { preparePost, sendOnce } from "./threads/posts.ts";

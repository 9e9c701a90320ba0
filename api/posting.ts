/** What slices need that open threads with a first post, or take a post away. Apart from `threads.ts`, which those files use themselves. */
export { requireFewMentions } from "./threads/mentions.ts";
export { plainText } from "./threads/post-card.ts";
export { deletePost, preparePost, sendOnce } from "./threads/posts.ts";

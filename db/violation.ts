/** Whether an error says that a row broke the constraint of that name, e.g. `posts_author_client`. */
export function violates(error: unknown, constraint: string): boolean {
	for (let current = error; current instanceof Error; current = current.cause)
		if ((current as { constraint_name?: unknown }).constraint_name === constraint) return true;
	return false;
}

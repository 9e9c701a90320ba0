import { reactionKinds } from "@interurban/contract/vocabulary";
import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { Link } from "../ui/Link.tsx";
import { Name } from "../ui/Name.tsx";
import { useWords } from "../words.ts";
import type { HeldPost } from "./thread-state.ts";
import { getReactors } from "./threads.data.ts";

/** Who said what of a post, by name. It is asked for anew when that changes. */
export default function Reactors(props: { threadId: string; post: HeldPost }) {
	const t = useWords();
	const found = createAsync(() => getReactors(props.threadId, props.post.number, props.post.version));
	return (
		<dl class="reactors">
			<For each={reactionKinds}>
				{(kind) => (
					<Show when={found()?.filter((one) => one.kind === kind)}>
						{(those) => (
							<Show when={those().length}>
								<dt>{t(`threads.reaction_${kind}`)}</dt>
								<dd>
									<ul class="dotted">
										<For each={those()}>
											{({ person }) => (
												<li>
													<Link href={`/people/${person.handle}`}>
														<Name>{person.name}</Name>
													</Link>
												</li>
											)}
										</For>
									</ul>
								</dd>
							</Show>
						)}
					</Show>
				)}
			</For>
		</dl>
	);
}

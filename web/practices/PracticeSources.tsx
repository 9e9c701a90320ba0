import { For, Show } from "solid-js";
import { Figure } from "../ui/Figure.tsx";
import { Link } from "../ui/Link.tsx";
import { Name } from "../ui/Name.tsx";
import { Section } from "../ui/Section.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import type { FullPractice } from "./practices.data.ts";

/** Pictures and files, where it all comes from, and who answers for it. */
export function PracticeSources(props: { practice: FullPractice }) {
	const t = useWords();
	const ofKind = (kind: "source" | "link") =>
		props.practice.references.filter((reference) => reference.kind === kind);
	const pictures = () => props.practice.files.filter((file) => file.width !== null);
	const documents = () => props.practice.files.filter((file) => file.width === null);
	const credit = (file: FullPractice["files"][number]) =>
		[
			file.credit,
			file.licence === "all_rights_reserved" ? t("practice_terms.all_rights_reserved") : file.licence,
		]
			.filter(Boolean)
			.join(", ");
	return (
		<>
			<Show when={props.practice.files.length}>
				<Section id="files" title={t("practices.files")}>
					<For each={pictures()}>
						{(file) => (
							<Figure
								src={`/files/${file.id}`}
								alt={file.description}
								width={file.width ?? 0}
								height={file.height ?? 0}
								caption={file.description}
								credit={credit(file)}
							/>
						)}
					</For>
					<Show when={documents().length}>
						<ul>
							<For each={documents()}>
								{(file) => (
									<li>
										<a href={`/files/${file.id}`} rel="external" download={file.name}>
											<bdi>{file.description}</bdi>
										</a>{" "}
										<span class="meta">
											{t("practices.file_size", { size: Math.max(1, Math.round(file.size / 1024)) })} ·{" "}
											{credit(file)}
										</span>
									</li>
								)}
							</For>
						</ul>
					</Show>
				</Section>
			</Show>
			<Show when={props.practice.references.length || props.practice.firstPublished}>
				<Section id="sources" title={t("practices.sources")}>
					<Show when={props.practice.firstPublished}>
						{(first) => (
							<p>
								{t("practices.first_published")}{" "}
								<Show when={first().url} fallback={<bdi>{first().title}</bdi>}>
									{(url) => <Outside url={url()} title={first().title} />}
								</Show>
							</p>
						)}
					</Show>
					<References title="" items={ofKind("source")} />
					<References title={t("practices.links")} items={ofKind("link")} />
				</Section>
			</Show>
			<Show when={props.practice.revision}>
				<p class="meta">
					{t("practices.author")}{" "}
					<Link href={`/people/${props.practice.author.handle}`}>
						<Name>{props.practice.author.name}</Name>
					</Link>
					<For each={props.practice.coAuthors}>
						{(person) => (
							<>
								{", "}
								<Link href={`/people/${person.handle}`}>
									<Name>{person.name}</Name>
								</Link>
							</>
						)}
					</For>
					{" · "}
					{t("practices.updated")} <Time value={props.practice.updatedAt} />
					{" · "}
					<Link href={`/practices/${props.practice.slug}/revisions`}>
						{t("practices.revision", { number: props.practice.revision })}
					</Link>
				</p>
			</Show>
		</>
	);
}

function References(props: { title: string; items: FullPractice["references"] }) {
	return (
		<Show when={props.items.length}>
			<Show when={props.title}>
				<h3>{props.title}</h3>
			</Show>
			<ul>
				<For each={props.items}>
					{(reference) => (
						<li>
							<Show when={reference.url} fallback={<bdi>{reference.title}</bdi>}>
								{(url) => <Outside url={url()} title={reference.title} />}
							</Show>
						</li>
					)}
				</For>
			</ul>
		</Show>
	);
}

/** An address outside of the network, in the words of a member. */
function Outside(props: { url: string; title: string }) {
	return (
		<a href={props.url} rel="nofollow ugc noopener" dir="auto">
			<bdi>{props.title || props.url}</bdi>
		</a>
	);
}

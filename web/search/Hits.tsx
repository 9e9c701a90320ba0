import { RuledList } from "../ui/RuledList.tsx";
import { SearchHit } from "./SearchHit.tsx";
import type { Hit } from "./search.data.ts";

/** Things that were found, one below the other. */
export default function Hits(props: { items: readonly Hit[] }) {
	return (
		<RuledList items={props.items} long>
			{(hit) => <SearchHit hit={hit} />}
		</RuledList>
	);
}

import type { Language } from "@interurban/contract/languages";
import type { Translate } from "@interurban/words/words";
import { Router } from "@solidjs/router";
import { routes } from "./routes.tsx";
import { Shell } from "./shell/Shell.tsx";
import { TimeZoneContext } from "./ui/Time.tsx";
import { WordsContext } from "./words.ts";

/** The whole interface in one language; addresses are below `/{language}`. */
export function App(props: { language: Language; t: Translate; timeZone: string; url?: string }) {
	return (
		<WordsContext.Provider value={{ language: props.language, t: props.t }}>
			<TimeZoneContext.Provider value={props.timeZone}>
				<Router
					base={`/${props.language}`}
					root={Shell}
					{...(props.url === undefined ? {} : { url: props.url })}
				>
					{routes}
				</Router>
			</TimeZoneContext.Provider>
		</WordsContext.Provider>
	);
}

import type { Language } from "@interurban/contract/languages";
import type { Translate } from "@interurban/words/words";
import { Router } from "@solidjs/router";
import { isServer } from "solid-js/web";
import { routes, routesFor } from "./routes.tsx";
import { Shell } from "./shell/Shell.tsx";
import { TimeZoneContext } from "./ui/Time.tsx";
import { WordsContext } from "./words.ts";

/** The whole interface in one language. On the server `path` is what is asked for, below the language prefix. */
export function App(props: { language: Language; t: Translate; timeZone: string; path?: string }) {
	return (
		<WordsContext.Provider value={{ language: props.language, t: props.t }}>
			<TimeZoneContext.Provider value={props.timeZone}>
				<Router
					base={`/${props.language}`}
					root={Shell}
					{...(props.path === undefined ? {} : { url: `/${props.language}${props.path}` })}
				>
					{isServer ? routesFor(props.path ?? "") : routes}
				</Router>
			</TimeZoneContext.Provider>
		</WordsContext.Provider>
	);
}

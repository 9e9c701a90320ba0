import { createContext, type JSX, useContext } from "solid-js";

/** What the page around a discussion adds to it, as that of a conversation does. */
export type Surroundings = {
	/** What its posts are called, instead of a discussion. */
	title?: () => string;
	/** List items behind the post of a number. */
	behind?: (number: number) => JSX.Element;
	/** Why a post is folded, by its author's handle. */
	folded?: (author: { handle: string; name: string }) => string | undefined;
	/** Stands where one would write, for those who cannot. */
	insteadOfWriting?: () => JSX.Element;
};

export const SurroundingsContext = createContext<Surroundings>({});

export const useSurroundings = (): Surroundings => useContext(SurroundingsContext);

// A Japanese sentence: its bunsetsu once, and from them its nouns, who is addressed, and its clauses.
import type { Sentence } from "./clause.ts";
import { bunsetsuOf } from "./japanese-bunsetsu.ts";
import { japaneseClauses } from "./japanese-clauses.ts";
import { japaneseNouns } from "./japanese-nouns.ts";
import type { Word } from "./word.ts";

/** `text`: what the words' offsets point into. */
export function readJapanese(
  words: readonly Word[],
  text: string,
  spoken: boolean,
): Omit<Sentence, "from" | "to"> {
  const bunsetsu = bunsetsuOf(words);
  return {
    words,
    ...japaneseNouns(bunsetsu, text, spoken),
    clauses: japaneseClauses(bunsetsu, text, spoken),
  };
}

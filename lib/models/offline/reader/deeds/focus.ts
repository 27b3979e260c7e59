// What a look from near would be at: what somebody looks at or handles.
import type { People, SentencePlace, Sure } from "../facts.ts";
import type { Deed } from "./deed.ts";
import type { DeedWords } from "./deed-words.ts";
import { namedThing } from "./phrase-nouns.ts";

export function focusOf(
  deeds: readonly Deed[],
  { people, words, at }: { people: People; words: DeedWords; at: SentencePlace },
): Sure<string> | undefined {
  for (const { clause, sure } of deeds.toReversed()) {
    const does = (kind: string) => words.does(kind, clause.predicate);
    const isLook = does("look");
    if (!isLook && !does("handle") && !does("take")) continue;
    for (const phrase of isLook ? [...clause.objects, ...clause.places] : clause.objects) {
      if (people.meant(at, phrase) !== undefined) continue;
      const thing = namedThing(phrase, words);
      if (thing?.kind === "thing" || thing?.kind === "food" || thing?.kind === "plant")
        return { value: thing.what, sure: sure * 0.85 };
    }
  }
  return undefined;
}

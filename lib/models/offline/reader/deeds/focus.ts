// What a look from near would be at: what somebody looks at or handles.
import type { Sure } from "../facts.ts";
import type { Deed, Reading } from "./deed.ts";
import { namedThing } from "./phrase-nouns.ts";

export function focusOf(deeds: readonly Deed[], { people, words, at }: Reading): Sure<string> | undefined {
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

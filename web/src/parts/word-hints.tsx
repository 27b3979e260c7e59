// What the artist of this book makes of the words in a field, where that is something else than they say.
import { useEffect } from "react";
import type { VocabularyField } from "../documents.ts";
import { useVocabulary } from "../vocabulary.tsx";
import { useFieldWords } from "../words/field-words.ts";
import { shownWord } from "../words/known-words.ts";
import { useWords } from "../words/words.tsx";

/** Sentences, one for each word; empty where all are drawn as told. */
export function useHints(field: VocabularyField, words: readonly string[]): string {
  const { tongue } = useWords();
  const f = useFieldWords();
  const { renderingOf, want } = useVocabulary();
  useEffect(() => {
    for (const word of words) want(field, word);
  });
  const hints = words.flatMap((word) => {
    const rendering = renderingOf(field, word);
    if (rendering === undefined || rendering.rendering === "as-told") return [];
    const said = shownWord(word, tongue, field);
    return rendering.rendering === "nearest" && rendering.as !== undefined
      ? [
          f("word.nearest", {
            word: said,
            as: tongue === "en" ? rendering.as : shownDrawing(rendering.as, field),
          }),
        ]
      : [f("word.leftOut", { word: said })];
  });
  return hints.join(" ");
}

/** `a horse, without its hump`, `the pose "hold"`: what is drawn, in Japanese as far as that is known. */
function shownDrawing(drawn: string, field: VocabularyField): string {
  const named = /"(.+)"/u.exec(drawn)?.[1] ?? drawn.split(",")[0] ?? drawn;
  return shownWord(named.replace(/^(?:an?|the) /u, ""), "ja", field);
}

// Hints for words that the book's artist draws differently from what they say.
import { useEffect } from "react";
import type { VocabularyField } from "../documents.ts";
import { type FieldWord, useVocabulary } from "../vocabulary.tsx";
import { useFieldWords } from "../words/field-words.ts";
import { shownWord } from "../words/known-words.ts";
import { useWords } from "../words/words.tsx";

/** Sentences, one for each such word; empty if all are drawn literally. `labelOf`: how the studio shows a word. */
export function useHints(words: readonly FieldWord[], labelOf?: (word: string) => string): string {
  const { tongue } = useWords();
  const f = useFieldWords();
  const { renderingOf, want } = useVocabulary();
  useEffect(() => {
    for (const word of words) want(word);
  });
  const hints = words.flatMap((one) => {
    const { field, word } = one;
    const rendering = renderingOf(one);
    if (rendering === undefined || rendering.rendering === "as-told") return [];
    const said = labelOf?.(word) ?? shownWord(word, tongue, field);
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

/** What is drawn instead (`a horse, without its hump`, `the pose "hold"`), translated to Japanese as far as possible. */
function shownDrawing(drawn: string, field: VocabularyField): string {
  const named = /"(.+)"/u.exec(drawn)?.[1] ?? drawn.split(",")[0] ?? drawn;
  return shownWord(named.replace(/^(?:an?|the) /u, ""), "ja", field);
}

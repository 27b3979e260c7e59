// Tags of lines: narration that only says who speaks, or that they speak again, which the tail of the balloon shows. A tag is the only
// narration that is omitted although there is room, and is in `leftOut`. All other narration is a caption.
import type { Line } from "../../../../manga/plot.ts";
import type { Word } from "../text/clause.ts";
import { wordTable } from "../text/word-table.ts";
import { isSure, type StoryFacts, sentencesOf, type ToldUnit } from "./story-facts.ts";

/** Parts of speech with content of their own, in either language. */
const CONTENT: ReadonlySet<string> = new Set(
  "ADJ ADV NOUN NUM PROPN VERB 名詞 動詞 形容詞 連体詞 副詞".split(" "),
);

/** Whether the unit is only a tag: `said Mina`, `she said`, `と源太はまた言った`. With manner, addressee or place it is more than a tag. */
export function isTagOf(unit: ToldUnit, line: Pick<Line, "speaker" | "guessed">, facts: StoryFacts): boolean {
  const { speaker, guessed } = line;
  if (speaker === null || guessed || unit.sentences.length === 0 || unit.unit.form !== undefined)
    return false;
  const table = wordTable(facts.story.language, "telling");
  return sentencesOf(unit).every((at, index) => {
    const { clauses = [], words = [] } = unit.sentences[index] ?? {};
    const { reality } = facts.deeds.at(at);
    if (clauses.length === 0 || reality.value !== "told" || !isSure(reality)) return false;
    const spans = clauses.flatMap(({ subject, predicate }) => [subject ?? [], predicate].flat());
    const isHeld = ({ from, to }: Word) => spans.some((span) => from >= span.from && to <= span.to);
    const isEmpty = (word: string) => table.is("again", word.toLowerCase());
    if (words.some((word) => CONTENT.has(word.tag) && !isHeld(word) && !isEmpty(word.text))) return false;
    return clauses.every((clause) => {
      const { speech, predicate, subject, objects, places, times, manner } = clause;
      const isBare = [...objects, ...places, ...times, ...manner].every(({ head }) => isEmpty(head));
      if (speech !== "says" || predicate.polarity !== "positive" || !isBare || !subject) return false;
      const who = facts.people.meant(at, subject);
      return who !== undefined && isSure(who) && who.value.includes(speaker);
    });
  });
}

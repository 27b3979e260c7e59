// Every noun phrase of a Japanese sentence, those within others too, and who is addressed.
import { kindOfNoun } from "../../noun-kinds.ts";
import type { Phrase } from "./clause.ts";
import { type Bunsetsu, nounPhrase, particlesOf } from "./japanese-bunsetsu.ts";
import { writtenOf } from "./word.ts";

/** `text`: what the words' offsets point into. */
export function japaneseNouns(
  bunsetsu: readonly Bunsetsu[],
  text: string,
  spoken: boolean,
): { nouns: Phrase[]; vocatives: Phrase[] } {
  const nouns = [...bunsetsu.entries()].flatMap(([index, one]) =>
    one.kind === "noun"
      ? [{ index, phrase: nounPhrase(bunsetsu, index, text, { marker: particlesOf(one) }) }]
      : [],
  );
  const called = nouns.filter(({ index }) => spoken && isAddressed(bunsetsu, index));
  return { nouns: nouns.map(({ phrase }) => phrase), vocatives: called.map(({ phrase }) => phrase) };
}

/** A name or noun for a person, alone between marks at the beginning or end of the sentence, with よ or や at most. */
function isAddressed(bunsetsu: readonly Bunsetsu[], index: number): boolean {
  const one = bunsetsu[index];
  if (one === undefined || !one.tail.every(({ text }) => text === "よ" || text === "や")) return false;
  const around = [bunsetsu.slice(0, index), bunsetsu.slice(index + 1)];
  const isSilent = ({ kind, heads }: Bunsetsu) => kind === "mark" || heads[0]?.tag === "感動詞";
  if (!around.some((side) => side.every(isSilent))) return false;
  const isEdge = (mark: Bunsetsu | undefined) => mark === undefined || mark.kind === "mark";
  if (!isEdge(bunsetsu[index - 1]) || !isEdge(bunsetsu[index + 1])) return false;
  return (
    one.heads.some(({ detail = [] }) => detail.includes("人名")) ||
    ["person", "animal"].includes(kindOfNoun(writtenOf(one.heads), "ja")?.is ?? "")
  );
}

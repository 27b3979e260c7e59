// Every noun phrase of a Japanese sentence, those within others too, and who is addressed.
import { kindOfNoun } from "../../noun-kinds.ts";
import type { Phrase } from "./clause.ts";
import type { Bunsetsu } from "./japanese-bunsetsu.ts";

/** Of nouns that の ties, no phrase has more before its noun, in UTF-16 units: phrases within phrases may each be as long as the sentence. */
const LONGEST_MODIFIER = 120;

/** `text`: what the words' offsets point into. */
export function japaneseNouns(
  bunsetsu: readonly Bunsetsu[],
  text: string,
  spoken: boolean,
): { nouns: Phrase[]; vocatives: Phrase[] } {
  const nouns: Phrase[] = [];
  const vocatives: Phrase[] = [];
  let start: number | undefined;
  for (const [index, one] of bunsetsu.entries()) {
    const { kind, heads, tail } = one;
    const [first] = heads;
    if (kind !== "noun" || first === undefined) {
      start = kind === "adnominal" ? (start ?? first?.from) : undefined;
      continue;
    }
    const isLong = start !== undefined && first.from - start > LONGEST_MODIFIER;
    const from = isLong ? first.from : (start ?? first.from);
    const to = heads.at(-1)?.to ?? from;
    const marker = tail.flatMap((word) => (word.tag === "助詞" ? [word.text] : [])).join("");
    const head = heads.length > 1 ? heads.map((word) => word.text).join("") : first.lemma;
    const own: Phrase = { from, to, text: text.slice(from, to), head, ...(marker === "" ? {} : { marker }) };
    nouns.push(own);
    start = marker === "の" ? from : undefined;
    if (spoken && isAddressed(bunsetsu, index)) vocatives.push(own);
  }
  return { nouns, vocatives };
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
    ["person", "animal"].includes(kindOfNoun(one.heads.map(({ text }) => text).join(""), "ja")?.is ?? "")
  );
}

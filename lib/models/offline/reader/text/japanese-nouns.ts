// Every noun phrase of a Japanese sentence, those within others too, and who is addressed.
import type { Phrase } from "./clause.ts";
import { type Bunsetsu, bunsetsuOf } from "./japanese-bunsetsu.ts";
import type { Word } from "./word.ts";

/** `text`: what the words' offsets point into. */
export function japaneseNouns(
  words: readonly Word[],
  text: string,
): { nouns: Phrase[]; vocatives: Phrase[] } {
  const bunsetsu = bunsetsuOf(words);
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
    const from = start ?? first.from;
    const to = heads.at(-1)?.to ?? from;
    const marker = tail.flatMap((word) => (word.tag === "助詞" ? [word.text] : [])).join("");
    const head = heads.length > 1 ? heads.map((word) => word.text).join("") : first.lemma;
    const own: Phrase = { from, to, text: text.slice(from, to), head, ...(marker === "" ? {} : { marker }) };
    nouns.push(own);
    start = marker === "の" ? from : undefined;
    if (isAddressed(bunsetsu, index)) vocatives.push(own);
  }
  return { nouns, vocatives };
}

/** A name or noun for a person, alone between marks, with よ or や at most. */
function isAddressed(bunsetsu: readonly Bunsetsu[], index: number): boolean {
  const one = bunsetsu[index];
  const [before, after] = [bunsetsu[index - 1], bunsetsu[index + 1]];
  if (one === undefined || (before !== undefined && before.kind !== "mark")) return false;
  if (after !== undefined && after.kind !== "mark") return false;
  const isCalled = one.tail.every(({ text }) => text === "よ" || text === "や");
  const isPerson = one.heads.some(({ detail = [] }) => detail.includes("人名")) || one.tail.length > 0;
  return isCalled && isPerson;
}

// All noun phrases of an English sentence, including nested ones, and its vocatives.
import { kindOfNoun } from "../../noun-kinds.ts";
import { type Phrase, phraseOf } from "./clause.ts";
import { type Chunk, lower, type NounChunk } from "./english-chunks.ts";
import { isPossessiveMark } from "./word-forms.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");

/** `text`: the text that the words' offsets point into. Only direct speech (`spoken`) has vocatives. */
export function englishNouns(chunks: readonly Chunk[], text: string, spoken: boolean) {
  const nouns: Phrase[] = [];
  const addressed = new Map<Chunk, Phrase>();
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.kind !== "noun") continue;
    const before = chunks[index - 1];
    const marker = before?.kind === "preposition" ? before.word : undefined;
    for (const [at, word] of chunk.words.slice(0, -1).entries()) {
      const said = word.text.toLowerCase();
      if (table.is("possessive", said)) nouns.push(phraseOf(text, word, said));
      const owner = chunk.words[at - 1];
      if (word.tag === "PART" && isPossessiveMark(word.text) && owner)
        nouns.push(phraseOf(text, { from: chunk.from, to: owner.to }, owner.lemma));
    }
    const own = phraseOf(text, chunk, chunk.head.lemma, marker);
    nouns.push(own);
    if (spoken && canBeVocative(chunk) && isSetOff(chunks, index)) addressed.set(chunk, own);
  }
  return { nouns, addressed };
}

/** Whether the phrase can be a vocative: a name, or a noun for a person or animal, bare (`sir`, `boys`) or after `my`, `old`, `dear`. */
function canBeVocative({ head, words: [start = head] }: NounChunk): boolean {
  if (head.tag === "PRON" || start.tag === "NUM" || start.tag === "DET") return false;
  if (start !== head && start.tag !== "PROPN" && !table.is("vocative-before", lower(start))) return false;
  return head.tag === "PROPN" || ["person", "animal"].includes(kindOfNoun(head.lemma, "en")?.is ?? "");
}

const isEdge = (chunk: Chunk | undefined): boolean =>
  chunk === undefined || chunk.kind === "comma" || chunk.kind === "stop";

const isNamed = (chunk: Chunk | undefined): boolean => chunk?.kind === "noun" && chunk.head.tag !== "PRON";

/** Whether the phrase is set off by punctuation, and is neither a list member nor an apposition to the noun before it. */
function isSetOff(chunks: readonly Chunk[], index: number): boolean {
  // "Oh, mother": an interjection may precede the name, with or without a comma.
  const before = chunks[index - 1]?.kind === "other" ? index - 2 : index - 1;
  const [after, second, third] = chunks.slice(index + 1);
  if (!isEdge(chunks[before]) || !isEdge(after)) return false;
  const isSecond = chunks[before]?.kind === "comma" && isNamed(chunks[before - 1]);
  const goesOn = isNamed(second) || (second?.kind === "and" && isNamed(third));
  return !isSecond && !(after?.kind === "comma" && goesOn);
}

// Parses a story into sentences and clauses: each unit alone, then the moods that depend on the whole story.
import type { Language } from "../../../../manga/language.ts";
import { sentenceSpans } from "../../../../manga/sentences.ts";
import type { Story } from "../../../../manga/story.ts";
import type { ReadStory } from "../facts.ts";
import type { Sentence, Span } from "./clause.ts";
import { withDiscourse } from "./narration.ts";

/** Run time is nearly linear in the length of the text. */
export async function readStory({ language, title, cast = [], units }: Story): Promise<ReadStory> {
  const read = await clauseReader(language);
  /** Equal texts without nouns and clauses (`……`) share one result, to save memory. */
  const empty = new Map<string, Sentence[]>();
  const plain = units.map((unit) => {
    const sentences = empty.get(unit.text) ?? read(unit.text, unit.kind === "speech");
    if (sentences.every(({ clauses, nouns }) => clauses.length + nouns.length === 0))
      empty.set(unit.text, sentences);
    return { unit, sentences };
  });
  const notes = cast.map((one) => ({ ...one, sentences: read(one.notes) }));
  return {
    ...{ language, cast: notes, units: withDiscourse(plain, language) },
    ...(title === undefined ? {} : { title }),
  };
}

/** Parses a text into sentences without gaps, each with its clauses. `spoken`: direct speech, which can have vocatives and imperatives. */
type ReadClauses = (text: string, spoken?: boolean) => Sentence[];

/** The clause reader of a language. It loads only that language's dictionary, on the first call. */
export async function clauseReader(language: Language): Promise<ReadClauses> {
  const [{ tagger }, { readSentence }] = await (language === "en"
    ? Promise.all([import("./english-words.ts"), import("./english-clauses.ts")])
    : Promise.all([import("./japanese-words.ts"), import("./japanese-clauses.ts")]));
  const tag = await tagger();
  return (text, spoken = false) =>
    sentenceSpans(text, language)
      .flatMap((sentence) => partsOf(text, sentence))
      .map(({ from, to }) => {
        const words = tag(text.slice(from, to)).map((word) =>
          from === 0 ? word : { ...word, from: word.from + from, to: word.to + from },
        );
        const { clauses, nouns, vocatives } = readSentence(words, text, spoken);
        return { from, to, words, clauses, nouns, vocatives };
      });
}

/** Maximum length of a parsed sentence, in UTF-16 units, which bounds time and memory. Longest one of the development stories: 547. */
const LONGEST_SENTENCE = 1_000;

/** Splits a sentence into parts of bounded length. Each part ends after a comma or space in its second half, if there is one. */
function partsOf(text: string, { from, to }: Span): Span[] {
  const parts: Span[] = [];
  for (let start = from; start < to; start = parts.at(-1)?.to ?? to) {
    const most = start + LONGEST_SENTENCE;
    const ends = [", ", "、", " "].map((mark) => text.lastIndexOf(mark, most - mark.length) + mark.length);
    const end = most < to ? (ends.find((one) => one > start + LONGEST_SENTENCE / 2) ?? most) : to;
    parts.push({ from: start, to: end });
  }
  return parts;
}

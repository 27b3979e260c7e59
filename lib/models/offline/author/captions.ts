// Cuts narration down to a caption: the sentence itself, or the clause of it that stands alone. Nothing is ever added.
import type { Language } from "../../../manga/language.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import { lengthOf } from "../../../manga/text-length.ts";
import { findCues } from "../words/cues.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Reading } from "./scenes.ts";
import { isSeen, type Shown } from "./seen.ts";

/** Longest caption: characters of Japanese, words of English. */
const LONGEST = { ja: 46, en: 24 } as const;

export function captionLimit(language: Language): number {
  return LONGEST[language];
}

/** The Japanese main clause comes last, the English one first. */
export function cutCaption(text: string, language: Language): string {
  const most = LONGEST[language];
  if (lengthOf(text) <= most) return text;
  return language === "ja" ? lastClauses(text, most) : firstClauses(text, most);
}

function lastClauses(text: string, most: number): string {
  const clauses = text.split(/(?<=[、。！？])/u);
  let kept = "";
  for (const clause of clauses.toReversed()) {
    if (kept !== "" && kept.length + clause.length > most) break;
    kept = clause + kept;
  }
  return kept;
}

function firstClauses(text: string, most: number): string {
  const clauses = text.split(
    /(?<=[,;:—.!?])\s+|\s+(?=(?:and|but|while|because|until|as|when|where|which|who)\s)/u,
  );
  let kept = "";
  for (const clause of clauses) {
    const longer = kept === "" ? clause : `${kept} ${clause}`;
    if (kept !== "" && lengthOf(longer) > most) break;
    kept = longer;
  }
  return kept === text ? kept : `${kept.replace(/[,;:—\s]+$/u, "")}${/[.!?…]$/u.test(kept) ? "" : "."}`;
}

/** What of some sentences has to be read: whatever the panel that shows them does not say, and the names that nobody has said yet. */
export function captionOf(
  told: readonly StoryUnit[],
  shown: Shown,
  reading: Reading,
  named: Set<string>,
): string {
  const { language } = reading.story;
  const needed = told
    .flatMap(({ text }) => sentencesOf(text, language))
    .map((sentence) => untold(sentence, shown, reading, named))
    .filter((sentence) => sentence !== "");
  return lastThatFit(needed, captionLimit(language), language) || cutCaption(needed.at(-1) ?? "", language);
}

/** As many of some sentences, from the last, as have room; nothing where the last one alone has none. */
function lastThatFit(sentences: readonly string[], most: number, language: Language): string {
  const parts = sentences.map((_, from) => sentences.slice(from).join(language === "ja" ? "" : " "));
  return parts.find((part) => lengthOf(part) <= most) ?? "";
}

/** `Mr. Abbot climbed onto a bench.` is one sentence. */
const SENTENCE_END = {
  ja: /(?<=[。！？])(?![」』）])/u,
  en: /(?<=[.!?]["”’]?)(?<!\b(?:Mr|Mrs|Ms|Dr|St|Prof|Capt|Sgt)\.)\s+(?=["“‘]?\p{Lu})/u,
} as const;

export const sentencesOf = (text: string, language: Language): string[] => text.split(SENTENCE_END[language]);

/** The part of a sentence that has to be read; empty where it is all seen or heard. */
function untold(text: string, shown: Shown, reading: Reading, named: Set<string>): string {
  const { lexicon, story, roll } = reading;
  if (!/[\p{L}\p{N}]/u.test(text) || isOnlySound(text, lexicon) || EMPTY.test(text)) return "";
  const newcomers = roll
    .mentions(text)
    .filter(({ person, at, end }) => !named.has(person.id) && text.slice(at, end).includes(person.name));
  const names = (part: string) => newcomers.some(({ person }) => part.includes(person.name));
  if (newcomers.length === 0 && isSeen(text, shown, reading)) return "";
  for (const { person } of newcomers) named.add(person.id);
  const clauses = story.language === "ja" ? text.split(/(?<=、)/u) : text.split(CLAUSE_EN);
  const isNeeded = (clause: string) =>
    names(clause) || findCues(clause, lexicon.hours).length > 0 || !isSeen(clause, shown, reading);
  // The Japanese main clause comes last, the English one first: what is seen falls away at the other end.
  while (clauses.length > 1 && !isNeeded((story.language === "ja" ? clauses[0] : clauses.at(-1)) ?? "")) {
    if (story.language === "ja") clauses.shift();
    else clauses.pop();
  }
  const kept = clauses.join("");
  return kept === text || /[.!?…。！？]$/u.test(kept) ? kept : `${kept.replace(/[,;:—\s]+$/u, "")}.`;
}

const CLAUSE_EN =
  /(?=, (?:and|but|with|in|wearing|while|as|where|who|which) )|(?<=[a-z])(?= and (?:[a-z]+ed|did|ran|sat|lay|stood|fell|came|went|took|held)\b)|(?=[;:—])/u;

/** Words that say nothing without the sentence before them. */
const EMPTY =
  /^(?:(?:She|He|It|They|I) could not help (?:it|herself|himself|themselves)|It was so|That was all)\.$/u;

/** カチリ。 and チリン、と鈴が鳴った: the lettering of the sound says it. */
function isOnlySound(text: string, { sounds }: Lexicon): boolean {
  const word = [...text.matchAll(sounds.written)][0]?.[0];
  if (word === undefined || (sounds.never.test(word) && !/[！!]/u.test(text))) return false;
  return lengthOf(text) <= (/\p{Script=Latin}/u.test(text) ? 4 : 13);
}

// Captions in the story's exact words: a piece of narration, short enough to be read at a glance.
import type { Language } from "../../../manga/language.ts";
import { splitText } from "../../../manga/split-text.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import { lengthOf } from "../../../manga/text-length.ts";
import type { RepairCounter } from "../../hosted/text-question.ts";

/** Letters of Japanese, words of English. */
const LONGEST: Record<Language, number> = { ja: 60, en: 30 };
/** Most letters of narration in which a caption is searched. */
const SEARCHED = 4_000;
/** Least share of letter pairs that a caption must have in common with the sentence that replaces it. */
const LEAST_ALIKE = 0.5;

/** The part of the units' narration that a caption of an answer means; empty where there is none. */
export function captionIn(
  told: string,
  units: readonly StoryUnit[],
  { language, repairs }: { language: Language; repairs: RepairCounter },
): string {
  const caption = told.trim();
  if (caption === "") return "";
  const narration = units
    .filter(({ kind }) => kind === "narration")
    .map(({ text }) => text)
    .join(language === "ja" ? "" : " ")
    .slice(0, SEARCHED);
  const found = narration.includes(caption) ? caption : nearest(caption, narration, language);
  if (found !== caption) repairs.count("letters changed in a caption");
  const most = LONGEST[language];
  if (lengthOf(found) <= most) return found;
  repairs.count("a caption that is too long");
  return splitText(found, [], most)[0]?.text ?? "";
}

/** The sentence or clause of a text with the most letter pairs in common with a caption. */
function nearest(caption: string, narration: string, language: Language): string {
  const clause = language === "ja" ? /(?<=[。！？、])/u : /(?<=[.!?;,:—]["”’]?)\s+/u;
  const sentence = language === "ja" ? /(?<=[。！？])/u : /(?<=[.!?]["”’]?)\s+/u;
  const pieces = [...narration.split(sentence), ...narration.split(clause)].map((piece) => piece.trim());
  let best = { piece: "", alike: LEAST_ALIKE };
  const wanted = pairsOf(caption);
  for (const piece of pieces) {
    const alike = likeness(wanted, pairsOf(piece));
    if (alike > best.alike) best = { piece, alike };
  }
  return best.piece;
}

function pairsOf(text: string): Set<string> {
  const letters = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  return new Set(Array.from(letters, (_, at) => letters.slice(at, at + 2)));
}

/** Dice's coefficient: 1 for the same pairs, 0 for none in common. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

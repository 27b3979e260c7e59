// Compares the units of the development stories with the labels letter by letter: speech, narration, writing or frame, and letters in no
// unit. `node scripts/scores/unit-labels.ts [--misses]`.
import { parseArgs } from "node:util";
import { plainAozora, RUBY } from "../../lib/manga/aozora.ts";
import type { Language } from "../../lib/manga/language.ts";
import type { StoryUnit } from "../../lib/manga/story.ts";
import { allLabelledStories, type LabelledStory } from "./labelled-story.ts";
import type { LabelledSentence } from "./reading-labels.ts";

const LETTER = /[\p{L}\p{N}]/u;
const AHEAD = 4_000;

const READING = new RegExp(`${RUBY.reading}[^${RUBY.end}]*${RUBY.end}`, "gu");

const lettersOf = (text: string): string[] =>
  [...plainAozora(text).replaceAll(READING, "")].filter((one) => LETTER.test(one));

/** The kind of unit for a letter's label. */
const KINDS: Readonly<Record<LabelledSentence["kind"], string>> = {
  ...{
    told: "narration",
    tag: "narration",
    line: "speech",
    thought: "thought",
    letter: "letter",
    sign: "sign",
  },
  ...{ sound: "sound", verse: "verse", heading: "heading", frame: "heading" },
};

const kindOf = ({ kind, form }: StoryUnit): string =>
  form === undefined || form === "author" || form === "date" ? kind : form;

export interface UnitScores {
  letters: number;
  /** Letters in a unit of the labelled kind. Letters of thoughts may be speech or narration. */
  agreed: number;
  /** Letters of narration, lines and writings that are in no unit. */
  lost: number;
  misses: string[];
}

export function scoreUnits({ story, labels }: LabelledStory): UnitScores {
  const owners = labels.sentences.flatMap((sentence) => lettersOf(sentence.text).map(() => sentence));
  const all = labels.sentences.flatMap(({ text }) => lettersOf(text));
  const units: (StoryUnit | undefined)[] = all.map(() => undefined);
  let next = 0;
  for (const unit of story.units) {
    const own = lettersOf((unit.label ?? "") + unit.text);
    const ahead = all.slice(next, next + own.length + AHEAD).join("");
    const at = ahead.indexOf(own.join(""));
    if (at < 0 || own.length === 0) continue;
    const from = next + [...ahead.slice(0, at)].length;
    next = from + own.length;
    units.fill(unit, from, next);
  }
  const scores: UnitScores = { letters: all.length, agreed: 0, lost: 0, misses: [] };
  const seen = new Set<string>();
  for (const [index, sentence] of owners.entries()) {
    const unit = units[index];
    const [wanted, found] = [KINDS[sentence.kind], unit === undefined ? "lost" : kindOf(unit)];
    const isThought = wanted === "thought" && (found === "speech" || found === "narration");
    if (wanted === found || isThought) scores.agreed += 1;
    else if (unit === undefined && sentence.kind === "frame") scores.agreed += 1;
    else {
      if (unit === undefined) scores.lost += 1;
      const miss = `${sentence.kind}→${found}\t${sentence.text}`;
      if (!seen.has(miss)) scores.misses.push(miss);
      seen.add(miss);
    }
  }
  return scores;
}

export function scoreUnitsOf(language: Language): UnitScores {
  const all = allLabelledStories().filter(({ story }) => story.language === language);
  const scores = all.map(scoreUnits);
  return {
    letters: scores.reduce((sum, { letters }) => sum + letters, 0),
    agreed: scores.reduce((sum, { agreed }) => sum + agreed, 0),
    lost: scores.reduce((sum, { lost }) => sum + lost, 0),
    misses: scores.flatMap(({ misses }) => misses),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { misses: { type: "boolean" } } });
  for (const language of ["en", "ja"] as const) {
    const { letters, agreed, lost, misses } = scoreUnitsOf(language);
    console.log(
      `${language}: ${((100 * agreed) / letters).toFixed(2)} % of ${letters} letters are in a unit of their kind, ${lost} in none`,
    );
    if (values.misses) console.log(misses.join("\n"));
  }
}

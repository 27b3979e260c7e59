// Compares the offline reader's speakers with the labels of the development stories, for named speakers and for all lines, with the people
// of the labels and with those that the reader finds. `node scripts/scores/speaker-labels.ts [--misses [--found]] [--language en]`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Language } from "../../lib/manga/language.ts";
import { segmentStory } from "../../lib/manga/segment.ts";
import type { People, ReadStory } from "../../lib/models/offline/reader/facts.ts";
import { findPeople } from "../../lib/models/offline/reader/people/people.ts";
import { findSpeakers } from "../../lib/models/offline/reader/speakers/find-speakers.ts";
import { readStory } from "../../lib/models/offline/reader/text/read-story.ts";
import { alignUnits, lettersOf } from "./align.ts";
import { goldPeople } from "./gold-people.ts";
import { type ReadingLabels, readLabels } from "./reading-labels.ts";
import { samePeople } from "./same-people.ts";

/** A spoken unit of the story with the labelled ids of acceptable speakers. */
export interface LabelledLine {
  unit: number;
  speakers: string[];
  named: boolean;
}

export interface SpeakerScores {
  lines: number;
  right: number;
  /** Lines with a named speaker, and the right ones of them. */
  named: number;
  namedRight: number;
  /** Lines above the certainty from which a speaker is drawn, and the right ones of them. */
  sure: number;
  sureRight: number;
  misses: string[];
}

const LABELS = join(import.meta.dirname, "../../stories/labels");
const STORIES = join(import.meta.dirname, "../../stories");

export interface LabelledStory {
  name: string;
  labels: ReadingLabels;
  story: ReadStory;
}

export async function labelledStories(language: Language): Promise<LabelledStory[]> {
  const names = readdirSync(join(LABELS, language))
    .filter((file) => file.endsWith(".tsv"))
    .map((file) => file.slice(0, -4));
  const all: LabelledStory[] = [];
  for (const name of names) {
    const labels = readLabels(readFileSync(join(LABELS, language, `${name}.tsv`), "utf8"));
    const text = readFileSync(join(STORIES, language, `${name}.txt`), "utf8");
    all.push({ name, labels, story: await readStory(segmentStory(text, language)) });
  }
  return all;
}

/** Units of speech with a labelled speaker. */
export function labelledLines({ labels, story }: LabelledStory): LabelledLine[] {
  let source = "";
  const rows: { from: number; to: number; row: ReadingLabels["sentences"][number] }[] = [];
  for (const row of labels.sentences) {
    const { letters } = lettersOf(row.text);
    rows.push({ from: source.length, to: source.length + letters.length, row });
    source += letters;
  }
  const places = alignUnits(story, { letters: source, at: [] });
  const lines: LabelledLine[] = [];
  for (const [unit, place] of places.entries()) {
    if (place === undefined || story.units[unit]?.unit.kind !== "speech") continue;
    const row = rows.find(({ from, to }) => from < place.to && place.from < to)?.row;
    if (row === undefined || (row.kind !== "line" && row.kind !== "thought") || row.speakers.length === 0)
      continue;
    lines.push({ unit, speakers: row.speakers, named: row.named });
  }
  return lines;
}

export function scoreSpeakers(
  story: ReadStory,
  people: People,
  lines: readonly LabelledLine[],
  same: (found: string, label: string) => boolean = (found, label) => found === label,
): SpeakerScores {
  const speakers = findSpeakers(story, people);
  const scores: SpeakerScores = {
    lines: 0,
    right: 0,
    named: 0,
    namedRight: 0,
    sure: 0,
    sureRight: 0,
    misses: [],
  };
  for (const { unit, speakers: label, named } of lines) {
    const spoken = speakers.of(unit);
    const found = spoken?.speaker.value;
    const right = found !== undefined && found !== null && label.some((one) => same(found, one));
    scores.lines += 1;
    if (right) scores.right += 1;
    if (spoken?.named) scores.named += 1;
    if (spoken?.named && right) scores.namedRight += 1;
    if ((spoken?.speaker.sure ?? 0) >= 0.7) scores.sure += 1;
    if ((spoken?.speaker.sure ?? 0) >= 0.7 && right) scores.sureRight += 1;
    if (!right)
      scores.misses.push(
        `${unit}\t${label.join(" ")}${named ? "!" : ""} → ${found ?? "nobody"}${spoken?.named ? "!" : ""} ${spoken?.speaker.sure.toFixed(2)}\t${story.units[unit]?.unit.text.slice(0, 50)}\t| ${story.units[unit + 1]?.unit.text.slice(0, 40)}`,
      );
  }
  return scores;
}

export function joined(all: readonly SpeakerScores[]): SpeakerScores {
  const sum = (of: (scores: SpeakerScores) => number) => all.reduce((total, scores) => total + of(scores), 0);
  return {
    lines: sum(({ lines }) => lines),
    right: sum(({ right }) => right),
    named: sum(({ named }) => named),
    namedRight: sum(({ namedRight }) => namedRight),
    sure: sum(({ sure }) => sure),
    sureRight: sum(({ sureRight }) => sureRight),
    misses: all.flatMap(({ misses }) => misses),
  };
}

export function inWords({ lines, right, named, namedRight, sure, sureRight }: SpeakerScores): string {
  const share = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;
  return `${share(right, lines)} of ${lines} lines right; named ${share(named, lines)}, of these right ${share(namedRight, named)}; sure ${share(sure, lines)}, of these right ${share(sureRight, sure)}`;
}

/** Scores with the people that the reader itself finds. */
export function scoreWithFound(
  story: ReadStory,
  labelled: People,
  lines: readonly LabelledLine[],
): SpeakerScores {
  const found = findPeople(story);
  const same = samePeople(story, found, labelled);
  return scoreSpeakers(story, found, lines, (one, label) => same.get(one) === label);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { misses: { type: "boolean" }, found: { type: "boolean" }, language: { type: "string" } },
  });
  for (const language of ["en", "ja"] as const) {
    if (values.language !== undefined && values.language !== language) continue;
    const stories = await labelledStories(language);
    const [gold, found]: SpeakerScores[][] = [[], []];
    for (const one of stories) {
      const people = goldPeople(one.labels, one.story);
      const lines = labelledLines(one);
      const own = scoreSpeakers(one.story, people, lines);
      const real = scoreWithFound(one.story, people, lines);
      gold?.push(own);
      found?.push(real);
      console.log(`${one.name}: ${inWords(own)}\n  with found people: ${inWords(real)}`);
      if (values.misses) console.log((values.found ? real : own).misses.join("\n"));
    }
    console.log(`${language}, people of the labels: ${inWords(joined(gold ?? []))}`);
    console.log(`${language}, found people: ${inWords(joined(found ?? []))}`);
  }
}

// Compares the visible facts that the offline reader finds with the labels of the development stories: who is present, who does what,
// postures, hands, things, and what must not be drawn. `node scripts/scores/deed-labels.ts [--language en] [--misses] [--real]`. With `--real`
// people and settings are those that the reader finds, otherwise those of the labels. Japanese nouns and verbs are compared with the
// English labels by EDICT (`apt-get install edict`). Without EDICT only subjects are compared.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { decodeStory } from "../../lib/manga/decode-story.ts";
import type { Language } from "../../lib/manga/language.ts";
import { segmentStory } from "../../lib/manga/segment.ts";
import { singularsOf } from "../../lib/models/offline/noun-kinds.ts";
import { type DeedWords, deedWords } from "../../lib/models/offline/reader/deeds/deed-words.ts";
import { findDeeds } from "../../lib/models/offline/reader/deeds/find-deeds.ts";
import { type Deeds, type ReadStory, SURE_ENOUGH } from "../../lib/models/offline/reader/facts.ts";
import { findPeople } from "../../lib/models/offline/reader/people/people.ts";
import { findSettings } from "../../lib/models/offline/reader/places/find-settings.ts";
import { readStory } from "../../lib/models/offline/reader/text/read-story.ts";
import {
  escaped,
  labelledIds,
  labelledPeople,
  labelledSettings,
  type RowOf,
  rowsOf,
} from "./panels/gold-facts.ts";
import { type LabelledSentence, type ReadingLabels, readLabels } from "./reading-labels.ts";

export interface Tally {
  wanted: number;
  found: number;
  given: number;
  right: number;
  /** The facts above the threshold of certainty. */
  sureGiven: number;
  sureRight: number;
}

const COUNTED = ["seen", "deeds", "posture", "hands", "things"] as const;
type Counted = (typeof COUNTED)[number];

export interface DeedScores {
  tallies: Record<Counted, Tally>;
  /** Rows with `unreal`, and those of them with an unreal fact above the threshold. */
  unrealRows: number;
  unrealDrawn: number;
  /** Sentences of narration; those with the right class (real or unreal); those classified as real; and those rightly so. */
  narrated: number;
  realityRight: number;
  calledReal: number;
  trulyReal: number;
  misses: string[];
}

/** Whether a word of the story's language translates to a label's English noun or verb. */
export interface Glosses {
  noun(word: string, label: string): boolean;
  verb(doing: string, label: string): boolean;
}

interface Fact {
  text: string;
  sure: number;
  fits: boolean;
}

export function scoreDeeds(
  labels: ReadingLabels,
  {
    story,
    deeds,
    rowOf,
    idOf,
    glosses,
  }: {
    story: ReadStory;
    deeds: Deeds;
    rowOf: RowOf;
    /** The label's id of a found person. */
    idOf: (id: string) => string | undefined;
    glosses: Glosses;
  },
): DeedScores {
  const words = deedWords(story.language);
  const scores: DeedScores = {
    tallies: { seen: tally(), deeds: tally(), posture: tally(), hands: tally(), things: tally() },
    unrealRows: 0,
    unrealDrawn: 0,
    narrated: 0,
    realityRight: 0,
    calledReal: 0,
    trulyReal: 0,
    misses: [],
  };
  const places = new Map<LabelledSentence, { unit: number; sentence: number }[]>();
  for (const [unit, { sentences }] of story.units.entries())
    for (const sentence of sentences.keys()) {
      const row = rowOf({ unit, sentence });
      if (row !== undefined) places.set(row, [...(places.get(row) ?? []), { unit, sentence }]);
    }
  for (const row of labels.sentences) {
    if (row.kind === "frame" || row.kind === "heading") continue;
    const facts = (places.get(row) ?? []).map((at) => deeds.at(at));
    const last = facts.at(-1);
    const given: Record<Counted, Fact[]> = { seen: [], deeds: [], posture: [], hands: [], things: [] };
    const add = (kind: Counted, fact: Fact) => {
      const before = given[kind].find(({ text }) => text === fact.text);
      if (before === undefined) given[kind].push(fact);
      else before.sure = Math.max(before.sure, fact.sure);
    };
    for (const one of facts) {
      for (const { value, sure } of one.present) {
        const id = idOf(value);
        add("seen", { text: id ?? `?${value}`, sure, fits: id !== undefined && row.seen.includes(id) });
      }
      for (const { value, sure } of one.acting) {
        const id = idOf(value.character);
        const own = row.deeds.filter(({ who }) => who === id);
        add("deeds", {
          text: `${id}:${value.doing}`,
          sure,
          fits: own.some(({ verb }) => glosses.verb(value.doing, verb)),
        });
      }
      for (const { value, sure } of one.things) {
        const nouns = [
          ...row.things,
          ...row.hands.map(({ thing }) => thing),
          ...row.deeds.flatMap(({ to }) => to ?? []),
        ];
        add("things", { text: value.what, sure, fits: nouns.some((noun) => glosses.noun(value.what, noun)) });
      }
    }
    for (const { value, sure } of [...(last?.acting ?? []), ...(last?.meanwhile ?? [])]) {
      const isActing = last?.acting.some((one) => one.value === value) === true;
      const id = idOf(value.character);
      const posture = value.posture ?? (isActing ? postureOf(value.doing, words) : undefined);
      if (posture !== undefined)
        add("posture", {
          text: `${id}:${posture}`,
          sure,
          fits: row.posture.some((one) => one.who === id && one.posture === posture),
        });
      for (const { what } of value.hands)
        add("hands", {
          text: `${id}:${what}`,
          sure,
          fits: row.hands.some(({ who, thing }) => who === id && glosses.noun(what, thing)),
        });
    }
    const told = row.kind === "told" || row.kind === "tag";
    if (told && last !== undefined) {
      const isReal = row.mode === "told" || row.mode === "state";
      const isCalled = facts.some(({ reality }) => reality.value === "told" || reality.value === "state");
      scores.narrated += 1;
      scores.realityRight += Number(isReal === isCalled);
      scores.calledReal += Number(isCalled);
      scores.trulyReal += Number(isCalled && isReal);
      if (isReal !== isCalled)
        scores.misses.push(`reality ${row.mode}→${last.reality.value}\t${row.n} ${row.text}`);
    }
    const wanted: Record<Counted, string[]> = {
      seen: row.seen,
      deeds: told ? row.deeds.map(({ who, verb }) => `${who}:${verb}`) : [],
      posture: row.posture.map(({ who, posture }) => `${who}:${posture}`),
      hands: row.hands.map(({ who, thing }) => `${who}:${thing}`),
      things: told ? row.things : [],
    };
    const matches: Record<Counted, (want: string, fact: Fact) => boolean> = {
      seen: (want, { text }) => want === text,
      deeds: (want, { text }) => {
        const [who = "", verb = ""] = want.split(":");
        return text.startsWith(`${who}:`) && glosses.verb(text.slice(who.length + 1), verb);
      },
      posture: (want, { text }) => want === text,
      hands: (want, { text }) => {
        const [who = "", thing = ""] = want.split(":");
        return text.startsWith(`${who}:`) && glosses.noun(text.slice(who.length + 1), thing);
      },
      things: (want, { text }) => glosses.noun(text, want),
    };
    for (const kind of COUNTED) {
      const one = scores.tallies[kind];
      const facts = given[kind];
      for (const fact of facts) {
        one.given += 1;
        one.right += Number(fact.fits);
        if (fact.sure >= SURE_ENOUGH) {
          one.sureGiven += 1;
          one.sureRight += Number(fact.fits);
        }
        if (!fact.fits && fact.sure >= SURE_ENOUGH)
          scores.misses.push(`${kind} + ${fact.text} ${fact.sure.toFixed(2)}\t${row.n} ${row.text}`);
      }
      for (const want of wanted[kind]) {
        one.wanted += 1;
        if (facts.some((fact) => fact.sure >= SURE_ENOUGH && matches[kind](want, fact))) one.found += 1;
        else scores.misses.push(`${kind} - ${want}\t${row.n} ${row.text}`);
      }
    }
    if (row.unreal.length > 0) {
      scores.unrealRows += 1;
      const drawn = row.unreal.filter(
        (id) =>
          given.seen.some(({ text, sure }) => sure >= SURE_ENOUGH && text === id) ||
          given.things.some(({ text, sure }) => sure >= SURE_ENOUGH && glosses.noun(text, id)),
      );
      if (drawn.length > 0) {
        scores.unrealDrawn += 1;
        scores.misses.push(`unreal ${drawn.join(" ")}\t${row.n} ${row.text}`);
      }
    }
  }
  return scores;
}

/** The verb with its particle (`sit down`, `run away`), or the final verb in Japanese. */
function postureOf(doing: string, words: DeedWords): string | undefined {
  if (words.language === "ja") return words.verbValue("posture", { lemma: doing.split("を").at(-1) ?? "" });
  const [lemma = "", particle] = doing.split(" ");
  return words.verbValue("posture", { lemma, ...(particle !== undefined && { particle }) });
}

const tally = (): Tally => ({ wanted: 0, found: 0, given: 0, right: 0, sureGiven: 0, sureRight: 0 });

const words = deedWords("en");

/** Compares nouns by head and verbs by first word. All verbs of speaking are equal, and all verbs of looking. */
export const englishGlosses: Glosses = {
  noun: (word, label) => headsOf(word).some((head) => headsOf(label).includes(head)),
  verb: (doing, label) => {
    const [done = ""] = doing.split(" ");
    const [meant = ""] = label.split(" ");
    return done === meant || ["talk", "look"].some((kind) => words.is(kind, done) && words.is(kind, meant));
  },
};

function headsOf(noun: string): string[] {
  const [main = ""] = noun.toLowerCase().split(/ (?:of|in|on|with) /u);
  const head = main.split(/[ -]/u).at(-1) ?? "";
  const last = noun.toLowerCase().split(/[ -]/u).at(-1) ?? "";
  return [noun.toLowerCase(), head, last, ...singularsOf(head), ...singularsOf(last)];
}

const EDICT = "/usr/share/edict/edict.utf8";

/** Compares by EDICT's glosses. If EDICT is not installed, every noun and verb agrees. */
export function japaneseGlosses(file = EDICT): Glosses {
  if (!existsSync(file)) return { noun: () => true, verb: () => true };
  const meanings = new Map<string, string>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const slash = line.indexOf("/");
    const [word = "", reading = ""] = line.slice(0, slash).split(/[\s[\]]+/u);
    const gloss = line.slice(slash).toLowerCase();
    for (const key of new Set([word, reading]))
      if (key !== "") meanings.set(key, ((meanings.get(key) ?? "") + gloss).slice(0, 4_000));
  }
  const endsOf = (word: string) => Array.from({ length: word.length }, (_, start) => word.slice(start));
  const glossOf = (word: string) =>
    endsOf(word)
      .map((end) => meanings.get(end))
      .find((gloss) => gloss !== undefined) ?? "";
  const isIn = (english: string, gloss: string) =>
    headsOf(english).some((head) => head.length > 2 && new RegExp(`\\b${escaped(head)}`, "u").test(gloss));
  return {
    noun: (word, label) => isIn(label, glossOf(word)),
    verb: () => true,
  };
}

const STORIES = join(import.meta.dirname, "../../stories");
const LABELS = join(STORIES, "labels");

export async function scoreLanguage(language: Language, real = false): Promise<DeedScores> {
  const glosses = language === "en" ? englishGlosses : japaneseGlosses();
  const folder = join(LABELS, language);
  const files = readdirSync(folder).filter((file) => file.endsWith(".tsv"));
  const all = await Promise.all(
    files.map(async (file) => {
      const labels = readLabels(readFileSync(join(folder, file), "utf8"));
      const text = decodeStory(readFileSync(join(STORIES, language, file.replace(/tsv$/u, "txt"))));
      const story = await readStory(segmentStory(text, language));
      const rowOf = rowsOf(story, labels);
      const people = real ? findPeople(story) : labelledPeople(labels, rowOf, language);
      const deeds = findDeeds(
        story,
        people,
        real ? findSettings(story, people) : labelledSettings(labels, rowOf),
      );
      const idOf = real ? labelledIds(labels, { story, people, rowOf }) : (id: string) => id;
      const scores = scoreDeeds(labels, { story, deeds, rowOf, idOf, glosses });
      return { ...scores, misses: scores.misses.map((miss) => `${file.slice(0, 12)} ${miss}`) };
    }),
  );
  const tallies = { seen: tally(), deeds: tally(), posture: tally(), hands: tally(), things: tally() };
  for (const { tallies: one } of all)
    for (const kind of COUNTED)
      for (const key of ["wanted", "found", "given", "right", "sureGiven", "sureRight"] as const)
        tallies[kind][key] += one[kind][key];
  const sum = (of: (one: DeedScores) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    tallies,
    unrealRows: sum(({ unrealRows }) => unrealRows),
    unrealDrawn: sum(({ unrealDrawn }) => unrealDrawn),
    narrated: sum(({ narrated }) => narrated),
    realityRight: sum(({ realityRight }) => realityRight),
    calledReal: sum(({ calledReal }) => calledReal),
    trulyReal: sum(({ trulyReal }) => trulyReal),
    misses: all.flatMap(({ misses }) => misses),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { misses: { type: "boolean" }, real: { type: "boolean" }, language: { type: "string" } },
  });
  const share = (part: number, of: number) => (of === 0 ? "-" : `${((100 * part) / of).toFixed(1)} %`);
  for (const language of ["en", "ja"] as const) {
    if (values.language !== undefined && values.language !== language) continue;
    const before = process.cpuUsage();
    const { tallies, misses, ...scores } = await scoreLanguage(language, values.real);
    const { user, system } = process.cpuUsage(before);
    for (const kind of COUNTED) {
      const { wanted, found, given, right, sureGiven, sureRight } = tallies[kind];
      console.log(
        `${language} ${kind}: of ${wanted} found ${share(found, wanted)}; right ${share(right, given)} of ${given}, sure right ${share(sureRight, sureGiven)} of ${sureGiven}`,
      );
    }
    const { unrealRows, unrealDrawn, narrated, realityRight, calledReal, trulyReal } = scores;
    console.log(`${language} unreal: drawn in ${unrealDrawn} of ${unrealRows} sentences`);
    console.log(
      `${language} reality: right ${share(realityRight, narrated)} of ${narrated}; called real, rightly ${share(trulyReal, calledReal)} of ${calledReal}`,
    );
    console.log(
      `${language}: ${Math.round((user + system) / 1000)} ms of CPU, ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
    );
    if (values.misses) console.log(misses.join("\n"));
  }
}

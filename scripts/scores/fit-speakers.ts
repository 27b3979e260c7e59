// Fits the weights of speaker attribution in the offline reader (`assets/words/{en,ja}-turns.tsv`) by gradient ascent on the likelihood of
// the labelled speakers. There are few stories, so a weight changes only if all groups of stories agree, and it is regularized towards
// its initial value. `node scripts/scores/fit-speakers.ts LANGUAGE [LITBANK] [--folds | --write]`. `--folds`: cross-validation on quarters of the
// stories. `--write`: writes the weights to the table.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Language } from "../../lib/manga/language.ts";
import { type People, type ReadStory, SURE_ENOUGH } from "../../lib/models/offline/reader/facts.ts";
import { findPeople } from "../../lib/models/offline/reader/people/people.ts";
import {
  type Features,
  featuresOf,
  speakerWeights,
  stepFeatures,
  type Weights,
  weightedSum,
} from "../../lib/models/offline/reader/speakers/features.ts";
import { dialoguesOf } from "../../lib/models/offline/reader/speakers/talks.ts";
import { type Turn, weighTurns } from "../../lib/models/offline/reader/speakers/turns.ts";
import { wordTableFile } from "../../lib/models/word-table-file.ts";
import { goldPeople } from "./gold-people.ts";
import { labelledTalks } from "./labelled-talks.ts";
import { litBankBook, litBankNames } from "./litbank.ts";
import { samePeople } from "./same-people.ts";
import { type LabelledLine, labelledLines, labelledStories } from "./speaker-labels.ts";

interface Labelled {
  name: string;
  story: ReadStory;
  people: People;
  lines: readonly LabelledLine[];
}

/** A dialogue: features of each turn, line and candidate, and the right candidates. Undefined if the speaker is unknown. */
interface Example {
  steps: { same: Features; back: Features }[];
  features: Features[][];
  right: (readonly boolean[] | undefined)[];
}

/** Strength of the regularization towards the initial weights. */
const HOLD = 1;
const STEPS = 40;
/** Learning rate, and maximum change of a weight in a step. */
const RATE = 0.03;
const MOST_MOVE = 0.1;
const IMPOSSIBLE = -1e4;

/**
 * Examples with the people that the reader finds, so that the weights reflect errors of pronoun resolution. A speaker whom the reader
 * has not found is treated as unknown, because an error of the cast is no evidence about the features.
 */
function withFound({ name, story, people, lines }: Labelled): Labelled[] {
  const found = findPeople(story);
  if (found.people.length === 0) return [];
  const labelOf = samePeople(story, found, people, "same");
  const idsOf = (label: string) => [...labelOf].flatMap(([id, one]) => (one === label ? [id] : []));
  const told = lines
    .map((line) => ({ ...line, speakers: line.speakers.flatMap(idsOf) }))
    .filter(({ speakers }) => speakers.length > 0);
  return [{ name, story, people: found, lines: told }];
}

function examplesOf({ story, people, lines }: Labelled): Example[] {
  const labels = new Map(lines.map(({ unit, speakers }) => [unit, speakers]));
  return dialoguesOf(story, people).map((talk) => ({
    steps: talk.lines.map((_, at) => stepFeatures(talk, at)),
    features: talk.lines.map((_, at) => talk.candidates.map((one) => featuresOf(talk, at, one))),
    right: talk.lines.map(({ line }) => {
      const label = labels.get(line.unit);
      if (label === undefined) return undefined;
      const known = talk.candidates.map((one) => one !== undefined && label.includes(one.id));
      return known.includes(true) ? known : talk.candidates.map((one) => one === undefined);
    }),
  }));
}

/** `held`: only the right candidates are allowed. */
function weigh({ steps, features, right }: Example, weights: Weights, held = false) {
  const turns = features.map(
    (row, at): Turn => ({
      worth: row.map(
        (own, who) => weightedSum(own, weights) + (held && right[at]?.[who] === false ? IMPOSSIBLE : 0),
      ),
      same: weightedSum(steps[at]?.same ?? {}, weights),
      back: weightedSum(steps[at]?.back ?? {}, weights),
    }),
  );
  return weighTurns(turns, features[0]?.length ?? 0);
}

/** The gradient of the examples' likelihood. */
function slopesOf(examples: readonly Example[], weights: Weights): Map<string, number> {
  const slopes = new Map<string, number>();
  const push = (features: Features | undefined, much: number) => {
    if (Math.abs(much) < 1e-6) return;
    for (const [name, value] of Object.entries(features ?? {}))
      slopes.set(name, (slopes.get(name) ?? 0) + much * value);
  };
  for (const one of examples) {
    const [free, held] = [weigh(one, weights), weigh(one, weights, true)];
    for (const [at, row] of one.features.entries()) {
      for (const [who, own] of row.entries())
        push(own, (held.shares[at]?.[who] ?? 0) - (free.shares[at]?.[who] ?? 0));
      for (const kind of ["same", "back"] as const)
        push(one.steps[at]?.[kind], (held.steps[at]?.[kind] ?? 0) - (free.steps[at]?.[kind] ?? 0));
    }
  }
  return slopes;
}

/** A weight changes only if every group's gradient has the same sign, and then by the smallest of them. */
function fitWeights(groups: readonly (readonly Example[])[], from: Weights): Map<string, number> {
  const weights = new Map(from);
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = groups.map((group) => slopesOf(group, weights));
    for (const name of new Set(slopes.flatMap((own) => [...own.keys()]))) {
      const own = slopes.map((group) => group.get(name) ?? 0);
      const [least, most] = [Math.min(...own), Math.max(...own)];
      const agreed = least > 0 ? least : Math.min(0, most);
      const slope = agreed - HOLD * ((weights.get(name) ?? 0) - (from.get(name) ?? 0));
      weights.set(name, (weights.get(name) ?? 0) + Math.max(-MOST_MOVE, Math.min(MOST_MOVE, RATE * slope)));
    }
  }
  return weights;
}

interface Judged {
  lines: number;
  right: number;
  sure: number;
  sureRight: number;
  likelihood: number;
}

function judge(examples: readonly Example[], weights: Weights): Judged {
  const judged: Judged = { lines: 0, right: 0, sure: 0, sureRight: 0, likelihood: 0 };
  for (const one of examples) {
    const { shares, total } = weigh(one, weights);
    judged.likelihood += weigh(one, weights, true).total - total;
    for (const [at, known] of one.right.entries()) {
      if (known === undefined) continue;
      const own = shares[at] ?? [];
      const best = Math.max(...own);
      const isRight = known[own.indexOf(best)] === true;
      judged.lines += 1;
      if (isRight) judged.right += 1;
      if (best >= SURE_ENOUGH) judged.sure += 1;
      if (best >= SURE_ENOUGH && isRight) judged.sureRight += 1;
    }
  }
  return judged;
}

function inWords(all: readonly Judged[]): string {
  const sum = (key: keyof Judged) => all.reduce((total, one) => total + one[key], 0);
  const share = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;
  return `${share(sum("right"), sum("lines"))} of ${sum("lines")} right; sure ${share(sum("sure"), sum("lines"))}, of these right ${share(sum("sureRight"), sum("sure"))}; likelihood ${sum("likelihood").toFixed(1)}`;
}

function writeWeights(language: Language, weights: Weights): void {
  const file = wordTableFile(language, "turns");
  const comments = readFileSync(file, "utf8")
    .split("\n")
    .filter((row) => row.startsWith("//"));
  const rows = [...weights].map(([name, weight]) => `feature\t${name}\t${weight.toFixed(2)}`);
  writeFileSync(file, `${[...comments, ...rows].join("\n")}\n`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { folds: { type: "boolean" }, write: { type: "boolean" } },
});
const [named, corpus] = positionals;
const language: Language = named === "ja" ? "ja" : "en";
const sets: { name: string; of: Labelled[] }[] = [
  {
    name: "stories",
    of: (await labelledStories(language)).map((one) => ({
      ...{ name: one.name, story: one.story, people: goldPeople(one.labels, one.story) },
      lines: labelledLines(one),
    })),
  },
  { name: "talks", of: await labelledTalks(language) },
];
if (corpus !== undefined) {
  const books = [];
  for (const name of litBankNames(corpus, "development")) books.push(await litBankBook(corpus, name));
  sets.push({ name: "litbank", of: books });
}
const from = speakerWeights(language);
const FOLDS = 4;
const examples = sets.map(({ name, of }) => ({
  name,
  folds: Array.from({ length: FOLDS }, (_, fold) =>
    of
      .filter((_, at) => at % FOLDS === fold)
      .flatMap((one) => withFound(one).flatMap((each) => examplesOf(each))),
  ),
}));
/** Each kind of text is a group. One fold of each is left out. */
const groupsWithout = (without?: number) =>
  examples.flatMap(({ folds }) => {
    const rest = folds.filter((_, fold) => fold !== without);
    return [rest.flat()];
  });
if (values.folds) {
  const fitted = Array.from({ length: FOLDS }, (_, fold) => fitWeights(groupsWithout(fold), from));
  for (const { name, folds: own } of examples) {
    console.log(`${name}: before ${inWords(own.map((one) => judge(one, from)))}`);
    console.log(
      `${name}: fitted without them ${inWords(own.map((one, at) => judge(one, fitted[at] ?? from)))}`,
    );
  }
} else {
  const weights = fitWeights(groupsWithout(), from);
  for (const { name, folds: own } of examples) {
    console.log(`${name}: before ${inWords([judge(own.flat(), from)])}`);
    console.log(`${name}: fitted ${inWords([judge(own.flat(), weights)])}`);
  }
  if (values.write) writeWeights(language, weights);
  else console.log([...weights].map(([name, weight]) => `${name}\t${weight.toFixed(2)}`).join("\n"));
}

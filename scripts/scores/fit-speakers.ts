// Fits the weights of `lib/models/offline/reader/speakers/weights.ts`: gradient ascent on the likelihood of the labelled speakers, held near
// the weights it begins with. `node scripts/scores/fit-speakers.ts LANGUAGE [LITBANK] [--folds]`; prints the weights.
// `--folds`: fits on each half of the stories and tells how the other half comes out, instead.
import { parseArgs } from "node:util";
import type { Language } from "../../lib/manga/language.ts";
import type { People, ReadStory } from "../../lib/models/offline/reader/facts.ts";
import { findPeople } from "../../lib/models/offline/reader/people/people.ts";
import {
  type Features,
  featuresOf,
  talksOf,
  turnOf,
  worthOf,
} from "../../lib/models/offline/reader/speakers/find-speakers.ts";
import { type Turn, weighTurns } from "../../lib/models/offline/reader/speakers/turns.ts";
import {
  type Feature,
  SPEAKER_WEIGHTS,
  type SpeakerWeights,
} from "../../lib/models/offline/reader/speakers/weights.ts";
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

/** A talk with the features of each line and candidate, and which candidates are right; undefined where nobody knows. */
interface Example {
  turns: Omit<Turn, "worth">[];
  features: Features[][];
  right: (readonly boolean[] | undefined)[];
}

/** How strongly the weights are held to those before: a variance of 2. */
const HOLD = 0.5;
const STEPS = 48;
/** The first step; steps shrink to nothing, so that the turns' slopes, which are taken every few steps, do not overshoot. */
const RATE = 0.1;
const IMPOSSIBLE = -1e4;

/**
 * The same with the people that the reader finds, so that the weights know how often pronouns are wrong. Whom it has not found is no
 * label: that the cast is wrong says nothing of the signs.
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
  const talks = talksOf(story, people);
  return talks.map((talk) => ({
    turns: talk.lines.map((_, at) => turnOf(talk, at)),
    features: talk.lines.map((_, at) => talk.candidates.map((one) => featuresOf(talk, at, one))),
    right: talk.lines.map(({ line }) => {
      const label = labels.get(line.unit);
      if (label === undefined) return undefined;
      const known = talk.candidates.map((one) => one !== undefined && label.includes(one.id));
      return known.includes(true) ? known : talk.candidates.map((one) => one === undefined);
    }),
  }));
}

const copyOf = ({ worth, turns }: SpeakerWeights) => ({
  worth: { ...worth } as Record<Feature, number>,
  turns: { ...turns, same: { ...turns.same }, back: { ...turns.back } },
});
type Fitted = ReturnType<typeof copyOf>;

const turnsOf = ({ turns, features, right }: Example, { worth }: SpeakerWeights, held: boolean): Turn[] =>
  turns.map((turn, at) => ({
    ...turn,
    worth: (features[at] ?? []).map(
      (own, who) => worthOf(own, worth) + (held && right[at]?.[who] === false ? IMPOSSIBLE : 0),
    ),
  }));

const likelihood = (examples: readonly Example[], weights: SpeakerWeights): number =>
  examples.reduce((sum, one) => {
    const count = one.features[0]?.length ?? 0;
    return (
      sum +
      weighTurns(turnsOf(one, weights, true), count, weights.turns).total -
      weighTurns(turnsOf(one, weights, false), count, weights.turns).total
    );
  }, 0);

function fitWeights(examples: readonly Example[], from: SpeakerWeights): Fitted {
  const weights = copyOf(from);
  const momentum = new Map<string, { mean: number; square: number }>();
  const turnSlots = slotsOf(weights).map((slot, at) => ({
    slot,
    first: slotsOf(copyOf(from))[at]?.get() ?? 0,
    slope: 0,
  }));
  for (let step = 1; step <= STEPS; step += 1) {
    const move = (key: string, slope: number): number => {
      const { mean, square } = momentum.get(key) ?? { mean: 0, square: 0 };
      const next = { mean: 0.9 * mean + 0.1 * slope, square: 0.99 * square + 0.01 * slope * slope };
      momentum.set(key, next);
      return (
        (RATE * (1 - (step - 1) / STEPS) * next.mean) /
        (1 - 0.9 ** step) /
        (Math.sqrt(next.square / (1 - 0.99 ** step)) + 1e-6)
      );
    };
    const slopes = new Map<Feature, number>();
    for (const one of examples) {
      const count = one.features[0]?.length ?? 0;
      const free = weighTurns(turnsOf(one, weights, false), count, weights.turns).shares;
      const held = weighTurns(turnsOf(one, weights, true), count, weights.turns).shares;
      for (const [at, row] of one.features.entries())
        for (const [who, own] of row.entries()) {
          const difference = (held[at]?.[who] ?? 0) - (free[at]?.[who] ?? 0);
          if (Math.abs(difference) < 1e-6) continue;
          for (const feature of Object.keys(own) as Feature[])
            slopes.set(feature, (slopes.get(feature) ?? 0) + difference * (own[feature] ?? 0));
        }
    }
    if (step % 4 === 1) {
      for (const one of turnSlots) {
        const now = one.slot.get();
        one.slot.set(now + 0.05);
        const above = likelihood(examples, weights);
        one.slot.set(now - 0.05);
        const below = likelihood(examples, weights);
        one.slot.set(now);
        one.slope = (above - below) / 0.1;
      }
    }
    for (const feature of Object.keys(weights.worth) as Feature[]) {
      const slope = (slopes.get(feature) ?? 0) - HOLD * (weights.worth[feature] - from.worth[feature]);
      weights.worth[feature] += move(feature, slope);
    }
    for (const [at, { slot, slope, first }] of turnSlots.entries())
      slot.set(slot.get() + move(`turn ${at}`, slope - HOLD * (slot.get() - first)));
  }
  return weights;
}

function slotsOf({ turns }: Fitted): { get: () => number; set: (value: number) => void }[] {
  const gaps = ["joined", "beside", "next", "told", "far"] as const;
  return [
    ...([turns.same, turns.back] as const).flatMap((row) =>
      gaps.map((gap) => ({
        get: () => row[gap],
        set: (value: number) => {
          row[gap] = value;
        },
      })),
    ),
    ...(["sameAfterQuestion", "sameAnswers", "sameLike", "backLike"] as const).map((name) => ({
      get: () => turns[name],
      set: (value: number) => {
        turns[name] = value;
      },
    })),
  ];
}

function judge(examples: readonly Example[], weights: SpeakerWeights): string {
  let [lines, right, sure, sureRight] = [0, 0, 0, 0];
  for (const one of examples) {
    const { shares } = weighTurns(turnsOf(one, weights, false), one.features[0]?.length ?? 0, weights.turns);
    for (const [at, known] of one.right.entries()) {
      if (known === undefined) continue;
      const own = shares[at] ?? [];
      const best = Math.max(...own);
      const isRight = known[own.indexOf(best)] === true;
      lines += 1;
      if (isRight) right += 1;
      if (best >= 0.7) sure += 1;
      if (best >= 0.7 && isRight) sureRight += 1;
    }
  }
  const share = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;
  return `${share(right, lines)} of ${lines} right; sure ${share(sure, lines)}, of these right ${share(sureRight, sure)}; likelihood ${likelihood(examples, weights).toFixed(1)}`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { folds: { type: "boolean" } },
});
const [named, corpus] = positionals;
const language: Language = named === "ja" ? "ja" : "en";
const sets: { name: string; of: Labelled[] }[] = [
  {
    name: "stories",
    of: (await labelledStories(language)).map((one) => ({
      ...{
        name: one.name,
        story: one.story,
        people: goldPeople(one.labels, one.story),
        lines: labelledLines(one),
      },
    })),
  },
  { name: "talks", of: await labelledTalks(language) },
];
if (corpus !== undefined) {
  const books = [];
  for (const name of litBankNames(corpus, "development")) books.push(await litBankBook(corpus, name));
  sets.push({ name: "litbank", of: books });
}
const from = SPEAKER_WEIGHTS[language];
const examples = sets.map(({ name, of }) => ({
  name,
  halves: [0, 1].map((half) =>
    of
      .filter((_, at) => at % 2 === half)
      .flatMap((one) => [one, ...withFound(one)].flatMap((each) => examplesOf(each))),
  ),
}));
const half = (which: number) => examples.flatMap(({ halves }) => halves[which] ?? []);
if (values.folds) {
  for (const which of [0, 1]) {
    const weights = fitWeights(half(1 - which), from);
    for (const { name, halves } of examples) {
      console.log(`${name} ${which}: before ${judge(halves[which] ?? [], from)}`);
      console.log(`${name} ${which}: fitted on the other half ${judge(halves[which] ?? [], weights)}`);
    }
  }
} else {
  const weights = fitWeights([...half(0), ...half(1)], from);
  for (const { name, halves } of examples) {
    console.log(`${name}: before ${judge(halves.flat(), from)}`);
    console.log(`${name}: fitted ${judge(halves.flat(), weights)}`);
  }
  console.log(
    JSON.stringify(
      weights,
      (_, value) => (typeof value === "number" ? Math.round(value * 100) / 100 : value),
      2,
    ),
  );
}

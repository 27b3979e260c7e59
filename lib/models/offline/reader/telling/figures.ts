// Who and what is seen in a moment: the facts of its sentences that are sure, or else the likeliest with a note that they are guesses.
import type { Acting, Thing } from "../../../../manga/moment.ts";
import type { Line, Sound } from "../../../../manga/plot.ts";
import type { Guess } from "../../../../manga/staging.ts";
import type { SentenceFacts, SentencePlace, Sure } from "../facts.ts";
import { isIdle, isSure, likeliest, type StoryFacts, standing } from "./story-facts.ts";

/** A sentence, or the part of it that one caption has. */
export interface SentencePart {
  at: SentencePlace;
  /** False where the part tells another half than the main deed: then nobody does it here. */
  acts: boolean;
}

export interface Seen {
  figures: Acting[];
  around: Acting[];
  things: Thing[];
  sounds: Sound[];
  focus?: string;
  guessed: Guess[];
}

/** A picture of more figures than this is a crowd. */
const MOST_FIGURES = 4;
const MOST_AROUND = 8;
const MOST_THINGS = 16;
/** Below it somebody is not even guessed at. */
const LIKELY = 0.4;

export function seenIn(
  parts: readonly SentencePart[],
  lines: readonly Line[],
  { facts, drawable }: { facts: StoryFacts; drawable: ReadonlySet<string> },
): Seen {
  const own = parts.map(({ at, acts }) => ({ acts, ...facts.deeds.at(at) }));
  const told = own.filter(({ reality }) => reality.value === "told" || reality.value === "state");
  const guessed = new Set<Guess>();
  const figures = new Map<string, Acting>();
  const keep = (told: Acting) => {
    const acting = { ...told, feeling: told.feeling === "neutral" ? "calm" : told.feeling };
    const before = figures.get(acting.character);
    figures.set(acting.character, before === undefined ? acting : merged(before, acting));
  };
  const acting = told.filter(({ acts }) => acts).flatMap((one) => one.acting);
  for (const one of choose(acting, () => guessed.add("deed"))) if (drawable.has(one.character)) keep(one);
  const present = choose(presentIn(own), () => figures.size === 0 && guessed.add("who"));
  const there = present.filter((id) => drawable.has(id));
  const before = new Map(
    told.flatMap(({ meanwhile }) => meanwhile.filter(isSure)).map(({ value }) => [value.character, value]),
  );
  const waiting = (id: string): Acting => before.get(id) ?? standing(id);
  const speakers = new Set(lines.flatMap(({ speaker }) => speaker ?? []));
  for (const id of speakers) if (!figures.has(id) && there.includes(id)) keep(waiting(id));
  // Whoever is spoken of or to is seen beside those who act; a scene in which nobody acts shows one who is there.
  if (figures.size === 0) for (const id of there.slice(0, 1)) keep(waiting(id));
  if (figures.size === 1 && lines.length > 0) {
    const other = there.find((id) => !figures.has(id));
    if (other !== undefined) keep(waiting(other));
  }
  const shown = [...figures.values()].slice(0, MOST_FIGURES);
  const focus = told.flatMap(({ focus: one }) => (one !== undefined && isSure(one) ? [one.value] : []))[0];
  return {
    figures: shown,
    around: there
      .filter((id) => !shown.some(({ character }) => character === id))
      .map(waiting)
      .slice(0, MOST_AROUND),
    things: thingsOf(told),
    sounds: told.flatMap(({ sounds }) => sounds.filter(isSure).map(({ value }) => value)),
    ...(focus === undefined ? {} : { focus }),
    guessed: figures.size === 0 ? [] : [...guessed],
  };
}

/** The sure ones of some facts; where none is, the likeliest, as a guess. */
function choose<T>(facts: readonly Sure<T>[], onGuess: () => unknown): T[] {
  const sure = facts.filter(isSure);
  if (sure.length > 0) return sure.map(({ value }) => value);
  const guess = likeliest(facts);
  if (guess === undefined || guess.sure < LIKELY) return [];
  onGuess();
  return [guess.value];
}

/** Everybody who is there in any of some sentences, as sure as the surest says. */
function presentIn(facts: readonly SentenceFacts[]): Sure<string>[] {
  const present = new Map<string, number>();
  for (const one of facts)
    for (const { value, sure } of one.present) present.set(value, Math.max(sure, present.get(value) ?? 0));
  return [...present].map(([value, sure]) => ({ value, sure }));
}

/** Of two deeds of a moment the later one counts, unless it is none. */
function merged(before: Acting, after: Acting): Acting {
  const hands = [
    ...after.hands,
    ...before.hands.filter(({ what }) => !after.hands.some((one) => one.what === what)),
  ];
  return {
    ...before,
    ...after,
    doing: isIdle(after) ? before.doing : after.doing,
    feeling: after.feeling === "calm" ? before.feeling : after.feeling,
    hands: hands.slice(0, 2),
  };
}

function thingsOf(facts: readonly SentenceFacts[]): Thing[] {
  const things = new Map<string, Thing>();
  for (const { things: told } of facts)
    for (const thing of told) if (isSure(thing)) things.set(thing.value.what, thing.value);
  return [...things.values()].slice(0, MOST_THINGS);
}

// Fits beats to a number of pages: joins neighbours where there are too many, adds looks and pauses where there are too few,
// and only when more is spoken than pages can hold leaves lines out, the least important first.
import type { Language } from "../../../manga/language.ts";
import { seededRandom } from "../../../manga/seeded-random.ts";
import { lengthOf } from "../../../manga/text-length.ts";
import type { Beat } from "../closed/plot.ts";
import { mergeSounds } from "./acting.ts";
import { captionLimit } from "./captions.ts";
import type { Draft } from "./draft.ts";
import { silent } from "./faces.ts";
import { MOST_NAMED, MOST_THINGS } from "./things.ts";

/** Spoken characters a page that always find room. */
const SPOKEN_PER_PAGE = 300;

/** Beats that a page holds when nothing else decides. */
const BEATS_PER_PAGE = 5.4;

interface Fitted {
  beats: Draft[];
  leftOut: Set<string>;
}

interface Fitting {
  pages: number;
  language: Language;
  /** Decides between joins that lose about the same. */
  seed: number;
}

export function fitBeats(drafts: readonly Draft[], { pages, language, seed }: Fitting): Fitted {
  const leftOut = new Set<string>();
  let beats = drafts.filter((beat) => beat.units.length > 0 || drafts.length <= pages * 8);
  beats = leaveOut(beats, pages, leftOut);
  joinUntil(beats, {
    ...{ most: Math.max(3, pages * BEATS_PER_PAGE), mayHold: pages * 6, mustHold: pages * 9 },
    ...{ language, seed },
  });
  while (beats.length < pages * 4) {
    if (!addPause(beats, pages)) break;
  }
  while (beats.length < pages) beats.push(pauseAfter(beats.at(-1)));
  return { beats, leftOut };
}

const spokenIn = (beats: readonly Draft[]): number =>
  beats.reduce((sum, { lines }) => sum + lines.reduce((own, { text }) => own + text.length, 0), 0);

export function leaveOut(beats: Draft[], pages: number, leftOut: Set<string>): Draft[] {
  let spoken = spokenIn(beats);
  if (spoken <= SPOKEN_PER_PAGE * pages) return beats;
  const order = beats
    .filter(({ lines }) => lines.length > 0)
    .toSorted((a, b) => a.weight - b.weight || spokenIn([a]) - spokenIn([b]));
  const gone = new Set<Draft>();
  for (const beat of order) {
    if (spoken <= SPOKEN_PER_PAGE * pages) break;
    const whole = sharing(beat, beats).filter((part) => !gone.has(part));
    if (beats.length - gone.size - whole.length < pages) continue;
    for (const part of whole) gone.add(part);
    spoken -= spokenIn(whole);
  }
  const kept = beats.filter((beat) => !gone.has(beat));
  const told = new Set(kept.flatMap(({ units }) => units));
  for (const beat of gone) for (const unit of beat.units) if (!told.has(unit)) leftOut.add(unit);
  return kept;
}

/** A beat with all others that tell parts of the same speech: a line is left out whole or not at all. */
function sharing(beat: Draft, beats: readonly Draft[]): Draft[] {
  const units = new Set(beat.lines.map(({ unit }) => unit));
  const parts = beats.filter(({ lines }) => lines.some(({ unit }) => units.has(unit)));
  const more = parts.some(({ lines }) => lines.some(({ unit }) => !units.has(unit)));
  if (!more || parts.length === 1) return parts;
  const all = new Set(parts.flatMap(({ lines }) => lines.map(({ unit }) => unit)));
  return beats.filter(({ lines }) => lines.some(({ unit }) => all.has(unit)));
}

interface Room {
  most: number;
  /** Up to this, pages rather fill than lose much. */
  mayHold: number;
  /** More than this cannot be printed, whatever is lost by joining. */
  mustHold: number;
  language: Language;
  seed: number;
}

/** Joins again and again the two neighbours that lose least, as long as joining is bearable or has to be. */
function joinUntil(beats: Draft[], { most, mayHold, mustHold, language, seed }: Room): void {
  const taste = (at: number) => seededRandom(seed, `join after ${beats[at]?.units.at(-1)}`).next() * 1.5;
  const costAt = (at: number) => joinCost(beats[at], beats[at + 1], language) + taste(at);
  const costs = beats.map((_, at) => costAt(at));
  while (beats.length > most) {
    let best = 0;
    for (const [at, cost] of costs.entries()) if (cost < (costs[best] ?? Number.POSITIVE_INFINITY)) best = at;
    const a = beats[best];
    const b = beats[best + 1];
    const cost = costs[best] ?? 0;
    if (!a || !b || (cost > 60 && beats.length <= mustHold) || (cost > 12 && beats.length <= mayHold)) return;
    beats.splice(best, 2, join(a, b, language));
    costs.splice(best, 1);
    for (const at of [best - 1, best]) if (at >= 0) costs[at] = costAt(at);
  }
}

function joinCost(a: Draft | undefined, b: Draft | undefined, language: Language): number {
  if (!a || !b) return Number.POSITIVE_INFINITY;
  const lines = a.lines.length + b.lines.length;
  const words = [...a.lines, ...b.lines].reduce((sum, { text }) => sum + lengthOf(text), 0);
  const most = language === "ja" ? 60 : 32;
  let cost = a.weight + b.weight + Math.max(0, lines - 2) * 4 + Math.max(0, words - most) * 0.5;
  if (a.scene !== b.scene) cost += 30;
  if (b.turn) cost += 6;
  if (a.units.length === 0 || b.units.length === 0) cost += b.weight === 5 ? 15 : 5;
  if (a.lines.length > 0 !== b.lines.length > 0) cost += 2;
  // A caption stands where reading starts: what it tells of must not come after what is said.
  if (a.lines.length > 0 && b.caption !== "") cost += 4;
  // A hand has one thing at a time, and a thing is in one hand.
  if (b.people.some((one) => one.holds && a.people.some((other) => isOtherHold(one, other)))) cost += 8;
  if (new Set([...a.props, ...b.props]).size > MOST_THINGS) cost += 6;
  // What is heard out of a thing is a picture of that thing.
  if (isVoiceOfThing(a) || isVoiceOfThing(b)) cost += 30;
  // What is found is looked at by itself.
  if (isThingAlone(a) !== isThingAlone(b)) cost += 8;
  const newcomers = b.people.filter(({ character }) => !a.people.some((one) => one.character === character));
  if (a.people.length > 0) cost += newcomers.length * (lines === 0 ? 2.5 : 2);
  if (b.opens) cost += 16;
  if (b.chapter) cost += 40;
  if (a.weight === 5 || b.weight === 5) cost += 6;
  if (newcomers.length > 0 && (a.kind === "reaction" || b.kind === "reaction")) cost += 4;
  const captions = lengthOf(a.caption) + lengthOf(b.caption);
  if (captions > captionLimit(language)) cost += 7;
  return cost + (a.units.length + b.units.length) * 0.8;
}

type Acts = Draft["people"][number];

const isOtherHold = (one: Acts, other: Acts): boolean =>
  other.holds !== undefined && (one.character === other.character) !== (other.holds === one.holds);

const isThingAlone = ({ kind, people, props, opens }: Draft): boolean =>
  kind === "narration" && people.length === 0 && props.length > 0 && !opens;

const isVoiceOfThing = ({ kind, lines }: Draft): boolean => kind === "narration" && lines.length > 0;

/** What somebody had before stays in the hand, or in the other one. */
function bothHands(person: Acts, earlier: Acts): Pick<Acts, "holds" | "alsoHolds"> {
  const [holds, alsoHolds] = new Set(
    [person.holds, person.alsoHolds, earlier.holds, earlier.alsoHolds].flatMap((prop) => prop ?? []),
  );
  return { ...(holds ? { holds } : {}), ...(alsoHolds ? { alsoHolds } : {}) };
}

/** What two people do is no longer one person's reaction. */
function joinedKind(a: Draft, b: Draft, main: Draft): Draft["kind"] {
  if (a.kind === "establish") return "establish";
  if (a.lines.length + b.lines.length > 0) return "dialogue";
  const others = b.people.some(({ character }) => !a.people.some((one) => one.character === character));
  // Where somebody acts, the picture is not of the things about them.
  const acts = main.kind === "narration" && [a, b].some(({ kind }) => kind === "action");
  return acts || (main.kind === "reaction" && others) ? "action" : main.kind;
}

/** Faces that a text gives somebody, rather than the hour's mood. */
const FELT = /^(?:cry|furious|shout|shocked|terrified|afraid|surprised|pain|laugh|shy|angry|grin)$/u;

export function join(a: Draft, b: Draft, language: Language): Draft {
  const main = b.weight > a.weight ? b : a;
  const people = [
    ...b.people,
    ...a.people.filter(({ character }) => !b.people.some((other) => other.character === character)),
  ].map((person) => {
    const earlier = a.people.find(({ character }) => character === person.character);
    if (!earlier) return person;
    const speaks = ({ lines }: Draft) => lines.some(({ speaker }) => speaker === person.character);
    return {
      ...person,
      ...bothHands(person, earlier),
      pose: person.pose === "stand" ? earlier.pose : person.pose,
      expression:
        speaks(a) && !speaks(b) && !FELT.test(person.expression) ? earlier.expression : person.expression,
    };
  });
  const gap = language === "ja" ? "" : " ";
  const both = [a.caption, b.caption].filter((caption) => caption !== "").join(gap);
  const preferred = a.opens ? a.caption || b.caption : main.caption || a.caption || b.caption;
  const caption = lengthOf(both) <= captionLimit(language) ? both : preferred;
  return {
    ...a,
    kind: joinedKind(a, b, main),
    units: [...a.units, ...b.units],
    people: people.slice(0, 4),
    props: [
      ...new Set([
        ...people.flatMap(({ holds, alsoHolds }) => [holds, alsoHolds].flatMap((prop) => prop ?? [])),
        ...[...a.props, ...b.props],
      ]),
    ].slice(0, MOST_NAMED),
    lines: [...a.lines, ...b.lines],
    chapter: a.chapter ?? b.chapter,
    caption,
    sounds: mergeSounds([...a.sounds, ...b.sounds]),
    effects: [...new Set([...a.effects, ...b.effects])].slice(0, 2),
    action: `${a.action}${gap}${b.action}`,
    weight: Math.max(a.weight, b.weight),
    turn: a.turn || b.turn,
  };
}

/** A silent look after the beat that can bear one best; false when every beat has had its pause. */
export function addPause(beats: Draft[], pages: number): boolean {
  let best = -1;
  let bestWorth = beats.length < pages * 2 ? 0 : 1;
  for (const [at, beat] of beats.entries()) {
    const next = beats[at + 1];
    if (beat.units.length === 0 || next?.units.length === 0) continue;
    const worth =
      beat.weight + (next?.turn ? 3 : 0) + (beat.lines.length > 1 ? 1 : 0) + (beat.people.length > 1 ? 1 : 0);
    if (worth > bestWorth) [best, bestWorth] = [at, worth];
  }
  const beat = beats[best];
  if (!beat) return false;
  const split = splitLines(beat);
  if (split) beats.splice(best, 1, ...split);
  else beats.splice(best + 1, 0, pauseAfter(beat, nearTo(beats, best)));
  return true;
}

/** Who else is in the scene right before or after a beat. */
function nearTo(beats: readonly Draft[], at: number): Beat["people"] {
  return [beats[at - 1], beats[at + 1]].flatMap((near) =>
    near?.scene === beats[at]?.scene ? (near?.people ?? []) : [],
  );
}

/** An exchange may become two beats. */
function splitLines(beat: Draft): Draft[] | undefined {
  const [first, ...rest] = beat.lines;
  if (!first || rest.length === 0 || rest.every(({ unit }) => unit === first.unit)) return undefined;
  const spoken = new Set(beat.lines.map(({ unit }) => unit));
  const own = beat.lines.filter(({ unit }) => unit === first.unit);
  const others = beat.lines.filter(({ unit }) => unit !== first.unit);
  const boundary = beat.units.indexOf(others[0]?.unit ?? "");
  if (boundary <= 0 || beat.units.slice(boundary).some((id) => spoken.has(id) && id === first.unit))
    return undefined;
  return [
    { ...beat, lines: own, units: beat.units.slice(0, boundary) },
    {
      ...beat,
      lines: others,
      units: beat.units.slice(boundary),
      sounds: [],
      effects: [],
      opens: false,
      chapter: undefined,
      caption: "",
    },
  ];
}

const HOLDS_STILL = /^(?:sit|kneel|crouch|lie|sleep)$/u;

/** A silent look: at the one who listens, else at somebody else who is near, else at the one who was there. */
export function pauseAfter(beat: Draft | undefined, near: Beat["people"] = []): Draft {
  if (!beat) throw new RangeError("a book needs at least one beat");
  const listener = beat.lines.length > 0 && beat.people.length > 1;
  const other = near.find(({ character }) => !beat.people.some((person) => person.character === character));
  return {
    ...beat,
    kind: beat.people.length > 0 ? (listener ? "reaction" : "silence") : "silence",
    units: [],
    lines: [],
    chapter: undefined,
    caption: "",
    sounds: [],
    effects: [],
    weight: 1,
    turn: false,
    opens: false,
    people: (listener
      ? beat.people.filter(({ character }) => character !== beat.lines.at(-1)?.speaker)
      : beat.people.length === 1 && other
        ? [{ ...other, pose: HOLDS_STILL.test(other.pose) ? other.pose : ("stand" as const) }]
        : beat.people
    )
      .slice(0, 1)
      .map((person) => ({ ...person, expression: silent(person.expression) })),
  };
}

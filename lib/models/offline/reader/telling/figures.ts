// Selects who and what is visible in a moment: the certain facts of its sentences, otherwise the most likely ones, marked as guesses.
import type { Acting, Thing } from "../../../../manga/moment.ts";
import type { Line, Sound } from "../../../../manga/plot.ts";
import type { Guess } from "../../../../manga/staging.ts";
import type { SentenceFacts, SentencePlace, Sure } from "../facts.ts";
import { placeNoun, settingWords } from "../places/place-phrases.ts";
import type { Span } from "../text/clause.ts";
import { isIdle, isSure, likeliest, type StoryFacts, standing } from "./story-facts.ts";

/** A sentence, or the part of it that is in one caption. */
export interface SentencePart extends Span, SentencePlace {
  /** False if the part does not have the main predicate. Then nobody acts in it. */
  acts: boolean;
}

export interface Seen {
  figures: Acting[];
  around: Acting[];
  things: Thing[];
  sounds: Sound[];
  focus?: string;
  guessed: Guess[];
  /** The moment is about no character; its figure is one who happens to be present. */
  isOfNobody: boolean;
}

/** The story's facts, and the characters who may be drawn. */
export interface FigureContext {
  facts: StoryFacts;
  drawable: ReadonlySet<string>;
}

/** Maximum number of figures. More are a crowd. */
const MOST_FIGURES = 4;
const MOST_MENTIONED = 2;
const MOST_AROUND = 8;
const MOST_THINGS = 16;
/** Minimum certainty of presence at which a character without a mention is drawn beside others. */
const SURELY = 0.85;
/** Minimum certainty of a guessed character. */
const LIKELY = 0.4;

export function seenIn(
  parts: readonly SentencePart[],
  lines: readonly Line[],
  watching: FigureContext,
): Seen {
  const { facts, drawable } = watching;
  const own = parts.map((part) => ({ ...part, ...facts.deeds.at(part) }));
  const told = own.filter(({ reality }) => reality.value === "told" || reality.value === "state");
  const guessed: Guess[] = [];
  const figures = new Map<string, Acting>();
  const keep = (one: Acting) => {
    const acting = { ...one, feeling: one.feeling === "neutral" ? "calm" : one.feeling };
    const before = figures.get(acting.character);
    figures.set(acting.character, before === undefined ? acting : merged(before, acting));
  };
  const acting = told.flatMap((one) => one.acting).filter(({ value }) => drawable.has(value.character));
  for (const { value } of acting.filter(isSure)) keep(value);
  const present = presentIn(own).filter(({ value }) => drawable.has(value));
  const there = present.filter(isSure).map(({ value }) => value);
  const surelyThere = present.filter(({ sure }) => sure >= SURELY).map(({ value }) => value);
  const before = new Map(
    own.flatMap(({ meanwhile }) => meanwhile.filter(isSure)).map(({ value }) => [value.character, value]),
  );
  const waiting = (id: string): Acting => before.get(id) ?? standing(id);
  const add = (ids: readonly string[]) => {
    for (const id of ids) if (!figures.has(id)) keep(waiting(id));
  };
  // A carried character, and the recipient of an action, are shown with the agent.
  const beside = [...figures.values()].flatMap(({ to, carriedBy }) => [to, carriedBy]);
  add(there.filter((id) => beside.includes(id) || figures.has(before.get(id)?.carriedBy ?? "")));
  const isReal = own.every(({ reality }) => reality.value !== "unreal" || !isSure(reality));
  const spoken = lines.length > 0 && isReal ? speakersOf(parts, watching) : [];
  // Speaking and being present are independent evidence that a character is here.
  const isHere = ({ value, sure }: Sure<string>) =>
    isSure({ sure: 1 - (1 - sure) * (1 - (present.find((one) => one.value === value)?.sure ?? 0)) });
  add(spoken.filter(isHere).map(({ value }) => value));
  // The likely agent of an uncertain action is drawn standing if present.
  if (figures.size === 0) add(there.filter((id) => id === likeliest(acting)?.value.character));
  // Characters mentioned in an unreal sentence are not present.
  const mentioned = told.length === 0 ? new Set<string>() : mentionedIn(parts, watching);
  if (figures.size === 0) add(there.filter((id) => mentioned.has(id)).slice(0, MOST_MENTIONED));
  if (figures.size === 0) {
    // A likely speaker who was not introduced is not guessed: no character is drawn before the story introduces them.
    const likely = likeliest(
      [
        ...spoken.filter((one) => present.some(({ value }) => value === one.value)),
        ...present.filter(({ value }) => mentioned.has(value)),
        ...acting.map(({ value, sure }) => ({ value: value.character, sure })),
      ].filter(({ sure }) => sure >= LIKELY),
    );
    if (likely !== undefined) {
      guessed.push("who");
      // The action is certain, but its agent is not: they are drawn from behind.
      const real = told.filter(({ reality }) => reality.value === "told" && isSure(reality));
      const deed = likeliest(
        real.flatMap((one) => one.acting).filter(({ value }) => value.character === likely.value),
      );
      keep({ ...waiting(likely.value), ...(deed && { doing: deed.value.doing }) });
    }
  }
  for (const { unit, had } of own) {
    const speaker = facts.speakers.of(unit)?.speaker;
    const figure = speaker && isSure(speaker) ? figures.get(speaker.value ?? "") : undefined;
    if (had !== undefined && figure) figure.hands = [{ what: had }, ...figure.hands].slice(0, 2);
  }
  const isOfNobody = figures.size === 0;
  const things = thingsOf(own.filter(({ reality }) => reality.value !== "frame")).filter(
    ({ what }) => !isWithin(parts[0], facts) || !isOnlyOutside(what, facts),
  );
  if (isOfNobody && things.length === 0) add(surelyThere.slice(0, 1));
  if (figures.size === 1 && lines.length > 0) add(addressed(parts, surelyThere, facts).slice(0, 1));
  const shown = [...figures.values()].slice(0, MOST_FIGURES);
  const focus = told.flatMap(({ focus: one }) => (one !== undefined && isSure(one) ? [one.value] : []))[0];
  return {
    figures: shown,
    around: surelyThere
      .filter((id) => !shown.some(({ character }) => character === id))
      .map(waiting)
      .slice(0, MOST_AROUND),
    things,
    sounds: told.flatMap(({ acts, sounds }) => (acts ? sounds.filter(isSure).map(({ value }) => value) : [])),
    ...(focus === undefined ? {} : { focus }),
    ...{ guessed, isOfNobody },
  };
}

/** The likely speakers, if they act in scenes and may be drawn. */
function speakersOf(parts: readonly SentencePart[], { facts, drawable }: FigureContext): Sure<string>[] {
  const acting = new Set(facts.people.people.flatMap(({ id, part }) => (part === "acts" ? [id] : [])));
  const units = [...new Set(parts.map(({ unit }) => unit))];
  return units.flatMap((unit) => {
    const { value = null, sure = 0 } = facts.speakers.of(unit)?.speaker ?? {};
    return value !== null && drawable.has(value) && acting.has(value) ? [{ value, sure }] : [];
  });
}

/** The addressees, then the others who are present. */
function addressed(
  parts: readonly SentencePart[],
  there: readonly string[],
  { speakers }: StoryFacts,
): string[] {
  const told = parts.flatMap(({ unit }) => {
    const to = speakers.of(unit)?.to;
    return to !== undefined && isSure(to) ? [to.value] : [];
  });
  return [...told.filter((id) => there.includes(id)), ...there];
}

/** The characters to whom the words of the parts refer. */
function mentionedIn(parts: readonly SentencePart[], { facts }: FigureContext): Set<string> {
  const ids = parts.flatMap((part) =>
    facts.people
      .mentions(part)
      .filter((mention) => mention.from < part.to && mention.to >= part.from && isSure(mention.who))
      .flatMap(({ who }) => who.value),
  );
  return new Set(ids);
}

/** Everybody who is present in any of the sentences, with the highest certainty. */
function presentIn(facts: readonly SentenceFacts[]): Sure<string>[] {
  const present = new Map<string, number>();
  for (const { value, sure } of facts.flatMap((one) => one.present))
    present.set(value, Math.max(sure, present.get(value) ?? 0));
  return [...present].map(([value, sure]) => ({ value, sure }));
}

/** Merges two actions of a moment. The later one counts, unless it is mere standing. */
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

/** Whether the thing exists only outdoors: a boat seen from a window is not in the room. */
const isOnlyOutside = (what: string, { story: { language } }: StoryFacts): boolean =>
  settingWords(language).is("outside", what.slice(what.lastIndexOf(" ") + 1));

function isWithin(at: SentencePlace | undefined, { settings }: StoryFacts): boolean {
  const { value } = at ? settings.at(at).place : {};
  const place = settings.places.find(({ id }) => id === value);
  const noun = place?.kind.split(" ").at(-1) ?? "";
  return ["room", "building"].includes(placeNoun(noun, "en")?.type ?? "");
}

function thingsOf(facts: readonly SentenceFacts[]): Thing[] {
  const sure = facts.flatMap(({ things }) => things.filter(isSure)).map(({ value }) => value);
  return [...new Map(sure.map((thing) => [thing.what, thing])).values()].slice(0, MOST_THINGS);
}

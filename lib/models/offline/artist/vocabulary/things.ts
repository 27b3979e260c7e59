// Converts the open things of a picture to the closed things, animals and facts that are drawn.

import type { Thing } from "../../../../manga/moment.ts";
import { languageOf } from "../../words/lexicon.ts";
import { FillSchema } from "../closed/cast.ts";
import type { Effect, Prop } from "../closed/staging.ts";
import { type AnimalTold, PERCHES, type Stuff, type Told } from "../closed/told.ts";
import { faceCalled, poseCalled } from "./acting.ts";
import { type AnimalMatch, animalCalled, isYoungWord } from "./animal.ts";
import { USED } from "./figure.ts";
import { called, drawnNoun, kinTable, says } from "./listed-kin.ts";
import { clipped, headPhrase, headsOf, type Notices, nameIn, plain, withArticle } from "./phrase.ts";
import { effectCalled, tradeCalled } from "./place.ts";
import { PROPS, thingCalled, thingStanding } from "./thing.ts";

export type Facts = { -readonly [Fact in keyof Told]: Told[Fact] };

export interface Seen {
  props: Prop[];
  animals: AnimalTold[];
  effects: Effect[];
  /** Further facts that the things give. */
  facts: Partial<Facts> & { things: Facts["things"] };
  doorTrade?: Told["place"]["doorTrade"];
}

/** Greatest number of one thing or animal that is drawn. */
const MOST = 9;

const isHuge = (text: string): boolean => says("huge", text);
/** Whether a state or action needs no drawing, because it is usual or not visible. */
const isUsual = (state: string): boolean => says("usual-state", state);
/** Whether a thing's place needs no drawing, because it is visible anyway or decided by the director. */
const isUsualPlace = (where: string): boolean => says("usual-where", where);

/** Things that are facts of a picture. */
type ThingFact = "puddles" | "pond" | "crowd" | "splash" | "lens";
const STUFFS = kinTable<Stuff>("stuffs");

/** Whether a thing belongs to the place, the weather or a body, and is not a thing of its own. */
const isScenery = (what: string): boolean => {
  if (says("made-body", what)) return false;
  // Only the last word counts: `sky` of `the blue sky`, 空 of 青い空, 影 of 木の影.
  return says("scenery", headPhrase(what).replace(/^.*(?: |[のいな](?=.))/u, ""));
};

const PETALS = /petals?$|花びら$|花吹雪$/u;
/** Plural endings. */
const MANY = /(?:[^s]s|men|たち|達|ども)$/u;

/** Converts the things of a picture. `detail`: the shot is a detail shot, which includes things that are visible only from near. */
export function seenThings(things: readonly Thing[], detail: boolean, notices: Notices): Seen {
  const seen: Seen = { props: [], animals: [], effects: [], facts: { things: {} } };
  for (const thing of things) if (thing.near !== true || detail) seeThing(thing, seen, notices);
  return seen;
}

function seeThing(thing: Thing, seen: Seen, notices: Notices): void {
  const { facts } = seen;
  const what = clipped(thing.what);
  const how = thing.how ?? "";
  if (how !== "" && says("scattered", how)) {
    facts.scattered ??= STUFFS(headsOf(what)) ?? "grains";
    return;
  }
  const word = plain(what);
  if (/^(?:smoke|煙)$/u.test(word) && /chimney|煙突/iu.test(thing.where ?? "")) facts.chimneySmoke = true;
  else if (/planet$|^(?:saturn|jupiter)$|惑星$|^[土木]星$/u.test(word) && isHuge(thing.state ?? "huge"))
    facts.giantPlanet = true;
  else if (/^(?:window ?)?(?:glass|pane)$|^窓?ガラス$/u.test(word) && says("cracked", thing.state ?? ""))
    facts.crackedGlass = true;
  else if (word === "window" && says("seen", how)) facts.windows = true;
  else if ((word === "sword" || word === "bicycle") && says("meant", how)) facts[word] = true;
  else {
    const petals = PETALS.test(word) ? effectCalled(word) : undefined;
    const animal = animalSeen(thing);
    const fact = called<ThingFact>("thing-facts", headPhrase(what));
    if (petals) seen.effects.push(petals.value);
    else if (animal) seeAnimal(thing, animal, seen, notices);
    else if (fact && !nameIn(what, PROPS)) {
      facts[fact] = true;
      // A great lens belongs to the lamp of a lighthouse.
      if (fact === "lens" && isHuge(what)) facts.hugeLamp = true;
    } else seeProp(thing, seen, notices);
  }
}

/** The animal that a thing is. A word that can also mean an object (fish, bat) means the animal if it has a perch or acts alive. */
function animalSeen({ what, where, how }: Thing): AnimalMatch | undefined {
  const found = animalCalled(what);
  if (!found) return undefined;
  const thing = thingCalled(what);
  // The word also means an object (salmon, as food), or only ends with an animal (木馬, a toy).
  const isThing = thing?.by === "word" && (thing.value === found.value || !found.whole);
  const isProp = nameIn(what, PROPS) !== undefined || isThing;
  if (!isProp || perchNamed(where) !== undefined) return found;
  return says("lives", `${how ?? ""} ${where ?? ""}`) ? found : undefined;
}

const perchNamed = (where: string | undefined) => PERCHES.find((perch) => perch === plain(where ?? ""));

/** Where an animal is, as one of `PERCHES`. */
function perchOf({ where, how }: Thing): AnimalTold["perch"] {
  const named = perchNamed(where);
  if (named) return named;
  const told = where ?? how;
  return told === undefined ? undefined : called("perch-words", told);
}

function seeAnimal(thing: Thing, found: AnimalMatch, seen: Seen, notices: Notices): void {
  notices.drawn(thing.what, found, `${withArticle(found.value)}${found.lacks}`);
  const young = says("young", thing.state ?? "") || isYoungWord(thing.what);
  const perch = perchOf(thing);
  if (thing.where !== undefined && perch === undefined && !isUsualPlace(thing.where))
    notices.nothing(thing.where);
  const { under, ...done } = doneBy(thing);
  const { whose: by } = thing;
  seen.animals.push({
    animal: found.value,
    count: Math.min(MOST, thing.count ?? 1),
    young: young || undefined,
    perch,
    on: perch === "thing" || perch === "sill" ? under : undefined,
    ...done,
    far: says("far", `${thing.state ?? ""}, ${thing.where ?? ""}`) || undefined,
    // In a detail shot the first thing is the subject; animals listed after a thing are beside it.
    aside: seen.props.length > 0 || undefined,
    as: by === undefined ? undefined : { by },
  });
}

/** An animal's action and expression, its coat, and the thing that it is on. */
function doneBy({ how, state = "", where }: Thing) {
  const parts = state.split(/[,、;]/u).map((part) => part.trim());
  const fill = (noun: string) => FILLS.find((one) => parts.some((part) => plain(part) === `${one} ${noun}`));
  return {
    pose: how === undefined ? undefined : poseCalled(how)?.value,
    expression: parts.flatMap((part) => (part === "" ? [] : (faceCalled(part)?.value ?? [])))[0],
    coat: fill("coat"),
    oddEar: fill("ear"),
    under:
      where === undefined || perchNamed(where) !== undefined
        ? undefined
        : thingCalled(where.replace(/^(?:on|under|in) /u, ""))?.value,
  };
}

const FILLS = FillSchema.options;

function seeProp(thing: Thing, seen: Seen, notices: Notices): void {
  const { facts, props } = seen;
  const found = thingStanding(thing.what);
  if (!found) {
    const effect = effectCalled(thing.what);
    const person = headsOf(thing.what).some((word) => drawnNoun(word, languageOf(word))?.is === "person");
    if (effect) seen.effects.push(effect.value);
    else if (
      says("people", thing.what) ||
      (person && ((thing.count ?? 1) > 2 || MANY.test(plain(thing.what))))
    ) {
      facts.crowd = true;
      notices.drawn(thing.what, { value: "crowd", by: "kin" });
    } else if (spotOf(thing) === "underShoe") facts.things = { ...facts.things, underShoe: true };
    else if (!isScenery(thing.what)) notices.nothing(thing.what);
    return;
  }
  notices.drawn(thing.what, found);
  const { value: prop } = found;
  // More than two rocks are the ground or the shore, which the place draws.
  if (prop === "stone" && (thing.count ?? 1) > 2) return;
  // Two words with the same drawing are one thing: a canvas on an easel is one easel.
  const had = props.filter((other) => other === prop).length;
  for (let i = had; i < Math.min(MOST, thing.count ?? 1); i += 1) props.push(prop);
  if (prop === "sword" || prop === "bicycle") facts[prop] = true;
  seeState(thing, prop, seen, notices);
}

const spotOf = ({ where }: Pick<Thing, "where">) =>
  where === undefined ? undefined : called<keyof Facts["things"]>("thing-where", where);

/** Records a thing's action, place and state. */
function seeState({ what, how, where, state }: Thing, prop: Prop, seen: Seen, notices: Notices): void {
  const { facts } = seen;
  const way = how === undefined ? undefined : called<keyof Facts["things"]>("thing-how", how);
  const done = how ?? "";
  const [opens, shuts, slides] = [says("opens", done), says("shuts", done), says("slides", done)];
  if (prop === "door" && (opens || shuts || slides))
    facts.door = {
      ...facts.door,
      ...(opens && { opens }),
      ...(shuts && { shuts }),
      ...(slides && { slides }),
    };
  else if (prop === "bell" && says("rings", done)) facts.bellRings = true;
  else if (way) facts.things = { ...facts.things, [way]: true };
  else if (how !== undefined && !isUsual(how)) notices.nothing(how);
  const spot = spotOf({ where });
  if (spot) facts.things = { ...facts.things, [spot]: true };
  else if (where !== undefined && !isUsualPlace(where)) notices.nothing(where);
  // "huge lamp" means the same as a lamp with the state "huge".
  const isBeacon = prop === "lamp" && isHuge(`${state ?? ""} ${what}`);
  if (isBeacon) facts.hugeLamp = true;
  // Likewise, "bakery door" means the same as a door with the state "bakery".
  const trade = prop === "door" ? tradeCalled(`${state ?? ""} ${what}`) : undefined;
  if (trade !== undefined) seen.doorTrade = trade;
  if (state === undefined || isBeacon || trade !== undefined) return;
  if (says("empty", state) && USED.wheeled.has(prop)) facts.wheelsEmpty = true;
  else if (!isUsual(state)) notices.nothing(state);
}

// What is seen besides people: the things, animals and facts that the open things of a picture are drawn as.

import type { Thing } from "../../../../manga/moment.ts";
import { FillSchema } from "../closed/cast.ts";
import { listed } from "../closed/listed.ts";
import type { Effect, Prop } from "../closed/staging.ts";
import { type AnimalTold, PERCHES, type Told } from "../closed/told.ts";
import { faceCalled, poseCalled } from "./acting.ts";
import { effectCalled } from "./air.ts";
import { type AnimalMatch, animalCalled, isYoungWord } from "./animal.ts";
import { drawnNoun } from "./drawn-nouns.ts";
import { PERCH_WORDS, STUFFS, USUAL_WHERE } from "./kin/moment-kin.ts";
import { said, testsOf } from "./listed-kin.ts";
import { type Notices, withArticle } from "./notices.ts";
import { clipped, headPhrase, headsOf, languageOf, nameIn, plain } from "./phrase.ts";
import { tradeCalled } from "./place.ts";
import { PROPS, thingCalled, thingStanding } from "./thing.ts";

export type Facts = { -readonly [Fact in keyof Told]: Told[Fact] };

export interface Seen {
  props: Prop[];
  animals: AnimalTold[];
  effects: Effect[];
  /** What the things tell besides. */
  facts: Partial<Facts> & { things: Facts["things"] };
  doorTrade?: Told["place"]["doorTrade"];
}

/** More of one thing, or of one animal, are not drawn. */
const MOST = 9;

const isHuge = said("huge");
const isCracked = said("cracked");
const isEmpty = said("empty");

/** How things are anyway, or may be for all that a drawing shows. */
const USUAL_STATE = said("usual-state");

/** Things that are facts of a picture, by the words for them. */
const FACTS = testsOf<"puddles" | "pond" | "crowd" | "splash" | "lens">("thing-facts");

/** What is done with a thing that nobody holds. */
const HOW = testsOf<keyof Facts["things"]>("thing-how");

const WHERE = testsOf<keyof Facts["things"]>("thing-where");

const SCATTERED = said("scattered");
const OPENS = said("opens");
const SHUTS = said("shuts");
const SLIDES = said("slides");
const RINGS = said("rings");
const MEANT = said("meant");
const SEEN = said("seen");
const YOUNG = said("young");

/** What places, weather and bodies have anyway: none of them is a thing of its own. */
const SCENERY = said("scenery");
const isScenery = (what: string): boolean => {
  if (MADE_BODY.test(what)) return false;
  const head = headPhrase(what);
  return languageOf(head) === "ja" ? SCENERY_JA.test(head) : SCENERY(head.split(" ").at(-1) ?? "");
};
const MADE_BODY = /prosthetic|artificial|wooden|severed|toy|義/iu;
const SCENERY_JA =
  /(?:^|の|い|な)(?:空|雲|太陽|日差し|月|月明かり|星|星空|壁|床|地面|天井|家|建物|屋根|通り|道|川|海|波|山|丘|木|木々|森|林|庭|部屋|店|階段|浜|崖|水|雨|雪|霧|風|光|影|闇|涙|髪|目|耳|口|手|足|顔)$/u;

const PETALS = /petals?$|花びら$|花吹雪$/u;
const PEOPLE = said("people");
/** The end of a word for many. */
const MANY = /(?:[^s]s|men|たち|達|ども)$/u;

/** What the things of a picture are drawn as; `detail`: it is a look from near. */
export function seenThings(things: readonly Thing[], detail: boolean, notices: Notices): Seen {
  const seen: Seen = { props: [], animals: [], effects: [], facts: { things: {} } };
  for (const thing of things) if (thing.near !== true || detail) seeThing(thing, seen, notices);
  return seen;
}

function seeThing(thing: Thing, seen: Seen, notices: Notices): void {
  const { facts } = seen;
  const what = clipped(thing.what);
  const how = thing.how ?? "";
  if (how !== "" && SCATTERED(how)) {
    facts.scattered ??= STUFFS.find(headsOf(what)) ?? "grains";
    return;
  }
  const word = plain(what);
  if (/^(?:smoke|煙)$/u.test(word) && /chimney|煙突/iu.test(thing.where ?? "")) facts.chimneySmoke = true;
  else if (/planet$|^(?:saturn|jupiter)$|惑星$|^[土木]星$/u.test(word) && isHuge(thing.state ?? "huge"))
    facts.giantPlanet = true;
  else if (/^(?:window ?)?(?:glass|pane)$|^窓?ガラス$/u.test(word) && isCracked(thing.state ?? ""))
    facts.crackedGlass = true;
  else if (word === "window" && SEEN(how)) facts.windows = true;
  else if ((word === "sword" || word === "bicycle") && MEANT(how)) facts[word] = true;
  else {
    const petals = PETALS.test(word) ? effectCalled(word) : undefined;
    const animal = animalSeen(thing);
    const fact = FACTS.find(([, when]) => when(headPhrase(what)))?.[0];
    if (petals) seen.effects.push(petals.value);
    else if (animal) seeAnimal(thing, animal, seen, notices);
    else if (fact && !nameIn(what, PROPS)) {
      facts[fact] = true;
      // A great lens is a beacon's.
      if (fact === "lens" && isHuge(what)) facts.hugeLamp = true;
    } else seeProp(thing, seen, notices);
  }
}

/** The animal that a thing is; a fish or a bat is one where it is told where it is, or does what only a live one does. */
function animalSeen({ what, where, how }: Thing): AnimalMatch | undefined {
  const found = animalCalled(what);
  if (!found) return undefined;
  const thing = thingCalled(what);
  // A salmon is on a plate as often as in a river; 木馬 is no horse.
  const isThing = thing?.by === "word" && (thing.value === found.value || !found.whole);
  const isProp = nameIn(what, PROPS) !== undefined || isThing;
  if (!isProp || perchNamed(where) !== undefined) return found;
  return LIVES(`${how ?? ""} ${where ?? ""}`) ? found : undefined;
}

const LIVES = said("lives");

const perchNamed = (where: string | undefined) => PERCHES.find((perch) => perch === plain(where ?? ""));

/** Where an animal is: a word of `sights.ts`. */
function perchOf({ where, how }: Thing): AnimalTold["perch"] {
  const named = perchNamed(where);
  if (named) return named;
  const told = where ?? how;
  return told === undefined ? undefined : PERCH_WORDS.find(([, when]) => when(told))?.[0];
}

const FAR = said("far");

function seeAnimal(thing: Thing, found: AnimalMatch, seen: Seen, notices: Notices): void {
  const lacks = found.lacks === undefined ? "" : `, without ${found.lacks}`;
  notices.drawn(thing.what, found, `${withArticle(found.value)}${lacks}`);
  const young = YOUNG(thing.state ?? "") || isYoungWord(thing.what);
  const perch = perchOf(thing);
  if (thing.where !== undefined && perch === undefined && !USUAL_WHERE(thing.where))
    notices.nothing(thing.where);
  const { pose, expression, coat, oddEar, under } = doneBy(thing);
  const on = perch === "thing" || perch === "sill" ? under : undefined;
  const { whose: by } = thing;
  seen.animals.push({
    animal: found.value,
    count: Math.min(MOST, thing.count ?? 1),
    ...(young ? { young } : {}),
    ...(perch === undefined ? {} : { perch }),
    ...(on === undefined ? {} : { on }),
    ...(pose === undefined ? {} : { pose }),
    ...(expression === undefined ? {} : { expression }),
    ...(coat === undefined ? {} : { coat }),
    ...(oddEar === undefined ? {} : { oddEar }),
    ...(FAR(`${thing.state ?? ""}, ${thing.where ?? ""}`) ? { far: true } : {}),
    // What the picture is of comes first.
    ...(seen.props.length > 0 ? { aside: true } : {}),
    ...(by === undefined ? {} : { as: { by } }),
  });
}

/** What an animal does and shows, its coat, and the thing that it is on. */
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
    else if (PEOPLE(thing.what) || (person && ((thing.count ?? 1) > 2 || MANY.test(plain(thing.what))))) {
      facts.crowd = true;
      notices.drawn(thing.what, { value: "crowd", by: "kin" });
    } else if (spotOf(thing) === "underShoe") facts.things = { ...facts.things, underShoe: true };
    else if (!isScenery(thing.what)) notices.nothing(thing.what);
    return;
  }
  notices.drawn(thing.what, found);
  const { value: prop } = found;
  // Several rocks are the ground or the shore, which its place draws; a single one is a stone.
  if (prop === "stone" && (thing.count ?? 1) > 2) return;
  // A canvas on an easel is one easel: two things that are drawn alike are not two of them.
  const had = props.filter((other) => other === prop).length;
  for (let i = had; i < Math.min(MOST, thing.count ?? 1); i += 1) props.push(prop);
  if (prop === "sword" || prop === "bicycle") facts[prop] = true;
  seeState(thing, prop, seen, notices);
}

const spotOf = ({ where }: Pick<Thing, "where">) =>
  where === undefined ? undefined : WHERE.find(([, when]) => when(where))?.[0];

/** How, where and what it is like. */
function seeState({ what, how, where, state }: Thing, prop: Prop, seen: Seen, notices: Notices): void {
  const { facts } = seen;
  const way = how === undefined ? undefined : HOW.find(([, when]) => when(how))?.[0];
  if (how !== undefined && prop === "door" && (OPENS(how) || SHUTS(how) || SLIDES(how)))
    facts.door = {
      ...facts.door,
      ...(OPENS(how) ? { opens: true } : {}),
      ...(SHUTS(how) ? { shuts: true } : {}),
      ...(SLIDES(how) ? { slides: true } : {}),
    };
  else if (how !== undefined && prop === "bell" && RINGS(how)) facts.bellRings = true;
  else if (way) facts.things = { ...facts.things, [way]: true };
  else if (how !== undefined && !USUAL_STATE(how)) notices.nothing(how);
  const spot = spotOf({ where });
  if (spot) facts.things = { ...facts.things, [spot]: true };
  else if (where !== undefined && !USUAL_WHERE(where)) notices.nothing(where);
  // "huge lamp" says it as well as a lamp whose state is huge.
  const isBeacon = prop === "lamp" && isHuge(`${state ?? ""} ${what}`);
  if (isBeacon) facts.hugeLamp = true;
  // So does "bakery door" as a door whose state is a bakery.
  const trade = prop === "door" ? tradeCalled(`${state ?? ""} ${what}`) : undefined;
  if (trade !== undefined) seen.doorTrade = trade;
  if (state === undefined || isBeacon || trade !== undefined) return;
  if (isEmpty(state) && WHEELED.has(prop)) facts.wheelsEmpty = true;
  else if (!USUAL_STATE(state)) notices.nothing(state);
}

/** What is pushed or pulled on wheels. */
export const WHEELED: ReadonlySet<Prop> = new Set<Prop>([
  ...listed("bicycle motorcycle scooter kick-scooter pram wheelchair wheelbarrow cart"),
  ...(["suitcase", "shopping-cart", "rickshaw", "stretcher", "tricycle"] as const),
]);

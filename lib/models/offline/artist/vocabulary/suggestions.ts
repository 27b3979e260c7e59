// The words that this artist knows, by field, for whoever suggests some while somebody writes, and what it makes of any other word.
// It draws nothing and imports nothing that does.

import { ANIMAL_NAMES } from "../closed/animals.ts";
import { GROUNDS } from "../closed/told.ts";
import { FACES, faceCalled, POSES, poseCalled } from "./acting.ts";
import { ageCalled } from "./ages.ts";
import { BOTTOMS, garmentCalled, HATS, TOPS } from "./clothes.ts";
import {
  BEARDS,
  BUILDS,
  beardCalled,
  buildCalled,
  HAIRSTYLES,
  hairCalled,
  KINDS,
  kindCalled,
  markCalled,
} from "./design.ts";
import { USED } from "./figure.ts";
import { called, calledAmong, says } from "./listed-kin.ts";
import { type Match, noticesOf, withArticle } from "./phrase.ts";
import { EFFECTS, effectCalled, groundCalled, lightCalled, PLACES, placeCalled } from "./place.ts";
import { PROPS, thingCalled } from "./thing.ts";
import { seenThings } from "./things.ts";

/** Where a word stands in the book's data. */
export type Field = keyof typeof KNOWN;

/** What the artist makes of a word: as it is told, as something near it, or nothing. */
export type Drawable = "as told" | { as: string } | "nothing";

const spelled = (names: Iterable<string>): string[] =>
  [...names].filter((name) => name !== "none").map((name) => name.replaceAll("-", " "));

const parted = (words: string): string[] => words.split(", ");

const KNOWN = {
  thing: spelled([...PROPS, ...ANIMAL_NAMES.filter((animal) => !(PROPS as ReadonlySet<string>).has(animal))]),
  place: spelled(PLACES),
  doing: spelled(POSES),
  feeling: spelled(FACES),
  posture: parted(
    "astride, pickaback, on the rail, afloat, on a ladder, at the piano, upward, onto it, curled up",
  ),
  face: parted("yawns, eyes shut, one eye open, cries out, eyes shine, rain on the glasses, breath seen"),
  where: parted("on a wall, at a table, at the foot of the stairs, in a doorway, in a cage, under a lamp"),
  seat: spelled(USED.seats),
  ground: spelled(GROUNDS),
  light: ["none", "gone out", "lit windows", "lighthouse dark"],
  effect: spelled(EFFECTS),
  kind: spelled(new Set([...KINDS, ...ANIMAL_NAMES])),
  age: ["child", "teen", "adult", "elder"],
  hair: spelled(HAIRSTYLES),
  beard: spelled(BEARDS),
  build: spelled(BUILDS),
  worn: spelled([...TOPS, ...BOTTOMS, ...HATS, "sword at the hip", "glasses"]),
  mark: ["black coat", "white ear", "hornless", "on wheels", "one eye"],
} satisfies Record<string, readonly string[]>;

export const FIELDS = Object.keys(KNOWN) as readonly Field[];

/** Words of a field that are drawn as they are told, in English. */
export const suggestionsFor = (field: Field): readonly string[] => KNOWN[field];

const drawn = (found: Match<string> | undefined, as = (name: string) => name): Drawable =>
  found === undefined ? "nothing" : found.by === "kin" ? { as: as(found.value) } : "as told";

const told = (isTold: boolean): Drawable => (isTold ? "as told" : "nothing");

const BY_FIELD: Readonly<Record<Field, (word: string) => Drawable>> = {
  thing: (word) => {
    const notices = noticesOf();
    seenThings([{ what: word }], true, notices);
    const [as] = notices.noted.values();
    if (notices.noted.size === 0) return "as told";
    return as === undefined ? "nothing" : { as };
  },
  place: (word) => drawn(placeCalled(word), withArticle),
  doing: (word) => drawn(poseCalled(word) ?? faceCalled(word), (pose) => `the pose "${pose}"`),
  feeling: (word) => drawn(faceCalled(word)),
  posture: (word) => (called("manners", word) ? "as told" : drawn(poseCalled(word))),
  face: (word) => told((called("face-facts", word) ?? faceCalled(word)) !== undefined),
  where: (word) => told(called("where-facts", word) !== undefined),
  seat: (word) => drawn(calledAmong(word, USED.seats, "seat-words") ?? thingCalled(word), withArticle),
  ground: (word) => drawn(groundCalled(word)),
  light: (word) => told(lightCalled(word) !== undefined),
  effect: (word) => drawn(effectCalled(word)),
  kind: (word) => {
    const { value, by, inWords } = kindCalled(word);
    return by === "kin" ? { as: inWords ?? withArticle(value) } : "as told";
  },
  age: (word) => told(ageCalled(word) !== undefined),
  hair: (word) => told(Object.values(hairCalled(word)).some((part) => part !== undefined)),
  beard: (word) => drawn(beardCalled(word)),
  build: (word) => drawn(buildCalled(word)),
  worn: (word) => {
    const found = garmentCalled(word);
    if (found?.by !== "name" && found?.by !== "word" && (says("sword", word) || says("glasses", word)))
      return "as told";
    return drawn(found, withArticle);
  },
  mark: (word) => told(markCalled(word) !== undefined),
};

/** What this artist makes of a word of either language in a field; deterministic, and total. */
export const canDraw = (field: Field, word: string): Drawable => BY_FIELD[field](word);

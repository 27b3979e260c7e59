// The artist's words by field, for suggestions while a user writes, and how the artist draws any other word. This module draws nothing and
// imports no drawing code.

import type { Thing } from "../../../../manga/moment.ts";
import { ANIMAL_NAMES } from "../closed/animals.ts";
import { GROUNDS } from "../closed/told.ts";
import { FACES, faceCalled, POSES, poseCalled } from "./acting.ts";
import { ageCalled } from "./ages.ts";
import { BOTTOMS, garmentCalled, HATS, isHat, TOPS } from "./clothes.ts";
import {
  BEARDS,
  BUILDS,
  beardCalled,
  buildCalled,
  FILLS,
  HAIRSTYLES,
  hairCalled,
  KINDS,
  kindCalled,
  markCalled,
} from "./design.ts";
import { gazeCalled, USED } from "./figure.ts";
import { isHeeded } from "./hand-words.ts";
import { isGrip } from "./hands.ts";
import { called, calledAmong, says } from "./listed-kin.ts";
import { besides, type Match, noticesOf, withArticle } from "./phrase.ts";
import { EFFECTS, effectCalled, groundCalled, lightCalled, PLACES, placeCalled } from "./place.ts";
import { PROPS, thingCalled } from "./thing.ts";
import { seenThings } from "./things.ts";

/** A field of the book's data in which a user writes words. */
export type Field = KnownField | (typeof unread)[number];
type KnownField = keyof typeof KNOWN;

/** How the artist draws a word: exactly (`as told`), as something similar (`as`), or not at all. */
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
  gaze: ["up", "down", "back"],
  seat: spelled(USED.seats),
  grip: parted("over the head, before the eye, on the back, over the shoulder, round the shoulders").concat(
    parted("gripped, pushed, together, carried, kept"),
  ),
  culture: ["Japanese", "Western"],
  condition: ["run-down"],
  "thing-where": parted("on the wall, on the sill, on a bench, under a shoe"),
  "thing-how": parted("flies, lies, thrown, sunk, scattered"),
  "thing-state": ["old", "new"],
  ground: spelled(GROUNDS),
  light: ["none", "gone out", "lit windows", "lighthouse dark"],
  effect: spelled(EFFECTS),
  kind: spelled(new Set([...KINDS, ...ANIMAL_NAMES])),
  age: ["child", "teen", "adult", "elder"],
  hair: spelled(HAIRSTYLES),
  "hair-colour": spelled(FILLS),
  beard: spelled(BEARDS),
  build: spelled(BUILDS),
  hat: spelled(HATS),
  worn: spelled([...TOPS, ...BOTTOMS, ...HATS, "sword at the hip", "glasses"]),
  mark: ["black coat", "white ear", "hornless", "on wheels", "one eye"],
  "style-line": ["bold", "heavy", "thin and even", "fine", "of varying width"],
  "style-tone": [
    "screen tone",
    "dense screen tone",
    "dark screen tone",
    "light screen tone",
    "little tone",
    "none",
  ],
  "style-eyes": ["large", "very large", "small and narrow", "of natural size"],
  "style-backgrounds": ["drawn in perspective", "simple", "sparse"],
  "style-blacks": ["few", "solid where it is dark", "heavy"],
} satisfies Record<string, readonly string[]>;

export const FIELDS = Object.keys(KNOWN) as readonly KnownField[];

/** Fields that do not affect pictures. */
export const unread = ["feature", "landmark", "sentence", "style-medium", "style-palette"] as const;

const isKnown = (field: Field): field is KnownField => Object.hasOwn(KNOWN, field);

/** English words of a field that are drawn exactly. */
export const suggestionsFor = (field: Field): readonly string[] => (isKnown(field) ? KNOWN[field] : []);

const drawn = (found: Match<string> | undefined, as = (name: string) => name): Drawable =>
  found === undefined ? "nothing" : found.by === "kin" ? { as: as(found.value) } : "as told";

const told = (isTold: boolean): Drawable => (isTold ? "as told" : "nothing");

/** How the word for a thing is drawn. */
function thingDrawn(thing: Thing): Drawable {
  const notices = noticesOf();
  seenThings([thing], true, notices);
  const [as] = notices.noted.values();
  if (notices.noted.size === 0) return "as told";
  return as === undefined ? "nothing" : { as };
}

/** How a word for a thing's place, action or state is drawn: not at all if the thing itself is not drawn. */
const saidOfThing =
  (part: "where" | "how" | "state") =>
  (word: string, what = "box"): Drawable => {
    const alone = noticesOf();
    seenThings([{ what }], true, alone);
    if (thingDrawn({ what }) === "nothing") return "nothing";
    const notices = noticesOf();
    seenThings([{ what, [part]: word }], true, besides(notices, alone));
    return told(notices.noted.size === 0);
  };

/** Whether a character of this kind is drawn with such clothes or beards. Animals have only their coat. */
const isWornBy = (kind: string | undefined, wearers: readonly string[]): boolean =>
  kind === undefined || wearers.includes(kindCalled(kind).value);

const BY_FIELD: Readonly<Record<KnownField, (word: string, of?: string) => Drawable>> = {
  thing: (word) => thingDrawn({ what: word }),
  "thing-where": saidOfThing("where"),
  "thing-how": saidOfThing("how"),
  "thing-state": saidOfThing("state"),
  place: (word) => drawn(placeCalled(word), withArticle),
  doing: (word) => drawn(poseCalled(word) ?? faceCalled(word), (pose) => `the pose "${pose}"`),
  feeling: (word) => drawn(faceCalled(word)),
  posture: (word) => (called("manners", word) ? "as told" : drawn(poseCalled(word))),
  face: (word) => told((called("face-facts", word) ?? faceCalled(word)) !== undefined),
  gaze: (word) => told(gazeCalled(word) !== undefined),
  grip: (word) => told(isGrip(word)),
  culture: (word) => told(says("eastern", word) || says("western", word)),
  condition: (word) => told(says("run-down", word)),
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
  "hair-colour": (word) => told(hairCalled(`short, ${word}`).fill !== undefined),
  beard: (word, kind) => (isWornBy(kind, ["human"]) ? drawn(beardCalled(word)) : "nothing"),
  build: (word) => drawn(buildCalled(word)),
  worn: (word, kind) => {
    if (!isWornBy(kind, says("glasses", word) ? ["human"] : ["human", "robot"])) return "nothing";
    const found = garmentCalled(word);
    if (found?.by !== "name" && found?.by !== "word" && (says("sword", word) || says("glasses", word)))
      return "as told";
    return drawn(found, withArticle);
  },
  hat: (word, kind) => {
    if (!isWornBy(kind, ["human"])) return "nothing";
    const found = garmentCalled(word);
    return found !== undefined && isHat(found.value) ? drawn(found, withArticle) : "nothing";
  },
  mark: (word) => told(markCalled(word) !== undefined),
  "style-line": (word) => told(isHeeded("line", word)),
  "style-tone": (word) => told(isHeeded("tone", word)),
  "style-eyes": (word) => told(isHeeded("eyes", word)),
  "style-backgrounds": (word) => told(isHeeded("backgrounds", word)),
  "style-blacks": (word) => told(isHeeded("blacks", word)),
};

/**
 * How the artist draws a word of either language in a field; deterministic and total. `of`: for a place, action or state, the thing that
 * has it; for clothes and beards, the kind of the character that has them.
 */
export const canDraw = (field: Field, word: string, of?: string): Drawable =>
  isKnown(field) ? BY_FIELD[field](word, of) : "nothing";

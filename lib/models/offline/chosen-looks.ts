// Chooses the parts of a character's look that the story does not state, by a seed, so that no two characters look alike.
import type { Person } from "../../manga/concept.ts";
import type { Language } from "../../manga/language.ts";
import type { Random } from "../../manga/seeded-random.ts";
import { ageBandOf } from "./describe-look.ts";

const TONES = ["white", "light", "mid", "dark", "black"] as const;
/** Greys of the tones as drawn. Tones that are far apart in the list can be close in print. */
const GREY: Readonly<Record<string, number>> = { white: 0, light: 0.16, mid: 0.36, dark: 0.62, black: 1 };
/** Number of looks that are tried for each person. The one farthest from all earlier looks is taken. */
const TRIES = 48;

/** A garment, with its tone if the text states one. */
export interface Garment {
  what: string;
  tone?: string;
}

export interface ToldLook {
  hair?: string;
  hairTone?: string;
  beard?: string;
  build?: string;
  top?: Garment;
  bottom?: Garment;
  hat?: Garment;
  accessories: Set<string>;
  marks: Set<string>;
}

/** A complete look. */
export interface Look {
  hair: string;
  hairTone: string;
  beard: string;
  build: string;
  top: Garment & { tone: string };
  bottom: (Garment & { tone: string }) | undefined;
  hat: Garment | undefined;
  glasses: boolean;
}

interface Choice {
  person: Person;
  /** The parts of the look that the story states. */
  told: ToldLook;
  /** Looks of other characters of the same kind. */
  others: readonly Look[];
  random: Random;
  language: Language;
}

/** Of several looks that agree with the stated parts, the one farthest from all others. */
export function chooseLook({ person, told, others, random, language }: Choice): Look {
  const looks = Array.from({ length: TRIES }, () => imagine(person, told, random, language));
  const worth = (look: Look) =>
    Math.min(9, ...others.map((other) => difference(look, other))) -
    (look.hat ? 1 : 0) -
    (look.glasses ? 0.5 : 0);
  return looks.reduce((best, one) => (worth(one) > worth(best) ? one : best));
}

function imagine(person: Person, told: ToldLook, random: Random, language: Language): Look {
  const { sex } = person;
  const age = ageBandOf(person.age);
  const isFemale = sex === "female" || (sex === "unknown" && random.next() < 0.5);
  const isOld = age === "elder";
  const isYoung = age === "child" || age === "teen";
  const isJapanese = language === "ja";
  const grown = isJapanese ? ["kimono", "kimono", "shirt", "jacket"] : ["shirt", "coat", "jacket", "sweater"];
  const tops = isYoung ? ["shirt", "sweater", "jacket"] : grown;
  const top = dressed(told.top ?? { what: random.pick(tops) }, random);
  const isWhole = top.what === "kimono" || top.what === "robe" || told.bottom?.what === "dress";
  const skirts = told.top ? ["skirt"] : ["skirt", "dress"];
  const trousers = age === "child" ? ["shorts", "trousers"] : ["trousers"];
  const below = isFemale ? skirts : trousers;
  const bottom = told.bottom ?? (isWhole ? undefined : { what: random.pick(below) });
  const tones = isOld ? ["white", "light"] : isJapanese ? ["black", "black", "dark"] : TONES;
  const beards = isOld ? ["full", "moustache", "none"] : ["none", "none", "none", "stubble", "moustache"];
  return {
    hair: told.hair ?? random.pick(hairFor(isFemale, age)),
    hairTone: told.hairTone ?? random.pick(tones),
    beard: told.beard ?? (sex === "male" && !isYoung ? random.pick(beards) : "none"),
    build: told.build ?? (age === "child" ? "small" : random.pick(["slim", "average", "average", "broad"])),
    top,
    bottom: bottom && dressed(bottom, random),
    hat: told.hat ?? (random.next() < 0.08 ? { what: "hat" } : undefined),
    glasses: told.accessories.has("glasses") || (!isYoung && random.next() < 0.1),
  };
}

const dressed = ({ what, tone }: Garment, random: Random) => ({ what, tone: tone ?? random.pick(TONES) });

function hairFor(isFemale: boolean, age: string): readonly string[] {
  if (age === "elder") return isFemale ? ["bun", "bun", "curly", "bob"] : ["bald", "short", "swept", "messy"];
  if (isFemale) return age === "child" ? ["bob", "twin-tails", "short"] : ["long", "bob", "ponytail", "bun"];
  return age === "adult" ? ["short", "swept", "crop", "messy"] : ["spiky", "messy", "short", "crop"];
}

/** How easily two people can be told apart at the size of a thumbnail. Tones of hair and clothes count most, outlines less. */
function difference(a: Look, b: Look): number {
  const apart = (one: string, other: string) =>
    Math.min(3.4, Math.abs((GREY[one] ?? 0) - (GREY[other] ?? 0)) * 4.6);
  const unlike = (weight: number, one: unknown, other: unknown) => (one === other ? 0 : weight);
  return (
    apart(a.hairTone, b.hairTone) +
    apart(a.top.tone, b.top.tone) +
    unlike(1.4, a.hair, b.hair) +
    unlike(0.8, a.top.what, b.top.what) +
    unlike(0.8, a.hat?.what, b.hat?.what) +
    unlike(0.5, a.build, b.build) +
    unlike(0.7, a.beard, b.beard)
  );
}

// The characters task: how each person looks. What the text says is kept; the rest is chosen so that nobody looks like another,
// and the protagonist most striking of all.

import { type Random, seededRandom } from "../../../manga/seeded-random.ts";
import type { Story } from "../../../manga/story.ts";
import { animalIn } from "../animal-words.ts";
import type { Cast, CharacterDesign, Fill } from "../closed/cast.ts";
import type { Concept, Person } from "../closed/concept.ts";
import { findCues, firstCue, occurs } from "../words/cues.ts";
import type { Lexicon } from "./lexicon.ts";
import { lexiconOf } from "./lexicons.ts";
import { callRoll } from "./mentions.ts";
import { isPeriod } from "./period.ts";
import { buildOf } from "./robot-words.ts";
import { WORDS } from "./wording.ts";

type Look = Omit<CharacterDesign, "description">;

/** Looks that are tried for each person; the cast takes those that set everybody farthest apart. */
const TRIES = 64;

/** How often everybody may choose again when the others have chosen. */
const ROUNDS = 3;

export function designCast(story: Story, concept: Concept, seed: number): Cast {
  const lexicon = lexiconOf(story.language);
  const period = isPeriod(story);
  const wardrobes = concept.people.map((person) => {
    const random = seededRandom(seed, `look of ${person.id} ${person.name}`);
    const said = saidOf(person, concept);
    const school =
      person.age === "teen" && person.kind === "human" && story.units.some(({ text }) => SCHOOL.test(text));
    const uncanny = concept.mood === "eerie" && person.role !== "protagonist" && person.kind === "human";
    const times = { school, period, uncanny };
    return Array.from({ length: TRIES }, () =>
      inDress(imagine(person, said, { random, lexicon, ...times }), said, lexicon),
    );
  });
  const chosen: Look[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [i, looks] of wardrobes.entries()) {
      const others = chosen.filter((_, j) => j !== i);
      const best = farthest(looks, others, i === 0);
      if (best) chosen[i] = best;
    }
  const { describe, marked } = WORDS[story.language];
  return {
    characters: chosen.map((look, i) => {
      const person = concept.people[i];
      const marks = person ? marksFor(person, concept, story) : [];
      return {
        ...look,
        description: `${describe(look, person && nounOf(person))}${marks.length > 0 ? marked(marks) : ""}`,
      };
    }),
  };
}

/** What the text says of a being besides its looks, in words that its description goes on with. */
function marksFor(person: Person, concept: Concept, story: Story): readonly string[] {
  if (person.kind === "human") return [];
  return person.kind === "robot" ? buildOf(person, story) : marksOf(saidOf(person, concept));
}

/** The look whose nearest other is farthest; the first of equals. */
function farthest(looks: readonly Look[], others: readonly Look[], first: boolean): Look | undefined {
  let best: { look: Look; worth: number } | undefined;
  for (const look of looks) {
    const worth = Math.min(12, ...others.map((other) => difference(look, other))) + striking(look, first);
    if (!best || worth > best.worth) best = { look, worth };
  }
  return best?.look;
}

/** What a creature or a bird is called besides its name: the donkey Admiral. */
const nounOf = ({ kind, name, aliases }: Person): string | undefined =>
  (kind === "creature" || kind === "bird") && animalIn(name) === undefined
    ? aliases.find((alias) => animalIn(alias) !== undefined)
    : undefined;

const SCHOOL =
  /学校|教室|放課後|高校|中学|セーラー服|学ラン|\b(?:classroom|high school|homework|after school)\b/iu;

/** The words of the text about a person alone, not about others named in the same sentences. */
function saidOf(person: Person, concept: Concept): string {
  const roll = callRoll(concept.people, concept.language);
  const sentences = person.notes.split(/(?<=[。！？])|(?<=[.!?])\s+/u);
  const own = sentences.map((sentence) => {
    const mentions = roll.mentions(sentence);
    const start = mentions.find((mention) => mention.person === person);
    const other = mentions.find(
      (mention) => mention.person !== person && mention.subject && mention.at > (start?.at ?? 0),
    );
    const before = mentions.some((mention) => mention.person !== person && mention.at < (start?.at ?? 0));
    return sentence.slice(before ? (start?.at ?? 0) : 0, other?.at ?? sentence.length);
  });
  return [person.name, ...person.aliases, ...own].join("\n");
}

interface Imagining {
  random: Random;
  lexicon: Lexicon;
  school: boolean;
  period: boolean;
  /** Comes to somebody in an eerie story. */
  uncanny: boolean;
}

const TONES: readonly Fill[] = ["white", "light", "mid", "dark", "black"];
/** A suit is white only where the text says so: without a tone there is next to nothing on it. */
const SUITINGS: readonly Fill[] = ["light", "mid", "dark", "dark", "black"];

function imagine(
  person: Person,
  said: string,
  { random, lexicon, school, period, uncanny }: Imagining,
): Look {
  const { looks } = lexicon;
  const { id, name, kind, age, gender } = person;
  const eastern = lexicon === lexiconOf("ja");
  const feminine = gender === "female" || (gender === "unknown" && random.next() < 0.5);
  const style =
    firstCue(said, looks.hair) ??
    random.pick(
      period
        ? hairOfOld(feminine)
        : uncanny && feminine && age !== "elder"
          ? UNCANNY
          : hairFor(age, feminine),
    );
  const top =
    firstCue(said, looks.top) ??
    (period
      ? "kimono"
      : school
        ? feminine
          ? "sailor"
          : "uniform"
        : random.pick(topsFor(age, feminine, eastern)));
  const fill =
    kind === "human" ? firstCue(said, looks.hairFill) : (furOf(said) ?? firstCue(said, looks.hairFill));
  const elderly =
    age === "elder"
      ? random.pick(["white", "light"] as const)
      : random.pick(
          period || uncanny
            ? (["black", "dark"] as const)
            : (["white", "light", "mid", "dark", "black", "black"] as const),
        );
  const masculine = gender === "male" && age !== "child" && age !== "teen";
  const armed = kind === "human" && occurs(said, looks.sword);
  return {
    id,
    name,
    kind,
    age,
    gender,
    build:
      firstCue(said, looks.build) ??
      (age === "child" ? "small" : random.pick(["slim", "average", "average", "broad", "small"] as const)),
    hair: { style, fill: fill ?? elderly },
    beard:
      firstCue(said, looks.beard) ??
      (masculine
        ? random.pick(
            age === "elder"
              ? (["full", "moustache", "none"] as const)
              : (["none", "none", "stubble", "moustache"] as const),
          )
        : "none"),
    glasses:
      occurs(said, looks.glasses) ||
      (kind === "human" && !period && !uncanny && random.next() < (age === "child" ? 0.04 : 0.12)),
    clothes: {
      top,
      topFill: clothesFill(said, lexicon) ?? random.pick(top === "jacket" ? SUITINGS : TONES),
      bottom:
        firstCue(said, looks.bottom) ??
        (top === "armor" && period ? "hakama" : bottomFor(top, feminine, age, random)),
      bottomFill: random.pick(TONES),
      hat:
        firstCue(said.replaceAll(LEFT_HAT, ""), looks.hat) ??
        (random.next() < 0.1 && !school && !period
          ? random.pick(["cap", "hat", "headband"] as const)
          : "none"),
      ...(armed ? { sword: true } : {}),
    },
    look: random.below(10_000),
  };
}

/** A dress that is told of has no other top than its own. */
function inDress(look: Look, said: string, { looks }: Lexicon): Look {
  if (firstCue(said, looks.bottom) !== "dress" || firstCue(said, looks.top) !== undefined) return look;
  return { ...look, clothes: { ...look.clothes, top: "shirt", bottomFill: look.clothes.topFill } };
}

/** A colour counts for clothes only where clothes are named right after it. */
function clothesFill(said: string, { looks }: Lexicon): Fill | undefined {
  return findCues(said, looks.fill).find(({ at, text }) => {
    const named = said.slice(at, at + text.length + 12);
    return findCues(named, looks.top).length + findCues(named, looks.bottom).length > 0;
  })?.value;
}

/** One white ear makes no white dog. */
const MARKED =
  /\b(?:(?:one|a|two) )?(?:black|white|brown|gr[ae]y|ginger) (?:ears?|paws?|tail|tip|nose|spots?|stripes?|socks?|belly|chest|face|whiskers)\b|片[耳足]が?[黒白茶灰]い?|[黒白茶灰]い?(?:耳|足|尾|しっぽ|鼻|腹|ひげ|髭|ぶち)/giu;

/** What the text says of a coat besides its colour, in its own words. */
const marksOf = (said: string): string[] => [...new Set(said.match(MARKED) ?? [])];

const furOf = (all: string): Fill | undefined => {
  const said = all.replaceAll(MARKED, "");
  if (/黒(?:猫|犬|い|と)|\bblack\b/iu.test(said)) return "black";
  if (/白(?:猫|犬|い|と)|\bwhite\b/iu.test(said)) return "white";
  if (/三毛|トラ|虎|茶|\b(?:tabby|ginger|orange|brown|tortoiseshell|striped)\b/iu.test(said)) return "mid";
  return /灰|グレー|\bgr[ae]y\b/iu.test(said) ? "light" : undefined;
};

/** A hat that is given away or lies about is on nobody's head. */
const LEFT_HAT =
  /[^.\n]*\b(?:gave|gives|lost|left|lay|threw|found|bought|stole|dropped)\b[^.\n]*\bhat\b[^.\n]*|[^。\n]*帽子[をが](?:あげ|落と|なく|失|拾|見つけ|飛ば|置)[^。\n]*/giu;

function hairFor(age: Person["age"], feminine: boolean): readonly Look["hair"]["style"][] {
  if (age === "elder") return feminine ? ["bun", "bun", "curly", "bob"] : ["bald", "short", "swept", "messy"];
  if (feminine)
    return age === "child"
      ? ["bob", "twin-tails", "ponytail", "short"]
      : [
          "long",
          "bob",
          "ponytail",
          "bun",
          "curly",
          "short",
          ...(age === "teen" ? (["twin-tails"] as const) : []),
        ];
  // Curls this full are a woman's, unless the text gives them to somebody else.
  return age === "adult" ? ["short", "swept", "crop", "messy"] : ["spiky", "messy", "short", "crop", "swept"];
}

/** Nobody is afraid of twin tails. */
const UNCANNY: readonly Look["hair"]["style"][] = ["long", "bob"];

const hairOfOld = (feminine: boolean): readonly Look["hair"]["style"][] =>
  feminine ? ["bun", "long", "ponytail"] : ["bun", "ponytail", "messy", "bald"];

function topsFor(age: Person["age"], feminine: boolean, eastern: boolean): readonly Look["clothes"]["top"][] {
  if (age === "elder") return ["sweater", "coat", eastern ? "kimono" : "sweater", "shirt", "jacket"];
  if (age === "child" || (age === "teen" && feminine)) return ["shirt", "hoodie", "sweater", "jacket"];
  return feminine
    ? ["sweater", "coat", "shirt", "jacket", "hoodie", "apron"]
    : ["jacket", "hoodie", "coat", "shirt", "sweater"];
}

function bottomFor(
  top: Look["clothes"]["top"],
  feminine: boolean,
  age: Person["age"],
  random: Random,
): Look["clothes"]["bottom"] {
  if (top === "kimono" || top === "robe") return "none";
  if (top === "sailor") return "skirt";
  if (feminine) return random.pick(age === "elder" ? ["skirt", "dress"] : ["skirt", "trousers", "dress"]);
  return age === "child" ? random.pick(["shorts", "trousers"]) : "trousers";
}

/** The greys of the fills as they are drawn: far apart in the list is not always far apart on paper. */
const GREY: Readonly<Record<Fill, number>> = { white: 0, light: 0.16, mid: 0.36, dark: 0.62, black: 1 };

/**
 * How easily two people are told apart at the size of a thumbnail. Pairs drawn as heads and half figures of 96 pixels gave the
 * weights: the tones of hair and clothes count most by far, a full beard and a child's size come next, outlines after them.
 */
export function difference(a: Look, b: Look): number {
  if (a.kind !== b.kind) return 12;
  const hair = Math.abs(GREY[a.hair.fill] - GREY[b.hair.fill]);
  const top = Math.abs(GREY[a.clothes.topFill] - GREY[b.clothes.topFill]);
  const unlike = (weight: number, same: boolean) => (same ? 0 : weight);
  return (
    Math.min(3.4, hair * 4.6) +
    Math.min(3.4, top * 4.6) +
    unlike(1.4, a.hair.style === b.hair.style) +
    unlike(0.8, a.clothes.top === b.clothes.top) +
    unlike(0.8, a.clothes.hat === b.clothes.hat) +
    unlike(0.5, a.build === b.build) +
    unlike(0.9, (a.beard === "full") === (b.beard === "full")) +
    unlike(0.3, a.beard === b.beard) +
    unlike(0.5, a.glasses === b.glasses) +
    unlike(0.5, (a.age === "child") === (b.age === "child")) +
    unlike(0.3, a.age === b.age)
  );
}

/** Strong black hair or clear white, a shape of hair that shows, and clothes that contrast with it; hats and glasses are for few. */
function striking({ age, clothes, glasses, hair }: Look, first: boolean): number {
  const hat = clothes.hat === "none" ? 0 : clothes.hat === "headband" ? 1.4 : 0.9;
  // White curls or a white bun are a grandmother's.
  const aged = age !== "elder" && hair.fill === "white" && (hair.style === "curly" || hair.style === "bun");
  const plain = -hat - (glasses ? 0.4 : 0) - (aged ? 3 : 0);
  if (!first) return plain;
  const contrast = Math.abs(TONES.indexOf(hair.fill) - TONES.indexOf(clothes.topFill)) * 0.5;
  const shape = /spiky|twin-tails|long|ponytail|messy|bob/u.test(hair.style) ? 1 : 0;
  return contrast + shape + (hair.fill === "black" ? 1 : 0) + plain;
}

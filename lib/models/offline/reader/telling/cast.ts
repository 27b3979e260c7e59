// The characters task: how each person looks. What the text says is kept; the rest is chosen by the seed so that nobody looks like another.
import type { Cast, Character } from "../../../../manga/cast.ts";
import { type Concept, isHuman, type Person } from "../../../../manga/concept.ts";
import type { Language } from "../../../../manga/language.ts";
import { type Random, seededRandom } from "../../../../manga/seeded-random.ts";
import { wordTable } from "../text/word-table.ts";
import type { StoryFacts } from "./story-facts.ts";
import { type Garment, type ToldLook, toldLooks } from "./told-looks.ts";

const TONES = ["white", "light", "mid", "dark", "black"] as const;
/** The greys of the tones as they are drawn: far apart in the list is not always far apart on paper. */
const GREY: Readonly<Record<string, number>> = { white: 0, light: 0.16, mid: 0.36, dark: 0.62, black: 1 };
/** Looks that are tried for each person; the one is taken that is farthest from everybody's before. */
const TRIES = 48;

interface Look {
  hair: string;
  hairTone: string;
  beard: string;
  build: string;
  top: Garment & { tone: string };
  bottom: (Garment & { tone: string }) | undefined;
  hat: Garment | undefined;
  glasses: boolean;
}

export function designCast({ people, language }: Concept, facts: StoryFacts, seed: number): Cast {
  const told = toldLooks(facts);
  const chosen: { person: Person; look: Look }[] = [];
  const characters = people.map((person) => {
    const said = told.get(person.id) ?? { accessories: new Set<string>(), marks: new Set<string>() };
    const random = seededRandom(seed, `look of ${person.id} ${person.name}`);
    const others = chosen.filter((one) => one.person.kind === person.kind).map((one) => one.look);
    const looks = Array.from({ length: TRIES }, () => imagine(person, said, random, language));
    const worth = (look: Look) =>
      Math.min(9, ...others.map((other) => difference(look, other))) -
      (look.hat ? 1 : 0) -
      (look.glasses ? 0.5 : 0);
    const look = looks.reduce((best, one) => (worth(one) > worth(best) ? one : best));
    chosen.push({ person, look });
    return characterOf(person, { look, said, number: random.below(10_000), language });
  });
  return { characters };
}

type Told = ToldLook;

function imagine(person: Person, told: Told, random: Random, language: Language): Look {
  const { sex } = person;
  const age = ageBand(person);
  const isFemale = sex === "female" || (sex === "unknown" && random.next() < 0.5);
  const isOld = age === "elder";
  const isYoung = age === "child" || age === "teen";
  const tops = isYoung
    ? ["shirt", "sweater", "jacket"]
    : language === "ja"
      ? ["kimono", "kimono", "shirt", "jacket"]
      : ["shirt", "coat", "jacket", "sweater"];
  const top = dressed(told.top ?? { what: random.pick(tops) }, random);
  const isWhole = top.what === "kimono" || top.what === "robe" || told.bottom?.what === "dress";
  const below = isFemale
    ? told.top
      ? ["skirt"]
      : ["skirt", "dress"]
    : age === "child"
      ? ["shorts", "trousers"]
      : ["trousers"];
  const bottom = told.bottom ?? (isWhole ? undefined : { what: random.pick(below) });
  const beards = isOld ? ["full", "moustache", "none"] : ["none", "none", "none", "stubble", "moustache"];
  return {
    hair: told.hair ?? random.pick(hairFor(isFemale, age)),
    hairTone:
      told.hairTone ??
      random.pick(isOld ? ["white", "light"] : language === "ja" ? ["black", "black", "dark"] : TONES),
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

const BANDS: ReadonlySet<string> = new Set(["child", "teen", "adult", "elder"]);

/** Years as the band that they are in; whoever has no age is drawn as an adult. */
function ageBand({ age }: Person): string {
  if (BANDS.has(age)) return age;
  if (age === "baby") return "child";
  const years = Number(age);
  if (!Number.isFinite(years)) return "adult";
  return years < 13 ? "child" : years < 20 ? "teen" : years < 60 ? "adult" : "elder";
}

/** How easily two people are told apart at the size of a thumbnail: tones of hair and clothes first, outlines after them. */
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

interface Design {
  look: Look;
  said: Told;
  number: number;
  language: Language;
}

/** Animals and things have a coat and wear nothing. */
function characterOf(person: Person, { look, said, number, language }: Design): Character {
  const { id, name, kind, age, sex } = person;
  const pieces = isHuman(person) ? wornBy(look) : [];
  return {
    ...{ id, name, kind, age, sex, look: number },
    build: look.build,
    hair: isHuman(person) ? `${look.hair}, ${look.hairTone}` : `short, ${look.hairTone}`,
    ...(isHuman(person) && look.beard !== "none" ? { beard: look.beard } : {}),
    marks: [...said.marks, ...(!isHuman(person) && said.hairTone ? [`${said.hairTone} coat`] : [])].slice(
      0,
      8,
    ),
    outfits: [{ id: "o1", worn: pieces, scenes: [] }],
    accessories: isHuman(person) && look.glasses ? ["glasses"] : [],
    description: described(person, look, language),
  };
}

const wornBy = ({ top, bottom, hat }: Look): string[] => [
  `${top.tone} ${top.what}`,
  ...(bottom === undefined ? [] : [`${bottom.tone} ${bottom.what}`]),
  ...(hat === undefined ? [] : [hat.tone === undefined ? hat.what : `${hat.tone} ${hat.what}`]),
];

/** One sentence for people, in the book's language. */
function described(person: Person, look: Look, language: Language): string {
  const say = (key: string) => wordTable(language, "looks").value("name", key) ?? "";
  const word = (what: string) => say(what) || what;
  const build = say(`build:${look.build}`);
  const who = isHuman(person) ? say(`${person.sex}:${ageBand(person)}`) : person.kind;
  const extras = [
    look.beard === "none" ? "" : look.beard,
    look.glasses ? "glasses" : "",
    look.hat?.what ?? "",
  ];
  const tone = look.hair === "bald" ? "" : say(`tone:${look.hairTone}`);
  const coat = say(`tone:${look.hairTone}`);
  if (language === "ja") {
    if (!isHuman(person)) return `${person.name}（${who}）。${build}${coat}姿。`;
    const head = [`${tone}${say(`hair:${look.hair}`)}`, ...extras.filter((one) => one !== "").map(word)].join(
      "、",
    );
    return `${person.name}。${build}${who}。${head}に、${say(`tone:${look.top.tone}`)}${word(look.top.what)}。`;
  }
  const words = (...all: string[]) => all.filter((one) => one !== "").join(" ");
  if (!isHuman(person)) return `${person.name}: ${words(build, coat, who)}.`;
  const head = [words(tone, say(`hair:${look.hair}`)), ...extras.filter((one) => one !== "")].join(", ");
  return `${person.name}: ${words(build, who)}, ${head}, ${words(say(`tone:${look.top.tone}`), look.top.what)}.`;
}

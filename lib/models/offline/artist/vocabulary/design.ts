// The closed design that a character is drawn by, and what is told of how they are made.

import type { Character } from "../../../../manga/cast.ts";
import { type Animal, beingOf } from "../closed/animals.ts";
import {
  type CharacterDesign,
  CharacterDesignSchema,
  type Fill,
  FillSchema,
  HairSchema,
} from "../closed/cast.ts";
import type { Person } from "../closed/person.ts";
import type { PersonTold } from "../closed/told.ts";
import { ageCalled } from "./ages.ts";
import { animalCalled, isYoungWord } from "./animal.ts";
import { closedClothes, fillCalled } from "./clothes.ts";
import { drawnNoun } from "./drawn-nouns.ts";
import { BEARD_WORDS, BUILD_WORDS, HAIR_FILLS, HAIR_WORDS, KIND_KIN, KIND_WORDS } from "./kin/design-kin.ts";
import { said } from "./listed-kin.ts";
import { type Notices, withArticle } from "./notices.ts";
import { calledAmong, clipped, headsOf, languageOf, type Match, nameIn, plain } from "./phrase.ts";
import { thingCalled } from "./thing.ts";

const shape = CharacterDesignSchema.shape;
export const KINDS: ReadonlySet<Person["kind"]> = new Set(shape.kind.options);
export const HAIRSTYLES: ReadonlySet<CharacterDesign["hair"]["style"]> = new Set(
  HairSchema.shape.style.options,
);
export const FILLS: ReadonlySet<Fill> = new Set(FillSchema.options);
export const BEARDS: ReadonlySet<CharacterDesign["beard"]> = new Set(shape.beard.options);
export const BUILDS: ReadonlySet<CharacterDesign["build"]> = new Set(shape.build.options);

const ROBOT = said("robot");

export interface KindMatch extends Match<Person["kind"]> {
  animal?: Animal;
  /** What is drawn, in words of a notice. */
  inWords?: string;
}

/** What somebody is drawn as: whatever no table has is a person. */
export function kindCalled(text: string): KindMatch {
  const name = nameIn(text, KINDS);
  if (name) return { value: name, by: "name" };
  if (ROBOT(text)) return { value: "robot", by: "word" };
  const heads = headsOf(text);
  const named = heads.flatMap((word) => nameIn(word, KINDS) ?? [])[0];
  const [own, near] = [named ?? KIND_WORDS.find(heads), KIND_KIN.find(heads)];
  if (own && (near === undefined || named || KIND_WORDS.find(heads.slice(0, 1))))
    return { value: own, by: "word" };
  const found = animalCalled(text);
  if (found && (near === undefined || found.by !== "kin")) {
    const value = beingOf(found.value);
    const inWords = `${withArticle(found.value)}${found.lacks === undefined ? "" : `, without ${found.lacks}`}`;
    const isKind = value === found.value;
    return { value, by: found.by, ...(isKind ? {} : { animal: found.value }), inWords };
  }
  if (near) return { value: near, by: "kin" };
  const kind = heads.flatMap((word) => drawnNoun(word, languageOf(text)) ?? [])[0];
  if (kind?.is === "person") return { value: "human", by: "word" };
  return { value: thingCalled(text) ? "creature" : "human", by: "kin" };
}

export const buildCalled = (text: string) => calledAmong(text, BUILDS, BUILD_WORDS);
export const beardCalled = (text: string) => calledAmong(text, BEARDS, BEARD_WORDS);

/** Style and tone of hair, of `bob, dark` or `long red curls`. */
export function hairCalled(text: string): { style?: CharacterDesign["hair"]["style"]; fill?: Fill } {
  const parts = clipped(text)
    .split(",")
    .map((part) => part.trim());
  const exact = <T extends string>(names: ReadonlySet<T>) =>
    parts.flatMap((part) => nameIn(part, names) ?? [])[0];
  const style = exact(HAIRSTYLES) ?? HAIR_WORDS.find(([, when]) => when(text))?.[0];
  const fill = exact(FILLS) ?? HAIR_FILLS.find(([, when]) => when(text))?.[0] ?? fillCalled(text);
  return { ...(style === undefined ? {} : { style }), ...(fill === undefined ? {} : { fill }) };
}

const HORNLESS = said("hornless");
const CALF = said("calf");
const ON_WHEELS = said("on-wheels");
const ONE_EYE = said("one-eye");
const COAT = said("coat");
const ODD_EAR = said("odd-ear");

/** The tone of a coat or of hair on animals. */
const toneOf = (text: string): Fill | undefined =>
  FILLS.has(plain(text).split(" ")[0] as Fill) ? fillCalled(text) : (coatFill(text) ?? fillCalled(text));

const BROWNS = said("browns");
const GREYS = said("greys");
const coatFill = (text: string): Fill | undefined =>
  BROWNS(text) ? "mid" : GREYS(text) ? "light" : undefined;

/** What a mark tells; undefined where nothing of it is drawn. */
export function markCalled(mark: string): PersonTold | undefined {
  if (HORNLESS(mark)) return { hornless: true };
  if (CALF(mark)) return { calf: true };
  if (ON_WHEELS(mark)) return { onWheels: true };
  if (ONE_EYE(mark)) return { oneEyed: true };
  const tone = toneOf(mark);
  if (tone === undefined) return undefined;
  return ODD_EAR(mark) ? { oddEar: tone } : COAT(mark) ? { coat: tone } : undefined;
}

/** `black` of a black horse, 白い of 白い馬. */
const adjectivesOf = (kind: string): string =>
  languageOf(kind) === "ja"
    ? (/^.*?[黒白茶灰赤金](?=い|毛|色)|^[黒白茶灰赤金](?=.$)/u.exec(plain(kind))?.[0] ?? "")
    : plain(kind).split(" ").slice(0, -1).join(" ");

/** What marks and kind tell of how somebody is made. */
function personTold(design: Character, { kind, notices }: { kind: KindMatch; notices: Notices }): PersonTold {
  const told: PersonTold = {};
  if (kind.animal) told.animal = kind.animal;
  const isAnimal = kind.value !== "human" && kind.value !== "robot" && kind.value !== "ghost";
  if (isAnimal && (ageCalled(design.age) === "child" || isYoungWord(design.kind))) told.young = true;
  if (isAnimal && CALF(design.kind)) told.calf = true;
  for (const mark of design.marks) {
    const facts = markCalled(mark);
    if (facts) Object.assign(told, { ...facts, ...told });
    else notices.nothing(mark);
  }
  const hasCoat = kind.animal !== undefined || kind.value !== "creature";
  if (told.coat !== undefined || !isAnimal || !hasCoat) return told;
  // `short, mid` is what the design says of hair anyway, and no coat that is told of.
  const { style, fill } = hairCalled(design.hair ?? "");
  const hair = style === undefined || fill === undefined ? (design.hair ?? "") : "";
  const coat = toneOf(hair) ?? toneOf(adjectivesOf(design.kind));
  return coat === undefined ? told : { ...told, coat };
}

/** The design of somebody in these clothes. */
export function closedDesign(
  design: Character,
  outfit: Character["outfits"][number],
  { notices, without = [] }: { notices: Notices; without?: readonly string[] },
): { design: CharacterDesign; told: PersonTold } {
  const kind = kindCalled(design.kind);
  notices.drawn(design.kind, kind, kind.inWords);
  const age = ageCalled(design.age) ?? "adult";
  const isHuman = kind.value === "human";
  const { style, fill } = hairCalled(design.hair ?? "");
  if (design.hair !== undefined && style === undefined && fill === undefined) notices.nothing(design.hair);
  const { clothes, glasses } = closedClothes(outfit.worn, design.accessories, notices);
  const bareHeaded = without.some((word) => /hat|cap|helmet|hood|帽|兜|笠|頭巾|headband|鉢巻/iu.test(word));
  for (const seen of [design.face, design.eyes, design.height]) if (seen !== undefined) notices.nothing(seen);
  return {
    design: {
      ...{ id: design.id, name: design.name, kind: kind.value, age, gender: design.sex, look: design.look },
      build: read(design.build, buildCalled, notices) ?? "average",
      hair: {
        style: style ?? (isHuman && design.sex === "female" ? "bob" : "short"),
        fill: fill ?? (isHuman && age === "elder" ? "white" : "dark"),
      },
      beard: read(design.beard, beardCalled, notices) ?? "none",
      glasses,
      clothes: bareHeaded ? { ...clothes, hat: "none" } : clothes,
      ...(design.portrait === undefined ? {} : { portrait: design.portrait }),
      description: design.description,
    },
    told: personTold(design, { kind, notices }),
  };
}

function read<T extends string>(
  text: string | undefined,
  find: (text: string) => Match<T> | undefined,
  notices: Notices,
): T | undefined {
  if (text === undefined) return undefined;
  const found = find(text);
  notices.drawn(text, found);
  return found?.value;
}

// The closed design of a character, and facts about its body (`PersonTold`).

import type { Character } from "../../../../manga/cast.ts";
import { languageOf } from "../../words/lexicon.ts";
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
import { called, calledAmong, drawnNoun, kinTable, says } from "./listed-kin.ts";
import { clipped, headsOf, type Match, type Notices, nameIn, plain, withArticle } from "./phrase.ts";
import { thingCalled } from "./thing.ts";

const shape = CharacterDesignSchema.shape;
export const KINDS: ReadonlySet<Person["kind"]> = new Set(shape.kind.options);
export const HAIRSTYLES: ReadonlySet<CharacterDesign["hair"]["style"]> = new Set(
  HairSchema.shape.style.options,
);
export const FILLS: ReadonlySet<Fill> = new Set(FillSchema.options);
export const BEARDS: ReadonlySet<CharacterDesign["beard"]> = new Set(shape.beard.options);
export const BUILDS: ReadonlySet<CharacterDesign["build"]> = new Set(shape.build.options);

const KIND_WORDS = kinTable<Person["kind"]>("kind-words");
/** Words for kinds without a drawing, by the most similar drawn kind. */
const KIND_KIN = kinTable<Person["kind"]>("kind-kin");

export interface KindMatch extends Match<Person["kind"]> {
  animal?: Animal | undefined;
  /** What is drawn, in the words of a notice. */
  inWords?: string;
}

/** The kind that a character is drawn as. Things are drawn as creatures, and words in no table as humans. */
export function kindCalled(text: string): KindMatch {
  const name = nameIn(text, KINDS);
  if (name) return { value: name, by: "name" };
  if (says("robot", text)) return { value: "robot", by: "word" };
  const heads = headsOf(text);
  const named = heads.flatMap((word) => nameIn(word, KINDS) ?? [])[0];
  const [own, near] = [named ?? KIND_WORDS(heads), KIND_KIN(heads)];
  if (own && (near === undefined || named || KIND_WORDS(heads.slice(0, 1))))
    return { value: own, by: "word" };
  const found = animalCalled(text);
  if (found && (near === undefined || found.by !== "kin")) {
    const value = beingOf(found.value);
    const animal = value === found.value ? undefined : found.value;
    return { value, by: found.by, animal, inWords: `${withArticle(found.value)}${found.lacks}` };
  }
  if (near) return { value: near, by: "kin" };
  const kind = heads.flatMap((word) => drawnNoun(word, languageOf(text)) ?? [])[0];
  if (kind?.is === "person") return { value: "human", by: "word" };
  return { value: thingCalled(text) ? "creature" : "human", by: "kin" };
}

export const buildCalled = (text: string) => calledAmong(text, BUILDS, "build-words");
export const beardCalled = (text: string) => calledAmong(text, BEARDS, "beard-words");

/** Style and tone of hair, from `bob, dark` or `long red curls`. */
export function hairCalled(text: string): Partial<CharacterDesign["hair"]> {
  const parts = clipped(text)
    .split(",")
    .map((part) => part.trim());
  const exact = <T extends string>(names: ReadonlySet<T>) =>
    parts.flatMap((part) => nameIn(part, names) ?? [])[0];
  const style = exact(HAIRSTYLES) ?? called("hair-words", text);
  const fill = exact(FILLS) ?? called("hair-fills", text) ?? fillCalled(text);
  return { style, fill };
}

/** The tone of a coat or of an animal's hair. */
const toneOf = (text: string): Fill | undefined =>
  FILLS.has(plain(text).split(" ")[0] as Fill) ? fillCalled(text) : (coatFill(text) ?? fillCalled(text));

const coatFill = (text: string): Fill | undefined =>
  says("browns", text) ? "mid" : says("greys", text) ? "light" : undefined;

/** The fact for a mark; undefined if nothing of it is drawn. */
export function markCalled(mark: string): PersonTold | undefined {
  if (says("hornless", mark)) return { hornless: true };
  if (says("calf", mark)) return { calf: true };
  if (says("on-wheels", mark)) return { onWheels: true };
  if (says("one-eye", mark)) return { oneEyed: true };
  const tone = toneOf(mark);
  if (tone === undefined) return undefined;
  return says("odd-ear", mark) ? { oddEar: tone } : says("coat", mark) ? { coat: tone } : undefined;
}

/** The words before the noun: `black` of a black horse, 白 of 白い馬. */
const adjectivesOf = (kind: string): string =>
  languageOf(kind) === "ja"
    ? (/^.*?[黒白茶灰赤金](?=い|毛|色)|^[黒白茶灰赤金](?=.$)/u.exec(plain(kind))?.[0] ?? "")
    : plain(kind).split(" ").slice(0, -1).join(" ");

/** The facts for a character's kind and marks. */
function personTold(design: Character, { kind, notices }: { kind: KindMatch; notices: Notices }): PersonTold {
  const told: PersonTold = {};
  if (kind.animal) told.animal = kind.animal;
  const isAnimal = kind.value !== "human" && kind.value !== "robot" && kind.value !== "ghost";
  if (isAnimal && (ageCalled(design.age) === "child" || isYoungWord(design.kind))) told.young = true;
  if (isAnimal && says("calf", design.kind)) told.calf = true;
  for (const mark of design.marks) {
    const facts = markCalled(mark);
    if (facts) Object.assign(told, { ...facts, ...told });
    else notices.nothing(mark);
  }
  const hasCoat = kind.animal !== undefined || kind.value !== "creature";
  if (told.coat !== undefined || !isAnimal || !hasCoat) return told;
  // Hair with both a style and a tone (`short, mid`) belongs to the design, and says nothing about a coat.
  const { style, fill } = hairCalled(design.hair ?? "");
  const hair = style === undefined || fill === undefined ? (design.hair ?? "") : "";
  const coat = toneOf(hair) ?? toneOf(adjectivesOf(design.kind));
  return coat === undefined ? told : { ...told, coat };
}

/** The design of a character in these clothes. */
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
      ...{ portrait: design.portrait, description: design.description },
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

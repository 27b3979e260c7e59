// Maps what hosted models say in free text (English or Japanese) to what the book's data can hold today, by the offline author's word
// tables and noun tables. Whatever says more than its counterpart is kept in words for picture prompts (`SaidSchema`). Every function
// is total and deterministic, and reads at most `MOST` characters of a text.
import { type CharacterDesign, ClothesSchema, type Fill, FillSchema, HairSchema } from "../../manga/cast.ts";
import type { Language } from "../../manga/language.ts";
import {
  type Effect,
  EffectSchema,
  type Expression,
  ExpressionSchema,
  type PlaceKind,
  PlaceKindSchema,
  type Pose,
  PoseSchema,
  type Prop,
  PropSchema,
} from "../../manga/staging.ts";
import { type Cues, findCues, firstCue, occurs } from "../offline/words/cues.ts";
import type { Lexicon } from "../offline/author/lexicon.ts";
import { lexiconOf } from "../offline/author/lexicons.ts";
import { findThings } from "../offline/author/thing-cues.ts";
import { kindOfNoun } from "../offline/noun-kinds.ts";

/** Characters of a text that are read and kept: the bound of `SaidSchema`. */
const MOST = 300;

/** A text on one line, cut between characters. */
export function clipped(text: string, most = MOST): string {
  const line = text
    .slice(0, 8 * MOST)
    .replaceAll(/\s+/gu, " ")
    .trim();
  if (line.length <= most) return line;
  return line.slice(0, most).replace(/[\uD800-\uDBFF]$/u, "");
}

const languageOf = (text: string): Language =>
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text) ? "ja" : "en";

/** `Arms crossed` and `an umbrella` are names of lists. */
function named<T extends string>(text: string, names: readonly T[]): T | undefined {
  const name = text
    .toLowerCase()
    .replace(/^(?:an?|the) /u, "")
    .replaceAll(/[\s_]+/gu, "-");
  return names.find((known) => known === name);
}

function known<T extends string>(
  text: string,
  names: readonly T[],
  cues: (lexicon: Lexicon) => Cues<T>,
): T | undefined {
  return named(text, names) ?? firstCue(text, cues(lexiconOf(languageOf(text))));
}

/** Texts put together; undefined where all of them are names that the data has anyway. */
function said(parts: readonly { text: string; isNamed: boolean }[], between = "; "): string | undefined {
  const told = parts.filter(({ text }) => text !== "");
  return told.every(({ isNamed }) => isNamed)
    ? undefined
    : clipped(told.map(({ text }) => text).join(between));
}

export interface Acting {
  pose: Pose;
  expression: Expression;
  holds?: Prop;
  alsoHolds?: Prop;
  words?: string;
}

/** What somebody does, feels and has in their hands. */
export function knownActing(told: { doing: string; feeling: string; holding: string }): Acting {
  const [doing, feeling, holding] = [clipped(told.doing), clipped(told.feeling), clipped(told.holding)];
  const inHands = holding.split(/ and |[,、&＆]|と(?=\S)/u).map((part) => part.trim());
  const held = [...new Set(inHands.flatMap((part) => knownThing(part) ?? []))];
  const poseNamed = named(doing, PoseSchema.options);
  const faceNamed = named(feeling, ExpressionSchema.options);
  const words = said([
    { text: doing, isNamed: poseNamed !== undefined },
    { text: feeling, isNamed: faceNamed !== undefined },
    {
      text: holding === "" ? "" : `holding ${holding}`,
      isNamed: inHands.every((part) => named(part, PropSchema.options) !== undefined),
    },
  ]);
  const expressions = ({ expressions }: Lexicon) => expressions;
  return {
    pose:
      poseNamed ??
      known(doing, PoseSchema.options, ({ poses }) => poses) ??
      (held.length > 0 ? "hold" : "stand"),
    expression:
      faceNamed ??
      known(feeling, ExpressionSchema.options, expressions) ??
      known(doing, ExpressionSchema.options, expressions) ??
      "calm",
    ...(held[0] === undefined ? {} : { holds: held[0] }),
    ...(held[1] === undefined ? {} : { alsoHolds: held[1] }),
    ...(words === undefined ? {} : { words }),
  };
}

/** The thing that a noun with its adjectives stands for: `a small tureen` is a bowl. */
export function knownThing(told: string): Prop | undefined {
  const text = clipped(told).replace(/^(?:an?|the|his|her|their|its) /iu, "");
  if (text === "") return undefined;
  const language = languageOf(text);
  // Sentences in which it can be nothing else.
  const sentence = language === "ja" ? `${text}を持って` : `The ${text}.`;
  const noun = language === "ja" ? text : (text.split(" ").at(-1) ?? "");
  const kind = kindOfNoun(noun, language);
  return (
    named(text, PropSchema.options) ??
    findThings(sentence, lexiconOf(language)).at(-1)?.value ??
    (kind?.is === "thing" ? kind.prop : undefined)
  );
}

/** What is seen besides people: things by their names, and all of it in words where one of them is no name. */
export function knownThings(told: readonly string[]): { props: Prop[]; things?: string } {
  const texts = told.map((text) => clipped(text)).filter((text) => text !== "");
  const props = [...new Set(texts.flatMap((text) => knownThing(text) ?? []))];
  const things = said(
    texts.map((text) => ({ text, isNamed: named(text, PropSchema.options) !== undefined })),
    ", ",
  );
  return { props, ...(things === undefined ? {} : { things }) };
}

/** Manga effects. What is none of them is returned in words, as something that is seen. */
export function knownEffects(told: readonly string[]): { effects: Effect[]; others: string[] } {
  const found = told
    .map((text) => clipped(text))
    .filter((text) => text !== "")
    .map((text) => {
      const words = text.toLowerCase().split(/[\s-]+/u);
      const effect = EffectSchema.options.find((name) => words.includes(name) || words.includes(`${name}s`));
      return { text, effect: effect ?? known(text, EffectSchema.options, ({ effects }) => effects) };
    });
  return {
    effects: [...new Set(found.flatMap(({ effect }) => effect ?? []))],
    others: found.flatMap(({ text, effect }) => (effect === undefined ? [text] : [])),
  };
}

/** `name` as the story calls the place, `kind` what kind of place it is. A place without counterpart is abstract, and its words tell it. */
export function knownPlace(told: { name: string; kind: string }): {
  kind: PlaceKind;
  name: string;
  words?: string;
} {
  const [name, kind] = [clipped(told.name, 80), clipped(told.kind)];
  const placeOf = (text: string): PlaceKind | undefined => {
    const language = languageOf(text);
    // The last noun is the one that the others tell more of: an apartment kitchen.
    const cue =
      named(text, PlaceKindSchema.options) ?? findCues(text, lexiconOf(language).places).at(-1)?.value;
    if (cue !== undefined || text === "") return cue;
    const noun = kindOfNoun(language === "ja" ? text : (text.split(" ").at(-1) ?? ""), language);
    return noun?.is === "place" ? noun.place : undefined;
  };
  const words = said([{ text: kind, isNamed: named(kind, PlaceKindSchema.options) !== undefined }]);
  return {
    kind: placeOf(kind) ?? placeOf(name) ?? "abstract",
    name,
    ...(words === undefined ? {} : { words }),
  };
}

/** How somebody looks, each field in a few words; empty where there is nothing to say. */
export interface ToldLook {
  build: string;
  hair: string;
  hairTone: string;
  faceHair: string;
  glasses: boolean;
  upper: string;
  upperTone: string;
  lower: string;
  lowerTone: string;
  head: string;
  marks: string;
}
type Look = Pick<CharacterDesign, "build" | "hair" | "beard" | "glasses" | "clothes" | "words">;

const BUILDS = ["small", "slim", "average", "broad"] as const;
const BEARDS = ["none", "stubble", "moustache", "full"] as const;
/** Clothes of one piece, or that cover what is worn below. */
const WHOLE: ReadonlySet<string> = new Set(["kimono", "robe"]);

/** The words leave the build out: of anybody under age, a picture prompt says nothing of the body. */
export function knownLook(told: ToldLook): Look {
  const { style, fill } = HairSchema.shape;
  const { top, bottom, hat } = ClothesSchema.shape;
  const pick = <T extends string>(
    text: string,
    names: readonly T[],
    cues: (looks: Lexicon["looks"]) => Cues<T>,
  ) => known(clipped(text), names, ({ looks }) => cues(looks));
  const hairTone = clipped(told.hairTone);
  const toned = languageOf(hairTone) === "ja" ? `${hairTone}髪` : `${hairTone} hair`;
  const upper = pick(told.upper, top.options, ({ top }) => top) ?? "shirt";
  const lower = pick(told.lower, bottom.options, ({ bottom }) => bottom);
  const worn = [told.upper, told.lower, told.head].map((text) => clipped(text)).join(", ");
  const isNothing = (text: string) => /^(?:|none|no|nothing|なし|無し)$/iu.test(text.trim());
  const part = (text: string, names: readonly string[], noun = "") => {
    const short = clipped(text);
    if (isNothing(short)) return { text: "", isNamed: true };
    const isNamed = named(short, names) !== undefined;
    return { text: `${short}${isNamed && noun !== "" ? ` ${noun}` : ""}`, isNamed };
  };
  /** A colour that we have no name for still says of what it is. */
  const ofHair = (tone: string) => {
    const isWhole = isNothing(tone) || named(tone, FillSchema.options) !== undefined;
    return isWhole || /hair|髪|毛/iu.test(tone)
      ? tone
      : languageOf(tone) === "ja"
        ? `${tone}の髪`
        : `${tone} hair`;
  };
  const words = said([
    part(told.hair, style.options, "hair"),
    part(ofHair(hairTone), FillSchema.options, "hair"),
    part(told.faceHair, BEARDS, "beard"),
    part(told.glasses ? "glasses" : "", ["glasses"]),
    part(`${isNothing(told.upperTone) ? "" : `${told.upperTone} `}${told.upper}`, tonedNames(top.options)),
    part(`${isNothing(told.lowerTone) ? "" : `${told.lowerTone} `}${told.lower}`, tonedNames(bottom.options)),
    part(told.head, hat.options),
    part(told.marks, []),
  ]);
  return {
    build: pick(told.build, BUILDS, ({ build }) => build) ?? "average",
    hair: {
      style: pick(told.hair, style.options, ({ hair }) => hair) ?? "short",
      fill: pick(told.hairTone, fill.options, ({ hairFill }) => hairFill) ?? hairFillOf(toned) ?? "dark",
    },
    beard: pick(told.faceHair, BEARDS, ({ beard }) => beard) ?? "none",
    glasses: told.glasses,
    clothes: {
      top: upper,
      topFill: fillOf(told.upperTone) ?? fillOf(told.upper) ?? "light",
      bottom: lower ?? (WHOLE.has(upper) ? "none" : "trousers"),
      bottomFill: fillOf(told.lowerTone) ?? fillOf(told.lower) ?? "dark",
      hat: pick(told.head, hat.options, ({ hat }) => hat) ?? "none",
      ...(occurs(worn, lexiconOf(languageOf(worn)).looks.sword) ? { sword: true } : {}),
    },
    ...(words === undefined ? {} : { words }),
  };
}

const tonedNames = (names: readonly string[]): string[] => [
  ...names,
  ...FillSchema.options.flatMap((fill) => names.map((name) => `${fill}-${name}`)),
];

const hairFillOf = (text: string): Fill | undefined =>
  firstCue(text, lexiconOf(languageOf(text)).looks.hairFill) ?? fillOf(text);

function fillOf(told: string): Fill | undefined {
  const text = clipped(told);
  const first = text.toLowerCase().split(/[\s,-]+/u);
  return (
    FillSchema.options.find((fill) => first.includes(fill)) ??
    firstCue(text, lexiconOf(languageOf(text)).looks.fill)
  );
}

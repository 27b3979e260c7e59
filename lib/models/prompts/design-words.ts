// Phrases of picture prompts for looks and deeds of characters: the same phrases for the same character in every picture. For anyone who
// is, or may be, under 18, only age band, relative height, face, hair and clothes.
import { type Character, type Outfit, outfitIn } from "../../manga/cast.ts";
import type { Held } from "../../manga/moment.ts";
import type { Figure } from "../../manga/storyboard.ts";
import { type AgeBand, bandOfPerson, isHumanlike, mayBeYoung } from "./ages.ts";
import { freeWords, youngAnswers, youngLook, youngMoment } from "./free-words.ts";
import { optional, type Phrase, required } from "./paragraph.ts";
import { article, definite, listed } from "./picture-words.ts";

/** A character in a picture, with the outfit worn there. */
export interface Shown {
  design: Character;
  worn: Outfit;
}

/** The character in the outfit of the figure, else in that of the scene. */
export function inOutfit(design: Character, figure: Pick<Figure, "outfit">, scene: string): Shown {
  const own = design.outfits.find(({ id }) => id === figure.outfit);
  return { design, worn: own ?? outfitIn(design, scene) };
}

/** The character in the usual outfit. */
export const inUsualOutfit = (design: Character): Shown => inOutfit(design, {}, "");

type SexWords = Record<Character["sex"], string>;
const ADULT: SexWords = { female: "woman", male: "man", unknown: "adult" };
const HUMANS: Record<AgeBand, SexWords> = {
  child: { female: "girl, a child", male: "boy, a child", unknown: "child" },
  teen: { female: "teenage girl", male: "teenage boy", unknown: "teenager" },
  adult: ADULT,
  elder: { female: "elderly woman", male: "elderly man", unknown: "elderly person" },
  unknown: { female: "female person", male: "male person", unknown: "person" },
};
const OTHERS: Record<AgeBand, string> = {
  child: "young ",
  teen: "young ",
  adult: "",
  elder: "old ",
  unknown: "",
};
/** `teenage girl`, `old camel`, `ghost in the form of a woman`. */
export function beingWords({ kind, age, sex }: Pick<Character, "kind" | "age" | "sex">): string {
  const band = bandOfPerson({ age, kind });
  const being = freeWords(kind) || "being";
  if (kind === "human") return HUMANS[band][sex];
  return isHumanlike(kind)
    ? `${being} in the form of ${article(HUMANS[band][sex])}`
    : `${OTHERS[band]}${being}`;
}

/** Default relative heights of characters under 18. */
const HEIGHTS: Partial<Record<AgeBand, string>> = {
  child: "much shorter than a grown-up",
  teen: "a little shorter than a grown-up",
};

/** `free` false: for a prompt after a refusal, without free sentences about the character. */
export function designWords(
  { design, worn }: Shown,
  { free = true, without = [] as readonly string[] } = {},
): string {
  const young = mayBeYoung(design);
  /** The phrase of a field about face, hair or clothes. */
  const field = (text = "") => (young ? youngAnswers(text) : freeWords(text));
  const { face, eyes, hair, beard, build, height, marks, accessories, constant, words, description } = design;
  const told = words ?? description;
  const said = young ? (words === undefined ? youngLook(told) : youngAnswers(told)) : freeWords(told);
  const lost = without.map((word) => word.toLowerCase());
  const pieces = worn.worn.filter(
    (piece) => (free || !WEAPONS.test(piece)) && !lost.some((word) => piece.toLowerCase().includes(word)),
  );
  return listed([
    beingWords(design),
    field(height) || (young ? (HEIGHTS[bandOfPerson(design)] ?? "") : ""),
    young ? "" : withNoun(freeWords(build ?? ""), "build"),
    withNoun(field(face), "face"),
    withNoun(field(eyes), "eyes"),
    withNoun(field(hair), design.kind === "human" ? "hair" : "coat", HAIRS),
    nothing(field(beard)) ? "" : withNoun(field(beard), "beard", BEARDS),
    ...(free ? marks : []).map(field),
    ...accessories.map(field),
    ...pieces.map(field),
    ...(free ? [field(constant), said] : []),
  ]);
}

/** Worn things that a prompt after a refusal omits. */
const WEAPONS =
  /\b(?:swords?|sabres?|dagger|kni(?:fe|ves)|guns?|pistols?|rifles?|katana|spears?|axes?|bows?|weapons?)\b|刀|剣|銃|槍|弓|斧/iu;

/** Words that name the part of a look. */
const HAIRS = /\b(?:hair(?:ed)?|bald|fur|coat|mane|feathers?|braids?|wool|scales)\b/iu;
const BEARDS = /beard|moustache|stubble|whiskers|goatee|shave/iu;

const nothing = (text: string) => /^(?:none|no)?$/iu.test(text);

/** Adds the noun to an adjective such as `round`. Phrases that contain the noun, or are not English, are not changed. */
function withNoun(
  text: string,
  noun: string,
  names = new RegExp(`\\b${noun.replace(/s$/u, "")}|-eyed`, "iu"),
): string {
  return text === "" || names.test(text) || !/^[\x20-\x7e]*$/u.test(text) ? text : `${text} ${noun}`;
}

const SIDES = [
  "at the far left",
  "left of the middle",
  "in the middle",
  "right of the middle",
  "at the far right",
];
const DEPTHS = ["in the foreground", "in the middle ground", "in the background", "far away"];

/** Phrases for a character's deed, place, things and visible side. `nameOf` gives words for an id, or the text itself. */
export function stancePhrases(
  figure: Figure,
  { design, nameOf }: { design: Pick<Character, "age" | "kind">; nameOf: (id: string) => string },
): Phrase[] {
  const { view, facing, side, depth } = figure;
  const say = mayBeYoung(design) ? youngMoment : freeWords;
  const lead = (words: string, text: string | undefined) => {
    const said = say(text ?? "");
    return said === "" ? "" : `${words}${said}`;
  };
  const somebody = (word = "") => (nameOf(word) === word ? definite(word) : nameOf(word));
  const where = SIDES[Math.min(4, Math.floor(side * 5))] ?? "in the middle";
  return [
    required(`${where} ${DEPTHS[depth] ?? ""}`.trim()),
    required(say(deedOf(figure.doing))),
    optional(1, figure.posture === figure.doing ? "" : say(deedOf(figure.posture ?? ""))),
    optional(1, lead("toward ", figure.to && nameOf(figure.to))),
    required(lead("riding ", somebody(figure.mount))),
    required(lead("carried by ", figure.carriedBy && nameOf(figure.carriedBy))),
    optional(1, lead("leading ", somebody(figure.leads))),
    optional(1, lead("seated on ", figure.seat && definite(figure.seat))),
    ...figure.hands.map((held) => optional(1, say(heldWords(held)))),
    ...(figure.without ?? []).map((lost) => optional(2, lead("without the ", lost))),
    ...(figure.where ?? []).map((at) => optional(2, say(at))),
    optional(2, lead("", gazeWords(figure.gaze, nameOf))),
    optional(1, lead("", figure.feeling && `${figure.feeling} face`)),
    ...(figure.face ?? []).map((word) => optional(2, say(word))),
    optional(2, figure.speaks === true ? "speaking" : ""),
    optional(1, view === "back" ? "seen from behind" : `${view} view, facing ${facing}`),
  ];
}

/** The default deed is the bare word `stand`; any other deed is used as told. */
const deedOf = (word: string): string => (word === "stand" ? "standing" : word);

/** `holding the umbrella over the head`, `pushing the cart`, `the bag on the back`. */
export function heldWords({ what, how = "" }: Held): string {
  const thing = definite(what);
  if (how === "" || how === "kept") return `holding ${thing}`;
  if (how === "pushed") return `pushing ${thing}`;
  if (how === "gripped") return `gripping ${thing}`;
  if (how === "carried") return `carrying ${thing}`;
  if (how === "together") return `carrying ${thing} together`;
  return /^(?:on|over|round|around) (?:the|his|her|their) (?:back|shoulders?|neck)$/iu.test(how)
    ? `with ${thing} ${how}`
    : `holding ${thing} ${how}`;
}

function gazeWords(gaze: string | undefined, nameOf: (id: string) => string): string {
  if (gaze === undefined) return "";
  const name = nameOf(gaze);
  const isWay =
    /^(?:up|down|away|back|ahead|aside|left|right|out|into|in|at|toward|over|inside|outside)\b/iu.test(gaze);
  return `looking ${isWay ? gaze : `at ${name}`}`;
}

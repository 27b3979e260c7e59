// The stage directions of a picture in the words of picture prompts. English, which image models follow best, whatever the story's
// language; what the story itself says goes through `free-words.ts`. Prompts state what is there: image models follow lists of "no …"
// badly.
import type { CharacterDesign } from "../../manga/cast.ts";
import { type Figure, inHandsOf, type Picture } from "../../manga/storyboard.ts";
import { freeWords, youngLook, youngMoment } from "./free-words.ts";

export function styleWords(colorMode: "color" | undefined): string {
  return colorMode === "color"
    ? "Full-colour Japanese manga artwork: clean black ink lines, flat colours with cel shading in two steps, the same colours for a person in every picture."
    : "Black-and-white Japanese manga artwork: clean black ink lines, screentone greys, white paper.";
}

/** Letters, balloons and frames are added later, by code. */
export const UNLETTERED =
  "All signs, books, screens and walls are blank, every surface is unlettered; the drawing alone fills the picture to its edges.";

export const SHOT_WORDS: Record<Picture["shot"], string> = {
  detail: "extreme close-up of a detail",
  close: "close-up of the face",
  bust: "bust shot, head and shoulders",
  half: "medium shot from the waist up",
  full: "full shot, the whole body",
  long: "long shot, people small in their surroundings",
  establishing: "wide establishing shot of the place",
};

export const ANGLE_WORDS: Record<Picture["angle"], string> = {
  level: "at eye level",
  high: "seen from above",
  low: "seen from below",
  tilted: "with a tilted camera",
};

type Age = CharacterDesign["age"];

const AGES: Record<Age, Record<CharacterDesign["gender"], string>> = {
  child: { female: "girl, a child", male: "boy, a child", unknown: "child" },
  teen: { female: "teenage girl", male: "teenage boy", unknown: "teenager" },
  adult: { female: "woman", male: "man", unknown: "adult" },
  elder: { female: "elderly woman", male: "elderly man", unknown: "elderly person" },
};
/** Of those under 18, beside others. */
const HEIGHTS: Partial<Record<Age, string>> = {
  child: "much shorter than a grown-up",
  teen: "a little shorter than a grown-up",
};
export const isYoung = ({ age }: Pick<CharacterDesign, "age">) => HEIGHTS[age] !== undefined;
const ANIMAL_AGES: Record<Age, string> = { child: "young", teen: "young", adult: "grown", elder: "old" };

/**
 * How somebody looks, in the same words in every picture of them. Of anybody under 18: age band, height beside others, face, hair and
 * clothes, and nothing else of the body. `free`: with the words of the story or a person.
 */
export function designWords(design: CharacterDesign, { free = true } = {}): string {
  const { kind, age, gender, build, words = "", description } = design;
  const tell = (text: string) => (!free ? "" : isYoung(design) ? youngLook(text) : freeWords(text));
  const own = tell(words);
  const said = own === "" ? tell(description) : own;
  const size = HEIGHTS[age] ?? `${build} build`;
  if (kind !== "human" && kind !== "robot" && kind !== "ghost") {
    return listed([
      `${ANIMAL_AGES[age]} ${kind}`,
      size,
      own === "" ? `${fillWords(design.hair.fill)} fur` : "",
      said,
    ]);
  }
  const being = kind === "human" ? AGES[age][gender] : `${kind} in the form of a ${AGES[age][gender]}`;
  return listed([being, size, ...(own === "" ? hairAndClothes(design) : []), said]);
}

const listed = (words: readonly string[]) => words.filter((word) => word !== "").join(", ");
const fillWords = (fill: string) => (fill === "mid" ? "mid-grey" : fill);

function hairAndClothes({ clothes, hair, beard, glasses }: CharacterDesign): string[] {
  return [
    hair.style === "bald" ? "bald" : `${hair.style} ${fillWords(hair.fill)} hair`,
    beard === "none" ? "" : beard === "full" ? "full beard" : beard,
    glasses ? "glasses" : "",
    `${fillWords(clothes.topFill)} ${clothes.top}`,
    clothes.bottom === "none" ? "" : `${fillWords(clothes.bottomFill)} ${clothes.bottom}`,
    clothes.hat === "none" ? "" : `wearing a ${clothes.hat.replace("-", " ")}`,
  ];
}

const WEATHERS: Record<Picture["scene"]["weather"], string> = {
  clear: "in clear weather",
  cloudy: "under a cloudy sky",
  rain: "in the rain",
  storm: "in a storm",
  snow: "in the snow",
  wind: "in the wind",
  fog: "in fog",
};
const HOURS: Record<Picture["scene"]["hour"], string> = {
  dawn: "at dawn",
  day: "by day",
  dusk: "at dusk",
  night: "at night",
};

/** The place by its kind, with hour, weather and season; nothing of the story. */
export function plainPlaceWords({ scene }: Picture, words = ""): string {
  const { place, hour, weather, season } = scene;
  const kind = place.kind === "abstract" ? "an abstract, empty background" : article(place.kind);
  const where = words === "" ? kind : words;
  return `${where}, ${HOURS[hour]}, ${WEATHERS[weather]}, in ${season}`;
}

/** The same with what a writer said of the place, the story's own name for it, and the mood. */
export function placeWords(picture: Picture): string {
  const { place, mood } = picture.scene;
  const name = freeWords(place.name);
  return `${plainPlaceWords(picture, freeWords(place.words ?? ""))}${name === "" ? "" : `; it is ${name}`}; the mood is ${mood}`;
}

export const article = (noun: string) => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;

const SIDES = [
  "at the far left",
  "left of the middle",
  "in the middle",
  "right of the middle",
  "at the far right",
];
const DEPTHS = ["in the foreground", "in the middle ground", "in the background", "far away"];

/** `young`: of somebody under 18. */
export function stanceWords(figure: Figure, young: boolean): string {
  const { pose, expression, view, facing, at, depth, words = "" } = figure;
  const side = SIDES[Math.min(4, Math.floor(at * 5))] ?? "in the middle";
  const held = inHandsOf(figure)
    .map((prop, other) => `${other ? " and" : ", holding"} ${article(prop)}`)
    .join("");
  const seen = view === "back" ? "seen from behind" : `${view} view, facing ${facing}`;
  const told = young ? youngMoment(words) : freeWords(words);
  const acting = told === "" ? `pose: ${pose}, expression: ${expression}${held}` : told;
  return `${side} ${DEPTHS[depth] ?? ""}, ${acting}, ${seen}`;
}

/** What is seen besides people; empty where there is nothing. */
export function thingWords({ things = "", props }: Pick<Picture, "things" | "props">): string {
  const said = freeWords(things);
  return said === "" ? props.map(article).join(", ") : said;
}

/** Where balloons will be; `room` in tenths of the picture, above 0. */
export function roomWords(room: number): string {
  return `About ${room * 10} percent of the picture, along its top and one upper corner, is calm and nearly empty.`;
}

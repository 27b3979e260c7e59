// The stage directions of a picture in the words of picture prompts. English: image models follow it best, whatever the story's
// language; what the story itself says is quoted as it is.
import type { CharacterDesign } from "../../manga/cast.ts";
import { type Figure, inHandsOf, type Picture } from "../../manga/storyboard.ts";

/** What every picture is, and is not. */
export function styleWords(colorMode: "color" | undefined): string {
  return colorMode === "color"
    ? "Full-colour Japanese manga artwork: clean black ink lines, flat colours with cel shading in two steps, the same colours for a person in every picture, no screentone."
    : "Black-and-white Japanese manga artwork: clean ink lines, screentone greys, white paper, no colour.";
}
export const NO_LETTERS =
  "No letters, numbers or writing of any script anywhere, no speech balloons, no captions, no sound effects, no signs with text, no signature, no panel borders, no frame.";

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

/** What a writer said of something, on one line. Models draw words in quotation marks as lettering, so it has none. */
const plainly = (words: string) =>
  words
    .replaceAll(/["“”„«»「」『』]/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();

/** Clothes, hair and build, in a writer's words or from the design's own fields: the same words in every picture of a person. */
export function designWords({ kind, age, gender, build, words, ...look }: CharacterDesign): string {
  if (words !== undefined) {
    const who = [kind === "human" ? "" : kind, gender === "unknown" ? "" : gender, age];
    return `${who.filter((one) => one !== "").join(" ")}; ${plainly(words)}`;
  }
  const fill = (value: string) => (value === "mid" ? "mid-grey" : value);
  const being = kind === "human" ? "" : `${kind}, `;
  if (kind !== "human" && kind !== "robot" && kind !== "ghost") {
    return `${being}${age}, ${build} build, ${fill(look.hair.fill)} fur; ${quoted(look.description)}`;
  }
  const { clothes, hair, beard, glasses } = look;
  const hairWords = hair.style === "bald" ? "bald" : `${hair.style} ${fill(hair.fill)} hair`;
  const parts = [
    `${being}${gender === "unknown" ? "" : `${gender} `}${age}, ${build} build`,
    hairWords,
    ...(beard === "none" ? [] : [beard === "full" ? "full beard" : beard]),
    ...(glasses ? ["glasses"] : []),
    `${fill(clothes.topFill)} ${clothes.top}`,
    ...(clothes.bottom === "none" ? [] : [`${fill(clothes.bottomFill)} ${clothes.bottom}`]),
    ...(clothes.hat === "none" ? [] : [`wearing a ${clothes.hat.replace("-", " ")}`]),
  ];
  return `${parts.join(", ")}; ${quoted(look.description)}`;
}

/** Words of the story or of a person are data: in quotation marks that they cannot close, on one line. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', "'").replaceAll(/\s+/g, " ").trim()}"`;
}

export function placeWords({ scene }: Pick<Picture, "scene">): string {
  const { place, hour, weather, season, mood } = scene;
  const name = place.name === "" ? "" : ` (${quoted(place.name)})`;
  const kind = place.kind === "abstract" ? "an abstract, empty background" : `a ${place.kind}${name}`;
  const where = place.words === undefined ? kind : `${plainly(place.words)}${name}`;
  return `${where}, ${hour}, ${weather} weather, ${season}; the mood is ${mood}`;
}

const SIDES = [
  "at the far left",
  "left of the middle",
  "in the middle",
  "right of the middle",
  "at the far right",
];
const DEPTHS = ["in the foreground", "in the middle ground", "in the background", "far away"];

export function stanceWords(figure: Figure): string {
  const { pose, expression, view, facing, at, depth, words } = figure;
  const side = SIDES[Math.min(4, Math.floor(at * 5))] ?? "in the middle";
  const held = inHandsOf(figure)
    .map((prop, other) => `${other ? " and" : ", holding"} a ${prop}`)
    .join("");
  const seen = view === "back" ? "seen from behind" : `${view} view, facing ${facing}`;
  const acting = words === undefined ? `pose: ${pose}, expression: ${expression}${held}` : plainly(words);
  return `${side} ${DEPTHS[depth] ?? ""}, ${acting}, ${seen}`;
}

/** What is seen besides people; empty where there is nothing. */
export function thingWords({ things, props }: Pick<Picture, "things" | "props">): string {
  return things === undefined ? props.join(", ") : plainly(things);
}

/** Where balloons will be; `room` in tenths of the picture, above 0. */
export function roomWords(room: number): string {
  return `Keep about ${room * 10} percent of the picture, along its top and one upper corner, calm and nearly empty: speech balloons are put there later.`;
}

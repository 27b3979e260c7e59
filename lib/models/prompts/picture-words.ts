// Phrases of picture prompts for camera, place and things. In English, which image models follow best, around the words of the book's data,
// which all pass through `free-words.ts`. Prompts state what is there, because image models follow negations badly.
import type { Thing } from "../../manga/moment.ts";
import type { Place } from "../../manga/place.ts";
import type { EmptyZone, Picture } from "../../manga/storyboard.ts";
import { freeWords } from "./free-words.ts";
import { optional, type Phrase, required } from "./paragraph.ts";

/** Letters, balloons and frames are added later, by code. */
export const UNLETTERED =
  "signs, books and walls are blank and the drawing alone fills the picture to its edges";

export const SHOT_WORDS: Record<Picture["shot"], string> = {
  detail: "extreme close-up of a detail",
  close: "close-up of the face",
  bust: "bust shot, head and shoulders",
  half: "medium shot from the waist up",
  full: "full shot, the whole body",
  long: "long shot, people small in their surroundings",
  establishing: "wide establishing shot of the place",
};

/** The same distances for pictures without people, where no face or waist can define them. */
export const PLACE_SHOT_WORDS: Record<Picture["shot"], string> = {
  ...SHOT_WORDS,
  close: "close-up",
  bust: "close shot",
  half: "medium shot",
  full: "full shot",
  long: "long shot",
};

export const ANGLE_WORDS: Record<Picture["angle"], string> = {
  level: "at eye level",
  high: "seen from above",
  low: "seen from below",
  tilted: "with a tilted camera",
};

export const listed = (words: readonly string[], between = ", "): string =>
  words.filter((word) => word !== "").join(between);

/**
 * A character's noun with an article: `an old man`. A phrase with a determiner or a number, a plural, or a phrase in another language is
 * not changed.
 */
export const article = (noun: string): string =>
  isWhole(noun) ? noun : `${/^[aeiou]/iu.test(noun) ? "an" : "a"} ${noun}`;

/**
 * A place or a thing with the definite article: `the umbrella`, `the snow`. No word list says of every noun whether it is countable, and
 * "the" is right for both. Phrases that `article` does not change are not changed here either.
 */
export const definite = (noun: string): string => (isWhole(noun) ? noun : `the ${noun}`);

const isWhole = (noun: string): boolean =>
  !/^[a-z]/iu.test(noun) ||
  /^(?:an?|the|his|her|their|its|some|many|two|three|four|five|\d+|\S+['’]s)\b/iu.test(noun) ||
  /[^s]s(?: |$)/u.test(noun);

const WEATHERS: Record<Picture["weather"], string> = {
  clear: "in clear weather",
  cloudy: "under a cloudy sky",
  rain: "in the rain",
  storm: "in a storm",
  snow: "in the snow",
  wind: "in the wind",
  fog: "in fog",
};
const HOURS: Record<Picture["hour"], string> = {
  dawn: "at dawn",
  day: "by day",
  dusk: "at dusk",
  night: "at night",
};

type Where = Pick<Picture, "hour" | "weather" | "season" | "mood" | "light">;

/** The place by its kind, with hour, weather and season, without the moment. */
export function plainPlaceWords({ hour, weather, season }: Where, { kind, culture = "" }: Place): string {
  const built = listed([freeWords(culture), freeWords(kind)], " ");
  const where = built === "" ? "a plain background" : definite(built);
  return `${where}, ${HOURS[hour]}, ${WEATHERS[weather]}, in ${season}`;
}

/**
 * The place with its state, floor, layout, landmarks, and the scene's mood. Its name is omitted, because models would letter it on signs.
 */
export function placePhrases(picture: Where, place: Place): Phrase[] {
  const landmarks = place.landmarks.map(({ what, side = "" }) => {
    const [seen, where] = [freeWords(what), freeWords(side)];
    return where === "" ? definite(seen) : `${definite(seen)} (${where})`;
  });
  return [
    required(plainPlaceWords(picture, place)),
    optional(2, freeWords(place.state ?? "")),
    optional(2, phrase("underfoot ", place.floor)),
    optional(3, freeWords(place.layout ?? "").replace(/[.。]$/u, "")),
    optional(2, phrase("with ", listed(landmarks))),
    optional(3, `the mood is ${picture.mood}`),
  ];
}

const phrase = (lead: string, text = ""): string => {
  const words = freeWords(text);
  return words === "" ? "" : `${lead}${words}`;
};

/** Words for light with a fixed phrase. */
const LIGHTS: ReadonlyMap<string, string> = new Map([
  ["none", "pitch dark, outlines alone are seen"],
  ["gone out", "the lamps have gone out, it is dark"],
  ["lit windows", "lit windows are what is seen first"],
  ["lighthouse dark", "the lighthouse is dark"],
]);

/** The picture's light: that of the moment, else that of the place at this hour; empty if neither is told. */
export function lightWords({ light, hour }: Where, place: Place): string {
  const told = light ?? place.light?.[hour] ?? "";
  return LIGHTS.get(told) ?? freeWords(told);
}

/** Things in the picture, each with number, state, position and motion; empty if there are none. */
export function thingWords(
  { things, shot }: Pick<Picture, "things" | "shot">,
  nameOf: (id: string) => string,
): string {
  const isNear = shot === "detail" || shot === "close";
  return listed(
    things
      .filter(({ near, how }) => how !== "meant" && (isNear || near === undefined))
      .map((thing) => oneThing(thing, nameOf)),
    "; ",
  );
}

function oneThing({ what, count, where, how, state, whose }: Thing, nameOf: (id: string) => string): string {
  const noun = freeWords(what);
  if (noun === "") return "";
  const owner = whose === undefined ? "" : freeWords(nameOf(whose));
  const several = /[a-z]$/iu.test(noun) && !noun.endsWith("s") ? `${noun}s` : noun;
  const counted = count === undefined ? (owner === "" ? definite(noun) : noun) : `${count} ${several}`;
  const owned = owner === "" ? counted : `${counted} of ${owner}`;
  return listed([owned, ...[state, how, where].map((word) => freeWords(word ?? ""))]);
}

const SHARES = ["", "tenth", "fifth", "third", "two fifths", "half"] as const;

/** The area for words, described as something visible; empty if there is none. */
export function emptyWords({ tenths, where }: EmptyZone): string {
  const share = SHARES[Math.min(5, tenths)] ?? "";
  const part = freeWords(where) || "top";
  const filled = /bottom|lower/iu.test(part) ? "plain ground or floor" : "plain sky or wall";
  return share === "" ? "" : `the ${part} ${share} of the picture is ${filled}, calm and nearly empty`;
}

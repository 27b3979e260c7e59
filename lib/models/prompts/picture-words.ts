// The stage directions of a picture in the words of picture prompts. English, which image models follow best, around the words of the
// book's data, each of which goes through `free-words.ts`. Prompts state what is there: image models follow lists of "no …" badly.
import type { Thing } from "../../manga/moment.ts";
import type { Place } from "../../manga/place.ts";
import type { EmptyZone, Picture } from "../../manga/storyboard.ts";
import { freeWords } from "./free-words.ts";
import { may, must, type Phrase } from "./paragraph.ts";

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

/** The same distances where nobody is there whose face or waist they could be measured by. */
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

/** `an old man`, of somebody; what has a determiner or a number, is plural or not English stays as it is. */
export const article = (noun: string): string =>
  isWhole(noun) ? noun : `${/^[aeiou]/iu.test(noun) ? "an" : "a"} ${noun}`;

/**
 * `the umbrella`, `the snow`: a place or a thing as the writer named it. No word list says of every noun whether it can be counted, and
 * this article is right before both. It leaves as it is what `article` does.
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

/** The place by its kind, with hour, weather and season; nothing of the moment. */
export function plainPlaceWords({ hour, weather, season }: Where, { kind, culture = "" }: Place): string {
  const built = listed([freeWords(culture), freeWords(kind)], " ");
  const where = built === "" ? "a plain background" : definite(built);
  return `${where}, ${HOURS[hour]}, ${WEATHERS[weather]}, in ${season}`;
}

/** The same with what is known of the place: state, floor, layout, landmarks; and the mood. Names of places are letters on signs. */
export function placePhrases(picture: Where, place: Place): Phrase[] {
  const landmarks = place.landmarks.map(({ what, side = "" }) => {
    const [seen, where] = [freeWords(what), freeWords(side)];
    return where === "" ? definite(seen) : `${definite(seen)} (${where})`;
  });
  return [
    must(plainPlaceWords(picture, place)),
    may(2, freeWords(place.state ?? "")),
    may(2, phrase("underfoot ", place.floor)),
    may(3, freeWords(place.layout ?? "").replace(/[.。]$/u, "")),
    may(2, phrase("with ", listed(landmarks))),
    may(3, `the mood is ${picture.mood}`),
  ];
}

const phrase = (lead: string, text = ""): string => {
  const words = freeWords(text);
  return words === "" ? "" : `${lead}${words}`;
};

/** Light that has a meaning of its own. */
const LIGHTS: ReadonlyMap<string, string> = new Map([
  ["none", "pitch dark, outlines alone are seen"],
  ["gone out", "the lamps have gone out, it is dark"],
  ["lit windows", "lit windows are what is seen first"],
  ["lighthouse dark", "the lighthouse is dark"],
]);

/** What lights the picture: what the moment says, else what the place has at that hour; empty where neither is told. */
export function lightWords({ light, hour }: Where, place: Place): string {
  const told = light ?? place.light?.[hour] ?? "";
  return LIGHTS.get(told) ?? freeWords(told);
}

/** What is seen besides people of the cast: each with its number, state, and where and how it is. Empty where there is nothing. */
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

/** Where the words will be, as something that is there; empty where there are none. */
export function emptyWords({ tenths, where }: EmptyZone): string {
  const share = SHARES[Math.min(5, tenths)] ?? "";
  const part = freeWords(where) || "top";
  const filled = /bottom|lower/iu.test(part) ? "plain ground or floor" : "plain sky or wall";
  return share === "" ? "" : `the ${part} ${share} of the picture is ${filled}, calm and nearly empty`;
}

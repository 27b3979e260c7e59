// What stands in one place of a story and is told of again: whoever crawls under the oven is back in the bakery.
import type { StoryUnit } from "../../../manga/story.ts";
import type { Place } from "./settings.ts";

interface Told {
  place?: Place;
  units: readonly StoryUnit[];
}

const FIXTURE_EN =
  "oven|stove|counter|piano|organ|fountain|well|fireplace|hearth|altar|anvil|furnace|forge|loom|workbench|blackboard|till|kiln|helm|telescope|jukebox|throne";
const FIXTURE_JA =
  "オーブン|かまど|竈|カウンター|ピアノ|オルガン|噴水|井戸|暖炉|囲炉裏|祭壇|金床|炉|黒板|教卓|レジ|織機|窯|望遠鏡|玉座|番台";

const AT_EN = new RegExp(
  `\\b(?:by|under|beside|behind|before|at|to|near|over|against|inside|in front of|next to|from under) the (?:[a-z]+ )?(${FIXTURE_EN})\\b`,
  "iu",
);
const AT_JA = new RegExp(
  `(${FIXTURE_JA})(?:の(?:下|上|前|横|そば|傍|脇|わき|陰|影|中|向こう|裏|後ろ)|に(?:もたれ|寄りかか|向か))`,
  "u",
);

/** The place where a thing stands at which somebody is, if it has been told of there, and not where the story is now. */
export function whereItStands({ kind, text }: StoryUnit, before: readonly Told[]): Place | undefined {
  if (kind !== "narration") return undefined;
  const fixture = (AT_EN.exec(text) ?? AT_JA.exec(text))?.[1]?.toLowerCase();
  if (fixture === undefined) return undefined;
  const there = before.filter(({ units }) => units.some((unit) => tells(unit, fixture)));
  const now = before.at(-1);
  if (there.length === 0 || now === undefined || there.includes(now)) return undefined;
  const kinds = new Set(there.flatMap(({ place }) => place?.kind ?? []));
  const [only] = there.flatMap(({ place }) => place ?? []);
  return kinds.size === 1 && only?.kind !== now.place?.kind ? only : undefined;
}

/** A piano exam is no piano, and a lesson at the piano that is talked of may be anywhere. */
const tells = ({ kind, text }: StoryUnit, fixture: string): boolean =>
  /[a-z]/u.test(fixture)
    ? new RegExp(`\\bthe (?:[a-z]+ )?${fixture}\\b`, "iu").test(text)
    : kind === "narration" && text.includes(fixture);

// Where somebody stays: whoever has sat down on a bench or lies on a wall is there still, until they rise.
import type { Person } from "../closed/concept.ts";
import type { Beat } from "../closed/plot.ts";
import type { Prop } from "../closed/staging.ts";

/** What somebody is on, and the words that say so. */
export interface Place {
  words: string;
  props: readonly Prop[];
}

const SEATS: ReadonlySet<Prop> = new Set(["bench", "chair", "barrel", "box", "chest", "stone"]);

const ON =
  /\b(?:lay|lies|lying|sat|sits|sitting|slept|sleeping|crouched|crouching|perched) (?:down |side by side )?(?:on|in) (?:top of )?(?:the|an?) (?:[a-z]+ ){0,2}(?:wall|fence|bench|chair|wheelchair|wheelbarrow|stool|roof|barrel|crate|box|chest|rock|stone|boulder|log|trunk|stump|steps?|stairs|ground|floor|snow|grass|sand|deck)\b|(?:塀|石垣|垣根|屋根|ベンチ|椅子|樽|箱|岩|石|丸太|切り株|石段|縁側|地面|床|草|芝生?|砂|雪)の?上?[でに](?=[^。、]{0,4}(?:座|寝|眠|丸く|腰))/iu;

/** On an animal's back: whoever rides is there until they get off. */
const MOUNTED =
  /(?:馬|ロバ|牛|ポニー)(?:に|の背中?に)[^。、]{0,6}(?:乗っ|のっ|乗り|またが|跨)|\b(?:rode|riding|mounted|climbed onto|got onto) (?:the|an?|his|her|my|their|our) (?:[a-z]+ ){0,2}(?:horse|pony|mare|stallion|donkey|mule|ox)\b/iu;

/** Where a sentence has somebody sit, lie or ride, where it says so. */
export function placeIn(text: string, props: readonly Prop[]): Place | undefined {
  const words = (ON.exec(text) ?? MOUNTED.exec(text))?.[0];
  return words === undefined ? undefined : { words, props: props.filter((prop) => SEATS.has(prop)) };
}

const STAYS = /^(?:sit|lie|sleep|crouch|ride)$/u;

/** A beat with what those who stay in their places are on; its own words come first where they say it. */
export function inPlaces<B extends Pick<Beat, "action" | "props">>(
  beat: B,
  people: readonly { person: Person; pose: Beat["people"][number]["pose"] }[],
  {
    places,
    poses,
  }: { places: Map<Person, Place>; poses: ReadonlyMap<Person, Beat["people"][number]["pose"]> },
): B {
  let { action } = beat;
  const props = new Set(beat.props);
  for (const { person, pose } of people) {
    const place = STAYS.test(pose) ? places.get(person) : undefined;
    if (!poses.has(person)) places.delete(person);
    if (!place) continue;
    for (const prop of place.props) props.add(prop);
    if (!action.includes(place.words))
      action = /\p{Script=Latin}{3}/u.test(action)
        ? `${action} (${place.words})`
        : `${action}（${place.words}）`;
  }
  return { ...beat, action, props: [...props] };
}

/** Whether words are no more than where somebody is. Japanese ones stand before the verb. */
const isPlace = (words: string): boolean =>
  [words, `${words}座`].some((text) => placeIn(text, [])?.words === words);

const ADDED = / \(([^()]*)\)|（([^（）]*)）/gu;

/** The words of a beat without those that were added to them: where somebody has stayed, what a line of it has its hearer do. */
export const withoutAdded = ({ action, lines }: Pick<Beat, "action" | "lines">): string =>
  action.replaceAll(ADDED, (added: string, english?: string, japanese?: string) => {
    const words = english ?? japanese ?? "";
    const isOfLine = ({ text }: { text: string }) => text.includes(words) && !text.includes(added.trim());
    return words !== "" && (isPlace(words) || lines.some(isOfLine)) ? "" : added;
  });

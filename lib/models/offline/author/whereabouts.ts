// Follows those of whom a story tells from sentence to sentence: where they are, are coming to or set out for, at what hour
// and in what weather.
import type { Story, StoryUnit } from "../../../manga/story.ts";
import { takesToWater, waterOf } from "./afloat.ts";
import { happensByItself, isFarAway } from "./elsewhere.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Roll } from "./mentions.ts";
import { boards, comesFrom, goesOut, isOnTheWay, outOf, turnsBack } from "./movement.ts";
import { isRole } from "./roles.ts";
import {
  buildingIn,
  enteredBy,
  isIndoors,
  isWayThrough,
  lookedInto,
  type Place,
  readSetting,
  type Setting,
  weakPlace,
} from "./settings.ts";
import { somebodyIsThere } from "./somebody-there.ts";

/** Where the story is when a sentence begins. */
interface Known {
  current: Setting & { units: readonly StoryUnit[] };
  /** Somewhere in the story there is a station in space. */
  inSpace: boolean;
  gap: boolean;
  /** The sentence begins another time. */
  skip: boolean;
}

interface Telling {
  story: Story;
  lexicon: Lexicon;
  roll: Roll;
}

/** Reads the units of a story in their order, each with what is known from those before. */
export function followPeople({ story, lexicon, roll }: Telling): (index: number, known: Known) => Setting {
  const spacefaring = story.units.some(({ text }) => IN_ORBIT.test(text));
  const water = waterOf(story, lexicon);
  let building: { place: Place; index: number } | undefined;
  let goal: { place: Place; paragraph: number } | undefined;
  /** Where they were out of doors last, and where they were before they came where they are. */
  let open: Place | undefined;
  let before: Place | undefined;
  let here: Place | undefined;
  /** Where their train or bus has stopped. */
  let halt: Place | undefined;

  const stay = (place: Place | undefined) => {
    if (!place || place.kind === here?.kind) return;
    before = here;
    here = place;
    if (!isIndoors(place.kind) && place.kind !== "cave") open = place;
  };

  return (index, { current, inSpace, gap, skip }) => {
    const unit = story.units[index];
    if (unit?.kind !== "narration") return {};
    const text = withoutNames(unit.text, roll);
    const found = readSetting(text, lexicon, nextOf(story.units, index));
    if (spacefaring && found.place && /^(?:ship|deck|船内?)$/iu.test(found.place.name))
      found.place = { kind: "corridor", name: SPACESHIP[story.language] };
    if (found.hour === "night" && IN_THE_DARK.test(text) && wentDark(story.units.slice(0, index)))
      found.hour = undefined;
    if (found.place?.kind === "station" && inSpace)
      found.place = isIndoors(current.place?.kind) ? undefined : { ...found.place, kind: "space" };
    if (found.place && STOPS.test(text) && isRide(current.place)) {
      halt = found.place;
      found.place = undefined;
    }
    const fresh = gap || skip;
    if (current.place && found.place && !found.arrives && !fresh)
      if (
        !somebodyIsThere(unit.text, found.place.name, roll) ||
        (story.units[index - 1]?.paragraph === unit.paragraph &&
          happensByItself(text) &&
          roll.mentions(unit.text).length === 0)
      )
        found.place = undefined;
    if (found.place && isPartOf(found.place, current.place)) found.place = undefined;
    if (found.place && here && !fresh && comesFrom(text, found.place)) found.place = undefined;
    if (found.place && current.place && REMEMBERED.test(text)) found.place = undefined;
    if (found.place && current.place && !gap && !skip && isElsewhere(unit.text, current.units, roll))
      found.place = undefined;
    const near = building && (gap ? undefined : building.place);
    if (near && !isIndoors(found.place?.kind ?? current.place?.kind) && !isFarAway(text))
      found.place =
        (isBefore(building, story.units, index) ? lookedInto(text, near) : undefined) ??
        enteredBy(text, near) ??
        found.place;
    if (near && isRide(near) && building && index - building.index <= 3 && boards(text)) found.place = near;
    if (
      found.place?.kind === "sea" &&
      here &&
      here.kind !== "sea" &&
      open?.kind !== "sea" &&
      SEA_SEEN.test(text)
    )
      found.place = { ...found.place, kind: "shore" };
    if (found.place && near && ROOM.test(found.place.name) && HAS_ROOMS.has(near.kind))
      found.place = { ...near, name: near.name };
    if (!found.place && here && isRide(here) && GETS_OFF.test(text)) found.place = outOf(here, halt);
    if (found.weather && isHeardOf(text)) found.weather = undefined;
    if (!here && !current.place) found.place ??= calledFrom(text, lexicon) ?? standsHere(text, lexicon);
    const way = found.place !== undefined && PATH.test(found.place.name);
    if (way && open && COUNTRY.has(open.kind) && !OF_SCHOOL.test(open.name)) found.place = undefined;
    if ((!found.place || way) && here && goesOut(text))
      found.place = outOf(here, isIndoors(here.kind) ? open : undefined);
    if (!found.place && before && turnsBack(text)) found.place = before;
    if (!found.place && /^Outside\b/u.test(text) && OUT_OF_DOOR.test(story.units[index - 1]?.text ?? "")) {
      const out = weakPlace(text, lexicon);
      if (out && !isIndoors(out.kind)) found.place = out;
    }
    if (!found.place && OUTSIDE.test(text) && here && (isIndoors(here.kind) || isRide(here)))
      found.place = roll.mentions(unit.text).some(({ subject }) => subject)
        ? outOf(here, isRide(here) ? halt : undefined)
        : comesNext(nextOf(story.units, index), lexicon, roll);
    const tags =
      story.units[index - 1]?.kind === "speech" && story.units[index - 1]?.paragraph === unit.paragraph;
    if (!tags) found.place ??= onTheWay(found, goal, { unit, text, here });
    if (takesToWater(text, nextOf(story.units, index)) || (found.place && isBoat(found.place)))
      found.place = current.place && ON_WATER.has(current.place.kind) ? undefined : { ...water };
    goal = nextGoal(found, goal, unit);
    const named = buildingIn(text, lexicon);
    if (named && !(here && isPartOf(named, here))) building = { place: named, index };
    stay(found.place);
    return found;
  };
}

/** A building was named just now, and nothing else was opened since: `Inside, a letter lay`. */
const isBefore = (building: { index: number } | undefined, units: Story["units"], index: number): boolean =>
  building !== undefined && index - building.index <= 6 && !CONTAINERS.test(units[index - 1]?.text ?? "");

const CONTAINERS =
  /\b(?:box|bag|envelope|drawer|chest|case|suitcase|parcel|package|packet|basket|tin|jar|pot|cupboard|wardrobe|fridge|car|locket|purse|wallet|pocket|book|cage|crate|sack|trunk|lid)s?\b/iu;

/** `In the morning the sea was as flat as a plate`, 海は静かだった: so it looks to whoever is ashore. */
const SEA_SEEN =
  /^(?:[^,.]{0,24} )?the (?:sea|ocean) (?:was|lay|looked|had)\b|^(?:[^。、]{1,8}、)?海[はが](?!遠|なか|な[いか])/iu;

/** Fields with streets around them. */
const OF_SCHOOL = /^(?:校庭|グラウンド|運動場|鉄棒)$/u;

/** A path through the open is part of it. */
const PATH = /^(?:path|lane|道|小道|坂道)$/iu;
const COUNTRY = new Set<Place["kind"]>(["forest", "field", "mountain", "shore", "graveyard", "garden"]);

const OUTSIDE = /^(?:外は|外では|表は|Outside,? )/u;

/** Somebody has just gone out, or followed whoever did. */
const OUT_OF_DOOR = /\b(?:followed|out of the (?:back |front )?door|went out|ran out|outside)\b/u;

const CROSSES =
  /を、?[^。、]{0,6}(?:渡|歩|走|抜け|通)|\b(?:cycled|rode|drove|walked|ran|hurried) (?:across|along|through|down|over)\b/iu;

/** 外はもう夜だった。二人は駅まで歩いた: those who go on out of doors are there already. */
function comesNext(next: string, lexicon: Lexicon, roll: Roll): Place | undefined {
  const { place, arrives } = readSetting(next, lexicon);
  return place &&
    (arrives || CROSSES.test(next)) &&
    !isIndoors(place.kind) &&
    somebodyIsThere(next, place.name, roll)
    ? place
    : undefined;
}

/** Where somebody was long ago nobody is now. */
const REMEMBERED =
  /[年月]前に|昔|かつて|記憶(?:では|によれば)|夢の中で|(?:子ども|子供|小さ[いな]|幼い)の?(?:ころ|頃)|昨日|きのう|ゆうべ|昨夜|先週|先月|去年|おととい|\b(?:years?|months?) (?:ago|before)\b|\bonce (?:been|lived|worked)\b|\bremembered\b/iu;

const BEING =
  /\b(?:was|were|is|are|lived|worked|stayed) (?:still |now |away |back |up |out )?(?:in|at|on) |(?:に|で)(?:いる|いた|住んで|暮らし|入院|働いて)/u;

/** `Bea was in hospital`: somebody who is told of for the first time, and is not here. */
function isElsewhere(text: string, units: readonly StoryUnit[], roll: Roll): boolean {
  if (!BEING.test(text) || units.length === 0) return false;
  const here = new Set(units.flatMap((unit) => roll.mentions(unit.text).map(({ person }) => person)));
  const told = roll.mentions(text);
  return here.size > 0 && told.length > 0 && told.every(({ person }) => !here.has(person));
}

/** `The bus stopped outside the hospital`: those aboard are aboard still. */
const STOPS = /\b(?:stopped|pulled up|drew up|pulled in)\b|止まった|停まった/iu;
const isRide = (place: Place | undefined): boolean => place?.kind === "bus" || place?.kind === "train";

/** A room that is no more than that, and buildings whose rooms are drawn as theirs. */
const ROOM = /^(?:room|bed|部屋|ベッド)$/iu;
const HAS_ROOMS = new Set<Place["kind"]>(["hospital", "museum", "library"]);

const GETS_OFF = /\b(?:got|stepped|climbed|jumped|had got|had gotten) (?:off|down)\b|降り(?:る|た|て)/iu;

/** Wind behind a voice on the telephone blows elsewhere. */
const isHeardOf = (text: string): boolean =>
  /\b(?:behind (?:his|her|the) voice|on the (?:phone|line|radio|screen|television))\b|電話の向こう|受話器|画面の/iu.test(
    text,
  );

/** `he shouted from the deck`: where the story finds whoever does so first. */
const calledFrom = (text: string, lexicon: Lexicon): Place | undefined => {
  const from =
    /(?<!\bhad )\b(?:shout|call|yell|bellow|watch|look|shriek|roar|stare|peer)(?:ed|s|ing)?\b[^.;]{0,30} from (?=(?:the|a|an|his|her|their) (?:[a-z]+ )?)/iu.exec(
      text,
    );
  return from ? weakPlace(text.slice(from.index + from[0].length), lexicon) : undefined;
};

/** 商店街のはずれに、小さな古書店がある: what a story opens with is where it is. */
const standsHere = (text: string, lexicon: Lexicon): Place | undefined => {
  const built = buildingIn(text, lexicon);
  return built && new RegExp(`${built.name}が(?:ある|あった|あります|ありました)。$`, "u").test(text)
    ? built
    : undefined;
};

interface Way {
  unit: StoryUnit;
  text: string;
  here: Place | undefined;
}

/**
 * Whoever sets out is on the way: out of doors. Whom the next paragraph tells of as doing anything else has come where they wanted.
 */
function onTheWay(
  { heads }: Setting,
  goal: { place: Place; paragraph: number } | undefined,
  { unit, text, here }: Way,
): Place | undefined {
  if (heads) return here && isIndoors(here.kind) && !isRide(here) ? outOf(here, undefined) : undefined;
  if (goal && unit.paragraph > goal.paragraph && !isOnTheWay(text)) return goal.place;
  return undefined;
}

const nextGoal = (
  { heads, place }: Setting,
  goal: { place: Place; paragraph: number } | undefined,
  { paragraph }: StoryUnit,
): { place: Place; paragraph: number } | undefined =>
  heads ? { place: heads, paragraph } : place ? undefined : goal;

/** 桐山 is no mountain, and Mr. Church is none. */
export function withoutNames(text: string, roll: Roll): string {
  let plain = text;
  for (const { person, at, end } of roll.mentions(text)) {
    if (isRole(person.name)) continue;
    const name = text.slice(at, end);
    const blank = /\p{Script=Latin}/u.test(name)
      ? name.replaceAll(/\p{Lu}/gu, "X").replaceAll(/\p{Ll}/gu, "x")
      : "某".repeat(name.length);
    plain = plain.slice(0, at) + blank + plain.slice(end);
  }
  return plain;
}

/** A boat is where its water is, and those who are in it are on the water that they are on. */
const isBoat = ({ kind, name }: Place): boolean =>
  kind === "sea" && /^(?:boat|ferry|punt|canoe|raft|rowboat)$/iu.test(name);
const ON_WATER: ReadonlySet<Place["kind"]> = new Set(["sea", "river"]);

/** The sentence after it in the same paragraph. */
function nextOf(units: readonly StoryUnit[], index: number): string {
  const next = units[index + 1];
  return next?.kind === "narration" && next.paragraph === units[index]?.paragraph ? next.text : "";
}

/** Words of a story in which ships fly between the stars. */
const IN_ORBIT =
  /\b(?:planets?|orbit|galaxy|asteroids?|astronauts?|spacesuits?|airlock|starship|spaceship|spacecraft)\b|宇宙|惑星|小惑星|船外活動/iu;
const SPACESHIP = { ja: "宇宙船の通路", en: "corridor of the spaceship" } as const;

const IN_THE_DARK = /\bin the dark\b|暗闇|真っ暗/iu;

/** Where the lights have just gone out it is dark at any hour. */
const wentDark = (before: Story["units"]): boolean =>
  before
    .slice(-4)
    .some(({ text }) =>
      /\b(?:lights?|lamps?|power|electricity) (?:went|goes|was|is|had gone|flickered) (?:out|off)\b|停電|(?:電気|明かり|灯り)が消え/iu.test(
        text,
      ),
    );

/** A garden may have a pond, a forest a path, a river its bank: whoever is there is in the garden, the forest, or on the river still. */
export const isPartOf = (place: Place, around: Place | undefined): boolean =>
  isWayThrough(place, around) ||
  (around?.kind === "garden" && place.kind === "river" && /pond|pool|池/iu.test(place.name)) ||
  (around?.kind === "river" && /^bank$/iu.test(place.name)) ||
  (around !== undefined && IS_ROOM.has(around.kind) && /^room$/iu.test(place.name));

/** `Her spoon flew across the room`: so it may be called, whatever room it is. */
const IS_ROOM: ReadonlySet<Place["kind"]> = new Set([
  ...(["kitchen", "classroom", "office", "shop", "library", "hospital", "workshop", "museum"] as const),
]);

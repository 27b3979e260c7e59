// Cuts a story into scenes where place, hour, weather or time change. A glance elsewhere is a scene of its own, after which
// the one before goes on.
import type { Person } from "../../../manga/concept.ts";
import type { Scene } from "../../../manga/plot.ts";
import type { Weather } from "../../../manga/staging.ts";
import type { Story, StoryUnit } from "../../../manga/story.ts";
import { furnishedIn } from "./furnished.ts";
import { findCues, type Lexicon, strongestCue } from "./lexicon.ts";
import type { Roll } from "./mentions.ts";
import { isPeriod } from "./period.ts";
import {
  buildingIn,
  enteredBy,
  glimpseIn,
  isIndoors,
  isWayThrough,
  type Place,
  readSetting,
  type Setting,
  weakPlace,
} from "./settings.ts";
import type { Speaker } from "./speakers.ts";

export interface StagedScene {
  /** The same one again where a scene goes on after a glance elsewhere. */
  scene: Scene;
  units: StoryUnit[];
  /** The reader must be shown where we are: another place, or another time. */
  moved: boolean;
  /** Only a glance elsewhere. */
  glimpse: boolean;
}

interface Stretch extends Setting {
  /** A place that is spoken of, for want of one where somebody is. */
  weak?: Setting["place"];
  /** A place that a heading names, for want of any other. */
  titled?: Setting["place"];
  units: StoryUnit[];
  /** Begins after a separator, a heading or a jump in time, so that it does not inherit the hour. */
  fresh: boolean;
  /** What is seen elsewhere, for a moment. */
  glimpse: boolean;
  /** Goes on with the scene before the glimpse. */
  resumes: boolean;
}

export interface Reading {
  story: Story;
  lexicon: Lexicon;
  roll: Roll;
  people: readonly Person[];
  speakers: ReadonlyMap<string, Speaker>;
}

const stretch = (fresh: boolean): Stretch => ({ units: [], fresh, glimpse: false, resumes: false });

export function stageScenes(reading: Reading): StagedScene[] {
  const stretches = afterNights(cut(reading));
  const staged: StagedScene[] = [];
  let last: Setting = {};
  let current: Scene | undefined;
  let count = 0;
  const home = homeIn(reading.story);
  const old = isPeriod(reading.story);
  const furnished = furnishedIn(reading.story);
  for (const [index, part] of stretches.entries()) {
    if (part.resumes && current) {
      staged.push({ scene: current, units: part.units, moved: false, glimpse: false });
      continue;
    }
    const named = part.place ?? last.place ?? ahead(stretches, index) ?? part.weak ?? part.titled;
    const place = named && old && PAVED.has(named.kind) ? { ...named, kind: "village" as const } : named;
    const later = part.fresh && !SOON.test(part.units.find(({ kind }) => kind === "narration")?.text ?? "");
    const hour = part.hour ?? (later ? undefined : last.hour);
    const gust = last.weather === "wind" && place?.kind !== last.place?.kind;
    const weather =
      part.weather ??
      (home && weatherSpokenOf(reading)) ??
      ((part.fresh && part.hour) || gust ? undefined : last.weather);
    const season = part.season ?? last.season ?? stretches.find((other) => other.season)?.season;
    const text = part.units.map((unit) => unit.text.replaceAll(CRIED, "called")).join("\n");
    count += 1;
    const scene: Scene = {
      id: `s${count}`,
      place:
        (place && aboard(place, stretches.slice(0, index), reading.story.language)) ??
        home ??
        unnamed(weather, furnished),
      hour: hour ?? "day",
      weather: weather ?? (season === "winter" && /雪|\bsnow/iu.test(text) ? "snow" : "clear"),
      season: season ?? "summer",
      mood: strongestCue(text, reading.lexicon.moods)?.value ?? "neutral",
      people: [],
    };
    const moved = index === 0 || part.fresh || place?.kind !== last.place?.kind;
    staged.push({ scene, units: part.units, moved, glimpse: part.glimpse });
    if (part.glimpse) continue;
    last = { place, hour: scene.hour, weather: scene.weather, season };
    current = scene;
  }
  for (const { scene, units } of staged) {
    scene.people = [...new Set([...scene.people, ...whoIsThere(units, reading)])];
  }
  return staged;
}

/** The hour is still what it was. */
const SOON =
  /^(?:(?:half an|an?|one|two|three|five|ten|twenty|a few|some) )?(?:hours?|minutes?|seconds?|moments?|while) later\b|^(?:[一二三五十数]+(?:分|秒)後|しばらくして|しばらくすると|まもなく|間もなく|やがて)/iu;

/** Streets as they are drawn have kerbs, cars and wires, which old times had not. */
const PAVED = new Set<Place["kind"]>(["street", "alley", "city"]);

/** Where nobody says where they are: weather is out of doors, else it is the room whose things are named. */
const unnamed = (weather: Weather | undefined, furnished: Place | undefined): Place =>
  weather && OUTDOORS.has(weather)
    ? { kind: "street", name: "" }
    : (furnished ?? { kind: "abstract", name: "" });

/** What is in a space station is called so: its windows look out on stars. */
function aboard(place: Place, before: readonly Stretch[], language: Story["language"]): Place {
  const station = before.map((part) => part.place?.name ?? "").findLast((name) => VESSEL.test(name));
  if (!station || !IN_SPACE.has(place.kind)) return place;
  return {
    kind: place.kind,
    name: language === "ja" ? `${station}の${place.name}` : `${place.name} of the ${station.toLowerCase()}`,
  };
}

const VESSEL = /^(?:spaceship|starship|spacecraft|space station|moon base|宇宙船|宇宙ステーション)$/iu;

/** What a vessel has room for. */
const IN_SPACE = new Set<Place["kind"]>(["room", "corridor", "garden", "kitchen", "office", "hospital"]);

/** `cried Pip` is no weeping. */
export const CRIED = /\b(?:cried|cries)\b(?! (?:and|with|into|for|softly|quietly|silently))/gu;

/** Things and words of a home, in a story that is nothing but talk: somewhere people must be while they talk. */
const AT_HOME =
  /うち[、はにじの]|おうち|我が家|ただいま|おかえり|冷蔵庫|テレビ|布団|ソファ|プリン|台所|宿題|\b(?:at home|the couch|the sofa|the fridge|the kitchen|your room|my room|the bedroom|dinner)\b/iu;

function homeIn({ units }: Story): Place | undefined {
  const talks = units.every(({ kind }) => kind !== "narration");
  return talks && units.some(({ text }) => AT_HOME.test(text)) ? { kind: "room", name: "" } : undefined;
}

/** The weather outside, as far as those who talk look at it. */
const weatherSpokenOf = ({ story, lexicon }: Reading): Weather | undefined =>
  story.units.flatMap(({ text }) => findCues(text, lexicon.weathers))[0]?.value;

/** A season changes where it is named, not where snow or a flower is. */
const NAMES_SEASON = /[春夏秋冬]|\b(?:spring|summer|autumn|winter)\b/iu;

/** Weather that people are out in, where no place is named. */
const OUTDOORS = new Set<Weather>(["rain", "storm", "snow", "fog", "wind"]);

/** What comes before `By morning` was the night, where nothing says otherwise. */
const ENDS_NIGHT = /^(?:By (?:morning|dawn|daybreak|first light)|夜が明け|朝になる(?:と|ころ)|朝になって)/u;

function afterNights(stretches: Stretch[]): Stretch[] {
  for (const [index, { units }] of stretches.entries()) {
    if (!ENDS_NIGHT.test(units[0]?.text ?? "")) continue;
    for (let at = index - 1; at >= 0; at -= 1) {
      const earlier = stretches[at];
      if (!earlier || (earlier.hour !== undefined && earlier.hour !== "night")) break;
      earlier.hour = "night";
      if (earlier.fresh) break;
    }
  }
  return stretches;
}

/** The place of the next stretch, when the story has not moved on in between. */
function ahead(stretches: readonly Stretch[], index: number): Setting["place"] {
  const next = stretches[index + 1];
  return next && !next.fresh ? next.place : undefined;
}

function cut({ story, lexicon, roll }: Reading): Stretch[] {
  const stretches: Stretch[] = [];
  const landmark = landmarkOf(story);
  let current = stretch(true);
  const after = (index: number) => {
    const next = story.units[index + 1];
    return next?.kind === "narration" && next.paragraph === story.units[index]?.paragraph ? next.text : "";
  };
  let building: Place | undefined;
  const spacefaring = story.units.some(({ text }) => IN_ORBIT.test(text));
  for (const [index, unit] of story.units.entries()) {
    const previous = story.units[index - 1];
    const gap = previous !== undefined && unit.paragraph > previous.paragraph + 1;
    const heading = unit.kind === "heading" && previous !== undefined && previous.kind !== "heading";
    const found = unit.kind === "narration" ? readSetting(unit.text, lexicon, after(index)) : {};
    if (spacefaring && found.place && /^(?:ship|deck|船内?)$/iu.test(found.place.name))
      found.place = { kind: "corridor", name: SPACESHIP[story.language] };
    if (found.hour === "night" && IN_THE_DARK.test(unit.text) && wentDark(story.units.slice(0, index)))
      found.hour = undefined;
    if (found.place?.kind === "station" && stretches.some(({ place }) => place?.kind === "space"))
      found.place = isIndoors(current.place?.kind) ? undefined : { ...found.place, kind: "space" };
    if (current.place && found.place && !somebodyIsThere(unit.text, found.place.name, roll))
      found.place = undefined;
    if (found.place && isPartOf(found.place, current.place)) found.place = undefined;
    if (unit.kind === "narration" && !gap && !isIndoors(found.place?.kind ?? current.place?.kind))
      found.place = enteredBy(unit.text, building) ?? found.place;
    if (unit.kind === "narration") building = buildingIn(unit.text, lexicon) ?? building;
    const skip = unit.kind === "narration" && startsLater(unit.text, lexicon);
    const told = current.units.some(({ kind }) => kind !== "heading");
    const glimpse =
      unit.kind === "narration" &&
      told &&
      !gap &&
      !skip &&
      current.place !== undefined &&
      !isAboutSomebody(unit, roll)
        ? glimpseIn(unit.text, lexicon, { landmark, from: current.place.kind })
        : undefined;
    if (stretches.at(-1)?.glimpse && current.units.length === 0 && !gap && isFragment(unit)) {
      stretches.at(-1)?.units.push(unit);
      continue;
    }
    if (glimpse) {
      stretches.push(current, { ...stretch(false), place: glimpse, units: [unit], glimpse: true });
      current = { ...current, units: [], fresh: false, resumes: true };
      continue;
    }
    const changes =
      differs(current.place?.kind, found.place?.kind) ||
      differs(current.hour, found.hour) ||
      differs(current.weather, found.weather) ||
      (differs(current.season, found.season) && NAMES_SEASON.test(unit.text));
    if (
      (told && (gap || heading || skip || changes)) ||
      (current.resumes && !told && (gap || heading || skip))
    ) {
      if (current.units.length > 0) stretches.push(current);
      const fresh = gap || heading || skip;
      current = { ...stretch(fresh), hour: fresh ? undefined : current.hour };
    } else if (current.resumes && !told && changes) {
      current = stretch(false);
    }
    if (differs(current.hour, found.hour)) current.hour = found.hour;
    current.units.push(unit);
    current.place ??= found.place;
    if (unit.kind === "narration") current.weak ??= weakPlace(unit.text, lexicon);
    if (unit.kind === "heading") current.titled ??= weakPlace(unit.text, lexicon);
    current.hour ??= found.hour;
    current.weather ??= found.weather;
    current.season ??= found.season;
  }
  if (current.units.length > 0) stretches.push(current);
  return stretches;
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

/** A lighthouse that a story is about throws its beam wherever one is told of. */
function landmarkOf({ units }: Story): Place | undefined {
  const named = /lighthouse|灯台/iu;
  const unit = units.find(({ text }) => named.test(text));
  return unit ? { kind: "lighthouse", name: named.exec(unit.text)?.[0] ?? "" } : undefined;
}

/** `Once. Twice.` goes on with what came before. */
const isFragment = ({ kind, text }: StoryUnit): boolean =>
  kind === "narration" && (/^\p{Lu}[\p{L}]*(?: [\p{L}]+)?[.!]$/u.test(text) || /^.{1,7}[。！]$/u.test(text));

const isAboutSomebody = ({ text }: StoryUnit, roll: Roll): boolean =>
  roll.mentions(text).length > 0 || /\b(?:he|she|they|we|I)\b|彼/u.test(text);

/** Words of time before the place: `Ten minutes later, the waiting room smelled of leeks.` */
const LEAD =
  /^(?:(?:\w+ ){1,2}later|later|soon|by \w+|at \w+|that \w+|in the (?:morning|afternoon|evening)), /iu;

/** A garden may have a pond, and a forest a path: whoever is there is in the garden, or the forest, still. */
const isPartOf = (place: Place, around: Place | undefined): boolean =>
  isWayThrough(place, around) ||
  (around?.kind === "garden" && place.kind === "river" && /pond|pool|池/iu.test(place.name));

/** A place only seen from afar moves nobody: somebody must be named in the sentence, or the place must begin it. */
function somebodyIsThere(text: string, place: string, roll: Roll): boolean {
  if (roll.mentions(text).length > 0 || /\b(?:he|she|they|we)\b|彼/iu.test(text)) return true;
  if (/^Outside,/u.test(text)) return true;
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  return text.indexOf(place) - lead <= (/^\p{Script=Latin}/u.test(text) ? 18 : 6);
}

const differs = <T>(known: T | undefined, found: T | undefined): boolean =>
  known !== undefined && found !== undefined && known !== found;

const startsLater = (text: string, { timeSkip }: Lexicon): boolean => {
  const at = text.search(timeSkip);
  return at >= 0 && at <= 6;
};

function whoIsThere(units: readonly StoryUnit[], { roll, speakers }: Reading): string[] {
  const ids = new Set<string>();
  for (const unit of units) {
    if (unit.kind === "narration") for (const { person } of roll.mentions(unit.text)) ids.add(person.id);
    const speaker = speakers.get(unit.id)?.person;
    if (speaker) ids.add(speaker.id);
  }
  return [...ids];
}

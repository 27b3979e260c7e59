// Cuts a story into scenes where place, hour, weather or time change, and reads their setting from the text's own words.
import type { Person } from "../../../manga/concept.ts";
import type { Scene } from "../../../manga/plot.ts";
import type { Hour, PlaceKind, Season, Weather } from "../../../manga/staging.ts";
import type { Story, StoryUnit } from "../../../manga/story.ts";
import { findCues, type Lexicon, occurs, strongestCue } from "./lexicon.ts";
import type { Roll } from "./mentions.ts";
import type { Speaker } from "./speakers.ts";

export interface StagedScene {
  scene: Scene;
  units: StoryUnit[];
  /** The reader must be shown where we are: another place, or another time. */
  moved: boolean;
}

interface Setting {
  place?: { kind: PlaceKind; name: string } | undefined;
  hour?: Hour | undefined;
  weather?: Weather | undefined;
  season?: Season | undefined;
}

interface Stretch extends Setting {
  /** A place that is spoken of, for want of one where somebody is. */
  weak?: Setting["place"];
  units: StoryUnit[];
  /** Begins after a separator, a heading or a jump in time, so that it does not inherit the hour. */
  fresh: boolean;
}

export interface Reading {
  story: Story;
  lexicon: Lexicon;
  roll: Roll;
  people: readonly Person[];
  speakers: ReadonlyMap<string, Speaker>;
}

export function stageScenes(reading: Reading): StagedScene[] {
  const stretches = cut(reading);
  const staged: StagedScene[] = [];
  let last: Setting = {};
  for (const [index, stretch] of stretches.entries()) {
    const place = stretch.place ?? last.place ?? ahead(stretches, index) ?? stretch.weak;
    const hour = stretch.hour ?? (stretch.fresh ? undefined : last.hour);
    const weather = stretch.weather ?? (stretch.fresh && stretch.hour ? undefined : last.weather);
    const season = stretch.season ?? last.season ?? stretches.find((other) => other.season)?.season;
    const text = stretch.units.map((unit) => unit.text).join("\n");
    const scene: Scene = {
      id: `s${index + 1}`,
      place: place ?? { kind: OUTDOORS.has(weather ?? "clear") ? "street" : "abstract", name: "" },
      hour: hour ?? "day",
      weather: weather ?? (season === "winter" && /雪|\bsnow/iu.test(text) ? "snow" : "clear"),
      season: season ?? "summer",
      mood: strongestCue(text, reading.lexicon.moods)?.value ?? "neutral",
      people: whoIsThere(stretch.units, reading),
    };
    const moved = index === 0 || stretch.fresh || place?.kind !== last.place?.kind;
    staged.push({ scene, units: stretch.units, moved });
    last = { place, hour: scene.hour, weather: scene.weather, season };
  }
  return staged;
}

/** A season changes where it is named, not where snow or a flower is. */
const NAMES_SEASON = /[春夏秋冬]|\b(?:spring|summer|autumn|winter)\b/iu;

/** Weather that people are out in, where no place is named. */
const OUTDOORS = new Set<Weather>(["rain", "storm", "snow", "fog", "wind"]);

/** The place of the next stretch, when the story has not moved on in between. */
function ahead(stretches: readonly Stretch[], index: number): Setting["place"] {
  const next = stretches[index + 1];
  return next && !next.fresh ? next.place : undefined;
}

function cut({ story, lexicon, roll }: Reading): Stretch[] {
  const stretches: Stretch[] = [];
  let current: Stretch = { units: [], fresh: true };
  for (const [index, unit] of story.units.entries()) {
    const previous = story.units[index - 1];
    const gap = previous !== undefined && unit.paragraph > previous.paragraph + 1;
    const heading = unit.kind === "heading" && previous !== undefined && previous.kind !== "heading";
    const found = unit.kind === "narration" ? read(unit.text, lexicon) : {};
    if (current.place && found.place && !somebodyIsThere(unit.text, found.place.name, roll))
      found.place = undefined;
    const skip = unit.kind === "narration" && startsLater(unit.text, lexicon);
    const told = current.units.some(({ kind }) => kind !== "heading");
    const changes =
      differs(current.place?.kind, found.place?.kind) ||
      differs(current.hour, found.hour) ||
      differs(current.weather, found.weather) ||
      (differs(current.season, found.season) && NAMES_SEASON.test(unit.text));
    if (told && (gap || heading || skip || changes)) {
      stretches.push(current);
      current = { units: [], fresh: gap || heading || skip };
    }
    current.units.push(unit);
    current.place ??= found.place;
    if (unit.kind !== "speech") current.weak ??= weakPlace(unit.text, lexicon);
    current.hour ??= found.hour;
    current.weather ??= found.weather;
    current.season ??= found.season;
  }
  stretches.push(current);
  return stretches;
}

/** A place only seen from afar moves nobody: somebody must be named in the sentence, or the place must begin it. */
function somebodyIsThere(text: string, place: string, roll: Roll): boolean {
  if (roll.mentions(text).length > 0 || /\b(?:he|she|they|we)\b|彼/iu.test(text)) return true;
  return text.indexOf(place) <= (/^\p{Script=Latin}/u.test(text) ? 18 : 6);
}

const differs = <T>(known: T | undefined, found: T | undefined): boolean =>
  known !== undefined && found !== undefined && known !== found;

const startsLater = (text: string, { timeSkip }: Lexicon): boolean => {
  const at = text.search(timeSkip);
  return at >= 0 && at <= 6;
};

function read(text: string, lexicon: Lexicon): Setting {
  const weather = findCues(text, lexicon.weathers).at(-1)?.value;
  return {
    place: placeIn(text, lexicon),
    hour: findCues(text, lexicon.hours).at(-1)?.value,
    weather,
    season: findCues(text, lexicon.seasons).at(-1)?.value,
  };
}

function weakPlace(text: string, lexicon: Lexicon): Setting["place"] {
  const cue = findCues(text, lexicon.places).find(
    ({ at }) => !/\b(?:behind|like|about|of|from) (?:a|an|the) (?:\w+ )?$/iu.test(text.slice(0, at)),
  );
  return cue ? { kind: cue.value, name: cue.text } : undefined;
}

const patterns = new Map<string, RegExp>();

/** The last place of a sentence at which somebody is; places that are only compared to or talked of do not count. */
function placeIn(text: string, lexicon: Lexicon): Setting["place"] {
  for (const cue of findCues(text, lexicon.places).toReversed()) {
    const after = text.slice(cue.at + cue.text.length);
    if (/^(?:の(?:よう|話|夢|こと|名|絵|匂い|におい)|みたい)/u.test(after)) continue;
    if (/\b(?:like|about|of) (?:a|an|the) (?:\w+ )?$/iu.test(text.slice(0, cue.at))) continue;
    let pattern = patterns.get(cue.text);
    if (!pattern) {
      pattern = lexicon.atPlace(cue.text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
      patterns.set(cue.text, pattern);
    }
    if (occurs(text, pattern)) return { kind: cue.value, name: cue.text };
  }
  return undefined;
}

function whoIsThere(units: readonly StoryUnit[], { roll, speakers }: Reading): string[] {
  const ids = new Set<string>();
  for (const unit of units) {
    if (unit.kind === "narration") for (const { person } of roll.mentions(unit.text)) ids.add(person.id);
    const speaker = speakers.get(unit.id)?.person;
    if (speaker) ids.add(speaker.id);
  }
  return [...ids];
}

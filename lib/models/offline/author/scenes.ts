// Cuts a story into scenes where place, hour, weather or time change. A glance elsewhere is a scene of its own, after which
// the one before goes on.

import type { Story, StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import type { Scene } from "../closed/plot.ts";
import type { Weather } from "../closed/staging.ts";
import { findCues, strongestCue } from "../words/cues.ts";
import { isLikeness } from "./absence.ts";
import { isSoonAfter } from "./clock.ts";
import { furnishedIn, isBeforeStage, isSeenFromInside, toldByThing } from "./furnished.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Roll } from "./mentions.ts";
import { isPeriod } from "./period.ts";
import type { Place, Setting } from "./settings.ts";
import type { Speaker } from "./speakers.ts";
import { cutStretches, isFurniture, type Stretch } from "./stretches.ts";

export interface StagedScene {
  /** The same one again where a scene goes on after a glance elsewhere. */
  scene: Scene;
  units: StoryUnit[];
  /** The reader must be shown where we are: another place, or another time. */
  moved: boolean;
  /** Only a glance elsewhere. */
  glimpse: boolean;
}

export interface Reading {
  story: Story;
  lexicon: Lexicon;
  roll: Roll;
  people: readonly Person[];
  speakers: ReadonlyMap<string, Speaker>;
}

export function stageScenes(reading: Reading): StagedScene[] {
  const stretches = afterNights(cutStretches(reading));
  const staged: StagedScene[] = [];
  let last: Setting = {};
  let current: Scene | undefined;
  let count = 0;
  /** The last place that is no way to another. */
  let room: Place | undefined;
  const home = homeIn(reading.story);
  const old = isPeriod(reading.story);
  const furnished = furnishedIn(reading.story);
  const inside = furnished !== undefined && isSeenFromInside(reading.story);
  for (const [index, part] of stretches.entries()) {
    if (part.resumes && current) {
      staged.push({ scene: current, units: part.units, moved: false, glimpse: false });
      continue;
    }
    const named =
      part.place ??
      (part.fresh && last.place && PASSAGES.has(last.place.kind) ? (room ?? last.place) : last.place) ??
      (isFurniture(part.weak) ? part.weak : undefined) ??
      ahead(stretches, index) ??
      toldByThing(part.units, reading.story.language, part.weak?.name) ??
      part.weak ??
      part.titled;
    const place = named && { ...named, kind: kindHere(named, { old, furnished }) };
    const opening = part.units.find(({ kind }) => kind === "narration")?.text ?? "";
    const later = part.fresh && !isSoonAfter(opening);
    const chapter = later && part.units[0]?.kind === "heading";
    const hour = part.hour ?? (later || part.remembered ? undefined : last.hour);
    const passed =
      (last.weather === "wind" && place?.kind !== last.place?.kind) ||
      (/^(?:wind|fog)$/u.test(last.weather ?? "") && hour !== last.hour) ||
      (last.hour === "night" && (hour === "day" || hour === "dawn"));
    const weather =
      (part.weather === "wind" ? blown(last.weather) : part.weather) ??
      (home && weatherSpokenOf(reading)) ??
      (part.remembered || chapter || (later && (part.hour || DAYS_LATER.test(opening))) || passed
        ? undefined
        : last.weather);
    const season = part.season ?? last.season ?? stretches.find((other) => other.season)?.season;
    const text = part.units
      .map((unit) => unit.text.replaceAll(CRIED, "called").replaceAll(LIKENED, ""))
      .join("\n");
    count += 1;
    const scene: Scene = {
      id: `s${count}`,
      place:
        (place && aboard(place, stretches.slice(0, index), reading.story.language)) ??
        home ??
        unnamed(inside ? undefined : weather, furnished),
      hour: hour ?? "day",
      weather:
        weather ??
        (season === "winter" && /雪(?!のよう|みたい)|(?<!\b(?:like|as) )\bsnow/iu.test(text)
          ? "snow"
          : "clear"),
      season: season ?? "summer",
      mood: strongestCue(text, reading.lexicon.moods)?.value ?? "neutral",
      people: [],
    };
    const moved = index === 0 || part.fresh || place?.kind !== last.place?.kind;
    staged.push({ scene, units: part.units, moved, glimpse: part.glimpse });
    if (part.glimpse) continue;
    if (place && !PASSAGES.has(place.kind)) room = place;
    last = { place, hour: scene.hour, weather: scene.weather, season };
    current = scene;
  }
  for (const { scene, units } of staged) {
    scene.people = [...new Set([...scene.people, ...whoIsThere(units, reading)])];
  }
  return staged;
}

/** Where nobody stays for hours. */
const PASSAGES = new Set<Place["kind"]>(["corridor", "stairs"]);

/** Wind that gets up in rain makes a storm of it, and does not end the snow. */
const blown = (weather: Weather | undefined): Weather =>
  weather === "snow" ? "snow" : weather === "rain" || weather === "storm" ? "storm" : "wind";

/** 呪文のように, `like a ghost`: what something is only likened to gives a scene no mood. */
const LIKENED =
  /[\p{Script=Han}\p{Script=Katakana}ー]{1,8}(?:のよう|みたい)[にな]|\b(?:like|as) (?:an?|the) [a-z]+/giu;

/** Another day has its own weather. */
const DAYS_LATER =
  /^(?:翌|次の[日朝週]|[一二三四五六七八九十数]+(?:日|週間|か月|ヶ月|年)後)|\b(?:next|following) (?:day|morning|week|month|year)\b|\b(?:days?|weeks?|months?|years?) later\b/iu;

/** What a place is drawn as in a story of old times, or of a theatre. */
function kindHere(
  place: Place,
  { old, furnished }: { old: boolean; furnished: Place | undefined },
): Place["kind"] {
  if (isBeforeStage(place, furnished)) return "stage";
  if (furnished?.kind === "hospital" && OF_WARD.test(place.name)) return "hospital";
  return old && PAVED.has(place.kind) ? "village" : place.kind;
}

/** A bed and a numbered room of a story that has a nurse and a drip. */
const OF_WARD = /^(?:ベッド|[〇一二三四五六七八九十百0-9０-９]+号室)$/u;

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

/** The place of the next stretch, when the story has not moved on in between: nobody is where they come to only then. */
const IS = /\b(?:lived|lives)\b/u;

function ahead(stretches: readonly Stretch[], index: number): Setting["place"] {
  const next = stretches[index + 1];
  const only = index === 0 && stretches[0]?.units.length === 1 && IS.test(stretches[0].units[0]?.text ?? "");
  return next && !next.fresh && (!next.arrives || only) && !next.glimpse ? next.place : undefined;
}

function whoIsThere(units: readonly StoryUnit[], { roll, speakers }: Reading): string[] {
  const ids = new Set<string>();
  for (const unit of units) {
    if (unit.kind === "narration")
      for (const mention of roll.mentions(unit.text))
        if (!isLikeness(unit.text, mention)) ids.add(mention.person.id);
    const speaker = speakers.get(unit.id)?.person;
    if (speaker) ids.add(speaker.id);
  }
  return [...ids];
}

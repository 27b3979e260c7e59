// Cuts a story into stretches of one place, hour and weather. Whoever is told of as going somewhere was elsewhere before; weather
// that sets in does so where it is told.
import type { Story, StoryUnit } from "../../../manga/story.ts";
import { clockIn, clockNumber, isSoonAfter } from "./clock.ts";
import { inCountry } from "./country-roads.ts";
import { whereItStands } from "./fixtures.ts";
import { furnishedIn } from "./furnished.ts";
import { glimpseIn } from "./glimpses.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Memory, memoryAt } from "./memories.ts";
import type { Roll } from "./mentions.ts";
import { hourComes, skyBefore, skyTurns } from "./onset.ts";
import type { Reading } from "./scenes.ts";
import { type Place, readSetting, type Setting, weakPlace } from "./settings.ts";
import { onRoofOf } from "./train-roofs.ts";
import { followPeople, withoutNames } from "./whereabouts.ts";

export interface Stretch extends Setting {
  /** A place that is spoken of, for want of one where somebody is. */
  weak?: Setting["place"];
  /** A place that a heading names, for want of any other. */
  titled?: Setting["place"];
  units: StoryUnit[];
  /** Begins after a separator, a heading or a jump in time, so that it does not inherit the hour. */
  fresh: boolean;
  /** What is seen elsewhere, for a moment. */
  glimpse: boolean;
  /** What is seen is remembered: it has a day and a sky of its own. */
  remembered?: true;
  /** Goes on with the scene before the glimpse. */
  resumes: boolean;
}

/** A season changes where it is named, not where snow or a flower is. */
const NAMES_SEASON = /[春夏秋冬]|\b(?:spring|summer|autumn|winter)\b/iu;

const stretch = (fresh: boolean): Stretch => ({ units: [], fresh, glimpse: false, resumes: false });

/** Words after which a clock's hours are those of the afternoon. */
const NOON = /午後|昼(?!のよう|みたい)|正午|放課後|\b(?:afternoon|noon|lunch)\b/iu;

export function cutStretches({ story, lexicon, roll }: Reading): Stretch[] {
  const stretches: Stretch[] = [];
  const landmark = landmarkOf(story);
  let current = stretch(true);
  /** What a clock told last, while the day was in its first half. */
  let since: number | undefined;
  let lastClock: number | undefined;
  const readUnit = followPeople({ story, lexicon, roll });
  let memory: Memory | undefined;
  for (const [index, unit] of story.units.entries()) {
    memory = memory && index < memory.end ? memory : memoryAt(story.units, index, lexicon);
    if (memory && index >= memory.start) {
      if (index === memory.start) {
        const units = story.units.slice(index, memory.end);
        const now = current.units.length > 0 ? [current] : [];
        stretches.push(...now, {
          ...remembered(units, lexicon),
          place: memory.place ?? current.place,
          units,
        });
        current = { ...current, units: [], fresh: false, resumes: true };
      }
      continue;
    }
    const previous = story.units[index - 1];
    const gap = previous !== undefined && unit.paragraph > previous.paragraph + 1;
    const heading = unit.kind === "heading" && previous !== undefined && previous.kind !== "heading";
    const inSpace = stretches.some(({ place }) => place?.kind === "space");
    const skip = unit.kind === "narration" && startsLater(unit.text, lexicon);
    const found = readUnit(index, { current, inSpace, gap: gap || heading, skip });
    const before = [...stretches, current];
    found.place = onRoofOf(inCountry(found.place, before), before) ?? whereItStands(unit, before);
    const hour = current.hour ?? stretches.findLast((one) => one.hour)?.hour;
    if (skip) since = undefined;
    if (unit.kind === "narration") {
      found.hour = clockIn(unit.text, {
        named: found.hour,
        known: isMorning(story.units, index)
          ? undefined
          : (hour ?? (stretches.length > 0 ? "day" : undefined)),
        pastNoon: story.units.slice(Math.max(0, index - 40), index).some(({ text }) => NOON.test(text)),
        since,
        last: lastClock,
      });
      lastClock = clockNumber(unit.text) ?? lastClock;
      if ((found.hour ?? hour ?? "day") === "day") since = clockNumber(unit.text) ?? since;
      else since = undefined;
    }
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
    const bare =
      found.place !== undefined &&
      told &&
      current.units.every((one) => one.kind === "heading" || isOnlyHour(one) || isOnlySky(one));
    if (bare) current.place = undefined;
    const turns =
      (found.place !== undefined &&
        current.place === undefined &&
        isFurniture(current.weak) &&
        found.place.kind !== current.weak?.kind) ||
      (!bare && found.place !== undefined && current.place === undefined && found.arrives === true) ||
      (found.weather !== undefined &&
        current.weather === undefined &&
        (found.weather === "wind" || skyTurns(unit.text))) ||
      (found.hour !== undefined && current.hour === undefined && hourComes(unit.text));
    const changes =
      turns ||
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
      if (!gap && !heading && !skip) current.weather ??= skyBefore(unit.text);
      const { hour, place } = current;
      const same = fresh ? (isSoonAfter(unit.text) ? { hour } : {}) : { hour, place: found.place ?? place };
      current = { ...stretch(fresh), ...same };
      if (found.place) current.arrives = found.arrives ?? false;
    } else if (current.resumes && !told && changes) {
      current = stretch(false);
    }
    if (differs(current.hour, found.hour)) current.hour = found.hour;
    current.units.push(unit);
    if (found.place && !current.place) current.arrives = found.arrives ?? false;
    current.place ??=
      found.place ?? (isOpening(stretches) ? furnishedIn({ ...story, units: current.units }) : undefined);
    if (unit.kind === "narration") current.weak ??= weakPlace(withoutNames(unit.text, roll), lexicon);
    if (unit.kind === "heading") current.titled ??= weakPlace(unit.text, lexicon);
    current.hour ??= found.hour;
    current.weather ??= found.weather;
    current.season ??= found.season;
  }
  if (current.units.length > 0) stretches.push(current);
  return stretches;
}

/** Whoever has a bed or a sofa before their eyes is in its room, wherever they go next. */
export const isFurniture = (place: Place | undefined): boolean =>
  /^(?:bed|armchair|sofa|fireplace|windowsill|bathtub)$/iu.test(place?.name ?? "");

/** A scene of another time, for a moment. */
const remembered = (units: StoryUnit[], lexicon: Lexicon): Stretch => {
  const told = units.filter(({ kind }) => kind === "narration").map(({ text }) => readSetting(text, lexicon));
  return {
    ...stretch(false),
    hour: told.find(({ hour }) => hour)?.hour,
    weather: told.find(({ weather }) => weather)?.weather,
    season: told.find(({ season }) => season)?.season,
    glimpse: true,
    remembered: true,
  };
};

/** 朝になった: nothing to see before somebody is somewhere. */
const isOnlyHour = ({ kind, text }: StoryUnit): boolean =>
  kind === "narration" &&
  /^(?:翌朝|朝|昼|夕方|夜)(?:に|が)(?:なった|来た|やって来た|明けた)。$|^(?:日が(?:暮れ|沈|落ち)|夜が(?:明け|更け)|[朝昼夕夜]方?に(?:な|入))[^。、]{0,4}、?(?:[雨雪霧嵐風])(?:に|が|は)[^。、]{1,6}。$|^(?:Morning|Evening|Night|Dawn|Noon) (?:came|fell|broke)\.$/iu.test(
    text,
  );

const SKY_EN = "it|the (?:snow|rain|storm|fog|mist|wind|sun|sky|weather|clouds?|moon|frost)";

/** `In the morning the snow had stopped`, 翌朝、雨はやんでいた: so it is wherever somebody is next. */
const isOnlySky = ({ kind, text }: StoryUnit): boolean =>
  kind === "narration" &&
  (/^(?:翌朝|次の[朝日]|翌日|明け方|朝|夜|夕方|その(?:日の)?[夜晩])(?:には?|は)?、?(?:雪|雨|嵐|吹雪|霧|風|空|雲)(?:は|が)[^。、]{1,12}。$/u.test(
    text,
  ) ||
    SKY_ALONE.test(text));

const SKY_ALONE = new RegExp(
  `^(?:In the (?:morning|evening|afternoon)|The next (?:morning|day|evening)|The (?:morning|day) after|At (?:dawn|dusk|noon|midnight|daybreak|first light|sunrise)|By (?:morning|dawn|noon|evening)),? (?:${SKY_EN}) [^.,;]{1,40}\\.$`,
  "u",
);

/** `Every Saturday morning … By nine o'clock`: no clock of the evening. */
const isMorning = (units: Story["units"], index: number): boolean =>
  units
    .slice(Math.max(0, index - 8), index)
    .some(({ kind, text }) => kind === "narration" && /\b(?:mornings?|breakfast|sunrise)\b/iu.test(text));

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
  roll.mentions(text).length > 0 ||
  /\b(?:he|she|they|we|I)\b|\b(?:their|our) (?:breath|faces?|hair|coats?|clothes|eyes|ears|hands?|boat|heads?)\b|彼/u.test(
    text,
  );

/** Nothing has said yet where the story is: what stands there may say it, before other places are spoken of. */
const isOpening = (before: readonly Stretch[]): boolean => before.every(({ place }) => place === undefined);

const differs = <T>(known: T | undefined, found: T | undefined): boolean =>
  known !== undefined && found !== undefined && known !== found;

const startsLater = (text: string, { timeSkip }: Lexicon): boolean => {
  const at = text.search(timeSkip);
  return at >= 0 && at <= 6;
};

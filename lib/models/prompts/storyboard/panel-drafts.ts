// Repairs the panels of an answer: each unit of the page in one panel, in order, with its lines and captions; no character twice in a
// panel.
import { type Cast, outfitDuring } from "../../../manga/cast.ts";
import type { Person } from "../../../manga/concept.ts";
import { guessesOf, isUnsureOf } from "../../../manga/guesses.ts";
import type { Language } from "../../../manga/language.ts";
import type { Acting, Thing } from "../../../manga/moment.ts";
import type { Beat, Line, Sound } from "../../../manga/plot.ts";
import { splitText } from "../../../manga/split-text.ts";
import type { Story } from "../../../manga/story.ts";
import { BALLOON } from "../../../manga/story-pages.ts";
import type { Figure, Picture, Word } from "../../../manga/storyboard.ts";
import type { Completed, RepairCounter } from "../../hosted/text-question.ts";
import { actingOf, type PeopleLookup, peopleLookup } from "../acting.ts";
import { isInLanguage } from "../in-language.ts";
import { clipped, isSameThing, openWord, openWords } from "../open-words.ts";
import { within } from "../plot/beat-drafts.ts";
import { inReadingOrder } from "../reading-order.ts";
import { thingsOf } from "../things.ts";
import type { StoryboardAnswer } from "./panels.ts";

const MOST = { figures: 6, things: 8, kept: 16, effects: 3, hands: 4, action: 160 } as const;
const MOST_WEIGHT = 5;

type Text = Omit<Word, "id">;
/** Fields that a panel copies from its scene. */
type Setting = "scene" | "place" | "hour" | "weather" | "season" | "mood";

/** A panel without its number, its scene's fields, its sounds, and the room that its words need. */
export interface DraftedPanel {
  scene: string;
  units: string[];
  weight: number;
  picture: Omit<Picture, Setting | "sounds" | "emptyZone" | "continuesFrom">;
  /** Where the answer leaves room for words. */
  empty: string;
  /** The panel shows the same moment as the one before. */
  goesOn: boolean;
  texts: Text[];
  sounds: Sound[];
}

/** The texts of one unit of a beat, or of a beat without units. */
interface Item {
  beat: Beat;
  unit: string | null;
  texts: Text[];
  sounds: Sound[];
}

interface Completing {
  beats: readonly Beat[];
  people: readonly Person[];
  cast: Cast;
  story: Story;
  repairs: RepairCounter;
}

export function completePanels(
  { panels }: StoryboardAnswer,
  { beats, people, cast, story, repairs }: Completing,
): Completed<DraftedPanel[]> {
  const items = itemsOf(beats, story);
  const named = positionsIn(panels, items, repairs);
  const { places, moved } = inReadingOrder(named, items.length);
  const disordered = named.filter((told) => told.some((at, index) => at < (told[index - 1] ?? -1))).length;
  if (moved + disordered > 0) repairs.count("units out of order or twice", moved + disordered);
  const kept = places.filter(({ place, units }) => units.length > 0 || panels[place]?.units.length === 0);
  const isTold = items.some(({ unit }) => unit !== null);
  if (kept.length === 0 || (isTold && kept.every(({ units }) => units.length === 0)))
    return { kind: "unusable", faults: ["panels: none of them has a unit of data.beats"] };
  const known = peopleLookup(people, repairs);
  let scene = beats[0]?.scene ?? "";
  const output = withNeighbours(kept, items, repairs).flatMap(({ place, units }): DraftedPanel[] => {
    const panel = panels[place];
    if (panel === undefined) return [];
    const own = units.flatMap((at) => items[at] ?? []);
    scene = own[0]?.beat.scene ?? scene;
    return [{ scene, ...drafted(panel, own, { known, cast, language: story.language }) }];
  });
  return { kind: "whole", output };
}

function positionsIn(
  panels: readonly AnsweredPanel[],
  items: readonly Item[],
  repairs: RepairCounter,
): number[][] {
  const positions = new Map<string, number>();
  for (const [at, { unit }] of items.entries())
    if (unit !== null && !positions.has(unit)) positions.set(unit, at);
  return panels.map(({ units }) =>
    units.flatMap((id): number[] => {
      const at = positions.get(id.trim());
      if (at === undefined) repairs.count("a unit that does not exist");
      return at === undefined ? [] : [at];
    }),
  );
}

/** Units that no panel has join the panel before them; the first ones join the panel after them. */
function withNeighbours(
  places: readonly { place: number; units: number[] }[],
  items: readonly Item[],
  repairs: RepairCounter,
): { place: number; units: number[] }[] {
  const owners = new Map(places.flatMap(({ units }, index) => units.map((at) => [at, index] as const)));
  const joined = places.map(({ place }): { place: number; units: number[] } => ({ place, units: [] }));
  let owner = Math.max(
    0,
    places.findIndex(({ units }) => units.length > 0),
  );
  for (const [at, { unit }] of items.entries()) {
    const own = owners.get(at);
    if (own === undefined && unit !== null) repairs.count("units in no panel");
    owner = own ?? owner;
    joined[owner]?.units.push(at);
  }
  return joined;
}

function itemsOf(beats: readonly Beat[], { units, language }: Story): Item[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return beats.flatMap((beat) => {
    const { caption, chapter, lines, sounds } = beat;
    const ids: (string | null)[] = beat.units.length > 0 ? beat.units : [null];
    const own = ids.map((unit): Item => ({ beat, unit, texts: [], sounds: [] }));
    const itemWith = (isIt: (text: string, kind: string) => boolean): Item | undefined =>
      own.find(({ unit }) => {
        const told = byId.get(unit ?? "");
        return told !== undefined && isIt(told.text, told.kind);
      });
    const [first] = own;
    const heading = itemWith((_, kind) => kind === "heading") ?? first;
    if (chapter && heading) heading.texts.push({ ...captionWord(chapter, heading.unit), heading: true });
    const narrated =
      itemWith((text) => text.includes(caption)) ?? itemWith((_, kind) => kind === "narration") ?? first;
    if (caption !== "" && narrated) narrated.texts.push(captionWord(caption, narrated.unit));
    for (const line of lines) {
      const item = own.find(({ unit }) => unit === line.unit) ?? own.at(-1);
      item?.texts.push(...balloons(line, language));
    }
    for (const sound of sounds) (itemWith((text) => text.includes(sound.text)) ?? first)?.sounds.push(sound);
    return own;
  });
}

const captionWord = (text: string, unit: string | null): Text => ({
  ...{ unit, kind: "caption", voice: "speech", speaker: null, guessed: false, text, ruby: [] },
});

/** Splits a line into balloons that are read at a glance. */
const balloons = ({ unit, text, ruby, ...said }: Line, language: Language): Text[] =>
  splitText(text, ruby, BALLOON[language]).map((piece) => ({ unit, kind: "balloon", ...said, ...piece }));

type AnsweredPanel = StoryboardAnswer["panels"][number];

interface Drafting {
  known: PeopleLookup;
  cast: Cast;
  language: Language;
}

function drafted(
  panel: AnsweredPanel,
  items: readonly Item[],
  { known, cast, language }: Drafting,
): Omit<DraftedPanel, "scene"> {
  const { repairs } = known;
  const texts = items.flatMap((item) => item.texts);
  const units = items.flatMap(({ unit }) => unit ?? []);
  const beats = [...new Set(items.map(({ beat }) => beat))];
  if (panel.effects.length > MOST.effects) repairs.count("more items than asked");
  const [ground, light] = (["ground", "light"] as const).map(
    (key) => openWord(panel[key]) ?? beats.find((beat) => beat[key] !== undefined)?.[key],
  );
  const figures = figuresOf(panel, { texts, units, beats, known, cast });
  const guessed = guessesOf(beats, { figures: figures.length, texts });
  return {
    units,
    weight: within(panel.weight, MOST_WEIGHT),
    picture: {
      ...{ shot: panel.shot, angle: panel.angle },
      figures,
      things: withTold(thingsOf(panel.things, MOST.things, repairs), beats, panel.shot),
      ...(ground !== undefined && { ground }),
      ...(light !== undefined && { light }),
      effects: openWords(panel.effects, MOST.effects),
      action: actionOf(panel, items, { language, repairs }),
      ...(guessed.length > 0 && { guessed }),
    },
    ...{ empty: panel.empty, goesOn: panel.goesOn },
    texts,
    sounds: items.flatMap(({ sounds }) => sounds),
  };
}

/** Things keep all details that the beats tell, whatever the answer repeats. Things for close shots are dropped from other shots. */
function withTold(answered: readonly Thing[], beats: readonly Beat[], shot: Picture["shot"]): Thing[] {
  const isNear = shot === "detail" || shot === "close";
  const told = beats.flatMap(({ things }) => things).filter(({ near }) => isNear || near === undefined);
  const kept = told.map((thing) => ({
    ...answered.find(({ what }) => isSameThing(what, thing.what)),
    ...thing,
  }));
  const more = answered.filter(({ what }) => !told.some((thing) => isSameThing(what, thing.what)));
  return [...kept, ...more].slice(0, MOST.kept);
}

function actionOf(
  { action }: AnsweredPanel,
  items: readonly Item[],
  { language, repairs }: { language: Language; repairs: RepairCounter },
): string {
  const told = clipped(action, MOST.action);
  if (told !== "" && isInLanguage(told, language)) return told;
  if (told !== "") repairs.count("an action in another language");
  return items.map(({ beat }) => beat.action).find((one) => one !== "") ?? "";
}

const SIDE: Record<AnsweredPanel["figures"][number]["side"], number> = {
  ...{ "far left": 0.1, left: 0.28, middle: 0.5, right: 0.72, "far right": 0.9 },
};
const DEPTH: Record<AnsweredPanel["figures"][number]["depth"], number> = { near: 0, middle: 1, far: 2 };
/** Voices with an open mouth. */
const ALOUD: ReadonlySet<string> = new Set(["speech", "shout", "whisper", "unease", "cry"]);

interface Placing {
  texts: readonly Text[];
  units: readonly string[];
  beats: readonly Beat[];
  known: PeopleLookup;
  cast: Cast;
}

function figuresOf({ figures }: AnsweredPanel, { texts, units, beats, known, cast }: Placing): Figure[] {
  const { repairs } = known;
  const speakers = new Set(texts.filter(({ voice }) => ALOUD.has(voice)).map(({ speaker }) => speaker));
  const placed = new Map<string, Figure>();
  for (const { seen, side, depth, outfit, ...told } of figures) {
    const acting = actingOf(told, known);
    if (acting === undefined) continue;
    const { character } = acting;
    if (placed.has(character)) {
      repairs.count("a person listed twice");
      continue;
    }
    const design = cast.characters.find(({ id }) => id === character);
    const worn =
      design?.outfits.find(({ id }) => id === outfit?.trim()) ?? (design && outfitDuring(design, units));
    placed.set(character, {
      ...withFacts(acting, told, beats),
      ...(worn !== undefined && { outfit: worn.id }),
      ...facingOf(beats.some((beat) => isUnsureOf(beat, character)) ? "back" : seen, SIDE[side]),
      ...{ side: SIDE[side], depth: DEPTH[depth] },
      ...(speakers.has(character) && { speaks: true }),
    });
  }
  if (placed.size > MOST.figures) repairs.count("more items than asked");
  return [...placed.values()].slice(0, MOST.figures);
}

/** A beat's facts about a character hold in its panels: the answer gives the deed there and may add things in hands. */
function withFacts(
  acting: Acting,
  { doing, feeling }: Pick<AnsweredPanel["figures"][number], "doing" | "feeling">,
  beats: readonly Beat[],
): Acting {
  const all = beats.flatMap(({ figures, around = [] }) => [...figures, ...around]);
  const told = all.find(({ character }) => character === acting.character);
  if (told === undefined) return acting;
  const more = acting.hands.filter(({ what }) => !told.hands.some((held) => isSameThing(held.what, what)));
  return {
    ...{ ...acting, ...told },
    ...(openWord(doing) !== undefined && { doing: acting.doing }),
    ...(openWord(feeling) !== undefined && { feeling: acting.feeling }),
    ...(acting.gaze !== undefined && { gaze: acting.gaze }),
    hands: [...told.hands, ...more].slice(0, MOST.hands),
  };
}

/** Figures seen from the front or from behind face the middle of the picture. */
function facingOf(
  seen: AnsweredPanel["figures"][number]["seen"],
  side: number,
): Pick<Figure, "view" | "facing"> {
  const facing = seen.endsWith("left") || (!seen.endsWith("right") && side > 0.5) ? "left" : "right";
  if (seen === "front" || seen === "back") return { view: seen, facing };
  return { view: seen.startsWith("front") ? "three-quarter" : "profile", facing };
}

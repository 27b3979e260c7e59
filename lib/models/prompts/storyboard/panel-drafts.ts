// Panels as an answer has them, mended: every unit of the page in one panel, in order, with its lines and captions; nobody twice.
import type { Person } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";
import type { Beat, Line, Sound } from "../../../manga/plot.ts";
import type { Story } from "../../../manga/story.ts";
import { BALLOON } from "../../../manga/story-pages.ts";
import type { Figure, Picture, Word } from "../../../manga/storyboard.ts";
import { clipped, knownActing, knownEffects, knownThings } from "../../hosted/as-known.ts";
import type { Completed, Mends } from "../../hosted/text-question.ts";
import { splitText } from "../../../manga/split-text.ts";
import { isInLanguage } from "../in-language.ts";
import { type FindPerson, personFinder } from "../named-people.ts";
import { within } from "../plot/beat-drafts.ts";
import { inReadingOrder } from "../reading-order.ts";
import type { StoryboardAnswer } from "./panels.ts";

const MOST = { people: 6, things: 8, effects: 3, action: 160 } as const;
const MOST_WEIGHT = 5;

type Text = Omit<Word, "id">;

/** A panel without its number, its scene's setting and the room that its words need. */
export interface DraftedPanel {
  scene: string;
  units: string[];
  weight: number;
  picture: Omit<Picture, "scene" | "room">;
  texts: Text[];
  sounds: Sound[];
}

/** What belongs to one unit of a beat, or to a beat that has none. */
interface Item {
  beat: Beat;
  unit: string | null;
  texts: Text[];
  sounds: Sound[];
}

interface Completing {
  beats: readonly Beat[];
  people: readonly Person[];
  story: Story;
  mends: Mends;
}

export function completePanels(
  { panels }: StoryboardAnswer,
  { beats, people, story, mends }: Completing,
): Completed<DraftedPanel[]> {
  const items = itemsOf(beats, story);
  const named = positionsIn(panels, items, mends);
  const { places, moved } = inReadingOrder(named, items.length);
  const disordered = named.filter((told) => told.some((at, index) => at < (told[index - 1] ?? -1))).length;
  if (moved + disordered > 0) mends.count("units out of order or twice", moved + disordered);
  const kept = places.filter(({ place, units }) => units.length > 0 || panels[place]?.units.length === 0);
  const isTold = items.some(({ unit }) => unit !== null);
  if (kept.length === 0 || (isTold && kept.every(({ units }) => units.length === 0)))
    return { kind: "unusable", faults: ["panels: none of them has a unit of data.beats"] };
  const find = personFinder(people);
  let scene = beats[0]?.scene ?? "";
  const output = withNeighbours(kept, items, mends).flatMap(({ place, units }): DraftedPanel[] => {
    const panel = panels[place];
    if (panel === undefined) return [];
    const own = units.flatMap((at) => items[at] ?? []);
    scene = own[0]?.beat.scene ?? scene;
    return [{ scene, ...drafted(panel, own, { find, language: story.language, mends }) }];
  });
  return { kind: "whole", output };
}

function positionsIn(panels: readonly AnsweredPanel[], items: readonly Item[], mends: Mends): number[][] {
  const positions = new Map<string, number>();
  for (const [at, { unit }] of items.entries())
    if (unit !== null && !positions.has(unit)) positions.set(unit, at);
  return panels.map(({ units }) =>
    units.flatMap((id): number[] => {
      const at = positions.get(id.trim());
      if (at === undefined) mends.count("a unit that does not exist");
      return at === undefined ? [] : [at];
    }),
  );
}

/** Units that no panel has join the panel before them, the first ones the panel behind them. */
function withNeighbours(
  places: readonly { place: number; units: number[] }[],
  items: readonly Item[],
  mends: Mends,
): { place: number; units: number[] }[] {
  const owners = new Map(places.flatMap(({ units }, index) => units.map((at) => [at, index] as const)));
  const joined = places.map(({ place }): { place: number; units: number[] } => ({ place, units: [] }));
  let owner = Math.max(
    0,
    places.findIndex(({ units }) => units.length > 0),
  );
  for (const [at, { unit }] of items.entries()) {
    const own = owners.get(at);
    if (own === undefined && unit !== null) mends.count("units in no panel");
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

/** A line in balloons that are read at a glance; together they are the line. */
const balloons = ({ unit, text, ruby, ...said }: Line, language: Language): Text[] =>
  splitText(text, ruby, BALLOON[language]).map((piece) => ({ unit, kind: "balloon", ...said, ...piece }));

type AnsweredPanel = StoryboardAnswer["panels"][number];

interface Drafting {
  find: FindPerson;
  language: Language;
  mends: Mends;
}

function drafted(
  panel: AnsweredPanel,
  items: readonly Item[],
  { find, language, mends }: Drafting,
): Omit<DraftedPanel, "scene"> {
  const texts = items.flatMap((item) => item.texts);
  if (panel.things.length > MOST.things || panel.effects.length > MOST.effects)
    mends.count("more items than asked");
  const { effects, others } = knownEffects(panel.effects.slice(0, MOST.effects));
  return {
    units: items.flatMap(({ unit }) => unit ?? []),
    weight: within(panel.weight, MOST_WEIGHT),
    picture: {
      ...{ shot: panel.shot, angle: panel.angle },
      figures: figuresOf(panel, texts, { find, mends }),
      ...knownThings([...panel.things.slice(0, MOST.things), ...others]),
      effects,
      action: actionOf(panel, items, { language, mends }),
    },
    texts,
    sounds: items.flatMap(({ sounds }) => sounds),
  };
}

function actionOf(
  { action }: AnsweredPanel,
  items: readonly Item[],
  { language, mends }: Omit<Drafting, "find">,
): string {
  const told = clipped(action, MOST.action);
  if (told !== "" && isInLanguage(told, language)) return told;
  if (told !== "") mends.count("what happens told in another language");
  return items.map(({ beat }) => beat.action).find((one) => one !== "") ?? "";
}

const AT: Record<AnsweredPanel["people"][number]["side"], number> = {
  ...{ "far left": 0.1, left: 0.28, middle: 0.5, right: 0.72, "far right": 0.9 },
};
const DEPTH: Record<AnsweredPanel["people"][number]["depth"], number> = { near: 0, middle: 1, far: 2 };
/** Voices for which a mouth that is seen is open. */
const ALOUD: ReadonlySet<string> = new Set(["speech", "shout", "whisper", "unease", "cry"]);

function figuresOf(
  { people }: AnsweredPanel,
  texts: readonly Text[],
  { find, mends }: Omit<Drafting, "language">,
): Figure[] {
  const speakers = new Set(texts.filter(({ voice }) => ALOUD.has(voice)).map(({ speaker }) => speaker));
  const figures = new Map<string, Figure>();
  for (const { who, seen, side, depth, ...told } of people) {
    const character = find(who, mends);
    if (character === undefined) continue;
    if (figures.has(character)) {
      mends.count("somebody who is there twice");
      continue;
    }
    const { holds = null, ...acting } = knownActing(told);
    const at = AT[side];
    figures.set(character, {
      ...{ character, ...acting, holds },
      ...facingOf(seen, at),
      ...{ at, depth: DEPTH[depth] },
      ...(speakers.has(character) && { speaks: true }),
    });
  }
  if (figures.size > MOST.people) mends.count("more items than asked");
  return [...figures.values()].slice(0, MOST.people);
}

/** Whoever is seen from the front or from behind is turned to the middle of the picture. */
function facingOf(
  seen: AnsweredPanel["people"][number]["seen"],
  at: number,
): Pick<Figure, "view" | "facing"> {
  const facing = seen.endsWith("left") || (!seen.endsWith("right") && at > 0.5) ? "left" : "right";
  if (seen === "front" || seen === "back") return { view: seen, facing };
  return { view: seen.startsWith("front") ? "three-quarter" : "profile", facing };
}

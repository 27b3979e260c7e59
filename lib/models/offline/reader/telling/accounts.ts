// What became of every letter of a story: lettered, shown by a picture (a checked claim), or left out. Nothing else may be.

import type { Concept } from "../../../../manga/concept.ts";
import type { Beat, Plot } from "../../../../manga/plot.ts";
import { withoutSpaces } from "../text/word-forms.ts";
import { isShown } from "./claims.ts";
import { isTitle } from "./moment.ts";
import { type StoryFacts, type ToldUnit, toldUnits } from "./story-facts.ts";

/** Letters without white space. `lost` is empty in a plot that is whole. */
export interface Accounts {
  lettered: number;
  shown: number;
  leftOut: number;
  lost: { unit: string; text: string }[];
  spoken: { lettered: number; leftOut: number };
}

export function accountsOf(plot: Plot, { title }: Pick<Concept, "title">, facts: StoryFacts): Accounts {
  const beats = plot.pages.flatMap((page) => page.beats);
  const titles = new Set(plot.pages.flatMap(({ strips = [] }) => strips));
  const beatsOf = new Map<string, Beat[]>();
  for (const beat of beats) for (const id of beat.units) beatsOf.set(id, [...(beatsOf.get(id) ?? []), beat]);
  const places = new Map(
    plot.scenes.map(({ id, place }) => [id, plot.places.find((one) => one.id === place)?.name ?? ""]),
  );
  const leftOut = new Set(plot.leftOut);
  const accounts: Accounts = {
    lettered: 0,
    shown: 0,
    leftOut: 0,
    lost: [],
    spoken: { lettered: 0, leftOut: 0 },
  };
  for (const unit of toldUnits(facts)) {
    const { id, text, kind } = unit.unit;
    const letters = withoutSpaces(text).length;
    const own = beatsOf.get(id) ?? [];
    const isSpoken = unit.spoken !== undefined;
    if (leftOut.has(id)) {
      accounts.leftOut += letters;
      if (isSpoken) accounts.spoken.leftOut += letters;
      continue;
    }
    const isOnCover = kind === "heading" && (isTitle(text, facts) || title === text || titles.has(text));
    if (own.length > 0 && (isOnCover || isLettered(unit, own))) {
      accounts.lettered += letters;
      if (isSpoken) accounts.spoken.lettered += letters;
    } else if (own.some((beat) => isShown(unit, { ...beat, placeName: places.get(beat.scene) ?? "" }, facts)))
      accounts.shown += letters;
    else accounts.lost.push({ unit: id, text });
  }
  return accounts;
}

/** Whole: in the lines of its beats, or in their captions, headings and sounds. */
function isLettered({ unit }: ToldUnit, beats: readonly Beat[]): boolean {
  const lines = beats.flatMap(({ lines: all }) =>
    all.filter((line) => line.unit === unit.id).map(({ text }) => text),
  );
  const whole = withoutSpaces(unit.text);
  if (withoutSpaces(lines.join("")) === whole) return true;
  const captions = withoutSpaces(beats.map(({ caption }) => caption).join(""));
  const others = beats.flatMap(({ chapter = "", sounds }) => [chapter, ...sounds.map(({ text }) => text)]);
  return captions.includes(whole) || others.some((text) => withoutSpaces(text).includes(whole));
}

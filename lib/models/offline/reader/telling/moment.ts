// A moment under construction: what one picture can show and one glance can read, and whether it has room for more.
import type { Line, Sound } from "../../../../manga/plot.ts";
import type { Ruby } from "../../../../manga/story.ts";
import { lengthOf } from "../../../../manga/text-length.ts";
import type { FigureContext, SentencePart } from "./figures.ts";
import type { StagedUnit } from "./scenes.ts";

export interface Telling extends FigureContext {
  leftOut: ReadonlySet<string>;
  /** Maximum length of a moment's caption: characters in Japanese, words in English. */
  room: number;
}

export interface Moment extends Pick<StagedUnit, "scene" | "setting" | "opens"> {
  units: string[];
  /** The headings among its units. They come first. */
  headings: readonly string[];
  /** The sentences whose facts the picture shows. */
  parts: SentencePart[];
  lines: Line[];
  caption: string;
  captionRuby: Ruby[];
  sounds: Sound[];
  chapter?: string;
  /** Whether a character certainly acts. */
  acts: boolean;
  /** Nothing of the moment is visible. */
  isBlank: boolean;
  /** Paragraph of the last unit. */
  paragraph: number;
}

/** What a unit, or a piece of one, adds to a moment. */
export type Told = {
  unit: StagedUnit;
  parts: readonly SentencePart[];
} & (
  | { kind: "line"; line: Line }
  | { kind: "caption"; text: string; ruby: readonly Ruby[]; acts: boolean; isBlank: boolean }
  | { kind: "tag" }
  | { kind: "sound"; sound: Sound }
);

const MOST_LINES = 3;
const MOST_SPEAKERS = 2;
/** Room for lines, and for a caption with lines, relative to the room for a caption. */
const SPEECH = 1.15;
const BOTH = 1.25;
/** Room for lines with a tag after them, relative to the room for a caption. */
const BOTH_WITH_TAG = 1.9;
/** Room for captions without anything visible, relative to one caption: they share one picture of the place or the sky. */
const BLANK = 1.8;

/** Whether the words stay readable together, in text order: a moment has one caption, before or after its lines. */
export function hasRoomFor(moment: Moment, told: Told, room: number): boolean {
  const { lines, caption, units } = moment;
  const { unit } = told;
  if (told.kind === "sound" || told.kind === "tag") return true;
  if (unit.unit.paragraph - moment.paragraph > 1) return false;
  const isNear = unit.unit.paragraph === moment.paragraph;
  const spoken = lines.reduce((sum, { text }) => sum + lengthOf(text), 0);
  const isSpoken = (id: string) => lines.some((line) => line.unit === id);
  const startsTold = caption !== "" && !isSpoken(units[0] ?? "");
  if (told.kind === "line") {
    const { text, speaker } = told.line;
    const length = spoken + lengthOf(text);
    if (lengthOf(caption) + length > room * BOTH) return false;
    if (lines.length === 0) return isNear || (unit.spoken?.named === true && !unit.goesOn);
    const most = unit.goesOn ? MOST_LINES - 1 : MOST_LINES;
    const speakers = new Set([...lines.map((line) => line.speaker), speaker]);
    const isOpen = caption === "" || startsTold;
    return isOpen && lines.length < most && length <= room * SPEECH && speakers.size <= MOST_SPEAKERS;
  }
  const length = lengthOf(caption) + lengthOf(told.text);
  if (lines.length === 0) {
    const most = room * (moment.isBlank && told.isBlank ? BLANK : 1);
    return length <= most && !(told.acts && moment.acts);
  }
  const saysWho = unit.sentences[0]?.clauses[0]?.speech === "says";
  const isInOrder =
    caption === "" && units.every((id, at) => isSpoken(id) || (at > 0 && !units.slice(at).some(isSpoken)));
  return isInOrder && isNear && spoken + length <= room * (saysWho ? BOTH_WITH_TAG : BOTH);
}

/** Adds a unit or piece to the moment. `gap`: what separates texts of the caption. */
export function addTo(moment: Moment, told: Told, gap: string): void {
  const { id, paragraph } = told.unit.unit;
  if (told.kind !== "tag" && moment.units.at(-1) !== id) moment.units.push(id);
  moment.parts.push(...told.parts);
  moment.paragraph = paragraph;
  if (told.kind === "line") moment.lines.push(told.line);
  if (told.kind === "sound") moment.sounds.push(told.sound);
  if (told.kind !== "caption") return;
  if (moment.caption !== "") moment.caption += gap;
  const before = moment.caption.length;
  moment.captionRuby.push(...told.ruby.map((one) => ({ ...one, at: one.at + before })));
  moment.caption += told.text;
  moment.acts ||= told.acts;
  moment.isBlank &&= told.isBlank;
}

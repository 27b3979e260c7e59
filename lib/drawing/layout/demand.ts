// What a panel demands of its page, from its data alone: area, aspect ratio, slanted cuts, bleed.

import type { Language } from "../../manga/language.ts";
import type { Voice } from "../../manga/plot.ts";
import type { Shot } from "../../manga/staging.ts";
import type { PanelDraft } from "../../manga/storyboard.ts";
import { mostCovered } from "../../manga/word-cover.ts";
import { isStretched, isUpright } from "./bodies.ts";

export interface Demand {
  /** Its area, relative to the other panels. */
  area: number;
  /** Preferred width divided by height. */
  aspect: number;
  /** The width in units below which its people and balloons would collide. */
  leastWidth: number;
  /** The area in square units below which its words would crowd the picture. */
  wordsArea: number;
  /** Whether adjacent cuts may slant. */
  slants: boolean;
  /** Whether it bleeds. */
  bleeds: boolean;
}

/** The values are far apart; otherwise all pages would look like tables of equal panels. */
const AREA_OF_WEIGHT = [0.45, 0.75, 1.15, 1.9, 3.4];

const SHOT_SUITS: Record<Shot, { area: number; aspect: number }> = {
  detail: { area: 0.75, aspect: 1 },
  close: { area: 0.9, aspect: 1.15 },
  bust: { area: 0.95, aspect: 1 },
  half: { area: 1, aspect: 0.95 },
  full: { area: 1.1, aspect: 0.75 },
  long: { area: 1.15, aspect: 1.5 },
  establishing: { area: 1.25, aspect: 1.9 },
};

/** Area of a letter of 12 pt with its line pitch, in square units, times two for its balloon. */
const LETTER_AREA = 42.3 * 42.3 * 1.28 * 2;
/** Letters are counted in steps, so that a changed word rarely changes a frame: a changed frame is drawn again at a cost. */
const LETTER_STEP = 16;

/** Factor for the last panel of a page, because a page ends on a hook and a book on its point. */
const AREA_OF_END = 1.3;

/** `ends`: whether the panel is the last of its page. `room`: factor on the area for its words. */
export function demandOf(
  panel: PanelDraft,
  language: Language,
  { ends = false, room = 1 }: { ends?: boolean; room?: number } = {},
): Demand {
  const { picture } = panel;
  const suits = SHOT_SUITS[picture.shot];
  let aspect = suits.aspect;
  // In far shots, figures are too small to need a tall panel.
  const isFar = picture.shot === "long" || picture.shot === "establishing";
  if (!isFar && picture.figures.some(isUpright)) aspect *= 0.7;
  if (picture.figures.some(isStretched)) aspect *= 1.3;
  if (picture.figures.length >= 2) aspect *= 1.15;
  if (picture.figures.length >= 3) aspect *= 1.2;
  if (picture.effects.includes("speed")) aspect *= 1.25;
  const letters = Math.ceil(lettersIn(panel) / LETTER_STEP) * LETTER_STEP;
  const wordsArea =
    room *
    Math.max((letters * LETTER_AREA) / mostCovered(picture), (picture.emptyZone.tenths / 10) * 400_000);
  const own = (AREA_OF_WEIGHT[panel.weight - 1] ?? 1) * suits.area * (ends ? AREA_OF_END : 1);
  const area = own + wordsArea / 1_600_000;
  return {
    area,
    aspect: Math.min(2.8, Math.max(0.5, aspect)),
    leastWidth: leastWidthOf(panel, language),
    wordsArea,
    slants: maySlant(panel),
    bleeds: doesBleed(panel),
  };
}

/** Peaks, establishing shots and impacts bleed. */
function doesBleed({ weight, picture, words, reachesEdge }: PanelDraft): boolean {
  const isWide = picture.shot === "establishing" || picture.shot === "long";
  const strikes = picture.effects.some((effect) => STRIKING.has(effect));
  return (
    reachesEdge === true ||
    weight >= 4 ||
    (weight >= 3 && (picture.shot === "establishing" || strikes)) ||
    (isWide && weight >= 2 && words.texts.length === 0)
  );
}

const STRIKING: ReadonlySet<string> = new Set(["impact", "flash"]);

/** Width of a balloon in units: vertical text makes narrow balloons, horizontal text wide ones. */
const BALLOON_WIDTH: Record<Language, number> = { ja: 190, en: 260 };

/** Close figures need more of a panel's width than far ones; up to three balloons are placed side by side. */
function leastWidthOf({ picture, words }: PanelDraft, language: Language): number {
  const near = picture.shot === "detail" || picture.shot === "close" || picture.shot === "bust";
  const people = Math.min(3, picture.figures.length) * (near ? 300 : 240) + 60;
  const balloons = Math.min(3, words.texts.length) * BALLOON_WIDTH[language] + 100;
  return Math.max(people, balloons);
}

function maySlant({ picture }: PanelDraft): boolean {
  return (
    picture.angle === "tilted" ||
    picture.effects.some((effect) => effect === "speed" || effect === "impact") ||
    picture.mood === "tense" ||
    picture.mood === "heroic"
  );
}

/** Factor by which a balloon of this voice is larger than a speech balloon. */
const ROOM_OF_VOICE: Partial<Record<Voice, number>> = {
  ...{ shout: 1.7, cry: 2, thought: 1.3, unease: 1.3, machine: 1.3, phone: 1.4, whisper: 1.1 },
};

/** Number of letters of all its texts, weighted by their balloons' sizes; Latin letters count half. */
function lettersIn(panel: PanelDraft): number {
  let letters = 0;
  for (const { text, voice, kind } of panel.words.texts) {
    const room = kind === "caption" ? 1 : (ROOM_OF_VOICE[voice] ?? 1);
    for (const letter of text) letters += (letter.charCodeAt(0) < 0x250 ? 0.5 : 1) * room;
  }
  return letters;
}

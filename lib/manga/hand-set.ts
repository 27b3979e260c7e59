// Bounds of what a person sets on a text or a sound, and texts without some of it. Pure, without schemas, so that browsers load little.

import type { Point } from "./geometry.ts";
import type { SoundSet, TextSet } from "./hand-lettering.ts";

/** Sizes of letters in points. */
export const SIZES = { word: { least: 5, most: 72 }, sound: { least: 5, most: 200 } } as const;
/** Extent of a balloon in units. */
export const EXTENT = { least: 40, most: 2600 } as const;
/** Most marked ranges of a text. */
export const MOST_RANGES = 40;
interface Text {
  at?: Point | undefined;
  set?: TextSet | undefined;
}
interface Sound {
  set?: SoundSet | undefined;
}

/** Words without the places that a person chose, for a panel in another frame. */
export function unplaced<T extends Text, S extends Sound>({
  texts,
  sounds,
}: {
  texts: readonly T[];
  sounds: readonly S[];
}): { texts: T[]; sounds: S[] } {
  return { texts: texts.map(unplacedText), sounds: sounds.map(unplacedSound) };
}

function unplacedText<T extends Text>(word: T): T {
  const { at: _at, ...text } = word;
  if (text.set?.tail === undefined || text.set.tail === "none") return text as T;
  const { tail: _tail, ...set } = text.set;
  return withSet(text as T, set);
}

function unplacedSound<S extends Sound>(sound: S): S {
  if (sound.set?.at === undefined) return sound;
  const { at: _at, ...set } = sound.set;
  return withSet(sound, set);
}

/** A text or sound with these choices; with none, as one that never had any, so that it keeps its bytes. */
export function withSet<T extends { set?: unknown }>(text: T, set: T["set"]): T {
  const { set: _before, ...bare } = text;
  const isEmpty = set === undefined || Object.values(set as object).every((value) => value === undefined);
  return (isEmpty ? bare : { ...bare, set }) as T;
}

/** A text with other emphasis, or with none: emphasis belongs to the characters beside which it was set. */
export function withEmphasis<T extends { set?: TextSet | undefined }>(
  text: T,
  emphasis?: TextSet["emphasis"],
): T {
  if ((text.set?.emphasis ?? emphasis) === undefined) return text;
  const { emphasis: _emphasis, ...set } = text.set ?? {};
  return withSet(text, { ...set, ...(emphasis && { emphasis }) });
}

/** A text whose balloon has the extent of its letters, for a page of another size. */
export function withoutExtent<T extends { set?: TextSet | undefined }>(text: T): T {
  if ((text.set?.width ?? text.set?.height) === undefined) return text;
  const { width: _width, height: _height, ...set } = text.set ?? {};
  return withSet(text, set);
}

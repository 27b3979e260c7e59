// Moves a beat in the plot. Pure functions. Every page keeps a valid number of beats.
import type { Plot } from "../../documents.ts";

type Page = Plot["pages"][number];

export interface BeatPlace {
  /** Indexes of the page, and of the beat on it. */
  page: number;
  index: number;
}

/** A page with a picture across the fold needs a beat below it, and both of its pages have room for few more. */
function roomOf({ number, spread, strips, beats }: Page): { least: number; most: number } {
  // 4-koma strips have exactly four beats, so beats are swapped.
  if (strips !== undefined) return { least: beats.length, most: beats.length };
  if (spread) return { least: number % 2 === 0 ? 2 : 1, most: 5 };
  return { least: 1, most: 7 };
}

/**
 * Moves a beat before the beat at the target. If the source page would have too few beats, or the target page too many, the two beats are
 * swapped. Returns the same array if nothing changes.
 */
export function withBeatMoved(pages: readonly Page[], from: BeatPlace, to: BeatPlace): readonly Page[] {
  const [source, target] = [pages[from.page], pages[to.page]];
  const beat = source?.beats[from.index];
  if (source === undefined || target === undefined || beat === undefined) return pages;
  if (source === target) {
    const others = source.beats.toSpliced(from.index, 1);
    const beats = others.toSpliced(to.index, 0, beat);
    return beats.every((one, at) => one === source.beats[at])
      ? pages
      : pages.with(from.page, { ...source, beats });
  }
  if (source.beats.length > roomOf(source).least && target.beats.length < roomOf(target).most) {
    return pages
      .with(from.page, { ...source, beats: source.beats.toSpliced(from.index, 1) })
      .with(to.page, { ...target, beats: target.beats.toSpliced(to.index, 0, beat) });
  }
  const there = Math.min(to.index, target.beats.length - 1);
  const other = target.beats[there];
  if (other === undefined) return pages;
  return pages
    .with(from.page, { ...source, beats: source.beats.with(from.index, other) })
    .with(to.page, { ...target, beats: target.beats.with(there, beat) });
}

/** The position one step earlier or later in reading order; undefined at the ends of the book. */
export function besideOf(
  pages: readonly Page[],
  { page, index }: BeatPlace,
  by: -1 | 1,
): BeatPlace | undefined {
  const own = pages[page]?.beats.length ?? 0;
  if (index + by >= 0 && index + by < own) return { page, index: index + by };
  const next = pages[page + by];
  if (next === undefined) return undefined;
  return { page: page + by, index: by > 0 ? 0 : next.beats.length };
}

export function placeOf(pages: readonly Page[], beat: string): BeatPlace | undefined {
  for (const [page, { beats }] of pages.entries()) {
    const index = beats.findIndex(({ id }) => id === beat);
    if (index >= 0) return { page, index };
  }
  return undefined;
}

// A beat goes to another place of the plot. Pure. Every page keeps as many beats as it can be drawn from.
import type { Plot } from "../documents.ts";

type Page = Plot["pages"][number];

export interface BeatPlace {
  /** Places in the list of pages, and among the page's beats. */
  page: number;
  index: number;
}

/** A picture over the fold stands on its first page with something below it, and leaves room for few more on either. */
function roomOf({ number, spread, strips, beats }: Page): { least: number; most: number } {
  // Strips have four beats each: who comes changes places with who is there.
  if (strips !== undefined) return { least: beats.length, most: beats.length };
  if (spread) return { least: number % 2 === 0 ? 2 : 1, most: 5 };
  return { least: 1, most: 7 };
}

/**
 * The plot's pages with the beat at the other place, before the beat that is there. Where the page that it leaves would be
 * too empty, or the one that it comes to too full, the two beats change places. The same pages where there is nothing to do.
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

/** One place earlier or later in the order of reading; undefined at the ends of the book. */
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

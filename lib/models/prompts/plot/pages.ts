// Puts beats on exactly as many pages as the concept has, none of them empty, near the page breaks of the plan.
import type { StoryUnit } from "../../../manga/story.ts";
import type { BeatDraft } from "./beat-drafts.ts";

/** A beat of a scene. */
export interface StagedBeat extends BeatDraft {
  scene: string;
  chapter?: string;
}

interface Paging {
  /** Positions in the story with which pages begin, rising from 0. May be fewer than pages. */
  starts: readonly number[];
  pages: number;
  positionOf: (unit: StoryUnit) => number;
}

export function onPages(beats: readonly StagedBeat[], { starts, pages, positionOf }: Paging): StagedBeat[][] {
  const pageOf = (unit: StoryUnit) => starts.findLastIndex((start) => start <= positionOf(unit));
  const enough = atLeast(
    beats.flatMap((beat) => cutWhere(beat, (unit) => pageOf(unit), bothSpeak)),
    pages,
  );
  let reached = 0;
  const wanted = enough.map(({ units }) => {
    reached = Math.max(reached, mostOften(units.map(pageOf)) ?? reached);
    return reached;
  });
  let end = 0;
  return Array.from({ length: pages }, (_, page) => {
    const from = end;
    const last = wanted.findLastIndex((own) => own <= page) + 1;
    // A page has a beat at least, and so has every one after it.
    end =
      page === pages - 1
        ? enough.length
        : Math.min(Math.max(last, from + 1), enough.length - (pages - 1 - page));
    return enough.slice(from, end);
  });
}

/** The most frequent number, the smallest of equals. */
function mostOften(numbers: readonly number[]): number | undefined {
  const counts = [...Map.groupBy(numbers, (one) => one)].map(([one, all]) => ({ one, count: all.length }));
  return counts.toSorted((a, b) => b.count - a.count || a.one - b.one)[0]?.one;
}

const speaks = (units: readonly StoryUnit[]) => units.some(({ kind }) => kind === "speech");
const bothSpeak = (before: readonly StoryUnit[], after: readonly StoryUnit[]) =>
  speaks(before) && speaks(after);

/** Cuts a beat between units of different keys, wherever `isWorth` says so. */
export function cutWhere(
  beat: StagedBeat,
  keyOf: (unit: StoryUnit) => string | number,
  isWorth: (before: readonly StoryUnit[], after: readonly StoryUnit[]) => boolean = () => true,
): StagedBeat[] {
  const { units } = beat;
  const at = units.findIndex((unit, index) => {
    const before = units[index - 1];
    return (
      before !== undefined &&
      keyOf(before) !== keyOf(unit) &&
      isWorth(units.slice(0, index), units.slice(index))
    );
  });
  if (at < 0) return [beat];
  const [first, second] = cutAt(beat, at);
  return [first, ...cutWhere(second, keyOf, isWorth)];
}

/** Two beats of one: the caption stays with its narration, sounds and chapter with the first. */
function cutAt(beat: StagedBeat, at: number): [StagedBeat, StagedBeat] {
  const [before, after] = [beat.units.slice(0, at), beat.units.slice(at)];
  const isAfter = after.some(({ text }) => text.includes(beat.caption));
  const { chapter: _chapter, ...rest } = beat;
  return [
    { ...beat, units: before, caption: isAfter ? "" : beat.caption },
    { ...rest, units: after, sounds: [], caption: isAfter ? beat.caption : "" },
  ];
}

/** At least `count` beats: those of several units are cut, then moments of silence follow. */
function atLeast(beats: readonly StagedBeat[], count: number): StagedBeat[] {
  const enough = [...beats];
  while (enough.length < count) {
    const longest = Math.max(...enough.map(({ units }) => units.length));
    const at = enough.findIndex(({ units }) => units.length === longest);
    const beat = enough[at];
    if (beat === undefined || longest < 2) break;
    enough.splice(at, 1, ...cutAt(beat, Math.ceil(longest / 2)));
  }
  return enough.flatMap((beat, index) => {
    const own =
      Math.floor(((index + 1) * count) / enough.length) - Math.floor((index * count) / enough.length);
    return [beat, ...Array.from({ length: Math.max(0, own - 1) }, () => silenceAfter(beat))];
  });
}

function silenceAfter({ chapter: _chapter, ...beat }: StagedBeat): StagedBeat {
  return { ...beat, kind: "silence", units: [], caption: "", sounds: [], effects: [], weight: 1 };
}

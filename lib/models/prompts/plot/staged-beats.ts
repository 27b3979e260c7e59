// Beats of a scene by a hosted model, cut at scene borders, and where there are fewer beats than pages.
import type { StoryUnit } from "../../../manga/story.ts";
import type { BeatDraft } from "./beat-drafts.ts";

/** A beat with its scene. */
export interface StagedBeat extends BeatDraft {
  scene: string;
  chapter?: string;
}

/** Cuts a beat between units with different keys. */
export function splitByKey(beat: StagedBeat, keyOf: (unit: StoryUnit) => string): StagedBeat[] {
  const { units } = beat;
  const at = units.findIndex((unit, index) => {
    const before = units[index - 1];
    return before !== undefined && keyOf(before) !== keyOf(unit);
  });
  if (at < 0) return [beat];
  const [first, second] = cutAt(beat, at);
  return [first, ...splitByKey(second, keyOf)];
}

/** Cuts a beat in two: the caption stays with its narration, sounds and chapter with the first half. */
function cutAt(beat: StagedBeat, at: number): [StagedBeat, StagedBeat] {
  const [before, after] = [beat.units.slice(0, at), beat.units.slice(at)];
  const isAfter = after.some(({ text }) => text.includes(beat.caption));
  const { chapter: _chapter, ...rest } = beat;
  return [
    { ...beat, units: before, caption: isAfter ? "" : beat.caption },
    { ...rest, units: after, sounds: [], caption: isAfter ? beat.caption : "" },
  ];
}

/** Cuts beats of several units until there are at least `count`, if possible. */
export function atLeast(beats: readonly StagedBeat[], count: number): StagedBeat[] {
  const enough = [...beats];
  while (enough.length < count) {
    const longest = Math.max(...enough.map(({ units }) => units.length));
    const at = enough.findIndex(({ units }) => units.length === longest);
    const beat = enough[at];
    if (beat === undefined || longest < 2) break;
    enough.splice(at, 1, ...cutAt(beat, Math.ceil(longest / 2)));
  }
  return enough;
}

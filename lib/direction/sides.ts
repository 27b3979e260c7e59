// The side on which each character stands throughout a scene.
import type { Direction } from "../manga/language.ts";
import type { Beat, Plot } from "../manga/plot.ts";

/**
 * Position of each character in a scene: 0 is left, 1 is right. The character who most often speaks first stands on the side that is read
 * first, so that balloons and speakers have the same order.
 */
export function sidesOf(plot: Plot, scene: string, direction: Direction): ReadonlyMap<string, number> {
  const known = sidesByPlot.get(plot) ?? new Map<string, ReadonlyMap<string, number>>();
  sidesByPlot.set(plot, known);
  const key = `${scene} ${direction}`;
  const sides = known.get(key) ?? computeSides(plot, scene, direction);
  known.set(key, sides);
  return sides;
}

/** Cached, because each beat of a page looks up the sides of its scene. */
const sidesByPlot = new WeakMap<Plot, Map<string, ReadonlyMap<string, number>>>();

const SLOTS = [0.74, 0.26, 0.5, 0.9, 0.1];

function computeSides(plot: Plot, scene: string, direction: Direction): Map<string, number> {
  const beats = plot.pages.flatMap((page) => page.beats).filter((beat) => beat.scene === scene);
  const order = new Set<string>();
  const leads = new Map<string, number>();
  for (const beat of beats) {
    const speakers = speakersOf(beat);
    for (const speaker of speakers) order.add(speaker);
    const [first, second] = speakers;
    if (!first || !second) continue;
    leads.set(first, (leads.get(first) ?? 0) + 1);
    leads.set(second, (leads.get(second) ?? 0) - 1);
  }
  for (const { figures } of beats) for (const { character } of figures) order.add(character);
  const ranked = [...order].toSorted((a, b) => (leads.get(b) ?? 0) - (leads.get(a) ?? 0));
  const sides = new Map<string, number>();
  for (const [index, id] of ranked.entries()) {
    const slot = SLOTS[index % SLOTS.length] ?? 0.5;
    sides.set(id, direction === "rtl" ? slot : 1 - slot);
  }
  return sides;
}

/** Whether the first two speakers of a beat stand in the reverse order of their lines, so that the balloon tails would cross. */
export function isCrossed(beat: Beat, sides: ReadonlyMap<string, number>, direction: Direction): boolean {
  const [first, second] = speakersOf(beat);
  if (!first || !second) return false;
  const before = (sides.get(first) ?? 0.5) - (sides.get(second) ?? 0.5);
  return direction === "rtl" ? before < 0 : before > 0;
}

const speakersOf = ({ lines }: Beat): string[] => [...new Set(lines.flatMap(({ speaker }) => speaker ?? []))];

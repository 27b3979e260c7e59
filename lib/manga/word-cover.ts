// The greatest share of a panel that its words may cover: near shots are for faces, far ones have sky to spare, and in action the picture
// itself tells the story.
import type { Shot } from "./staging.ts";

const MOST_OF_SHOT: Record<Shot, number> = {
  ...{ detail: 0.3, close: 0.3, bust: 0.3 },
  ...{ half: 0.4, full: 0.4 },
  ...{ long: 0.5, establishing: 0.5 },
};
const ACTION: ReadonlySet<string> = new Set(["speed", "impact", "flash"]);
const MOST_OF_ACTION = 0.25;

/** The greatest share of the panel, 0 to 1. */
export function mostCovered({ shot, effects }: { shot: Shot; effects: readonly string[] }): number {
  return effects.some((effect) => ACTION.has(effect)) ? MOST_OF_ACTION : MOST_OF_SHOT[shot];
}

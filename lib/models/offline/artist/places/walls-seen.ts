// What is seen of the walls of a setting while it is drawn.
import type { Pt } from "../pen/curves.ts";

/** Walls that face the reader, and what is on them or stands before them, by their corners in units. */
export interface WallsSeen {
  walls: Pt[][];
  taken: Pt[][];
}

export const noWalls = (): WallsSeen => ({ walls: [], taken: [] });

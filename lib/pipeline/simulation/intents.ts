// What a person of a simulated world means by a command: what the auditor holds the command's effect to.
import type { Region } from "../picture-wishes.ts";
import type { ParamsEdit } from "../plan-revision.ts";
import type { GateDecision } from "../schedule.ts";
import type { PhaseName } from "../step-id.ts";

export interface Intent {
  what:
    | "decide"
    | "patch"
    | "text"
    | "redraw"
    | "repaint"
    | "keep"
    | "final"
    | "params"
    | "words"
    | "restore";
  gate?: { phase: PhaseName; revision: number; kind: GateDecision["kind"] } | undefined;
  /** JSON merge patches of outputs. */
  edits: readonly { step: string; patch: Record<string, unknown> }[];
  params?: ParamsEdit | undefined;
  /** What is to be changed of the picture in `takes`, and where. */
  repaint?: { instruction: string; region?: Region } | undefined;
  /** Whether the picture in `takes` is to be kept. */
  kept?: boolean | undefined;
  /** Who draws the pictures that are kept, or all, again, and whether at half the price. */
  final?: { artist: string; slow?: true } | undefined;
  /** Pictures to draw again. */
  takes: readonly string[];
  /** The earlier take to return to, by the number of the version that asked for it; absent: a new one. */
  take?: number | undefined;
  /** What stands stays good, whatever the other changes make of its input. */
  keeps: boolean;
  /** The version to return to. */
  version?: number | undefined;
  /** What whoever carries it out says that it cannot. */
  cannot: boolean;
}

export const NOTHING: Intent = { what: "words", edits: [], takes: [], keeps: false, cannot: false };

/** How many images a change of a finished book costs; undefined where that depends. */
export function imagesFor({ what, takes, edits }: Intent): number | undefined {
  if (what === "text") return 0;
  return (what === "redraw" || what === "repaint") && takes.length === 1 && edits.length <= 1 ? 1 : undefined;
}

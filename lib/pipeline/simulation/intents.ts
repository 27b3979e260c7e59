// The intent of a simulated user's command, with which the auditor compares its effect.
import type { Region } from "../picture-wishes.ts";
import type { ParamsEdit } from "../plan-revision.ts";
import type { GateDecision } from "../schedule.ts";
import type { PhaseName } from "../step-id.ts";

export interface Intent {
  what:
    | "decide"
    | "patch"
    | "text"
    | "frames"
    | "refit"
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
  /** The change to the picture in `takes`, and its region. */
  repaint?: { instruction: string; region?: Region } | undefined;
  /** Whether the picture in `takes` is marked as kept. */
  kept?: boolean | undefined;
  /** Who draws the pictures that are kept, or all, again, and whether at half the price. */
  final?: { artist: string; slow?: true } | undefined;
  /** Pictures that are drawn for their frames, without another take. */
  pointedAt?: readonly string[] | undefined;
  /** Pictures to draw again. */
  takes: readonly string[];
  /** The earlier take to return to, by the number of the version that asked for it; absent: a new one. */
  take?: number | undefined;
  /** Whether existing results stay valid, whatever the other changes make of their inputs. */
  keeps: boolean;
  /** The version to restore. */
  version?: number | undefined;
  /** Whether the reviser answers that it cannot do it. */
  cannot: boolean;
}

export const NOTHING: Intent = { what: "words", edits: [], takes: [], keeps: false, cannot: false };

/** Number of images that a change of a finished book costs; undefined if it depends on the book. */
export function imagesFor({ what, takes, edits }: Intent): number | undefined {
  // Frames are moved without a picture, until somebody asks for one.
  if (what === "text" || what === "frames") return 0;
  if (what === "refit") return 1;
  return (what === "redraw" || what === "repaint") && takes.length === 1 && edits.length <= 1 ? 1 : undefined;
}

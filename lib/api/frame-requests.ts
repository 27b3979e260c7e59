// Edits of frames as requests state them. `FrameEdit` is what they become; all lengths are in units of 0.1 mm.
import { z } from "@hono/zod-openapi";
import type { FrameEdit } from "../manga/frame-edits.ts";
import { SIDES } from "../manga/frame-shapes.ts";
import { PanelId } from "./route-parts.ts";

/** Longer than any way over a page with its bleed. */
const LONGEST = 4000;
const length = z.number().min(-LONGEST).max(LONGEST);
const point = z.strictObject({ x: length, y: length });
const panel = PanelId;
const side = z.enum(SIDES);

const gutter = {
  panel,
  side,
  by: length.describe(
    "How far the side goes outwards; with `tilt` how far its end does, clockwise, around the middle of its gutter.",
  ),
  alone: z
    .boolean()
    .optional()
    .describe(
      "Whether the other edges of the gutter stay; absent: they move with it, so that it keeps its width.",
    ),
};

const FrameEditSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("move"), ...gutter }),
    z.strictObject({ kind: z.literal("tilt"), ...gutter }),
    z.strictObject({ kind: z.literal("bleed"), panel, side, on: z.boolean() }),
    z.strictObject({ kind: z.literal("cut"), panel, from: point, to: point }),
    z.strictObject({ kind: z.literal("merge"), panel, with: PanelId }),
    z.strictObject({
      kind: z.literal("template"),
      template: z
        .string()
        .max(24)
        .regex(/^[1-9]\.[a-z-]{1,20}$/),
    }),
    z.strictObject({ kind: z.literal("order"), panels: z.array(PanelId).min(1).max(9) }),
  ])
  .openapi("FrameEdit") satisfies z.ZodType<FrameEdit>;

/** More than a person makes before they look at the page. */
const MOST_EDITS = 100;

export const FrameEdits = z
  .array(FrameEditSchema)
  .min(1)
  .max(MOST_EDITS)
  .describe("All or none, each on the page that the one before left. No picture is made for them.");

export const PageOrder = z
  .array(z.int().positive().max(100))
  .min(1)
  .max(100)
  .describe(
    "The present numbers of all pages in their new order: of `[2, 1, 3]` page 2 comes first. The pictures go with their pages; none is made.",
  );

export const RefitPanels = z
  .array(z.strictObject({ page: z.int().positive(), panel: PanelId }))
  .min(1)
  .max(900)
  .optional()
  .describe(
    "Absent: every panel whose picture does not fit its frame. Each picture is paid for as one redraw.",
  );

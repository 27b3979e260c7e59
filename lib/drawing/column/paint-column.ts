// Paints a column's panels, and the credit at its end.
import type { SKRSContext2D } from "@napi-rs/canvas";
import { COLUMN_WIDTH } from "../../manga/column-gap.ts";
import { boundingBox } from "../../manga/geometry.ts";
import { randomFor } from "../../manga/seeded-random.ts";
import { paintBorder } from "../compose-frames.ts";
import { paintSound, paintText } from "../compose-texts.ts";
import type { PageBrief } from "../drafter.ts";
import { artOf, paintArt, type ReadyArt } from "../paint-page.ts";
import { paintLine } from "../screen-font.ts";
import type { PlacedPanel } from "./cut-column.ts";
import { COLUMN_SCALE } from "./panel-in-column.ts";

/** Height of the area for the credit. */
export const CREDIT_HEIGHT = 160;
const CREDIT_SIZE = 24;

/** The canvas must be white, its unit a pixel of a column of `COLUMN_WIDTH`. Throws a RangeError if the panel has no art. */
export function paintPlaced(
  ctx: SKRSContext2D,
  { panel, frame, texts, area, left, top, enlarged }: PlacedPanel,
  { page, art }: { page: PageBrief; art: ReadonlyMap<string, ReadyArt> },
): void {
  const colour = page.colorMode === "color";
  ctx.save();
  ctx.transform(COLUMN_SCALE, 0, 0, COLUMN_SCALE, -left * COLUMN_SCALE, top - area.y * COLUMN_SCALE);
  const [own, place] = [boundingBox(panel.frame.corners), boundingBox(frame.corners)];
  ctx.save();
  ctx.translate(place.x - own.x * enlarged, place.y - own.y * enlarged);
  ctx.scale(enlarged, enlarged);
  paintArt(ctx, { panel, art: artOf({ art, page }, panel), plane: "both", colour });
  ctx.restore();
  paintBorder(ctx, frame, randomFor(page.seed, page.number, panel.id, "border"));
  for (const text of texts.filter(({ kind }) => kind === "sound")) {
    paintSound(ctx, text, { frame, plane: "both", colour });
  }
  for (const text of texts.filter(({ kind }) => kind !== "sound")) paintText(ctx, text);
  ctx.restore();
}

/** Paints the credit in the area of `CREDIT_HEIGHT` above `bottom`, in the same unit. */
export function paintCredit(ctx: SKRSContext2D, bottom: number, credit: string): void {
  ctx.fillStyle = "#777777";
  paintLine(ctx, {
    text: credit,
    ...{ x: COLUMN_WIDTH / 2, y: bottom - CREDIT_HEIGHT / 2, align: "center" },
    ...{ size: CREDIT_SIZE, widest: COLUMN_WIDTH - 80 },
  });
}

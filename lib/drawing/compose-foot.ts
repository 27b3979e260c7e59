// The foot of a page, below its frame: the page number (ノンブル) in the outer corner, and on a book's last page the credit.
import type { SKRSContext2D } from "@napi-rs/canvas";
import { outerSide, pageFrame } from "../manga/binding.ts";
import { type Box, PAPER } from "../manga/geometry.ts";
import type { PageBrief } from "./drafter.ts";
import { paintEdgedLine } from "./screen-font.ts";

/** 8 pt and 6 pt, in units. */
const NUMBER_SIZE = 28;
const CREDIT_SIZE = 21;

/** White edge around the letters where a bleeding panel is under them. */
const EDGE = 5;

/** Baseline of both: between the inner frame and the end of the safe area. */
const BASELINE = PAPER.frame.y + PAPER.frame.height + 62;

/** Area that contains the foot. */
export const FOOT_AREA: Box = {
  ...{ x: 0, width: PAPER.width },
  ...{ y: BASELINE - 2 * NUMBER_SIZE, height: 3 * NUMBER_SIZE },
};

export function paintFoot(ctx: SKRSContext2D, page: PageBrief & { folio?: number; credit?: string }): void {
  ctx.save();
  ctx.lineJoin = "round";
  const outer = outerSide(page);
  const { x, width } = pageFrame(page);
  ctx.strokeStyle = "#ffffff";
  ctx.lineWidth = EDGE * 2;
  ctx.fillStyle = "#000000";
  paintEdgedLine(ctx, {
    text: String(page.folio ?? page.number),
    ...{ x: outer === "left" ? x : x + width, y: BASELINE, size: NUMBER_SIZE, align: outer },
  });
  if (page.credit !== undefined) {
    ctx.fillStyle = "#777777";
    paintEdgedLine(ctx, {
      text: page.credit,
      ...{ x: x + width / 2, y: BASELINE, size: CREDIT_SIZE, align: "center" },
      // Leaves room for the page number on either side.
      widest: PAPER.frame.width - 240,
    });
  }
  ctx.restore();
}

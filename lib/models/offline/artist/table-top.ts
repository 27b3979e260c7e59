// The board under a thing that the words have on a table: a detail shows the thing on it, and not on the floor of the room.
import { type Pt, rect } from "./curves.ts";
import { MATERIALS } from "./materials.ts";
import type { Pen } from "./pen.ts";
import { fade } from "./stage.ts";
import type { PanelView } from "./view.ts";

const ON_TOP =
  /\bon (?:the|an?|his|her|their) (?:[a-z]+ )?(?:table|desk|counter|shelf|windowsill|sill|bar|nightstand)\b|(?:机|卓|テーブル|棚|台|カウンター)の?上/iu;

/** Draws it so that what stands at `foot` stands on it. */
export function drawTableTop(paper: Pen, { picture, width, height }: PanelView, foot: number): void {
  if (!ON_TOP.test(picture.action)) return;
  const pen = paper.of(MATERIALS.wood).withNib(Math.max(2, height * 0.006));
  const back = foot - height * 0.13;
  const front = Math.min(height * 0.95, foot + height * 0.09);
  const night = picture.scene.hour === "night";
  pen.fill(rect(-40, back, width + 80, height - back + 40), "white");
  pen.fill(rect(-40, back, width + 80, front - back), {
    tone: night ? fade(back, front, 0.5, 0.3) : fade(back, front, 0.24, 0.1),
  });
  for (const [k, from, to] of [
    [0.18, 0.02, 0.3],
    [0.34, 0.55, 0.98],
    [0.6, 0.06, 0.24],
    [0.78, 0.66, 0.9],
  ] as const) {
    const y = back + (front - back) * k;
    const grain: Pt[] = [
      [width * from, y],
      [width * (from + to) * 0.5, y + 3],
      [width * to, y - 1],
    ];
    pen.line(grain, 0.5, "both");
  }
  pen.line(
    [
      [-40, back],
      [width + 40, back],
    ],
    0.9,
    "none",
  );
  pen.name("table", rect(0, back, width, front - back));
  pen.fill(rect(-40, front, width + 80, height - front + 40), { tone: night ? 0.85 : 0.62 });
  pen.line(
    [
      [-40, front],
      [width + 40, front],
    ],
    1.2,
    "none",
  );
}

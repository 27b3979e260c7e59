// The board under a thing that the words have on a table: a detail shows the thing on it, and not on the floor of the room.
import { type Pt, rect } from "./curves.ts";
import { MATERIALS } from "./materials.ts";
import type { Pen } from "./pen.ts";
import { fade } from "./stage.ts";
import type { PanelView } from "./view.ts";

const ON_TOP =
  /\bon (?:the|an?|his|her|their) (?:[a-z]+ )?(?:table|desk|counter|shelf|windowsill|sill|bar|nightstand)\b|(?:机|卓|テーブル|棚|台|カウンター)の?上/iu;

/** Lines of its grain: how far down it, and from where to where across it. */
const GRAIN = [
  [0.18, 0.02, 0.3],
  [0.34, 0.55, 0.98],
  [0.6, 0.06, 0.24],
  [0.78, 0.66, 0.9],
] as const;

/** The joints of its boards as well, where all of it is seen. */
const BOARDS = [
  [0.09, 0.3, 0.62],
  [0.13, 0.04, 0.22],
  [0.22, -0.1, 1.1],
  [0.29, 0.6, 0.96],
  [0.36, 0.08, 0.44],
  [0.41, 0.7, 0.88],
  [0.5, -0.1, 1.1],
  [0.57, 0.02, 0.26],
  [0.64, 0.52, 0.94],
  [0.7, 0.16, 0.4],
  [0.79, -0.1, 1.1],
  [0.86, 0.36, 0.7],
  [0.92, 0.74, 0.98],
] as const;

/** Draws it so that what stands between two heights stands on it, or so that it fills the panel, looked at from above. */
export function drawTableTop(
  paper: Pen,
  { picture, width, height }: PanelView,
  feet: { back: number; front: number } | "fills",
): void {
  if (!ON_TOP.test(picture.action) && !picture.props.includes("table")) return;
  const pen = paper.of(MATERIALS.wood).withNib(Math.max(2, height * 0.006));
  const back = feet === "fills" ? -40 : feet.back - height * 0.13;
  const front = feet === "fills" ? height + 40 : Math.min(height * 0.95, feet.front + height * 0.09);
  const night = picture.scene.hour === "night";
  pen.fill(rect(-40, back, width + 80, height - back + 40), "white");
  pen.fill(rect(-40, back, width + 80, front - back), {
    tone: night ? fade(back, front, 0.5, 0.3) : fade(back, front, 0.24, 0.1),
  });
  for (const [k, from, to] of feet === "fills" ? BOARDS : GRAIN) {
    const y = back + (front - back) * k;
    const grain: Pt[] = [
      [width * from, y],
      [width * (from + to) * 0.5, y + 3],
      [width * to, y - 1],
    ];
    pen.line(grain, to - from > 1 ? 0.9 : 0.5, "both");
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

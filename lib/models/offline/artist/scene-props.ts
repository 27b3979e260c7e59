// Things that nobody holds: set down where the people leave room, near enough to be read, or large when they are the picture.
import type { Prop } from "../../../manga/staging.ts";
import { chance, hashOf } from "./chance.ts";
import type { Composition } from "./compose.ts";
import { clamp, ellipse, type Pt, placed } from "./curves.ts";
import type { Sketch } from "./panel.ts";
import type { Pen } from "./pen.ts";
import { drawProp, sizeOf } from "./props.ts";
import type { PanelView } from "./view.ts";

/** On walls and in doorways; everything else stands on the ground. */
const ON_WALLS: ReadonlySet<Prop> = new Set(["window", "clock", "mirror"]);

export function placeProps(pen: Pen, view: PanelView, plan: Composition, sketch: Sketch): void {
  const { picture, width, height } = view;
  const held = new Set(picture.figures.map(({ holds }) => holds));
  const rowing = picture.figures.some(({ pose }) => pose === "row");
  const loose = [...new Set(picture.props)].filter((prop) => !held.has(prop)).slice(0, 3);
  const riding = picture.figures.some(({ pose }) => pose === "ride");
  const rng = chance(hashOf(picture.scene.id, ...loose));
  for (const [i, prop] of loose.entries()) {
    if ((prop === "boat" && (rowing || view.picture.figures.length > 0)) || (prop === "bicycle" && riding))
      continue;
    const alone = picture.figures.length === 0;
    const { reach, metres } = sizeOf(prop);
    const detail = picture.shot === "detail" || picture.shot === "close";
    if (detail && !alone) continue;
    const natural = (metres * plan.metre) / 2;
    const half =
      alone && detail
        ? Math.min(width, height) * 0.3
        : clamp(natural, height * 0.05, height * (metres > 1 ? 0.3 : 0.2));
    const x = alone
      ? width * (0.5 + (i - (loose.length - 1) / 2) * 0.3)
      : freeX(view, plan, half, rng.next());
    const y =
      alone && detail
        ? height * (0.5 + picture.room * 0.03)
        : ON_WALLS.has(prop)
          ? height * 0.32
          : Math.min(height - half * 1.05, plan.groundY - half * 0.9);
    const k = half / reach;
    const nib = clamp(half * 0.035, 1.8, 6);
    if (!ON_WALLS.has(prop) && !detail)
      pen.fill(ellipse(x, y + half * 0.95, half * 0.9, half * 0.14, 10), { veil: 0.35 });
    pen.withNib(nib).haloed(nib, (p) => drawProp(p.at(placed(x, y, 0, k)), prop));
    const corners: Pt[] = [
      [x - half, y - half],
      [x + half, y + half],
    ];
    sketch.keep.push(corners);
  }
}

/** The middle of the widest gap between the people, or beside them. */
function freeX({ width }: PanelView, plan: Composition, half: number, jitter: number): number {
  const taken = plan.standing.map(({ x }) => x).toSorted((a, b) => a - b);
  const stops = [0, ...taken, width];
  let best = { x: width / 2, gap: -1 };
  for (const [i, from] of stops.entries()) {
    const to = stops[i + 1];
    if (to === undefined || to - from <= best.gap) continue;
    const edge = i === 0 ? 0.38 : i === stops.length - 2 ? 0.62 : 0.5;
    best = { x: from + (to - from) * edge, gap: to - from };
  }
  return clamp(best.x + (jitter - 0.5) * best.gap * 0.2, half * 0.9, width - half * 0.9);
}

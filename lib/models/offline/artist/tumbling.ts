// Things that do not stand where they are: thrown into the air, fallen on their side, or on their way into water.
import type { PlaceKind, Prop } from "../closed/staging.ts";
import { isFurniture, traitsOf } from "../thing-traits.ts";
import { clamp, ellipse, type Pt, placed, rect } from "./curves.ts";
import type { Pen } from "./pen.ts";
import { drawProp, sizeOf } from "./props.ts";
import { pattern } from "./readings.ts";
import { sinksIn, splashOf } from "./splash.ts";
import type { PanelView } from "./view.ts";

const THROWN = pattern("thrown", "action", /\b(?:flung|hurled|thr(?:ew|own)|tossed)\b|投げ|放り|吹き飛/iu);
/** Whether something is thrown. */
export const isThrown = (action: string): boolean => THROWN.test(action);

/** `She tore the bread out of her bag and threw it`: that the one is thrown says nothing of what it was in. */
const isSource = (prop: Prop, action: string): boolean => SOURCES.has(prop) && FROM_IT.test(action);
const SOURCES: ReadonlySet<Prop> = new Set([
  ...(["bag", "sack", "paper-bag", "backpack", "basket", "box", "suitcase", "bucket", "drawer"] as const),
]);
const FROM_IT = pattern(
  "taken-out",
  "action",
  /\b(?:out of|from) (?:his|her|the|a|their|my|its) (?:[a-z]+ )?(?:bag|backpack|rucksack|satchel|basket|box|case|suitcase|bucket|drawer|sack|pack)\b|(?:袋|鞄|カバン|かばん|バッグ|籠|かご|箱|バケツ|リュック|引き出し)(?:の中)?から/iu,
);

/** 飛び出した is said of people. */
const FLIES = pattern(
  "flies",
  "action",
  /\b(?:flew|flies|sailed through|spun through)\b|飛(?:ん|び(?!出|込|起|乗|つ|かか|跳|降|お|上))|舞い?上が/iu,
);
/** What flies though it does not tumble. */
const WINGED: ReadonlySet<Prop> = new Set([
  ...(["kite", "balloon", "paper-plane", "paper-crane", "bamboo-copter", "leaf", "feather"] as const),
  ...(["letter", "ticket", "money", "handkerchief", "scarf", "ribbon", "ball"] as const),
]);
const FALLEN = pattern(
  "fallen",
  "action",
  /\b(?:fell(?! (?:shut|silent|asleep|quiet|ill|in love|behind|open|still|to (?:his|her|their) knees|over (?:his|her|its) eyes))|fallen|dropped|knocked over|toppled|tipped over|rolled|(?<!\b[Ii]n (?:the|a|his|her|it|that) ?(?:[a-z]+ )?)(?:lay|lying)(?! (?:in|on|across|over) (?:his|her|its) (?:lap|knees|arms|hands?)|[^.]* on (?:the|an?|his|her) (?:[a-z]+ )?(?:table|desk|shelf|counter|tray|sill|windowsill|nightstand|bench|piano|mantelpiece))|tumbled|slipped from|cast aside|thrown away)\b|落[ちとし]|倒れ|転が|ころが|散らば|捨て|横たわ|放り出|沈[んみ]/iu,
);

/** How a thing that nobody holds is there, by what the text says happens. */
type Way = "stands" | "lies" | "flies" | "drifts" | "sinks" | "sunk";

export function wayOf(prop: Prop, view: Pick<PanelView, "picture">): Way {
  const { action, scene, shot } = view.picture;
  if (
    scene.place.kind === "space" &&
    shot !== "detail" &&
    (!isFurniture(prop) || traitsOf(prop).stands === undefined)
  )
    return "drifts";
  if (isThrown(action) && !isFurniture(prop) && !isSource(prop, action)) return "flies";
  if (WINGED.has(prop) && FLIES.test(action)) return "flies";
  if (!traitsOf(prop).tumbles) return "stands";
  if (sinksIn(view)) return "sinks";
  if (isSunk(view)) return "sunk";
  return FLIES.test(action) ? "flies" : FALLEN.test(action) ? "lies" : "stands";
}

const SUNK = pattern(
  "sunk",
  "action",
  /沈んで|沈んだ|水(?:の中|底)に|\b(?:under the water|underwater|lay at the bottom|sunk(?:en)?|in the shallows)\b/iu,
);
const WATERS: ReadonlySet<PlaceKind> = new Set(["river", "sea", "shore"]);

/** Whether things lie under water that the picture shows beside somebody. */
export const isSunk = ({ picture: { scene, figures, action } }: Pick<PanelView, "picture">): boolean =>
  WATERS.has(scene.place.kind) && figures.length > 0 && SUNK.test(action);

/** Where shallow water is: a little beyond the bank that people stand on. */
export function shallows({ camera }: PanelView): { y: number; metre: number } {
  const z = (camera.distance + 2.3) * 0.94 + 0.7;
  return { y: camera.see(0, 0, z)[1], metre: camera.focal / z };
}

/** A thing and where it is set down, in units. */
export interface Spot {
  prop: Prop;
  /** The middle of its foot. */
  x: number;
  y: number;
  k: number;
  width: number;
  height: number;
}

/** A thing in the air, turned as it spins and with the streaks of its way behind it, or on its side where it came to lie. */
export function tumble(
  pen: Pen,
  view: PanelView,
  { prop, x, y, k, width, height, near, way }: Spot & { near: boolean; way: Exclude<Way, "stands"> },
): Pt[] {
  const [left, high, right, low] = sizeOf(prop).extent;
  const nib = clamp(height * 0.02, 1.8, 6);
  const flies = way === "flies";
  const drifts = way === "drifts";
  const sinks = way === "sinks";
  const sunk = way === "sunk";
  const turn = sinks
    ? width > height
      ? 40
      : 124
    : flies
      ? x < view.width / 2
        ? -38
        : 38
      : drifts
        ? x < view.width / 2
          ? -24
          : 24
        : width > height
          ? -8
          : 82;
  const half = flies || sinks || drifts ? height / 2 : Math.min(width, height) / 2;
  const { foot, size } = splashOf(view);
  const middle: Pt = sinks
    ? [foot[0], foot[1] - size * 0.66]
    : [x, (flies || drifts) && !near ? Math.min(y - height, view.height * (flies ? 0.36 : 0.48)) : y - half];
  if (sinks) fallen(pen.withNib(nib), middle, Math.max(width, height) / 2);
  else if (flies)
    streak(pen.withNib(nib), middle, { r: Math.max(width, height) / 2, side: turn < 0 ? -1 : 1 });
  else if (!sunk && !drifts && view.picture.scene.place.kind !== "abstract")
    pen.fill(ellipse(x, y, Math.max(width, height) * 0.5, half * 0.3, 10), { veil: 0.35 });
  const draw = (q: Pen) =>
    q.haloed(nib * 0.6, (p) => {
      const turned = p.at(placed(middle[0], middle[1], turn, k));
      drawProp(turned.at(placed(-(left + right) / 2, -(high + low) / 2)), prop, view.picture.props);
    });
  if (sinks) pen.withNib(nib).inside(rect(-40, -40, view.width + 80, foot[1] + 40), draw);
  else draw(pen.withNib(nib));
  if (sunk) overflow(pen.withNib(nib), middle, Math.max(width, height) / 2);
  const reach = Math.max(width, height) / 2;
  return [
    [middle[0] - reach, middle[1] - (flies || sinks || drifts ? reach : half)],
    [middle[0] + reach, middle[1] + (flies || sinks || drifts ? reach : half)],
  ];
}

/** Water over what lies under it: rings round it, and its surface across it in broken lines. */
function overflow(pen: Pen, [x, y]: Pt, r: number): void {
  pen.fill(ellipse(x, y, r * 1.25, r * 0.42, 14), { veil: 0.16 });
  for (const k of [1.3, 1.7]) pen.stroke(ellipse(x, y, r * k, r * 0.42 * k, 16), "white", 0.9, true);
  for (const [dx, dy, long] of [
    [-0.5, -0.12, 0.7],
    [0.3, 0.06, 0.8],
    [-0.2, 0.22, 0.6],
    [0.55, -0.24, 0.4],
  ] as const)
    pen.scratch(
      [
        [x + (dx - long / 2) * r, y + dy * r],
        [x + dx * r, y + dy * r + 2],
        [x + (dx + long / 2) * r, y + dy * r],
      ],
      1.3,
    );
}

/** The way that something fell: lines straight down to it. */
function fallen(pen: Pen, [x, y]: Pt, r: number): void {
  for (const [i, off] of [-0.7, -0.42, -0.1, 0.3].entries()) {
    const from: Pt = [x + off * r, y - r * (i % 2 ? 0.7 : 0.95)];
    pen.scratch(
      [from, [from[0], from[1] - r * 0.7], [from[0], from[1] - r * (i % 2 ? 1.3 : 1.7)]],
      0.9,
      "end",
    );
  }
}

/** The way that something has flown: a bundle of lines that curve after it and thin out. */
function streak(pen: Pen, [x, y]: Pt, { r, side }: { r: number; side: 1 | -1 }): void {
  for (const [i, off] of [-0.62, -0.24, 0.12, 0.5].entries()) {
    const from: Pt = [x - side * r * 0.7, y + off * r];
    const long = r * (i % 2 ? 2.1 : 2.9);
    pen.line(
      [from, [from[0] - side * long * 0.5, from[1] + r * 0.16], [from[0] - side * long, from[1] + r * 0.8]],
      i % 2 ? 0.7 : 1.1,
      "end",
    );
  }
}

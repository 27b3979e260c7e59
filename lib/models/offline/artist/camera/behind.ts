import { measuresOf } from "../closed/measures.ts";
import type { Shot } from "../closed/staging.ts";
import { type Chance, chance, hashOf } from "../pen/chance.ts";
import { type Pt, sharp, through } from "../pen/curves.ts";
import { round } from "../pen/outlines.ts";
import type { Pen } from "../pen/pen.ts";
import { fade, graded, paper } from "../places/stage.ts";
import { setIn } from "../things/traces.ts";
import { isFootwork } from "./near-shots.ts";
import type { PanelView } from "./view.ts";

export type Behind = "place" | "pale" | "part" | "feeling";

/** Expressions strong enough to replace the room by a background of feeling. */
const STRONG = /^(?:cry|furious|shout|shocked|terrified|afraid|surprised|pain|laugh|shy)$/u;

/** Percentages by shot of pictures with the whole place, the pale place, and a part of it; the rest have a background of feeling. */
const SHARES = measuresOf<Shot, { behind?: readonly [place: number, pale: number, part: number] }>("shots");

/** Moods that belong to the place, such as a dark house or a cold street, and keep it visible. */
const STAYS = /^(?:eerie|lonely|sad)$/u;

/** Chooses the background: feeling in a close-up, and often behind a strong expression. */
export function behindOf({ picture, seed, width, height }: PanelView): Behind {
  const { shot, figures, scene, effects } = picture;
  if (figures.length === 0) return "place";
  if (shot === "detail" || shot === "close") return isOfFeet(picture) ? "place" : "feeling";
  const { behind: shares } = SHARES[shot];
  if (!shares) return "place";
  const strong = STRONG.test(figures[0]?.expression ?? "");
  const bare = setIn(picture).length === 0;
  const by = hashOf(seed, "plain") % 100;
  if (strong && (shot === "bust" ? by < 66 : shot === "half" && bare && by < 50)) return "feeling";
  const [place, pale, part] = shares;
  if (by < place) return "place";
  if (by < place + pale) return "pale";
  // A partial place is only used without set-down things, without effect lines, and in panels that are not very long.
  if (by < place + pale + part)
    return bare && width < height * 2 && effects.length === 0 && !STAYS.test(scene.mood) ? "part" : "pale";
  if (shot === "full") return "pale";
  return bare && width < height * 1.7 ? "feeling" : "place";
}

/** Whether the picture is a detail of feet, which need the ground of their place. */
const isOfFeet = ({ figures, shot }: PanelView["picture"]): boolean =>
  shot === "detail" && figures.every(isFootwork);

/** Makes a place recede: a light veil by day, a dark veil by night; its lines stay visible. */
export function paled(pen: Pen, view: PanelView): void {
  const night = view.picture.scene.hour === "night";
  pen.fill(paper(view), night ? { veil: 0.42 } : { light: 0.36 });
}

/** Maps a share of the width, counted from the side that the figure looks towards, to x. */
type Across = (u: number) => number;

/** A part of the panel, and the direction in which its drawing fades out. */
interface Part {
  outline: Pt[];
  fades: readonly [from: Pt, to: Pt];
}

/** Draws a place only on one side of the panel or in its upper part: its tone fades out, and its edge ends in points on the paper. */
export function drawInPart(pen: Pen, view: PanelView, draw: (pen: Pen) => void): void {
  const { picture, width, height, seed } = view;
  const rng = chance(hashOf(seed, "part"));
  const night = picture.scene.hour === "night";
  pen.fill(paper(view), night ? { tone: fade(0, height, 0.94, 0.7) } : "white");
  const right = picture.figures[0]?.facing === "right";
  const across: Across = (u) => width * (right ? 1 - u : u);
  const part = (height > width * 1.15 ? upperPart : sidePart)(view, across, rng);
  pen.inside(part.outline, (inside) => {
    draw(inside);
    const [[x0, y0], [x1, y1]] = part.fades;
    const most = night ? 0.75 : 0.9;
    const [from, to] = through([round(x0), round(y0)], [round(x1), round(y1)]);
    const shade = graded(from, to, [0, 0], [0.6, most * 0.6], [1, most]);
    inside.fill(paper(view), night ? { veil: shade } : { light: shade });
  });
}

/** The side that the figure looks towards, which shows its surroundings. */
function sidePart({ height }: PanelView, x: Across, rng: Chance): Part {
  const edge = rng.between(0.5, 0.64);
  const lean = rng.between(-0.12, 0.12);
  const points: Pt[] = through([x(-0.1), -60], [x(edge + lean), -60]);
  const n = Math.round(height / 15);
  for (let i = 0; i <= n; i++) {
    const v = i / n;
    const base = edge + lean * (1 - 2 * v);
    points.push(
      [x(base - 0.02), height * v],
      [x(base + rng.between(0.02, 0.07) + 0.1 * rng.next() ** 3), height * (v + 0.5 / n)],
    );
  }
  const outline = sharp([...points, [x(edge - lean), height + 60], [x(-0.1), height + 60]]);
  return { outline, fades: through([x(edge - 0.28), 0], [x(edge), 0]) };
}

/**
 * The part above the shoulders, with an edge that slopes down to the side that the figure looks towards. Its
 * points are horizontal: points that hang down would look like drips.
 */
function upperPart({ width, height }: PanelView, x: Across, rng: Chance): Part {
  const foot = rng.between(0.6, 0.74);
  const points: Pt[] = through([x(-0.1), -60], [x(1.2), -60]);
  const n = Math.round((height * foot) / 15);
  for (let i = 0; i < n; i++) {
    const base = 1.16 * (1 - (i / n) ** 1.7);
    points.push(
      [x(base - 0.02), (height * foot * i) / n],
      [x(base + rng.between(0.03, 0.09) + 0.13 * rng.next() ** 3), (height * foot * (i + 0.5)) / n],
    );
  }
  // Perpendicular to the slope.
  const [wide, deep] = [1.16 * width, foot * height];
  const square = wide ** 2 + deep ** 2;
  const across = (t: number): Pt => [
    x((t * wide * deep ** 2) / square / width),
    (t * wide ** 2 * deep) / square,
  ];
  return { outline: sharp([...points, [x(-0.1), deep]]), fades: [across(0.8), across(1.2)] };
}

// Wings of birds: folded at the side, thrown up, spread in flight.
import type { Paint } from "../../../../../manga/drawing.ts";
import { type Pt, placed, pts, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { BirdBuild } from "./bird-builds.ts";

export interface Feathers {
  p: Pen;
  build: BirdBuild;
  paint: Paint;
  wing: Paint;
}

/** The ends of long wings are black, of gulls and of cranes. */
const isTipped = ({ bird }: BirdBuild): boolean => bird === "gull" || bird === "crane";

function quills(p: Pen, wing: Paint, rows: readonly (readonly [from: Pt, to: Pt])[], weight = 0.45): void {
  for (const row of rows)
    if (wing === "black") p.scratch(row, weight + 0.1, "end");
    else p.line(row, weight, "end");
}

const rows = (text: string): (readonly [Pt, Pt])[] => {
  const points = pts(text);
  return points.flatMap((from, i) => {
    const to = points[i + 1];
    return i % 2 === 0 && to ? [[from, to] as const] : [];
  });
};

const FAR = {
  broad: pts(
    "-20,-48! -40,-88 -62,-116 -92,-136! -84,-112! -78,-122 -60,-96! -52,-104 -30,-78! -6,-76 16,-52!",
  ),
  long: pts("-22,-58! -46,-96 -86,-128 -142,-146! -118,-122! -108,-118 -70,-88 -34,-70 10,-62!"),
  pointed: pts("-14,-54! -50,-104 -104,-134 -150,-138! -112,-112 -64,-82 -22,-64 8,-56!"),
} as const;
const NEAR = {
  broad: pts("-20,-46 -46,-20 -66,8 -96,34! -70,32! -80,44! -48,34! -52,46! -24,18 4,-30 -6,-48"),
  long: pts("-22,-48 -54,-22 -96,2 -150,14! -118,26! -104,32 -56,30 -14,6 8,-32 -6,-50"),
  pointed: pts("-16,-48 -60,-24 -108,0 -156,30! -104,28 -56,16 -14,-4 8,-34 -2,-50"),
} as const;
const TIPS = {
  far: pts("-142,-146! -104,-134 -92,-118 -108,-118 -118,-122!"),
  near: pts("-150,14! -110,4 -94,18 -104,32 -118,26!"),
} as const;

/** Wings that carry are as large as the body is, and hang from its back. */
const spread = ({ p, build }: Feathers): Pen => p.at(placed(0, -42, 0, 1.24 * build.body)).at(placed(0, 42));

export function drawFarWing(feathers: Feathers): void {
  const { build, wing } = feathers;
  const p = spread(feathers);
  p.shape(FAR[build.wing], wing, 0.9);
  if (isTipped(build)) p.fill(TIPS.far, "black");
  quills(p, wing, rows("-78,-112 -50,-82 -54,-94 -30,-68"));
}

export function drawNearWing(feathers: Feathers): void {
  const { build, wing } = feathers;
  const p = spread(feathers);
  p.shape(NEAR[build.wing], wing, 0.9);
  if (isTipped(build)) p.fill(TIPS.near, "black");
  quills(p, wing, rows("-76,26 -64,2 -54,26 -46,0 -32,10 -28,-12"));
}

export function drawRaisedWing({ p, build, wing }: Feathers): void {
  p.shape(
    pts("8,-44! -12,-78 -44,-100 -84,-106! -66,-84! -74,-76! -50,-58! -54,-48! -22,-24 2,-24!"),
    wing,
    0.9,
  );
  if (isTipped(build)) p.fill(pts("-84,-106! -62,-98 -56,-84 -66,-84!"), "black");
  quills(p, wing, rows("-62,-82 -36,-72 -50,-58 -26,-54"));
}

export function drawFoldedWing({ p, build, wing }: Feathers): void {
  const long = build.wing !== "broad" || build.tail === "long";
  p.shape(
    pts(
      long
        ? "6,-54 -20,-60 -56,-42 -104,-14! -60,-12 -24,-18 0,-28"
        : "6,-52 -20,-56 -52,-36 -74,-16! -30,-18 0,-26",
    ),
    wing,
    0.9,
  );
  if (build.bird === "gull") p.fill(pts("-104,-14! -72,-34 -64,-22 -70,-12"), "black");
  if (build.bird === "pigeon")
    for (const x of [-34, -54]) p.fill(through([x, -46], [x + 8, -47], [x - 2, -18], [x - 11, -16]), "black");
  if (build.bird === "sparrow")
    for (const [x, y] of pts("-8,-44 -22,-42 -14,-34 -30,-34"))
      p.fill(through([x, y], [x + 8, y + 2], [x + 2, y + 7]), "black");
  quills(p, wing, rows("-12,-34 -32,-26 -26,-28 -46,-20 -40,-22 -60,-16"));
}

// Hair over the face: the cap with its fringe, the locks before the ears, strands and a band of light.
import { drawExtra } from "./back-hair.ts";
import { chance } from "./chance.ts";
import { corner, lerp, type Pt } from "./curves.ts";
import { type Hair, paintOf, strand } from "./hair-ink.ts";
import type { Haircut } from "./haircuts.ts";
import type { Rig } from "./head-rig.ts";
import type { Pen } from "./pen.ts";

/** The cap, the fringe and the locks before the ears; drawn over the face. */
export function drawFrontHair(pen: Pen, rig: Rig, hair: Hair): void {
  if (rig.view === "back") {
    drawBackOfHead(pen, rig, hair);
    return;
  }
  const outline = capOutline(rig, hair);
  pen.shape(outline, paintOf(hair.fill));
  drawHairShade(pen, rig, hair, outline);
  drawStrands(pen, rig, hair);
  drawShine(pen, rig, hair);
}

function crownArc(rig: Rig, hair: Hair): Pt[] {
  const { cut } = hair;
  const [cx, r] = rig.skull;
  const rx = r + 2 + cut.volume * 0.75;
  const ry = 44 + cut.volume;
  const at = (deg: number, extra = 0): Pt => {
    const a = (deg * Math.PI) / 180;
    return [cx + Math.cos(a) * (rx + extra), -7 - Math.sin(a) * (ry + extra)];
  };
  const rng = chance(hair.seed);
  const points: Pt[] = [];
  if (cut.crown === "smooth") for (let d = 4; d <= 176; d += 21.5) points.push(at(d));
  else if (cut.crown === "curly") {
    for (let d = 6; d < 172; d += 18)
      points.push(corner(at(d, -3)), at(d + 5, 3), at(d + 13, 3 + rng.next() * 2));
  } else if (cut.crown === "messy") {
    for (let d = 4; d <= 176; d += 21.5) points.push(at(d, rng.between(-1.5, 1.5)));
    const tuft = at(98, 13);
    points.splice(4, 0, corner(at(78, 1)), [tuft[0] - 4, tuft[1], 1], corner(at(101, -1)));
    const second = at(142, 9);
    points.splice(9, 0, [second[0], second[1] + 3, 1], corner(at(146, -1)));
  } else {
    for (let d = 22; d < 178; d += 23) {
      const lean = 11;
      points.push(corner(at(d, -4)), corner(at(d + lean + rng.between(2, 7), rng.between(13, 21))));
    }
  }
  return points;
}

/** The outline of the hair over the face, with its fringe. */
export function capOutline(rig: Rig, hair: Hair): Pt[] {
  const { cut } = hair;
  const { view } = rig;
  const [cx, r] = rig.skull;
  const edge = r + 2 + cut.volume * 0.75;
  const left = cx - edge;
  const side = cut.side;
  const swing = -hair.swing * 0.4;
  const x = (phi: number) => rig.x(phi, 44);
  const near: Pt[] =
    cut.crown === "curly"
      ? curls(left, x(-64), side)
      : cut.covers
        ? [
            [left - 0.5, 12],
            [left + 1 + swing * 0.5, side * 0.62],
            [left + 7 + swing, side, 1],
            [lerp(left, x(-62), 0.55) + swing * 0.5, side * 0.8],
            [x(-66) + swing, side * 1.02, 1],
            [x(-63), side * 0.45],
            [x(-58), 2],
          ]
        : [
            [left + 1, 8],
            [view === "front" ? left + 3 : left + 6, cut.nape * 0.8, 1],
            ...nape(rig, cut),
            [x(-96), -2],
            [x(-82), 2],
            [x(-74) + swing, side, 1],
            [x(-62), side * 0.2 - 3],
          ];
  const fringe: Pt[] = [];
  for (const [phi, y, tip] of cut.fringe) {
    const at = phi + rig.yaw;
    if (at > 64 && view !== "front") continue;
    const px = Math.min(rig.x(phi, 44), view === "profile" ? 36 : view === "three-quarter" ? 37 : 41);
    fringe.push(tip ? [px, y, 1] : [px, y]);
  }
  const right = cx + edge;
  return [...crownArc(rig, hair), ...near, ...fringe, ...farSide(rig, cut, right)];
}

/** The near side of curly hair: bumps down the outside and back up along the cheek. */
function curls(left: number, cheek: number, low: number): Pt[] {
  const bumps: Pt[] = [];
  for (let i = 0; i < 3; i++) {
    const y = -4 + ((low + 4) * i) / 3;
    const step = (low + 4) / 3;
    bumps.push([left - 4, y + step * 0.35], [left - 3, y + step * 0.75], corner([left + 3, y + step]));
  }
  const third = (cheek - left) / 3;
  for (let i = 0; i < 3; i++) {
    const x = left + 3 + third * i;
    bumps.push([x + third * 0.25, low + 6], [x + third * 0.75, low + 6], corner([x + third, low - 2]));
  }
  return [...bumps, [cheek + 3, low * 0.55], corner([cheek - 1, low * 0.4]), [cheek + 4, low * 0.1]];
}

function nape(rig: Rig, cut: Haircut): Pt[] {
  if (rig.view === "front") return [[rig.x(-88) + 1, 6]];
  const [cx, r] = rig.skull;
  const ear = rig.x(-100);
  return [
    [lerp(cx - r, ear, 0.45), cut.nape, 1],
    [ear + 1, cut.nape * 0.75],
    [ear - 2, 6],
  ];
}

function farSide(rig: Rig, cut: Haircut, right: number): Pt[] {
  if (rig.view === "profile")
    return [
      [37, -14],
      [right - 1, -22],
    ];
  if (rig.view === "three-quarter") {
    const reach = cut.covers ? cut.side * 0.86 : Math.min(cut.side, 16);
    return [
      [37, -4],
      [38.6, reach * 0.5],
      [36.5, reach, 1],
      [Math.min(right, 44), reach * 0.4],
      [Math.min(right + 0.5, 46), -8],
    ];
  }
  if (cut.covers) {
    return [
      [rig.x(60), 2],
      [rig.x(63), cut.side * 0.45],
      [rig.x(66), cut.side * 1.02, 1],
      [lerp(right, rig.x(62), 0.55), cut.side * 0.8],
      [right - 7, cut.side, 1],
      [right - 1, cut.side * 0.62],
      [right + 0.5, 12],
    ];
  }
  return [
    [rig.x(62), cut.side * 0.2 - 3],
    [rig.x(74), cut.side, 1],
    [rig.x(82), 2],
    [rig.x(88) - 1, 6],
    [right - 3, cut.nape * 0.8, 1],
    [right - 1, 8],
  ];
}

/** Locks: lines that run from the whorl of the crown to where the fringe parts, and a few that stop on the way. */
function drawStrands(pen: Pen, rig: Rig, hair: Hair): void {
  const { fringe, volume } = hair.cut;
  const [cx, r] = rig.skull;
  const rng = chance(hair.seed ^ 0x9e);
  const whorl: Pt = [lerp(cx, rig.x(0), 0.3), -46 - volume * 0.7];
  for (const [phi, y, tip] of fringe) {
    if (phi + rig.yaw > 66) continue;
    const x = Math.min(rig.x(phi), 36);
    const reach = tip ? rng.between(0.16, 0.34) : rng.between(0.42, 0.74);
    const bow = (x - whorl[0]) * 0.16;
    const point = (t: number): Pt => [
      lerp(x, whorl[0], t) + bow * Math.sin(t * Math.PI),
      lerp(y - (tip ? 3 : 1), whorl[1], t),
    ];
    strand(pen, hair, [point(0), point(reach * 0.5), point(reach)], tip ? 0.35 : 0.5);
  }
  if (pen.scale > 0.5)
    for (let deg = 52; deg < 150; deg += 19) {
      const a = ((deg + rng.between(-6, 6)) * Math.PI) / 180;
      const out = (k: number): Pt => [cx + Math.cos(a) * r * k, -7 - Math.sin(a) * (44 + volume) * k];
      strand(pen, hair, [out(0.96), out(0.82), out(rng.between(0.58, 0.74))], 0.35);
    }
  if (rig.view === "front") return;
  for (const [x, low] of [
    [0.55, 8],
    [0.3, 6],
    [0.78, 2],
  ] as const)
    strand(pen, hair, [
      [cx - r * x, -34 + x * 6],
      [cx - r * (x + 0.22), -12],
      [cx - r * (x + 0.2), low],
    ]);
}

/** Toned hair is darker below and behind, where the light from the upper left does not reach. */
function drawHairShade(pen: Pen, rig: Rig, hair: Hair, outline: readonly Pt[]): void {
  if (hair.fill === "black") return;
  const [cx, r] = rig.skull;
  const tone = { white: 0.1, light: 0.3, mid: 0.52, dark: 0.78 }[hair.fill];
  pen.inside(outline, (p) => {
    p.fill(
      [
        [cx + r * 0.2, -60, 1],
        [cx + r * 0.5, -34],
        [cx + r * 0.46, -20],
        [cx + r * 0.62, -6],
        [cx + r * 0.5, 12],
        [cx + r * 0.62, 80, 1],
        [cx + r * 2, 80, 1],
        [cx + r * 2, -60, 1],
      ],
      { tone },
    );
    p.fill(
      [
        [cx - r * 2, 4, 1],
        [cx - r * 0.9, 2],
        [cx - r * 0.7, 12],
        [cx - r * 0.5, 8],
        [cx - r * 0.3, 80, 1],
        [cx - r * 2, 80, 1],
      ],
      { tone },
    );
  });
}

/** The band of light on dark hair, broken into slivers that follow the strands. */
function drawShine(pen: Pen, rig: Rig, hair: Hair): void {
  if (hair.fill === "white" || hair.fill === "light" || pen.scale < 0.35) return;
  if (hair.cut.crown === "curly" || hair.cut.crown === "spiky") return;
  const rng = chance(hair.seed ^ 0x51);
  const [cx] = rig.skull;
  for (let phi = -58; phi <= 34; phi += 6) {
    const at = phi + rig.yaw;
    if (at > 62 || rng.next() < 0.22) continue;
    const x = lerp(cx, rig.x(phi), 0.86);
    const bow = (at / 60) ** 2 * 9;
    const y = -31 - hair.cut.volume * 0.5 + bow;
    const h = rng.between(3, 9) * (1 - Math.abs(phi + 12) / 110);
    const lean = (x - cx) * 0.12;
    pen.fill(
      [
        [x - 2.1 - lean * 0.2, y - h * 0.5],
        [x + 1.9 - lean * 0.2, y - h * 0.5 - 0.5],
        [x + 0.6 + lean, y + h, 1],
      ],
      "white",
    );
  }
}

function drawBackOfHead(pen: Pen, rig: Rig, hair: Hair): void {
  const { cut } = hair;
  const [cx, r] = rig.skull;
  const edge = r + 2 + cut.volume * 0.75;
  const low = cut.back ? cut.back.length : cut.nape + 8;
  const wide = cut.back ? cut.back.width : edge * 0.72;
  const hem: Pt[] = [];
  const n = 6;
  for (let i = 0; i <= n; i++) {
    const x = lerp(cx - wide, cx + wide, i / n);
    const straight = cut.back?.hem === "straight";
    hem.push(straight ? [x, low] : [x, low + (i % 2 === 0 ? -4 : 5), 1]);
  }
  const arc = crownArc(rig, hair);
  pen.shape([...arc, [cx - edge, 12], ...hem, [cx + edge, 12]], paintOf(hair.fill));
  for (let i = 1; i < 6; i++) {
    const x = lerp(cx - wide, cx + wide, i / 6);
    strand(pen, hair, [
      [lerp(x, cx, 0.7), -40],
      [x * 1.02, -6],
      [x, low - 8],
    ]);
  }
  if (cut.extra) drawExtra(pen, rig, hair, cut.extra);
}

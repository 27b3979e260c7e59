// Rendering of hair: strands from the whorl, curls, the shade of toned hair in jagged locks, and the highlight band of dark hair.
import { chance } from "../../pen/chance.ts";
import { corner, lerp, type Pt, placed, polar, pts, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Rig } from "../head/head-rig.ts";
import { type Hair, strand } from "./hair-ink.ts";

/** Lines from the whorl of the crown to the partings of the fringe, some of them shorter. */
export function drawStrands(pen: Pen, rig: Rig, hair: Hair): void {
  const { fringe, volume } = hair.cut;
  const [cx, r] = rig.skull;
  const rng = chance(hair.seed ^ 0x9e);
  if (hair.cut.crown === "curly") {
    drawCurls(pen, rig, hair);
    return;
  }
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
  const dark = hair.fill === "black" || hair.fill === "dark";
  if (pen.scale > 0.5 && !dark)
    for (let deg = 52; deg < 150; deg += 19) {
      const a = ((deg + rng.between(-6, 6)) * Math.PI) / 180;
      const out = (k: number): Pt => [cx + Math.cos(a) * r * k, -7 - Math.sin(a) * (44 + volume) * k];
      strand(pen, hair, [out(0.96), out(0.82), out(rng.between(0.58, 0.74))], 0.35);
    }
  if (dark && hair.cut.covers) drawSideGloss(pen, rig, hair);
  if (rig.view === "front" || dark) return;
  for (const [x, low] of through([0.55, 8], [0.3, 6], [0.78, 2]))
    strand(
      pen,
      hair,
      through([cx - r * x, -34 + x * 6], [cx - r * (x + 0.22), -12], [cx - r * (x + 0.2), low]),
    );
}

/** Highlights along a few locks beside the face, so that black hair is not a solid block. */
function drawSideGloss(pen: Pen, rig: Rig, hair: Hair): void {
  if (pen.scale < 0.3) return;
  const [cx, r] = rig.skull;
  const rng = chance(hair.seed ^ 0x6d);
  const low = hair.cut.side;
  const sides = rig.view === "front" ? ([-1, 1] as const) : ([-1] as const);
  for (const s of sides) {
    const outer = cx + s * (r + hair.cut.volume * 0.75);
    const inner = rig.view === "front" ? s * 40 : rig.x(-66);
    for (const t of [0.22, 0.42, 0.6, 0.82]) {
      const x = lerp(outer, inner, t);
      const top = rng.between(-16, 2);
      const end = low * rng.between(0.5, 0.86);
      strand(
        pen,
        hair,
        through([x + s * -2, top], [x + s * 1.5, lerp(top, end, 0.55)], [x, end]),
        t === 0.42 ? 0.6 : 0.36,
      );
    }
  }
}

/** Curly hair: strands that swing out and back from the crown, and hooks at the ends of locks. */
function drawCurls(pen: Pen, rig: Rig, hair: Hair): void {
  const [cx, r] = rig.skull;
  const rng = chance(hair.seed ^ 0xc1);
  const { volume, side: low } = hair.cut;
  const wave = (from: Pt, to: Pt, swing: number, weight: number) => {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy) || 1;
    const on = (t: number, off: number): Pt => [
      from[0] + dx * t - (dy / length) * off * swing,
      from[1] + dy * t + (dx / length) * off * swing,
    ];
    strand(pen, hair, [on(0, 0), on(0.22, 1), on(0.5, -0.3), on(0.76, -1), on(1, 0.2)], weight);
  };
  const out = (deg: number, k: number): Pt =>
    polar([cx, -8], (deg * Math.PI) / 180, (r + 2) * k, -(44 + volume) * k);
  for (let deg = 14; deg < 172; deg += rng.between(17, 25)) {
    const inwards = rng.between(0.4, 0.62);
    wave(out(deg, 0.99), out(lerp(deg, 86, 0.25), inwards), deg < 90 ? 3.4 : -3.4, 0.5);
    if (pen.scale > 0.45)
      wave(out(deg + 9, 0.8), out(lerp(deg + 9, 86, 0.2), 0.5), deg < 90 ? 2.6 : -2.6, 0.32);
  }
  const back = rig.view === "back";
  if (back || rig.view === "profile")
    for (let i = 0; i < 5; i++) {
      const x = cx + r * lerp(-0.8, back ? 0.8 : 0.25, (i + rng.between(0.3, 0.7)) / 5);
      const y = rng.between(-26, -10);
      wave([x, y], [x + rng.between(-3, 3), low - rng.between(2, 8)], i % 2 ? 4 : -4, 0.5);
    }
  if (back) return;
  for (const side of rig.view === "front" ? ([-1, 1] as const) : ([-1] as const))
    for (const [t, top] of through([0.12, -4], [0.44, -16], [0.78, -2])) {
      const x = lerp(cx + side * (r + volume * 0.6), rig.view === "front" ? side * 37 : rig.x(-62), t);
      wave([x, top], [x + side * 2, low + (t < 0.3 ? 2 : 6)], side * (t === 0.44 ? -3.6 : 3.6), 0.5);
      drawHook(pen, hair, [x - side * 3, low + 1], 4.6 * side);
    }
}

/** The end of a curly lock: it turns in on itself. */
const drawHook = (pen: Pen, hair: Hair, [x, y]: Pt, k: number): void =>
  strand(
    pen.at(placed(x, y, 0, k, Math.abs(k))),
    hair,
    pts("-1,-0.6 -0.8,0.6 0.3,0.6 0.4,-0.2 -0.1,-0.2"),
    0.4,
  );

/** The shade of toned hair, away from the light at the upper left: at the back, and below in tapering locks. */
export function drawHairShade(p: Pen, rig: Rig, hair: Hair): void {
  if (hair.fill === "black") return;
  const { cut } = hair;
  const [cx, r] = rig.skull;
  const tone = { white: 0.1, light: 0.3, mid: 0.52, dark: 0.8 }[hair.fill];
  const rng = chance(hair.seed ^ 0x5a);
  const low = cut.covers ? cut.side * 0.75 : cut.nape * 0.7;
  const far = cx + r * (rig.view === "front" ? 0.62 : 0.56);
  for (let x = cx - r * 1.35; cut.crown !== "curly" && x < cx + r * 1.2; ) {
    const wide = rng.between(6, 13);
    const high = rng.between(14, 40) * (cut.covers ? 1 : 0.6);
    const lean = (cx - x) * 0.1;
    p.fill(
      [
        corner([x, 200]),
        corner([x, low + 4]),
        [x + wide * 0.2 + lean * 0.4, low - high * 0.5],
        corner([x + wide * 0.5 + lean, low - high]),
        [x + wide * 0.75 + lean * 0.4, low - high * 0.45],
        corner([x + wide, low + 4]),
        corner([x + wide, 200]),
      ],
      { tone },
    );
    x += wide - 0.6;
  }
  const behind = p.at(placed(far, 0));
  const edge = pts("-8,-42 0,-26 -3,-14! 5,-22 3,-4! 9,-14 10,12! 70,12! 60,-80!");
  behind.fill([corner([cx + r * 0.2 - far, -52 - cut.volume]), ...edge], { tone });
}

/**
 * The highlight ring on dark hair: it curves with the skull, and its edge breaks into points along the
 * strands. White hair has a shaded band in its place.
 */
export function drawShine(pen: Pen, rig: Rig, hair: Hair): void {
  if (pen.scale < 0.3) return;
  if (hair.cut.crown === "curly" || hair.cut.crown === "spiky" || hair.cut.crown === "brush") return;
  const rng = chance(hair.seed ^ 0x51);
  const [cx] = rig.skull;
  const high = 30 + hair.cut.volume * 0.5;
  const place = (phi: number, dy: number): Pt => {
    const bow = ((phi + rig.yaw) / 60) ** 2 * 9;
    return [lerp(cx, rig.x(phi), 0.9) + (rig.x(phi) - cx) * dy * 0.006, -high + bow + dy];
  };
  const glow = (from: number, to: number) => {
    const upper: Pt[] = [];
    const lower: Pt[] = [];
    for (let phi = from; phi < to; ) {
      const wide = rng.between(3.5, 7);
      const middle = 1 - Math.abs((phi + wide / 2 - (from + to) / 2) / ((to - from) / 2));
      upper.push(
        corner(place(phi, -1.5)),
        corner(place(phi + wide * 0.6, -2.5 - middle * rng.between(1, 6))),
      );
      lower.push(corner(place(phi, 1)), corner(place(phi + wide * 0.45, 3 + middle * rng.between(3, 11))));
      phi += wide;
    }
    const shape = [corner(place(from - 3, 0)), ...upper, corner(place(to + 2, 0)), ...lower.toReversed()];
    pen.fill(shape, hair.fill === "white" ? { tone: 0.17 } : "white");
  };
  const end = Math.min(40, 60 - rig.yaw);
  const gap = rng.between(-24, -12);
  glow(hair.cut.covers && rig.view !== "front" ? -74 : -60, gap - 3);
  glow(gap + 3, Math.max(gap + 12, end));
}

// What makes hair flow: strands from the whorl, curls, the shade of toned hair in jagged locks, and the band of light on dark hair.
import { chance } from "./chance.ts";
import { corner, lerp, type Pt } from "./curves.ts";
import { type Hair, strand } from "./hair-ink.ts";
import type { Rig } from "./head-rig.ts";
import type { Pen } from "./pen.ts";

/** Locks: lines that run from the whorl of the crown to where the fringe parts, and a few that stop on the way. */
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

/** Curls: short hooks in rings round the crown, looser towards the face. */
function drawCurls(pen: Pen, rig: Rig, hair: Hair): void {
  const [cx, r] = rig.skull;
  const rng = chance(hair.seed ^ 0xc1);
  for (const [ring, n] of [
    [0.86, 6],
    [0.5, 4],
  ] as const)
    for (let i = 0; i < n; i++) {
      const a = ((16 + (148 * (i + 0.5 + rng.between(-0.2, 0.2))) / n) * Math.PI) / 180;
      const [x, y] = [cx + Math.cos(a) * r * ring, -10 - Math.sin(a) * (42 + hair.cut.volume) * ring];
      drawCurl(pen, hair, [x, y], rng.between(5.5, 8) * (Math.cos(a) < 0 ? 1 : -1));
    }
  if (rig.view === "back") return;
  const low = hair.cut.side;
  const far = rig.view === "three-quarter" ? 1 : rig.view === "front" ? 2 : 0;
  for (const side of far === 2 ? ([-1, 1] as const) : ([-1] as const))
    for (let i = 0; i < 4; i++) {
      const x = cx + side * (r + hair.cut.volume * 0.4 - (i % 2) * 11 - 3);
      drawCurl(pen, hair, [x, lerp(-6, low - 6, i / 3)], 6 * -side);
    }
}

/** A hook of hair that turns to the right where `k` is positive. */
function drawCurl(pen: Pen, hair: Hair, [x, y]: Pt, k: number): void {
  const h = Math.abs(k);
  strand(
    pen,
    hair,
    [
      [x - k, y + h],
      [x - k * 0.9, y - h * 0.6],
      [x + k * 0.4, y - h],
      [x + k, y],
      [x + k * 0.2, y + h * 0.5],
    ],
    0.5,
  );
}

/** Toned hair is darker below and behind, where the light from the upper left does not reach. */
export function drawHairShade(pen: Pen, rig: Rig, hair: Hair, outline: readonly Pt[]): void {
  if (hair.fill === "black") return;
  const [cx, r] = rig.skull;
  const tone = { white: 0.1, light: 0.3, mid: 0.52, dark: 0.78 }[hair.fill];
  const low = hair.cut.covers ? hair.cut.side * 0.42 : hair.cut.nape * 0.3;
  const locks: Pt[] = [];
  for (let i = 0; i <= 12; i++) {
    const x = lerp(cx - r * 1.4, cx + r * 1.4, i / 12);
    locks.push(corner([x + (i % 2) * 2, low + (i % 2 === 0 ? 9 : -9 - (i % 3) * 4)]));
  }
  const far = cx + r * (rig.view === "front" ? 0.78 : 0.66);
  pen.inside(outline, (p) => {
    if (hair.cut.crown !== "curly")
      p.fill([corner([cx - r * 2, 190]), ...locks, corner([cx + r * 2, 190])], { tone });
    p.fill(
      [
        corner([far - 6, -70]),
        corner([far - 9, -30]),
        [far + 2, -34],
        corner([far - 4, -12]),
        [far + 5, -18],
        corner([far + 1, 4]),
        corner([far + 60, 4]),
        corner([far + 60, -70]),
      ],
      { tone },
    );
  });
}

/** The band of light on dark hair, broken into slivers that follow the strands. */
export function drawShine(pen: Pen, rig: Rig, hair: Hair): void {
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

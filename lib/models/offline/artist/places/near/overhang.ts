// Overhanging things in the foreground of a tall panel, cropped by the frame, where sky or ceiling above the heads would be empty: a branch,
// eaves, wires with birds, signs, a lamp, a lantern, straps of a train, gulls; fluorescent tubes, flags, a plant, kitchen utensils.

import type { Composition, PanelView } from "../../camera/view.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { PlaceKind } from "../../closed/staging.ts";
import { chance, hashOf } from "../../pen/chance.ts";
import { corner, ellipse, lerp, type Pt, rowsOf, sharp, through } from "../../pen/curves.ts";
import { HOURS, MATERIALS } from "../../pen/materials.ts";
import { type Pen, PLAIN_LIGHT } from "../../pen/pen.ts";
import { sheetAt } from "../paper.ts";
import { isIndoors, isUnderGlass, isWestern, whereIs } from "../places.ts";
import { drawOnSheet } from "../sheets.ts";
import { wholeRing } from "../stage.ts";
import { branch, gull, lantern, type Space, sparrow, strokes, windBell } from "./overhang-parts.ts";

type OverRoom = "tubes" | "garland" | "plant" | "utensils";

const OVER_ROOMS: Readonly<Record<OverRoom, (pen: Pen, space: Space) => void>> = {
  tubes(pen, { at, rng, night }) {
    const [across, down] = [at(1, 0)[0] - at(0, 0)[0], at(0, 1)[1]];
    /** The light of one tube, between its ends, and how far down it falls. */
    const beam = (a: Pt, b: Pt, tall: number) => {
      const r = Math.min(Math.abs(b[0] - a[0]), Math.abs(at(0, 1.4)[1]));
      const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + tall];
      const light = wholeRing([x, y], [r * 0.1, r], [0, 0.5], [1, 0]);
      return { paint: { light }, out: (r * 0.3) / across, low: r / down };
    };
    const near = beam(at(-0.1, 0.36), at(0.62, 0.6), Math.abs(at(0, 0.09)[1]));
    const far = beam(at(0.3, 0.02), at(0.86, 0.16), Math.abs(at(0, 0.09)[1]) * 0.6);
    drawOnSheet(pen, "near/tubes", at, {
      ...{ rng, paints: { near: near.paint, far: far.paint }, is: night ? ["night"] : [] },
      given: {
        ...{ outbn: 0.62 + near.out, lowbn: 0.6 + near.low, outan: -0.1 - near.out, lowan: 0.36 + near.low },
        ...{ outbf: 0.86 + far.out, lowbf: 0.16 + far.low, outaf: 0.3 - far.out, lowaf: 0.02 + far.low },
      },
    });
  },
  garland(pen, { at, rng }) {
    for (const [v0, v1, sag, n] of rowsOf([0.06, 0.02, 0.3, 9], [-0.06, 0.3, 0.16, 7])) {
      const on = (t: number): Pt => at(lerp(-0.06, 1.06, t), lerp(v0, v1, t) + sag * 4 * t * (1 - t) * 0.6);
      pen.line([on(0), on(0.25), on(0.5), on(0.75), on(1)], 1.1, "none");
      const cloth = pen.of(MATERIALS.sign);
      for (let i = 0; i < n; i++) {
        const [a, b] = [on((i + 0.16) / n), on((i + 0.8) / n)];
        const long = Math.abs(b[0] - a[0]) * rng.between(1, 1.25);
        const tip: Pt = [(a[0] + b[0]) / 2 + rng.between(-3, 3), (a[1] + b[1]) / 2 + long];
        const paint = i % 3 === 0 ? "black" : i % 3 === 1 ? "white" : ({ tone: 0.34 } as const);
        cloth.shape([corner(a), corner(b), corner(tip)], paint, 0.8);
        if (paint === "white")
          cloth.fill(ellipse((a[0] + b[0]) / 2, a[1] + long * 0.3, long * 0.1), { tone: 0.5 });
      }
    }
  },
  plant(pen, { at, rng }) {
    const [x, y] = at(rng.between(0.16, 0.26), 0.42);
    const r = Math.abs(at(0, 0.2)[1]);
    for (const dx of [-1, 0, 1])
      pen.line(through([x + dx * r * 0.1, -50], [x + dx * r * 0.8, y]), 0.7, "none");
    const leaf = pen.of(MATERIALS.leaf);
    for (let i = 0; i < 11; i++) {
      const t = (i + 0.5) / 11;
      const from: Pt = [x + (t - 0.5) * r * 1.5, y];
      const long = r * rng.between(0.9, 2.6) * (0.6 + Math.sin(t * Math.PI) * 0.5);
      const sway = (t - 0.5) * r * 1.3;
      const end: Pt = [from[0] + sway, from[1] + long];
      pen.line([from, [from[0] + sway * 0.8, from[1] + long * 0.3], end], 0.8, "end");
      for (let k = 0.12; k < 1; k += 0.17) {
        const [lx, ly] = [lerp(from[0], end[0], k) + sway * 0.2 * Math.sin(k * 3), lerp(from[1], end[1], k)];
        const side = Math.round(k * 100) % 2 ? 1 : -1;
        const w = r * rng.between(0.18, 0.28);
        const paints = { leaf: i % 3 ? "black" : { tone: 0.45 } } as const;
        drawOnSheet(leaf, "near/trailing-leaf", sheetAt([lx, ly], w, side), { rng, paints });
      }
    }
    const pot = pen.of(MATERIALS.rose);
    drawOnSheet(pot, "near/pot", sheetAt([x, y], r), { rng });
  },
  utensils(pen, { at, rng }) {
    drawOnSheet(pen, "near/utensils", at, { rng, given: { px: 1 / Math.abs(at(0, 1)[1]) } });
  },
};

type Over =
  | "branch"
  | "eaves"
  | "wires"
  | "sign"
  | "lamp"
  | "lantern"
  | "straps"
  | "gulls"
  | "rock"
  | OverRoom;

/** Overhanging things by kind of place. A place with lamps of its own has none here, because a second lamp would hang in front of them. */
const OVER = measuresOf<PlaceKind, { over?: readonly Over[]; western?: readonly Over[] }>("places");

/** Above this share of empty height over the heads, something overhangs. */
const EMPTY = 0.27;

export function drawOverhang(pen: Pen, view: PanelView, plan: Composition): void {
  const { picture, width, height, seed } = view;
  const { scene, shot } = picture;
  // A Western village has no paper lanterns.
  const { over, western = over } = OVER[scene.place.kind];
  const usual = isWestern(picture) ? western : over;
  // No gulls at night.
  const kinds = usual?.filter((kind) => kind !== "gulls" || scene.hour !== "night") ?? [];
  const [first] = kinds;
  if (!first || isUnderGlass(picture) || shot === "detail" || shot === "close" || shot === "bust") return;
  const people = plan.standing.length > 0;
  const heads = plan.standing.map(({ face, scale }) => face[1] - 110 * scale);
  const top = people ? Math.min(...heads) : height * 0.5;
  const share = top / height;
  const indoors = isIndoors(scene.place.kind);
  if (share < EMPTY || (height < width * 0.8 && (share < 0.5 || indoors))) return;
  const rng = chance(hashOf(seed, "over"));
  // Outdoors an empty sky is acceptable, and twigs in every picture would look repetitive.
  if (!indoors && !rng.flip(height > width * 1.3 ? 0.7 : 0.4)) return;
  const side = people ? ((plan.standing.at(-1)?.face[0] ?? 0) > width / 2 ? -1 : 1) : rng.flip() ? 1 : -1;
  const depth = Math.min(top * 0.72, height * 0.4, width * 0.9);
  const at = (u: number, v: number): Pt => [side < 0 ? u * width : (1 - u) * width, v * depth];
  const ambient = HOURS[scene.hour][indoors ? "lamplit" : "open"];
  const night = scene.hour === "night";
  // Indoors the same thing hangs in every picture of a room; outdoors it varies by take.
  const hung = (indoors ? chance(hashOf(whereIs(scene), "over")) : rng).pick([first, ...kinds.slice(1)]);
  // A view without people shows the place and its sky: no eaves in front of it, and nothing when roofs are seen from above.
  if (!people && !indoors && (hung === "eaves" || view.camera.horizon < height * 0.34)) return;
  OVERS[hung](pen.inLight({ ...PLAIN_LIGHT, ambient }).withNib(2.8), {
    at,
    rng,
    season: scene.season,
    snow: scene.weather === "snow",
    night,
  });
}

const OVERS: Readonly<Record<Over, (pen: Pen, space: Space) => void>> = {
  ...OVER_ROOMS,
  branch,
  eaves(pen, { at, rng, season, night }) {
    drawOnSheet(pen, "near/eaves", at, { rng, is: [night ? "night" : "day"] });
    const [x, y] = at(0.3, 0.54);
    const k = Math.abs(at(0, 0.4)[1]);
    if (season === "summer" && rng.flip(0.6)) windBell(pen, [x, y], k * 0.5);
    else lantern(pen, [x, y], k * 0.62, night);
  },
  lantern(pen, { at, night }) {
    const k = Math.abs(at(0, 0.62)[1]);
    for (const [u, v, s] of rowsOf([0.18, 0.16, 1], [0.55, 0.04, 0.72], [0.84, -0.04, 0.55]))
      lantern(pen, at(u, v), k * s, night);
    pen.line([at(-0.1, 0.2), at(0.36, 0.1), at(1.1, -0.08)], 1.6, "none");
  },
  wires(pen, { at, rng }) {
    drawOnSheet(pen, "near/wires", at, { rng });
    const k = Math.abs(at(0, 0.17)[1]);
    for (let i = 0; i < 3; i++) {
      const u = 0.28 + i * 0.13 + rng.between(-0.02, 0.02);
      const [x, y] = at(u, 0.37 + (u - 0.45) * 0.2);
      sparrow(pen, [x, y + 2], k * rng.between(0.85, 1.1), rng.flip() ? 1 : -1);
    }
  },
  sign(pen, { at, rng, night }) {
    const dark = rng.flip(0.5);
    const plain = pen.of(MATERIALS.sign);
    for (const [u, w, v0, v1] of rowsOf([0.05, 0.17, -0.2, 0.92], [0.27, 0.12, -0.2, 0.42])) {
      const board = sharp([at(u, v0), at(u + w, v0), at(u + w, v1), at(u, v1)]);
      const black = dark === u < 0.1;
      plain.shape(board, black ? (night ? { tone: 0.85 } : "black") : "white", 1.1);
      pen.fill(
        sharp([at(u + w, v0), at(u + w * 1.18, v0 + 0.02), at(u + w * 1.18, v1 - 0.05), at(u + w, v1)]),
        "black",
      );
      const ink = black ? "white" : "black";
      for (let v = v0 + 0.3; v < v1 - 0.08; v += 0.2)
        strokes(pen, rng, at(u + w * 0.5, v), Math.abs(at(u + w * 0.3, 0)[0] - at(u, 0)[0]), ink);
    }
    pen.line([at(-0.1, 0.02), at(0.5, 0.1), at(1.1, 0.02)], 1.1, "none");
  },
  lamp(pen, { at, rng, night }) {
    const [x, y] = at(rng.between(0.24, 0.36), 0.68);
    const r = Math.abs(at(0, 0.34)[1]);
    const beam = { light: wholeRing([x, y], [r * 0.4, r * 3.4], [0, 0.5], [1, 0]) };
    const choices = { paints: { beam }, given: { cord: (-60 - y) / r }, is: night ? ["night"] : [] };
    drawOnSheet(pen, "near/tin-lamp", sheetAt([x, y], r), { rng, ...choices });
  },
  straps(pen, { at, rng }) {
    pen.stroke([at(-0.1, 0.02), at(1.1, 0.2)], "black", 3);
    pen.stroke([at(-0.1, 0.0), at(1.1, 0.18)], "white", 0.8);
    for (let i = 0; i < 5; i++) {
      const u = 0.06 + i * 0.2;
      const k = lerp(1, 0.55, i / 4);
      const [x, y] = at(u, 0.04 + u * 0.16);
      const r = Math.abs(at(0, 0.13)[1]) * k;
      const drop = Math.abs(at(0, 0.46)[1]) * k;
      drawOnSheet(pen, "near/strap-band", (u, v) => [x + u * r, y + v * drop], { rng });
      pen.cutOut(
        ellipse(x, y + drop + r * 0.86, r, r, 12),
        ellipse(x, y + drop + r * 0.9, r * 0.66, r * 0.62, 12),
        "white",
      );
    }
  },
  gulls(pen, { at, rng }) {
    const k = Math.abs(at(0, 0.2)[1]);
    for (const [u, v, s] of rowsOf([0.3, 0.6, 1], [0.62, 0.32, 0.7], [0.16, 0.26, 0.46], [0.82, 0.68, 0.36]))
      gull(pen, at(u + rng.between(-0.05, 0.05), v), k * s, rng.flip() ? 1 : -1);
  },
  rock(pen, { at, rng }) {
    const edge: Pt[] = [];
    for (let u = -0.1; u < 1.1; u += rng.between(0.06, 0.13)) {
      edge.push(
        corner(at(u, rng.between(0.2, 0.36))),
        corner(at(u + 0.03, rng.between(0.4, 0.95) * (1 - Math.abs(u - 0.2) * 0.5))),
      );
    }
    const stone = pen.of(MATERIALS.stone);
    stone.shape([corner(at(-0.1, -0.3)), ...edge, corner(at(1.15, -0.3))], "black", 0.8);
    for (let i = 0; i < 8; i++) {
      const u = rng.between(0, 1);
      stone.stroke([at(u, 0.06), at(u + 0.01, rng.between(0.18, 0.3))], "white", 0.5);
    }
  },
};

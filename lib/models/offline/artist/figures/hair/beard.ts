// Beards: stubble, moustaches, and full beards that taper in locks from the ears to a tip below the chin.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import { chance, hashOf } from "../../pen/chance.ts";
import { corner, lerp, type Pt, pts, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { type FaceLook, faceContour, type Rig, skinShape } from "../head/head-rig.ts";
import { paintOf } from "./hair-ink.ts";

interface Beard {
  pen: Pen;
  rig: Rig;
  face: FaceLook;
  paint: Paint;
  /** The middle of the mouth, and its width. */
  mx: number;
  my: number;
  w: number;
}

/** The beard under the features; the moustache is drawn after them. */
export function drawBeard(pen: Pen, rig: Rig, face: FaceLook, design: CharacterDesign): void {
  const beard = beardOf(pen, rig, face, design);
  if (design.beard === "stubble") drawStubble(beard);
  if (design.beard === "full") drawFull(beard, hashOf(design.look, design.id, "beard"));
}

function beardOf(pen: Pen, rig: Rig, face: FaceLook, design: CharacterDesign): Beard {
  const [mx, my] = rig.mouth;
  const grey: Paint = face.old ? "white" : paintOf(design.hair.fill === "white" ? "mid" : design.hair.fill);
  return { pen, rig, face, paint: grey, mx, my: 8 + (my - 8) * face.chin, w: rig.mouthWidth };
}

/** Stubble: a light tone over jaw and lip with short hairs, denser towards the chin. */
function drawStubble({ pen, rig, face, mx, my, w }: Beard): void {
  const contour = faceContour(rig, face);
  const low = Math.max(...contour.map(([, y]) => y));
  pen.inside(skinShape(rig, contour), (p) => {
    drawPart(p, "heads/stubble", {
      frames: { lip: ([x, y]) => [mx + x * w, y > 50 ? low + y - 100 : my + y] },
    });
    for (let i = 0; i < 54; i++) {
      const a = ((i * 47) % 100) / 100 - 0.5;
      const b = ((i * 71) % 100) / 100;
      const x = mx + a * 56 * w;
      const y = my + 4 + b * (low - my - 3) - Math.abs(a) * 22;
      p.line(through([x, y], [x + a * 1.6, y + 1.9]), 0.24, "end");
    }
  });
}

/** Two tapering strokes from below the nose past the corners of the mouth; shorter ones would look like lips. */
export function drawMoustache(pen: Pen, rig: Rig, face: FaceLook, design: CharacterDesign): void {
  const { paint, mx, my, w } = beardOf(pen, rig, face, design);
  const profile = rig.view === "profile";
  for (const s of profile ? [-1] : [-1, 1])
    drawPart(pen, "heads/moustache", {
      paints: { hair: paint, ink: paint === "black" ? "white" : "black" },
      is: [design.beard === "full" ? "full" : "short"],
      frames: { lip: ([x, y]) => [profile ? mx + 6 - x * 0.86 : mx + s * x * w, my + y] },
    });
}

/** A full beard along the jaw from ear to ear, with locks below the chin. */
function drawFull({ pen, rig, face, paint, mx, my, w }: Beard, seed: number): void {
  const rng = chance(seed);
  // In profile it ends below the lip, where the contour continues as mouth and nose.
  const profile = rig.view === "profile";
  const contour = faceContour(rig, face);
  const jaw = (profile ? contour.slice(0, 8) : contour).filter(([, y]) => y > 12);
  const first = jaw[0] ?? [mx - 30, 12];
  const last = jaw.at(-1) ?? [mx + 30, 12];
  const length = face.old ? 27 : 11;
  const chin = rig.view === "profile" ? mx - 6 : mx - 2;
  const bottom = Math.max(...jaw.map(([, y]) => y));
  const half = Math.max(12, (last[0] - first[0]) * 0.28);
  const outer = jaw.map(([x, y]): Pt => {
    const near = Math.max(0, 1 - ((x - chin) / half) ** 2) * Math.min(1, Math.max(0, (y - 20) / 18));
    return [lerp(x, chin, near * 0.16) + (x < chin ? -1.6 : 1.2), y + 1 + length * near];
  });
  const tips = outer.flatMap(([x, y], i): Pt[] => {
    if (y < bottom) return [[x, y]];
    const drop = rng.between(2, 5) * (face.old ? 1.3 : 0.7);
    const next = outer[i + 1]?.[0] ?? x + 4;
    return [[x, y - 1], corner([lerp(x, next, 0.45), y + drop])];
  });
  const lips = pts("-1,5 -8,1 -11,-5").map(([x, y]): Pt => [mx + x, my + y]);
  const sides = pts("13,-6 0,-7 -13,-6").map(([x, y]): Pt => [mx + x * w, my + y]);
  const inner: Pt[] = [
    ...(profile
      ? [[last[0] - 0.6, last[1] - 1.4] as const, ...lips]
      : [...through([last[0] - 1.5, last[1] - 4], [lerp(mx, last[0], 0.72), my - 4]), ...sides]),
    ...through([lerp(mx, first[0], 0.62), my - 3], [lerp(mx, first[0], 0.86), lerp(my, 10, 0.5)]),
  ];
  const outline: Pt[] = [[first[0] - 0.5, 6], ...tips, ...inner, [first[0] + 5, 7]];
  pen.silhouetted(outline, paint);
  pen.line([[first[0] - 0.5, 6], ...tips], 1.05, "none");
  if (rig.view === "three-quarter") {
    const cheek = contour.filter(([x, y]) => x > 20 && y > -10 && y < 24);
    pen.line(cheek, 0.95, "none");
  }
  if (!profile)
    pen.fill(through([mx - 8 * w, my - 2], [mx, my - 3], [mx + 8 * w, my - 2], [mx, my + 4]), "white");
  pen.inside(outline, (p) => {
    if (paint !== "black" && face.old)
      p.fill(
        [
          corner([mx - 11, my + 7]),
          [mx, my + 12],
          corner([mx + 10, my + 7]),
          [mx + 5, my + 17],
          corner([chin, bottom + length * 0.7]),
          [mx - 6, my + 17],
        ],
        { tone: 0.14 },
      );
    const ink: "black" | "white" = paint === "black" ? "white" : "black";
    for (let i = 0; i < 7; i++) {
      const t = (i + 0.5) / 7;
      const x = lerp(first[0] + 4, last[0] - 3, t);
      const top = my + 2 - Math.abs(t - 0.5) * 22 + (i % 2) * 5;
      const low = lerp(top, bottom + length, 0.75 - Math.abs(t - 0.5) * 0.7);
      p.stroke(
        [
          [x, top],
          [lerp(x, chin, 0.16) + (t - 0.5) * 4, lerp(top, low, 0.55)],
          [lerp(x, chin, 0.5), low],
        ],
        ink,
        0.3,
      );
    }
  });
}

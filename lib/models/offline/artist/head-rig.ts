// The head as a turning ball with a face on it: where its features lie in each view, and the contour of the face.
// Head space: the face is about 100 high, its centre is (0, 0), the chin at y = 50; heads look to the right.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { View } from "../../../manga/staging.ts";
import { hashOf } from "./chance.ts";
import { clamp, type Pt, pts } from "./curves.ts";

/** What the design says about a face, as numbers. */
export interface FaceLook {
  /** Width of the jaw: −1 pointed, 1 square. */
  jaw: number;
  /** Length of the lower face. */
  chin: number;
  cheek: number;
  eyeWidth: number;
  eyeHeight: number;
  eyeY: number;
  /** Outer corner up (positive) or down. */
  eyeSlant: number;
  lash: number;
  browWeight: number;
  irisTone: number;
  old: boolean;
  young: boolean;
  masculine: boolean;
}

export function faceLook(design: CharacterDesign): FaceLook {
  const pick = (salt: string, n: number) => hashOf(design.look, design.id, salt) % n;
  const masculine = design.gender === "male" || (design.gender === "unknown" && pick("sex", 2) === 0);
  const young = design.age === "child";
  const old = design.age === "elder";
  const grown = design.age === "adult" || old;
  const soft = young || !masculine;
  return {
    jaw:
      (young ? -0.1 : soft ? -0.4 : grown ? 0.36 : 0) +
      pick("jaw", 3) * 0.12 +
      (design.build === "broad" ? 0.24 : 0),
    chin: young ? 0.88 : masculine && grown ? 1.15 : grown ? 1.05 : 1,
    cheek: young ? 1.06 : design.build === "broad" ? 1.05 : masculine && grown ? 0.93 : 1,
    eyeWidth: (young ? 22 : soft ? 21 : grown ? 17.5 : 19) + pick("width", 3) - (old ? 3 : 0),
    eyeHeight:
      (young ? 24 : soft ? (grown ? 18 : 21) : grown ? 11 : 16) + pick("height", 3) * 1.3 - (old ? 5 : 0),
    eyeY: young ? 11 : masculine && grown ? 5.5 : 8,
    eyeSlant: [0.1, 0.24, -0.08, 0.02][pick("slant", 4)] ?? 0,
    lash: soft ? 1.25 : 1,
    browWeight: (masculine ? 3.4 : 1.9) + pick("brow", 3) * 0.55 + (old ? 0.8 : 0),
    irisTone: [0.75, 0.5, 0.95][pick("iris", 3)] ?? 0.75,
    old,
    young,
    masculine,
  };
}

export interface Rig {
  view: View;
  yaw: number;
  /** Screen x of a place on the ball at `phi` degrees from the middle of the face. */
  x(phi: number, radius?: number): number;
  faceX: number;
  eyes: readonly { x: number; side: 1 | -1; width: number }[];
  nose: Pt;
  mouth: Pt;
  mouthWidth: number;
  /** The skull under the hair: centre, half width. */
  skull: readonly [number, number];
}

export function headRig(view: View): Rig {
  const yaw = { front: 0, "three-quarter": 34, profile: 84, back: 180 }[view];
  const x = (phi: number, radius = 44) => radius * Math.sin((clamp(phi + yaw, -118, 118) * Math.PI) / 180);
  const base = { view, yaw, x };
  if (view === "front")
    return {
      ...base,
      faceX: 0,
      eyes: [
        { x: -18.5, side: -1, width: 1 },
        { x: 18.5, side: 1, width: 1 },
      ],
      nose: [0, 25],
      mouth: [0, 35],
      mouthWidth: 1,
      skull: [0, 46],
    };
  if (view === "profile")
    return {
      ...base,
      faceX: 26,
      eyes: [{ x: 25.5, side: -1, width: 0.62 }],
      nose: [43, 22],
      mouth: [33.5, 34.5],
      mouthWidth: 0.62,
      skull: [-7, 45],
    };
  return {
    ...base,
    faceX: 12,
    eyes: [
      { x: -3.5, side: -1, width: 1 },
      { x: 25.5, side: 1, width: 0.76 },
    ],
    nose: [20, 25],
    mouth: [16, 35.5],
    mouthWidth: 0.88,
    skull: [-4, 45],
  };
}

const CONTOURS: Readonly<Record<"front" | "three-quarter" | "profile", readonly Pt[]>> = {
  front: pts(
    "-39.5,-12 -39,5 -36,18 -28.5,31.5 -13.5,45.5 -4.5,50.3 4.5,50.3 13.5,45.5 28.5,31.5 36,18 39,5 39.5,-12",
  ),
  "three-quarter": pts(
    "-33,-4 -30.5,10 -27.5,23 -19,33 -4.5,43 7.5,49.6 14,50.6 19.5,48 28,37.5 33.8,26 36.4,16 35,5 37.4,-8 38,-20",
  ),
  profile: pts(
    "-4,6 -4,24 2,36 16,45 28,50 34.5,48.5 35.5,44 35,40.5 38,37.5 36.5,35 39.5,32 37.5,28.5 40,26.5 46,22.5! 40,13 36.5,3 38.5,-8 37.5,-22",
  ),
};

/** The face from the near ear round the chin to the far temple, open at the top. */
export function faceContour(rig: Rig, face: FaceLook): Pt[] {
  const { faceX, view } = rig;
  if (view === "back") return CONTOURS.front.map(([x, y]): Pt => [x * 0.98, Math.min(y, 36)]);
  return CONTOURS[view].map(([x, y, corner]): Pt => {
    if (view === "profile" && x > 35 && y < 44) return corner ? [x, y, 1] : [x, y];
    const t = clamp((y - 8) / 40, 0, 1);
    const bulge = Math.sin(t * Math.PI);
    const wide = 1 + face.jaw * 0.34 * t * (1 - t * 0.45) + (face.cheek - 1) * (bulge + 0.6);
    const px = faceX + (x - faceX) * wide;
    const py = y > 8 ? 8 + (y - 8) * face.chin : y;
    return corner ? [px, py, 1] : [px, py];
  });
}

/** The whole skin of the head: contour closed over the skull. */
export function skinShape(rig: Rig, contour: readonly Pt[]): Pt[] {
  const [cx, rx] = rig.skull;
  const dome = [10, 40, 70, 90, 110, 140, 170].map((deg): Pt => {
    const a = (deg * Math.PI) / 180;
    return [cx + Math.cos(a) * rx, -8 - Math.sin(a) * 43];
  });
  const nape: Pt[] =
    rig.view === "front" || rig.view === "back"
      ? []
      : [
          [cx - rx + 2, 2],
          [cx - rx + 7, 12],
          [cx - rx + (rig.view === "profile" ? 19 : 13), 23],
        ];
  return [...contour, ...dome, ...nape];
}

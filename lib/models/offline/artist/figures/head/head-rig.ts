// The head rig: the head as a ball that turns, the places of the features in each view, the contour of the face, and an open mouth in
// profile. Head space: the face is about 100 high, its centre is (0, 0), the chin is at y = 50; heads face right.

import type { CharacterDesign } from "../../closed/cast.ts";
import { listsOf, measuresOf } from "../../closed/measures.ts";
import type { View } from "../../closed/staging.ts";
import { hashOf } from "../../pen/chance.ts";
import { clamp, corner, lerp, mix, type Pt, polar, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { MOUTHS, type Mouth } from "../face/expressions.ts";
import { EYE_CUTS, type EyeCut, type EyeKind } from "../face/eyes.ts";

type ProfileKind = "child" | "soft" | "firm" | "bold" | "old";

/** Profile contours: from the jaw below the ear round the chin, over lips and nose, to the brow and the hairline. */
const PROFILES: Readonly<Record<ProfileKind, readonly Pt[]>> = listsOf("profiles");

/** Indices of lower lip, parting and upper lip in every profile, and the hinge of the jaw. */
const LOWER_LIP = 8;
const HINGE: Pt = [-2, 18];

/** A profile with an open jaw: chin and lower lip rotate about the hinge, and the lips part in a corner. */
function gaping(profile: readonly Pt[], gape: number): readonly Pt[] {
  if (gape === 0) return profile;
  const turned = ([x, y]: Pt, k: number): Pt => {
    const [cos, sin] = [Math.cos(gape * k), Math.sin(gape * k)];
    const [dx, dy] = [x - HINGE[0], y - HINGE[1]];
    return [HINGE[0] + dx * cos - dy * sin, HINGE[1] + dx * sin + dy * cos];
  };
  const jaw = profile.slice(0, LOWER_LIP + 1).map((p, i) => (i < 2 ? p : turned(p, i === 2 ? 0.5 : 1)));
  const { lower, parting, upper } = lipsOf(jaw.at(-1) ?? HINGE, profile[LOWER_LIP + 2] ?? HINGE);
  return [...jaw, lower, [parting[0], parting[1], 1], upper, ...profile.slice(LOWER_LIP + 2)];
}

/** The inner edges of two parted lips, and the corner of the mouth between them. */
function lipsOf(low: Pt, high: Pt): { lower: Pt; parting: Pt; upper: Pt } {
  const open = low[1] - high[1];
  return {
    lower: [low[0] - 3, low[1] - 2.2],
    parting: [high[0] - 8 - open * 0.2, high[1] + 1.6 + open * 0.34],
    upper: [high[0] - 2.6, high[1] + 2],
  };
}

/** Opening angle of the jaw in radians. */
export const gapeOf = (mouth: Mouth): number => MOUTHS[mouth].gape ?? 0;

/** Inside of the open mouth: dark, upper teeth, tongue. */
export function drawOpenProfile(pen: Pen, contour: readonly Pt[], kind: Mouth): void {
  const [lower, parting, upper] = contour.slice(LOWER_LIP + 1, LOWER_LIP + 4);
  if (!lower || !parting || !upper)
    throw new RangeError("the contour has no lips: only a profile can open its mouth");
  const mouth = [lower, parting, upper].map(corner);
  pen.fill(mouth, "black");
  pen.inside(mouth, (p) => {
    const open = lower[1] - upper[1];
    if (open < 5) return;
    const teeth = kind === "grin" ? 0.9 : 0.22;
    p.fill(
      [
        corner([upper[0] + 2, upper[1] - 2]),
        corner(mix(parting, upper, 0.2)),
        corner([lerp(parting[0], upper[0], 0.5), lerp(upper[1], lower[1], teeth)]),
        corner([upper[0] + 2, lerp(upper[1], lower[1], teeth)]),
      ],
      "white",
    );
    if (kind === "grin") return;
    p.fill(
      [
        [lerp(parting[0], lower[0], 0.4), lower[1] + 1],
        [lerp(parting[0], lower[0], 0.65), lerp(lower[1], upper[1], 0.26)],
        [lower[0] + 2, lerp(lower[1], upper[1], 0.3)],
        [lower[0] + 2, lower[1] + 3],
      ],
      { tone: 0.34 },
    );
  });
}

/**
 * A design's face: factors of width at cheekbones, jaw and chin (`tip`), length of the lower face (`chin`),
 * and the outer end of the brow (`browArch`): rising (1), level (0) or falling (−1).
 */
export type FaceLook = Record<"cheek" | "jaw" | "tip" | "chin", number> &
  Record<"eyeWidth" | "eyeHeight" | "eyeY" | "browWeight" | "browArch" | "irisTone", number> &
  Record<"old" | "young" | "masculine" | "bald", boolean> & { eye: EyeCut; profile: ProfileKind };

/** Face shapes, applied on top of age and sex. */
type Shape = Pick<FaceLook, "cheek" | "jaw" | "tip" | "chin">;
const SHAPES = measuresOf<"even" | "round" | "tapered" | "square" | "long" | "pointed", Shape>("face-shapes");

/** The face of an age and sex; individual variation is added to it. */
type FaceSort = Record<"eyeY" | "jaw" | "tip" | "chin" | "brow", number> & {
  eyes: readonly [EyeKind, ...EyeKind[]];
  eyeSize: readonly [width: number, height: number];
  profile: ProfileKind;
};

const SORTS = measuresOf<"child" | "girl" | "boy" | "woman" | "man" | "oldWoman" | "oldMan", FaceSort>(
  "face-sorts",
);

const FEMALE = { child: "child", teen: "girl", adult: "woman", elder: "oldWoman" } as const;
const MALE = { child: "child", teen: "boy", adult: "man", elder: "oldMan" } as const;

export function faceLook(design: CharacterDesign): FaceLook {
  const pick = (salt: string, n: number) => hashOf(design.look, design.id, salt) % n;
  const masculine = design.gender === "male" || (design.gender === "unknown" && pick("sex", 2) === 0);
  const { age, build } = design;
  const sort = SORTS[(masculine ? MALE : FEMALE)[age]];
  const shapes = Object.values(SHAPES);
  const shape = shapes[pick("shape", shapes.length)] ?? SHAPES.even;
  const eye = EYE_CUTS[sort.eyes[pick("eye", sort.eyes.length)] ?? sort.eyes[0]];
  const broad = build === "broad" ? 1 : 0;
  return {
    cheek: shape.cheek + broad * 0.05 + (age === "elder" ? -0.05 : 0),
    jaw: shape.jaw + sort.jaw + broad * 0.05,
    tip: shape.tip + sort.tip + broad * 0.1,
    chin: shape.chin * sort.chin,
    eye,
    eyeWidth: sort.eyeSize[0] * eye.size[0],
    eyeHeight: (sort.eyeSize[1] + pick("height", 3) - 1) * eye.size[1],
    eyeY: sort.eyeY,
    browWeight: sort.brow + pick("brow", 3) * 0.5,
    browArch: pick("arch", 3) - 1,
    irisTone: [0.75, 0.5, 0.95][pick("iris", 3)] ?? 0.75,
    profile: sort.profile,
    old: age === "elder",
    young: age === "child",
    masculine,
    bald: design.hair.style === "bald",
  };
}

export interface Rig {
  view: View;
  yaw: number;
  /** Screen x of a point on the ball at `phi` degrees from the middle of the face. */
  x(phi: number, radius?: number): number;
  faceX: number;
  eyes: readonly { x: number; side: 1 | -1; width: number }[];
  nose: Pt;
  mouth: Pt;
  mouthWidth: number;
  /** Opening angle of the jaw in radians, if it changes the contour (in profile). */
  gape: number;
  /** The skull under the hair: centre, half width. */
  skull: Pt;
  neck: readonly [nape: number, throat: number];
}

type Features = Record<"yaw" | "faceX" | "mouthWidth", number> &
  Record<"nose" | "mouth" | "skull", Pt> & {
    near: { x: number; width: number };
    far?: { x: number; width: number };
    contour?: readonly Pt[];
    neck: readonly [nape: number, throat: number];
  };

const FEATURES: Readonly<Record<View, Features>> = measuresOf("views");

export function headRig(view: View, gape = 0): Rig {
  const { near, far, contour: _, ...features } = FEATURES[view];
  return {
    ...features,
    ...{ view, gape },
    eyes: [{ ...near, side: -1 }, ...(far ? [{ ...far, side: 1 as const }] : [])],
    x: (phi, radius = 44) => radius * Math.sin((clamp(phi + features.yaw, -118, 118) * Math.PI) / 180),
  };
}

/** The face from the near ear round the chin to the far temple, open at the top. */
export function faceContour(rig: Rig, face: FaceLook): Pt[] {
  const { faceX, view } = rig;
  const { contour = [] } = FEATURES[view];
  if (view === "back") return contour.map(([x, y]): Pt => [x * 0.98, Math.min(y, 36)]);
  const long = (y: number) => (y > 8 ? 8 + (y - 8) * face.chin : y);
  if (view === "profile")
    return gaping(PROFILES[face.profile], rig.gape).map(([x, y, corner]): Pt => {
      const jaw = x < 24 && y > 20 ? -face.jaw * 16 * ((24 - x) / 24) : 0;
      return corner ? [x, long(y), 1] : [x + jaw * 0.3, long(y) - jaw * 0.35];
    });
  return contour.map(([x, y, corner]): Pt => {
    const t = clamp((y + 4) / 55, 0, 1);
    const near = (at: number, wide: number) => Math.max(0, 1 - Math.abs(t - at) / wide);
    const wide =
      1 +
      face.cheek * Math.min(1, near(0.35, 0.6) * 1.2) +
      face.jaw * near(0.68, 0.34) +
      face.tip * near(0.97, 0.3);
    const px = faceX + (x - faceX) * wide;
    return corner ? [px, long(y), 1] : [px, long(y)];
  });
}

/** The whole skin of the head: the contour closed over the skull. */
export function skinShape(rig: Rig, contour: readonly Pt[]): Pt[] {
  const [cx, rx] = rig.skull;
  const first = rig.view === "front" || rig.view === "back" ? 10 : 28;
  const dome = [first, 46, 70, 90, 110, 140, 170].map((deg) =>
    polar([cx, -8], (deg * Math.PI) / 180, rx, -43),
  );
  const nape: Pt[] =
    rig.view === "front" || rig.view === "back"
      ? []
      : through([cx - rx + 2, 2], [cx - rx + 7, 12], [cx - rx + (rig.view === "profile" ? 19 : 13), 23]);
  return [...contour, ...dome, ...nape];
}

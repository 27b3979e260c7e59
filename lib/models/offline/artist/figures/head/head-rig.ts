// The head as a turning ball with a face on it: where its features lie in each view, and the contour of the face.
// Head space: the face is about 100 high, its centre is (0, 0), the chin at y = 50; heads look to the right.

import type { CharacterDesign } from "../../closed/cast.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { View } from "../../closed/staging.ts";
import { hashOf } from "../../pen/chance.ts";
import { clamp, type Pt, through } from "../../pen/curves.ts";
import { EYE_CUTS, type EyeCut, type EyeKind } from "../face/eyes.ts";
import { gaping, PROFILES, type ProfileKind } from "./profiles.ts";

/** What the design says about a face, as numbers. */
export interface FaceLook {
  /** How much wider than usual the face is at the cheekbones, at the jaw and at the chin. */
  cheek: number;
  jaw: number;
  tip: number;
  /** Length of the lower face. */
  chin: number;
  eye: EyeCut;
  eyeWidth: number;
  eyeHeight: number;
  eyeY: number;
  browWeight: number;
  /** Whether the outer end of the brow rises (1), lies (0) or falls (−1). */
  browArch: number;
  irisTone: number;
  profile: ProfileKind;
  old: boolean;
  young: boolean;
  masculine: boolean;
  bald: boolean;
}

/** Shapes of faces, on top of what age and sex make of them. */
type Shape = Pick<FaceLook, "cheek" | "jaw" | "tip" | "chin">;
const SHAPES = measuresOf<"even" | "round" | "tapered" | "square" | "long" | "pointed", Shape>("face-shapes");

/** How an age and a sex draw a face; each person's own numbers come on top. */
interface FaceSort {
  eyes: readonly [EyeKind, ...EyeKind[]];
  eyeSize: readonly [width: number, height: number];
  eyeY: number;
  jaw: number;
  tip: number;
  chin: number;
  brow: number;
  profile: ProfileKind;
}

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
  /** Screen x of a place on the ball at `phi` degrees from the middle of the face. */
  x(phi: number, radius?: number): number;
  faceX: number;
  eyes: readonly { x: number; side: 1 | -1; width: number }[];
  nose: Pt;
  mouth: Pt;
  mouthWidth: number;
  /** Radians that the jaw hangs, where that changes the face's edge: seen from the side. */
  gape: number;
  /** The skull under the hair: centre, half width. */
  skull: Pt;
}

interface Features {
  yaw: number;
  faceX: number;
  near: { x: number; width: number };
  far?: { x: number; width: number };
  nose: Pt;
  mouth: Pt;
  mouthWidth: number;
  skull: Pt;
  contour?: readonly Pt[];
}

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

/** The whole skin of the head: contour closed over the skull. */
export function skinShape(rig: Rig, contour: readonly Pt[]): Pt[] {
  const [cx, rx] = rig.skull;
  const first = rig.view === "front" || rig.view === "back" ? 10 : 28;
  const dome = [first, 46, 70, 90, 110, 140, 170].map((deg): Pt => {
    const a = (deg * Math.PI) / 180;
    return [cx + Math.cos(a) * rx, -8 - Math.sin(a) * 43];
  });
  const nape: Pt[] =
    rig.view === "front" || rig.view === "back"
      ? []
      : through([cx - rx + 2, 2], [cx - rx + 7, 12], [cx - rx + (rig.view === "profile" ? 19 : 13), 23]);
  return [...contour, ...dome, ...nape];
}

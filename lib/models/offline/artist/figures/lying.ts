// Whoever lies down, seen from so near that only the face and the shoulders are in the picture: from above, as who stands at the
// bedside or over them sees them. A face that lay on its side would be read by nobody.

import { isToldOfSome } from "../camera/figure-told.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import type { PlaceKind, Pose, Shot } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { hashOf } from "../pen/chance.ts";
import { hasTrait } from "../places/places.ts";
import type { PoseSpec } from "./body/pose-spec.ts";
import { LYING, POSES } from "./body/poses.ts";

const NEAR: ReadonlySet<Shot> = new Set(["detail", "close", "bust", "half"]);
export const isLying = (pose: Pose): boolean => pose === "lie" || pose === "sleep";

export const isBedded = (pose: Pose, design: CharacterDesign, place: PlaceKind): boolean =>
  isLying(pose) && design.kind === "human" && hasTrait(place, "beds");

/** Whether a picture looks down at people who lie. */
export const looksDown = (picture: Picture): boolean =>
  NEAR.has(picture.shot) &&
  picture.figures.length > 0 &&
  picture.figures.every(({ pose }) => isLying(pose)) &&
  !hasTrait(picture.scene.place.kind, "airy") &&
  !isToldOfSome(picture, ({ onWall }) => onWall);

/** Whether some of those near by lie and others do not, so that one picture of heads cannot be of both. */
export const isBedside = ({ shot, figures }: Picture): boolean =>
  shot !== "detail" &&
  NEAR.has(shot) &&
  figures.some(({ pose }) => isLying(pose)) &&
  !figures.every(({ pose }) => isLying(pose));

/** Degrees that the head tips on its pillow: back, or, asleep, to the other side. */
const TIPS = { lie: [-26, -36, -46], sleep: [-30, -42, 28] } as const;

/** The pose of somebody who lies, as it is seen from above. */
export function fromAbove(pose: "lie" | "sleep", { id }: CharacterDesign, moment: number): PoseSpec {
  const pick = (what: string) => hashOf(id, moment, what);
  const tips = TIPS[pose];
  return {
    ...POSES.stand,
    ...LYING[pick("arms") % LYING.length],
    turn: tips[pick("pillow") % tips.length] ?? tips[0],
    support: "bed",
  };
}

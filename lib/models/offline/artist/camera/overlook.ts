// Figures as a camera over or under them sees them.
import type { Pose } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import type { Pt } from "../pen/curves.ts";
import { overlooked, overlookedWhole } from "../pen/lens.ts";
import type { Pen } from "../pen/pen.ts";
import { isFar } from "./far-shots.ts";
import { flipOf, type Standing } from "./standing.ts";

/** How strongly it shows: of somebody near more than of a figure that stands on the ground of the picture. */
const STRENGTH = { near: 0.85, far: 0.3 } as const;

/** Poses that lie along the ground, or in something that does: nothing of them is near the camera. */
const LOW: ReadonlySet<Pose> = new Set(["lie", "sleep", "fall", "row"]);

/** The pen of a figure's own space, bent to how it is seen; in a near picture the face stays where it is. */
export function overlook(
  pen: Pen,
  { figure, face, x, groundY, scale }: Standing,
  { angle, shot }: Pick<Picture, "angle" | "shot">,
): Pen {
  if ((angle !== "high" && angle !== "low") || shot === "detail" || LOW.has(figure.pose)) return pen;
  const way = angle === "high" ? 1 : -1;
  const head: Pt = [((face[0] - x) / scale) * flipOf(figure), (face[1] - groundY) / scale];
  const tall = 60 - head[1];
  if (isFar(shot)) return pen.through(overlookedWhole(STRENGTH.far * way, tall));
  return pen.through(overlooked({ above: STRENGTH.near * way, tall, anchor: head }));
}

// The body of somebody, wherever it is needed before it is drawn or besides.
import type { Design } from "../../camera/design.ts";
import type { Figure, Picture } from "../../closed/storyboard.ts";
import type { FigureSpec, Seen } from "../figure-job.ts";
import { type Skeleton, skeletonOf } from "./skeleton.ts";
import { posed, seenIn } from "./stances.ts";

interface Somebody {
  figure: Figure;
  design: Design;
}

export const bodyOf = ({ figure, design, seen }: Somebody & { seen: Seen }): Skeleton =>
  skeletonOf(design, posed({ ...figure, design, ...seen }), figure.view);

/** As a picture has them. */
export const bodyIn = (picture: Picture, { figure, design }: Somebody): Skeleton =>
  bodyOf({ figure, design, seen: seenIn(picture, figure) });

/** As they are drawn. */
export const bodyAs = (spec: FigureSpec): Skeleton => skeletonOf(spec.design, posed(spec), spec.view);

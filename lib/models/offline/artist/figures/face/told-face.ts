// What a face is told to do that no expression's name says: it yawns, shuts its eyes, opens one of them or winks.
import type { FigureTold } from "../../closed/told.ts";
import type { ExpressionLook } from "./expressions.ts";

export type FaceTold = NonNullable<FigureTold["face"]>;

/** The look of a feeling with what is told. */
export function withTold(look: ExpressionLook, told: FaceTold | undefined): ExpressionLook {
  if (told === "yawns")
    return { ...look, lids: "shut", browUp: 0.5, browTilt: -0.3, mouth: "gasp", marks: ["tear"] };
  if (told === "shut") return { ...look, lids: "shut", open: 1 };
  return told === "one-eye" ? { ...look, lids: "open", wink: true } : look;
}

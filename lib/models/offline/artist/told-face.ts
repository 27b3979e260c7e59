// What words have a face do that no expression's name says: it yawns, shuts its eyes, opens one of them or winks.
import type { Picture } from "../closed/storyboard.ts";
import type { ExpressionLook } from "./expressions.ts";
import { pattern } from "./readings.ts";

export type FaceTold = "yawns" | "shut" | "one-eye";

const YAWNS = pattern("yawns", "action", /\byawn(?:s|ed|ing)?\b|あくび|欠伸/iu);
const SHUT = pattern(
  "eyes-shut",
  "action",
  /\b(?:clos(?:ed|es|ing)|shut(?:s|ting)?) (?:his|her|its|their|both) eyes\b|\beyes (?:were )?(?:closed|shut)\b|(?:目|眼|瞼|まぶた)を(?:閉じ|つぶっ|つむっ|つぶり|つむり|瞑)/iu,
);
const ONE = pattern(
  "one-eye",
  "action",
  /\b(?:opened|with|only) one eye\b|\bone eye (?:open|opened|shut)\b|\bwink(?:s|ed|ing)?\b|片目を|ウイン?ク|ウィンク/iu,
);

/** Faces that leave their eyes free. */
const RESTS: ReadonlySet<string> = new Set([
  "calm",
  "thoughtful",
  "sad",
  "tired",
  "smile",
  "worried",
  "smug",
]);
const WINKS: ReadonlySet<string> = new Set(["tired", "grin", "smile", "smug", "calm"]);

/** Of one among several it is told who has the look that goes with it. */
export function faceTold(
  { action, figures }: Pick<Picture, "action" | "figures">,
  { expression }: Pick<Picture["figures"][number], "expression">,
): FaceTold | undefined {
  const alone = figures.length === 1;
  if (expression === "tired" && YAWNS.test(action)) return "yawns";
  if (
    ONE.test(action) &&
    (expression === "tired" || expression === "grin" || (alone && WINKS.has(expression)))
  )
    return "one-eye";
  if (SHUT.test(action) && (expression === "thoughtful" || (alone && RESTS.has(expression)))) return "shut";
  return undefined;
}

/** The look of a feeling with what is told. */
export function withTold(look: ExpressionLook, told: FaceTold | undefined): ExpressionLook {
  if (told === "yawns")
    return { ...look, lids: "shut", browUp: 0.5, browTilt: -0.3, mouth: "gasp", marks: ["tear"] };
  if (told === "shut") return { ...look, lids: "shut", open: 1 };
  return told === "one-eye" ? { ...look, lids: "open", wink: true } : look;
}

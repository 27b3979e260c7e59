// The pictures for which a step waits and at which it may look: sheets, and the anchor of a panel's scene. Pure.
import type { Survey } from "./graph.ts";
import type { Schedule } from "./schedule.ts";
import { type BookShape, type Node, STEP_KINDS, stepsOfPhase } from "./step-kinds.ts";

/** Steps with a valid result that a step may read besides those on which it depends; the anchor of a panel's scene is the last. */
export function besideOf(node: Node, seen: Survey): Node[] {
  const awaited = STEP_KINDS[node.kind].awaits?.(node.ref, seen.shape) ?? [];
  const anchor = anchorOf(node, seen);
  return [...awaited, ...(anchor ? [anchor] : [])].filter((one) => seen.resultOf(one) !== undefined);
}

/** The first panel in reading order of the same scene that has a picture; undefined where there is none but the step's own. */
function anchorOf(node: Node, { shape, resultOf }: Survey): Node | undefined {
  const scene = shape.sheets ? sceneOf(node, shape) : undefined;
  if (scene === undefined) return undefined;
  return stepsOfPhase("artwork", shape).nodes.find(
    (one) => one.id !== node.id && sceneOf(one, shape) === scene && resultOf(one) !== undefined,
  );
}

const sceneOf = ({ ref }: Node, shape: BookShape): string | undefined =>
  ref.of === "panel" ? shape.panels(ref.page)?.find(({ id }) => id === ref.panel)?.scene : undefined;

/** Whether a picture that the step may read is still to be drawn. */
export function awaitsSheet({ kind, ref }: Node, seen: Survey): boolean {
  const awaited = STEP_KINDS[kind].awaits?.(ref, seen.shape) ?? [];
  return awaited.some((node) => seen.inputOf(node) !== undefined && seen.resultOf(node) === undefined);
}

/**
 * The first drawn panel of a scene is its anchor, and the others use its picture: while a scene has no picture and one of its panels is
 * being drawn, the others wait for that one. If it returns true, the caller must release the panel.
 */
export function openAnchors({ inFlight }: Schedule, { shape, inputOf, resultOf }: Survey) {
  const scenes = new Map<string, "drawn" | "under way">();
  if (shape.sheets) {
    for (const node of stepsOfPhase("artwork", shape).nodes) {
      const scene = sceneOf(node, shape);
      if (scene === undefined || scenes.get(scene) === "drawn") continue;
      const input = inputOf(node);
      if (resultOf(node) !== undefined) scenes.set(scene, "drawn");
      else if (input !== undefined && inFlight[node.id]?.input === input) scenes.set(scene, "under way");
    }
  }
  return {
    mayBegin(node: Node): boolean {
      const scene = shape.sheets ? sceneOf(node, shape) : undefined;
      if (scene === undefined || scenes.get(scene) === "drawn") return true;
      if (scenes.get(scene) === "under way") return false;
      scenes.set(scene, "under way");
      return true;
    },
  };
}

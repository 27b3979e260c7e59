// The graphs for ComfyUI: a user's own files, or the shipped portrait graph with another checkpoint.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import portraitGraph from "../../examples/comfyui/portrait.json" with { type: "json" };

/** Texts of graphs in API format. */
export interface ComfyGraphs {
  panel: string;
  portrait: string;
  /** Repaints an area of a picture; has a placeholder for the mask. */
  edit?: string;
}

/**
 * Reads the graphs from files. A setting may also hold the graph itself, for functions without such files. Throws `RangeError` for one that
 * cannot be read.
 */
export function graphsOf(paths: {
  panelGraph: string;
  portraitGraph: string;
  editGraph?: string;
}): ComfyGraphs {
  const { panelGraph, portraitGraph, editGraph } = paths;
  return {
    ...{ panel: readGraph(panelGraph), portrait: readGraph(portraitGraph) },
    ...(editGraph !== undefined && { edit: readGraph(editGraph) }),
  };
}

function readGraph(path: string): string {
  if (path.startsWith("{")) return path;
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new RangeError(
      `the graph of ComfyUI cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/**
 * A name with a hash of the graphs, `graphs-0123456789ab`, which is part of a model's key because other graphs draw other pictures. The
 * graph for edits is not in the hash, so that it can be added to a book that was begun without one.
 */
export const graphsName = ({ panel, portrait }: ComfyGraphs): string =>
  `graphs-${createHash("sha256").update(`${panel}\0${portrait}`).digest("hex").slice(0, 12)}`;

/**
 * The graphs for portraits and panels with one checkpoint. The shipped panel graph is not used, because it needs models that few users
 * have.
 */
export function checkpointGraphs(checkpoint: string): ComfyGraphs {
  const loader = { ...portraitGraph["1"], inputs: { ckpt_name: checkpoint } };
  const text = JSON.stringify({ ...portraitGraph, "1": loader });
  return { panel: text, portrait: text };
}

/** The number of reference pictures for which a graph has placeholders: `%reference1%`, `%reference2%` … */
export function referencesIn(graph: string): number {
  const numbers = [...graph.matchAll(/%reference(\d{1,2})%/gu)].map(([, number]) => Number(number));
  return Math.max(0, ...numbers);
}

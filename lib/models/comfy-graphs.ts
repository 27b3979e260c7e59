// The graphs by which ComfyUI draws: a person's own files, or the shipped portrait graph with another checkpoint.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import portraitGraph from "../../examples/comfyui/portrait.json" with { type: "json" };

/** Texts in API format. */
export interface ComfyGraphs {
  panel: string;
  portrait: string;
}

/** The texts of the graphs: files' own, or, for functions without such files, what stands in the setting. Throws a RangeError where one cannot be read. */
export function graphsOf(paths: { panelGraph: string; portraitGraph: string }): ComfyGraphs {
  return { panel: readGraph(paths.panelGraph), portrait: readGraph(paths.portraitGraph) };
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

/** Other graphs draw other pictures, so keys of models name them: `graphs-0123456789ab`. */
export const graphsName = ({ panel, portrait }: ComfyGraphs): string =>
  `graphs-${createHash("sha256").update(`${panel}\0${portrait}`).digest("hex").slice(0, 12)}`;

/** For portraits and panels alike: the shipped panel graph needs models that few people have. */
export function checkpointGraphs(checkpoint: string): ComfyGraphs {
  const loader = { ...portraitGraph["1"], inputs: { ckpt_name: checkpoint } };
  const text = JSON.stringify({ ...portraitGraph, "1": loader });
  return { panel: text, portrait: text };
}

/** As many reference pictures as a graph has places for: `%reference1%`, `%reference2%` … */
export function referencesIn(graph: string): number {
  const numbers = [...graph.matchAll(/%reference(\d{1,2})%/gu)].map(([, number]) => Number(number));
  return Math.max(0, ...numbers);
}

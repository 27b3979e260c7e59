// Removes a missing reference picture from a graph: nodes that need it are bypassed as in ComfyUI's editor, each output replaced by an
// input of the same type. A blank picture instead would influence the result. The types come from `GET /object_info/CLASS` (`node_info` in
// ComfyUI's `server.py`).
import * as z from "zod";
import { type Graph, hasMask, placesIn } from "./comfyui-graph.ts";

/** Inputs by name: `[TYPE, {…}]`, for some with a list of choices instead of the type. */
const InputsSchema = z.record(z.string(), z.unknown()).nullish();
const NodeInfoSchema = z.object({
  input: z.object({ required: InputsSchema, optional: InputsSchema }).nullish(),
  output: z.array(z.unknown()).nullish(),
  output_node: z.boolean().nullish(),
});
export type NodeInfo = z.infer<typeof NodeInfoSchema>;

/** Answer of `/object_info/CLASS`: `{}` for a class that is not installed. */
export const ObjectInfoSchema = z.record(z.string(), NodeInfoSchema);

type Link = [node: string, output: number];
const LinkSchema = z.tuple([z.string(), z.int()]);
const linkIn = (value: unknown): Link | undefined => LinkSchema.safeParse(value).data;

const DRAWING = /%(?:prompt|seed)%/u;

/** A longer chain of bypassed nodes is a circle. */
const LONGEST_CHAIN = 100;

/** The graph for `count` reference pictures, with or without a mask; undefined where it saves nothing without the missing ones. */
export function withReferences(
  graph: Graph,
  count: number,
  { infos, isMasked = true }: { infos: ReadonlyMap<string, NodeInfo>; isMasked?: boolean },
): Graph | undefined {
  const infoOf = (id: string) => infos.get(graph[id]?.class_type ?? "");
  const bypassed = new Set(
    Object.entries(graph).flatMap(([id, { inputs }]) =>
      placesIn(inputs).some((place) => place > count) || (!isMasked && hasMask(inputs)) ? id : [],
    ),
  );

  /** The source of a link past bypassed nodes; undefined where they have no input of its type. */
  function through([id, output]: Link, depth = 0): Link | undefined {
    if (!bypassed.has(id)) return [id, output];
    const type = infoOf(id)?.output?.[output];
    if (typeof type !== "string" || depth > LONGEST_CHAIN) return undefined;
    for (const [name, value] of Object.entries(graph[id]?.inputs ?? {})) {
      const link = linkIn(value);
      if (link === undefined || typeOf(infoOf(id), name) !== type) continue;
      const found = through(link, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  const isLost = (id: string, name: string, value: unknown) => {
    const link = linkIn(value);
    return (
      link !== undefined && through(link) === undefined && !(name in (infoOf(id)?.input?.optional ?? {}))
    );
  };
  for (;;) {
    const lost = Object.entries(graph).find(
      ([id, { inputs }]) =>
        !bypassed.has(id) && Object.entries(inputs).some(([name, value]) => isLost(id, name, value)),
    );
    if (lost === undefined) break;
    // A node with the seed or the prompt is the sampler: bypassing it would give a grey picture.
    if (DRAWING.test(JSON.stringify(lost[1].inputs))) return undefined;
    bypassed.add(lost[0]);
  }

  const left = Object.entries(graph).filter(([id]) => !bypassed.has(id));
  if (!left.some(([id]) => infoOf(id)?.output_node)) return undefined;
  return Object.fromEntries(
    left.map(([id, node]) => {
      const inputs = Object.entries(node.inputs).flatMap(([name, value]) => {
        const link = linkIn(value);
        const kept = link === undefined ? value : through(link);
        return kept === undefined ? [] : [[name, kept] as const];
      });
      return [id, { ...node, inputs: Object.fromEntries(inputs) }];
    }),
  );
}

function typeOf(info: NodeInfo | undefined, name: string): unknown {
  const told = info?.input?.required?.[name] ?? info?.input?.optional?.[name];
  return Array.isArray(told) ? told[0] : undefined;
}

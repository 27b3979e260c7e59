// Takes a reference picture that is not there out of a graph: nodes that need it are bypassed as ComfyUI's own editor bypasses a node, each
// output replaced by the input of the same type. A blank picture in its place would be drawn after. The types come from `GET
// /object_info/CLASS` (`node_info` in ComfyUI's `server.py`).
import * as z from "zod";
import { type Graph, placesIn } from "./comfyui-graph.ts";

/** By name: `[TYPE, {…}]`, with a list of choices in the place of the type for some. */
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

/** Longer chains of bypassed nodes are circles. */
const LONGEST_CHAIN = 100;

/** The graph for `count` reference pictures; undefined where nothing that it saves is left without the others. */
export function withReferences(
  graph: Graph,
  count: number,
  infos: ReadonlyMap<string, NodeInfo>,
): Graph | undefined {
  const infoOf = (id: string) => infos.get(graph[id]?.class_type ?? "");
  const bypassed = new Set(
    Object.entries(graph).flatMap(([id, { inputs }]) =>
      placesIn(inputs).some((place) => place > count) ? id : [],
    ),
  );

  /** Where a link leads when bypassed nodes let through what they are given; undefined where they have nothing of its type. */
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
    // What takes the seed or the prompt is what draws: bypassed, it would leave a grey picture.
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

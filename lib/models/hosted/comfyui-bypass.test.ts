import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { infoOf, NODE_CLASSES } from "../../../emulators/models/comfyui/nodes.ts";
import { ObjectInfoSchema, withReferences } from "./comfyui-bypass.ts";
import { parseGraph } from "./comfyui-graph.ts";

const INFOS = new Map(
  NODE_CLASSES.flatMap((name) => Object.entries(ObjectInfoSchema.parse({ [name]: infoOf(name) }))),
);
const panel = () =>
  JSON.parse(readFileSync(new URL("../../../examples/comfyui/panel.json", import.meta.url), "utf8"));
const fitted = (graph: unknown, count: number) =>
  withReferences(parseGraph(JSON.stringify(graph), "a graph"), count, { infos: INFOS });

describe("a graph without its missing reference pictures", () => {
  it("is unchanged where none is missing", () => {
    expect(fitted(panel(), 1)).toEqual(panel());
  });

  it("keeps the first person's picture and bypasses the nodes of the second one's", () => {
    const graph = panel();
    graph["11"] = { class_type: "LoadImage", inputs: { image: "%reference2%" } };
    graph["12"] = {
      class_type: "IPAdapterAdvanced",
      inputs: { weight: 0.6, model: ["8", 0], ipadapter: ["7", 1], image: ["11", 0] },
    };
    graph["5"].inputs.model = ["12", 0];
    expect(fitted(graph, 2)).toEqual(graph);
    expect(fitted(graph, 1)).toEqual(panel());
    expect(fitted(graph, 0)?.["5"]?.inputs.model).toEqual(["7", 0]);
  });

  it("drops a link that the node can do without", () => {
    const graph = panel();
    graph["11"] = { class_type: "LoadImage", inputs: { image: "%reference2%" } };
    graph["8"].inputs.attn_mask = ["11", 1];
    expect(fitted(graph, 1)).toEqual(panel());
  });

  it("is undefined where the result depends on the reference, or where the server does not describe its nodes", () => {
    const graph = panel();
    graph["11"] = { class_type: "VAEEncode", inputs: { pixels: ["6", 0], vae: ["1", 2] } };
    graph["5"].inputs.latent_image = ["11", 0];
    expect(fitted(graph, 0)).toBeUndefined();
    expect(fitted(graph, 1)).toEqual(graph);
    expect(
      withReferences(parseGraph(JSON.stringify(panel()), "a graph"), 0, { infos: new Map() }),
    ).toBeUndefined();
  });

  it("is undefined for circular links, which ComfyUI refuses", () => {
    const graph = panel();
    graph["8"].inputs.model = ["12", 0];
    graph["12"] = { class_type: "IPAdapterAdvanced", inputs: { image: ["6", 0], model: ["8", 0] } };
    expect(fitted(graph, 0)).toBeUndefined();
  });
});

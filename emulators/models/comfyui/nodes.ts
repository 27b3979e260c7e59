// Node classes of ComfyUI for `/object_info`, and the checks of links in `validate_prompt` (`execution.py`). Classes and sockets:
// `nodes.py` of comfyanonymous/ComfyUI, `IPAdapterPlus.py` of cubiq/ComfyUI_IPAdapter_plus.
import * as z from "zod";

export const NodeSchema = z.looseObject({
  class_type: z.string(),
  inputs: z.record(z.string(), z.unknown()),
});
export type Node = z.infer<typeof NodeSchema>;

interface NodeClass {
  required: Readonly<Record<string, string>>;
  optional?: Readonly<Record<string, string>>;
  outputs: readonly string[];
  isOutput?: boolean;
}

const SAMPLED = {
  model: "MODEL",
  positive: "CONDITIONING",
  negative: "CONDITIONING",
  latent_image: "LATENT",
};

/** Inputs and outputs of the node classes. Widgets that the examples leave at their defaults are omitted. */
const CLASSES: Readonly<Record<string, NodeClass>> = {
  CheckpointLoaderSimple: { required: { ckpt_name: "COMBO" }, outputs: ["MODEL", "CLIP", "VAE"] },
  CLIPTextEncode: { required: { text: "STRING", clip: "CLIP" }, outputs: ["CONDITIONING"] },
  EmptyLatentImage: { required: { width: "INT", height: "INT", batch_size: "INT" }, outputs: ["LATENT"] },
  KSampler: { required: { ...SAMPLED, seed: "INT", steps: "INT", cfg: "FLOAT" }, outputs: ["LATENT"] },
  VAEDecode: { required: { samples: "LATENT", vae: "VAE" }, outputs: ["IMAGE"] },
  VAEEncode: { required: { pixels: "IMAGE", vae: "VAE" }, outputs: ["LATENT"] },
  LoadImage: { required: { image: "COMBO" }, outputs: ["IMAGE", "MASK"] },
  LoadImageMask: { required: { image: "COMBO", channel: "COMBO" }, outputs: ["MASK"] },
  SetLatentNoiseMask: { required: { samples: "LATENT", mask: "MASK" }, outputs: ["LATENT"] },
  ImageScale: { required: { image: "IMAGE", width: "INT", height: "INT" }, outputs: ["IMAGE"] },
  SaveImage: { required: { images: "IMAGE", filename_prefix: "STRING" }, outputs: [], isOutput: true },
  PreviewImage: { required: { images: "IMAGE" }, outputs: [], isOutput: true },
  IPAdapterUnifiedLoader: {
    required: { model: "MODEL", preset: "COMBO" },
    optional: { ipadapter: "IPADAPTER" },
    outputs: ["MODEL", "IPADAPTER"],
  },
  IPAdapterAdvanced: {
    required: { model: "MODEL", ipadapter: "IPADAPTER", image: "IMAGE", weight: "FLOAT" },
    optional: { image_negative: "IMAGE", attn_mask: "MASK", clip_vision: "CLIP_VISION" },
    outputs: ["MODEL"],
  },
};

export const NODE_CLASSES = Object.keys(CLASSES);

/** A class in the form of `/object_info`. A list is a `COMBO` with known choices. */
export function infoOf(name: string, choices: Readonly<Record<string, readonly string[]>> = {}): unknown {
  const { required = {}, optional = {}, outputs = [], isOutput = false } = CLASSES[name] ?? {};
  const told = (inputs: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(inputs).map(([input, type]) => [input, [choices[input] ?? type, { tooltip: "" }]]),
    );
  return {
    ...{ name, input: { required: told(required), optional: told(optional) } },
    ...{ output: outputs, output_node: isOutput },
  };
}

/** Errors in a node's links: a missing input, or an input of another type. */
export function linkFault(
  { class_type: name, inputs }: Node,
  graph: Readonly<Record<string, Node>>,
): { type: string; message: string; details: string } | undefined {
  const { required = {}, optional = {} } = CLASSES[name] ?? {};
  for (const [input, wanted] of Object.entries({ ...required, ...optional })) {
    const value = inputs[input];
    if (value === undefined) {
      if (!(input in required)) continue;
      return { type: "required_input_missing", message: "Required input is missing", details: input };
    }
    if (!Array.isArray(value)) continue;
    const [id, output] = value;
    const given = CLASSES[graph[String(id)]?.class_type ?? ""]?.outputs[Number(output)];
    if (given === undefined)
      return {
        type: "exception_during_validation",
        message: "Exception when validating node",
        details: `'${id}'`,
      };
    if (given !== wanted)
      return {
        ...{ type: "return_type_mismatch", message: "Return type mismatch between linked nodes" },
        details: `${input}, received_type(${given}) mismatch input_type(${wanted})`,
      };
  }
  return undefined;
}

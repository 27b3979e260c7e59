// A user's graph for ComfyUI in API format ("Save (API Format)") with placeholders in its values: `%prompt%`, `%negative%`, `%seed%`,
// `%width%`, `%height%`, `%reference1%`, `%reference2%` …, and `%mask%` in the graph for edits.
import * as z from "zod";

const GraphSchema = z.record(
  z.string(),
  z.looseObject({ class_type: z.string(), inputs: z.record(z.string(), z.unknown()) }),
);
export type Graph = z.infer<typeof GraphSchema>;

export interface Filling {
  prompt: string;
  negative: string;
  seed: number;
  /** Pixels. */
  width: number;
  height: number;
  /** Names of uploaded pictures, the first for `%reference1%`. */
  references: readonly string[];
  /** Name of the uploaded mask, white where the picture may change; empty if there is none. */
  mask: string;
}

/** `setting`: the setting that names the file. Throws `RangeError` with the fault and what to do. */
export function parseGraph(text: string, setting: string): Graph {
  const refuse = (why: string) => new RangeError(`${setting}: ${why}`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refuse("the file is not JSON");
  }
  const parsed = GraphSchema.safeParse(json);
  if (!parsed.success)
    throw refuse("the file is not a graph in API format; in ComfyUI choose Workflow, Export (API)");
  if (!text.includes("%prompt%")) throw refuse("no value of the graph has the placeholder %prompt%");
  return parsed.data;
}

const MASK = "%mask%";

/** Whether a value contains the placeholder of a mask. */
export const hasMask = (value: unknown): boolean => JSON.stringify(value).includes(MASK);

const REFERENCE = /%reference(\d{1,2})%/gu;

/** The numbers of the reference placeholders in a value. */
export const placesIn = (value: unknown): number[] =>
  [...JSON.stringify(value).matchAll(REFERENCE)].map(([, number]) => Number(number));

/** The number of reference pictures that the graph takes. */
export const referencesOf = (graph: Graph): number => Math.max(0, ...placesIn(graph));

/** Replaces the graph's placeholders. A value that consists of a numeric placeholder becomes a number. */
export function filledGraph(graph: Graph, filling: Filling): Graph {
  return GraphSchema.parse(filledValue(graph, filling));
}

function filledValue(value: unknown, filling: Filling): unknown {
  if (Array.isArray(value)) return value.map((one) => filledValue(one, filling));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filledValue(one, filling)]));
  if (typeof value !== "string") return value;
  const { seed, width, height, prompt, negative, references, mask } = filling;
  const numbers: Readonly<Record<string, number>> = { "%seed%": seed, "%width%": width, "%height%": height };
  const whole = numbers[value];
  if (whole !== undefined) return whole;
  // One pass, so that a placeholder inside the prompt's text is not replaced.
  return value.replaceAll(
    /%(?:prompt|negative|seed|width|height|mask|reference\d{1,2})%/gu,
    (placeholder) => {
      if (placeholder === "%prompt%") return prompt;
      if (placeholder === "%negative%") return negative;
      if (placeholder === MASK) return mask;
      const at = Number(/\d+/u.exec(placeholder)?.[0] ?? 0);
      return placeholder.startsWith("%reference")
        ? (references[at - 1] ?? "")
        : String(numbers[placeholder] ?? "");
    },
  );
}

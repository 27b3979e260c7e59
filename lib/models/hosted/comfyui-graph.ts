// A person's graph for ComfyUI in API format ("Save (API Format)"), with placeholders in its values: `%prompt%`, `%negative%`, `%seed%`,
// `%width%`, `%height%`, `%reference1%`, `%reference2%` …
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
}

/** `setting`: whose file it is. Throws a RangeError with what is wrong and what to do. */
export function parseGraph(text: string, setting: string): Graph {
  const refuse = (why: string) => new RangeError(`${setting}: ${why}`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refuse("the file is no JSON");
  }
  const parsed = GraphSchema.safeParse(json);
  if (!parsed.success)
    throw refuse("the file is no graph in API format; in ComfyUI choose Workflow, Export (API)");
  if (!text.includes("%prompt%")) throw refuse("no value of the graph has the placeholder %prompt%");
  return parsed.data;
}

const REFERENCE = /%reference(\d{1,2})%/gu;

/** The numbers of the reference pictures that a value has places for. */
export const placesIn = (value: unknown): number[] =>
  [...JSON.stringify(value).matchAll(REFERENCE)].map(([, number]) => Number(number));

/** How many reference pictures the graph has places for. */
export const referencesOf = (graph: Graph): number => Math.max(0, ...placesIn(graph));

/** The graph with its placeholders filled in. A value that is a placeholder of a number becomes a number. */
export function filledGraph(graph: Graph, filling: Filling): Graph {
  return GraphSchema.parse(filledValue(graph, filling));
}

function filledValue(value: unknown, filling: Filling): unknown {
  if (Array.isArray(value)) return value.map((one) => filledValue(one, filling));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filledValue(one, filling)]));
  if (typeof value !== "string") return value;
  const { seed, width, height, prompt, negative, references } = filling;
  const numbers: Readonly<Record<string, number>> = { "%seed%": seed, "%width%": width, "%height%": height };
  const whole = numbers[value];
  if (whole !== undefined) return whole;
  // One pass, so that a placeholder in the prompt's own words stays as it is.
  return value.replaceAll(/%(?:prompt|negative|seed|width|height|reference\d{1,2})%/gu, (placeholder) => {
    if (placeholder === "%prompt%") return prompt;
    if (placeholder === "%negative%") return negative;
    const at = Number(/\d+/u.exec(placeholder)?.[0] ?? 0);
    return placeholder.startsWith("%reference")
      ? (references[at - 1] ?? "")
      : String(numbers[placeholder] ?? "");
  });
}

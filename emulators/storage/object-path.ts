// The object and the generation that a request names.
import type { Call } from "./call.ts";
import { invalid } from "./errors.ts";

export interface ObjectPath {
  readonly bucket: string;
  readonly name: string;
}

/** The generation that a request names. Undefined if it names none. */
export function namedGeneration(call: Call, parameter = "generation"): number | undefined {
  const text = call.query.get(parameter);
  if (text === null) return undefined;
  if (!/^\d{1,16}$/.test(text)) throw invalid(`Invalid value for ${parameter}: ${text}`);
  return Number(text);
}

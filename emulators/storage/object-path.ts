// Which object a request is about, and which generation of it.
import type { Call } from "./call.ts";
import { invalid } from "./errors.ts";

export interface ObjectPath {
  readonly bucket: string;
  readonly name: string;
}

/** The generation that a request names, if it names one. */
export function namedGeneration(call: Call, parameter = "generation"): number | undefined {
  const text = call.query.get(parameter);
  if (text === null) return undefined;
  if (!/^\d{1,16}$/.test(text)) throw invalid(`Invalid value for ${parameter}: ${text}`);
  return Number(text);
}

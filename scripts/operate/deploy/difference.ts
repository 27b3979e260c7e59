// Compares an environment's resources in the code with its saved manifest.
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";

export const ResourceSchema = z.strictObject({
  type: z.string(),
  name: z.string(),
  inputs: z.record(z.string(), z.unknown()),
});
export type Resource = z.infer<typeof ResourceSchema>;

export interface ComparedResource {
  type: string;
  name: string;
  /** `gone`: in the manifest but not in the code. */
  state: "new" | "changed" | "same" | "gone";
  /** Names of changed inputs. */
  fields: string[];
}

const keyOf = ({ type, name }: Pick<Resource, "type" | "name">) => `${type} ${name}`;

/** Sorted by type and name. */
export function compareResources(
  wanted: readonly Resource[],
  saved: readonly Resource[],
): ComparedResource[] {
  const before = new Map(saved.map((resource) => [keyOf(resource), resource]));
  const now = new Set(wanted.map(keyOf));
  const compared = wanted.map(({ type, name, inputs }): ComparedResource => {
    const known = before.get(keyOf({ type, name }));
    if (known === undefined) return { type, name, state: "new", fields: [] };
    const names = new Set([...Object.keys(inputs), ...Object.keys(known.inputs)]);
    const fields = [...names]
      .filter((field) => !isDeepStrictEqual(inputs[field], known.inputs[field]))
      .toSorted();
    return { type, name, state: fields.length === 0 ? "same" : "changed", fields };
  });
  const gone = saved
    .filter((resource) => !now.has(keyOf(resource)))
    .map(({ type, name }): ComparedResource => ({ type, name, state: "gone", fields: [] }));
  return [...compared, ...gone].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

// The state of repairing an answer: counted repairs, faults, and the path of the current value.
import * as z from "zod";
import { toDotPath } from "zod/v4/core";

export type Schema = z.core.$ZodType;

export interface RepairLog {
  counted: string[];
  faults: string[];
}
export interface RepairSite extends RepairLog {
  path: readonly (string | number)[];
}

/** Replaces a value that cannot be repaired. */
export const UNREPAIRABLE = Symbol("fallen");

interface Limit {
  limit: number;
  isInclusive: boolean;
}

/** The bound of the schema that the value exceeds, without those of nested values. */
export function boundOf(schema: Schema, value: unknown, code: "too_big" | "too_small"): Limit | undefined {
  for (const issue of z.safeParse(schema, value).error?.issues ?? []) {
    if (issue.path.length > 0 || issue.code !== code) continue;
    const limit = issue.code === "too_big" ? issue.maximum : issue.minimum;
    return { limit: Number(limit), isInclusive: issue.inclusive !== false };
  }
  return undefined;
}

/** Returns the value if it fits its schema. Otherwise records its faults and returns `UNREPAIRABLE`. */
export function checkRepaired(schema: Schema, value: unknown, at: RepairSite): unknown {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return value;
  for (const issue of parsed.error.issues)
    reject({ ...at, path: [...at.path, ...pathOf(issue)] }, issue.message);
  return UNREPAIRABLE;
}

const pathOf = ({ path }: z.core.$ZodIssue) =>
  path.map((key) => (typeof key === "symbol" ? String(key) : key));

export function reject({ faults, path }: RepairSite, message: string): typeof UNREPAIRABLE {
  faults.push(path.length === 0 ? message : `${toDotPath(path)}: ${message}`);
  return UNREPAIRABLE;
}

/** Counts a repair by its kind and property name, without the path: `unknown place`. */
export function countFault({ counted, path }: RepairSite, kind: string, times = 1): void {
  const name = path.findLast((key) => typeof key === "string") ?? "answer";
  for (let time = 0; time < times; time += 1) counted.push(`${kind} ${name}`);
}

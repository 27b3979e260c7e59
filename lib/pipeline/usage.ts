// Usage and cost of a call to a model. Money is integer micro-dollars.
import * as z from "zod";
import { BusyError, RetryableError, TerminalError } from "./errors.ts";

const CountSchema = z.int().nonnegative();

/** The levels of memory, the fastest first. */
const MemoLevelSchema = z.enum(["memory", "redis", "store"]);
export type MemoLevel = z.infer<typeof MemoLevelSchema>;

const UsageSchema = z.object({
  model: z.string(),
  inputTokens: CountSchema,
  outputTokens: CountSchema,
  images: CountSchema,
  costMicros: CountSchema,
  /** Differences from the request, in sentences. */
  notices: z.array(z.string()).readonly().optional(),
  /** The level that had the result; absent when the call was made. */
  memo: MemoLevelSchema.optional(),
});
export type Usage = z.infer<typeof UsageSchema>;

/** The sum of calls. */
export const UsedSchema = UsageSchema.pick({ inputTokens: true, outputTokens: true, images: true }).extend({
  /** That of the last call. */
  model: z.string(),
});
export type Used = z.infer<typeof UsedSchema>;

/** Undefined where there was no call. */
export function usedBy(usages: readonly Usage[]): Used | undefined {
  const last = usages.at(-1);
  if (last === undefined) return undefined;
  const sum = (key: "inputTokens" | "outputTokens" | "images") =>
    usages.reduce((total, usage) => total + usage[key], 0);
  return {
    model: last.model,
    inputTokens: sum("inputTokens"),
    outputTokens: sum("outputTokens"),
    images: sum("images"),
  };
}

/** The usage of a remembered result: zero. */
export function noUsage(model: string): Usage {
  return { model, inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 };
}

/**
 * The usage of a failed call, which its error has in `usage`. A busy or refusing model has used nothing unless the error says otherwise.
 * Undefined when the usage is unknown: the call was aborted, or its answer never came.
 */
export function usageOfFailure(error: unknown, model: string): Usage | undefined {
  const isVerdict =
    error instanceof BusyError || error instanceof TerminalError || error instanceof RetryableError;
  if (!isVerdict) return undefined;
  const said = "usage" in error ? UsageSchema.safeParse(error.usage).data : undefined;
  return said ?? (error instanceof RetryableError ? undefined : noUsage(model));
}

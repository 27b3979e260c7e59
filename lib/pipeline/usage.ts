// What a call to a model used and cost. Money is integer micro-dollars.
import * as z from "zod";
import { BusyError, RetryableError, TerminalError } from "./errors.ts";

const CountSchema = z.int().nonnegative();

/** Where results are remembered, the fastest first. */
const MemoLevelSchema = z.enum(["memory", "redis", "store"]);
export type MemoLevel = z.infer<typeof MemoLevelSchema>;

const UsageSchema = z.object({
  model: z.string(),
  inputTokens: CountSchema,
  outputTokens: CountSchema,
  images: CountSchema,
  costMicros: CountSchema,
  /** What was done otherwise than wanted, in sentences. */
  notices: z.array(z.string()).readonly().optional(),
  /** Where the result was remembered; absent when it was made. */
  memo: MemoLevelSchema.optional(),
});
export type Usage = z.infer<typeof UsageSchema>;

/** What calls used together. */
export const UsedSchema = UsageSchema.pick({ inputTokens: true, outputTokens: true, images: true }).extend({
  /** That of the last of them. */
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

/** What a result used that did not have to be made: nothing. */
export function noUsage(model: string): Usage {
  return { model, inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 };
}

/**
 * What a call had used when it failed, as its error says by `usage`. Who has no room, or refuses, has used nothing unless the error
 * says so. Undefined when nobody knows: the call was aborted, or its answer never came.
 */
export function usageOfFailure(error: unknown, model: string): Usage | undefined {
  const isVerdict =
    error instanceof BusyError || error instanceof TerminalError || error instanceof RetryableError;
  if (!isVerdict) return undefined;
  const said = "usage" in error ? UsageSchema.safeParse(error.usage).data : undefined;
  return said ?? (error instanceof RetryableError ? undefined : noUsage(model));
}

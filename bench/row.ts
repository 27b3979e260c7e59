// What a bench gives: one row for each figure and each who was measured, with its percentiles and, where it must hold, its limit.
// Pure; the shape of `bench/results.json`.
import * as z from "zod";

const LimitSchema = z.object({
  /** Which of the row's numbers is bound. */
  of: z.enum(["p50", "p95", "p99"]),
  kind: z.enum(["at most", "at least"]),
  value: z.number(),
  /** Where the value comes from, when it was computed in the run: `1.04 × the bound`. */
  why: z.string().optional(),
});

const RowSchema = z.object({
  /** What was measured, in words that stand above a peer's row too: `hop, one session in flight`. */
  figure: z.string(),
  /** `mekuri`, or the peer with its version. Peers have no limits. */
  who: z.string(),
  unit: z.string(),
  n: z.int().min(1),
  p50: z.number(),
  /** Absent where one number is all there is. */
  p95: z.number().optional(),
  p99: z.number().optional(),
  clock: z.enum(["real", "virtual"]),
  limits: z.array(LimitSchema).default([]),
  /** What a reader must know to judge the figure. */
  note: z.string().optional(),
});
export type Row = z.infer<typeof RowSchema>;
export type Limit = z.infer<typeof LimitSchema>;

export const ResultsSchema = z.object({
  /** By name; a run replaces what it measured and leaves the others. */
  benches: z.record(
    z.string(),
    z.object({
      /** ISO date and time. */
      measuredAt: z.iso.datetime(),
      seconds: z.number(),
      machine: z.string(),
      rows: z.array(RowSchema),
    }),
  ),
});
export type Results = z.infer<typeof ResultsSchema>;

export interface BenchOptions {
  /** The short form, for those benches that have one. */
  short: boolean;
  /** Says how far it is; standard error. */
  tell: (line: string) => void;
}

export interface Bench {
  name: string;
  /** What it may take alone on two cores; all together stay under 25. */
  minutes: number;
  /** Throws where it cannot be measured: a peer's program that is missing is named with what to install. */
  run(options: BenchOptions): Promise<Row[]>;
}

/** Percentiles by the nearest rank. Throws `RangeError` for no values. */
export function percentilesOf(values: readonly number[]): Pick<Row, "n" | "p50" | "p95" | "p99"> {
  if (values.length === 0) throw new RangeError("nothing was measured");
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (share: number) => rounded(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  return { n: sorted.length, p50: rank(0.5), p95: rank(0.95), p99: rank(0.99) };
}

/** Four digits are more than any of this is repeatable to. */
export function rounded(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(4));
}

/** Whether a limit holds; one of a number that the row lacks does not. */
export function holds(row: Row, { of, kind, value }: Limit): boolean {
  const measured = row[of];
  if (measured === undefined) return false;
  return kind === "at most" ? measured <= value : measured >= value;
}

export function rowHolds(row: Row): boolean {
  return row.limits.every((limit) => holds(row, limit));
}

/** That even the slowest of them keeps. */
export const atMost = (value: number): Limit => ({ of: "p99", kind: "at most", value });

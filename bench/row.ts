// The result of a bench: one row for each figure and each system, with percentiles and possibly a limit. Pure functions; the format of
// `bench/results.json`.
import * as z from "zod";

const LimitSchema = z.object({
  /** The percentile that the limit is for. */
  of: z.enum(["p50", "p95", "p99"]),
  kind: z.enum(["at most", "at least"]),
  value: z.number(),
  /** Origin of a value computed in the run: `1.04 × the bound`. */
  why: z.string().optional(),
});

const RowSchema = z.object({
  /** What was measured, applicable to peers too: `hop, one session in flight`. */
  figure: z.string(),
  /** `mekuri`, or the peer with its version. Peers have no limits. */
  who: z.string(),
  unit: z.string(),
  n: z.int().min(1),
  p50: z.number(),
  /** Absent for a single value. */
  p95: z.number().optional(),
  p99: z.number().optional(),
  clock: z.enum(["real", "virtual"]),
  limits: z.array(LimitSchema).default([]),
  /** What a reader must know to interpret the figure. */
  note: z.string().optional(),
});
export type Row = z.infer<typeof RowSchema>;
export type Limit = z.infer<typeof LimitSchema>;

export const ResultsSchema = z.object({
  /** By name. A run replaces the benches that it measured and keeps the others. */
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
  /** Whether to run the short form, for benches that have one. */
  short: boolean;
  /** Reports progress on standard error. */
  tell: (line: string) => void;
}

export interface Bench {
  name: string;
  /** Maximum duration on two idle cores; all benches together stay below 25 minutes. */
  minutes: number;
  /** Throws if it cannot run: for a missing program, the error says what to install. */
  run(options: BenchOptions): Promise<Row[]>;
}

/** Percentiles by the nearest-rank method. Throws `RangeError` for no values. */
export function percentilesOf(values: readonly number[]): Pick<Row, "n" | "p50" | "p95" | "p99"> {
  if (values.length === 0) throw new RangeError("nothing was measured");
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (share: number) => rounded(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  return { n: sorted.length, p50: rank(0.5), p95: rank(0.95), p99: rank(0.99) };
}

/** Rounded to four digits, more than the measurements' repeatability. */
export function rounded(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(4));
}

/** Whether a limit is kept; false if the row lacks the number. */
export function holds(row: Row, { of, kind, value }: Limit): boolean {
  const measured = row[of];
  if (measured === undefined) return false;
  return kind === "at most" ? measured <= value : measured >= value;
}

export function rowHolds(row: Row): boolean {
  return row.limits.every((limit) => holds(row, limit));
}

/** A limit on the slowest (p99). */
export const atMost = (value: number): Limit => ({ of: "p99", kind: "at most", value });

// Collects the results of a measurement, row by row, with their bounds.

interface Row {
  what: string;
  value: string;
  isKept: boolean;
}

const rows: Row[] = [];

/** `isKept`: whether the row's bound is kept; default for rows without one: true. */
export function row(what: string, value: string, isKept = true): void {
  rows.push({ what, value, isKept });
  process.stderr.write(`${isKept ? " " : "✗"} ${what}: ${value}\n`);
}

/** Prints all rows as JSON, and returns the exit code: 1 if a bound is exceeded. */
export function finish(): number {
  process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`);
  return rows.every(({ isKept }) => isKept) ? 0 : 1;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** `median 8.5 ms, p95 10.7 ms`. */
export function spreadOf(ms: readonly number[]): string {
  const [median, p95] = [percentile(ms, 0.5), percentile(ms, 0.95)];
  return `median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
}

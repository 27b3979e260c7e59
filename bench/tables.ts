// Formats results as tables: for the terminal, and for docs/proof/bench.md between its markers. Pure functions.
import { holds, type Limit, type Results, type Row, rowHolds } from "./row.ts";

const COLUMNS = ["figure", "who", "n", "p50", "p95", "p99", "must be", "holds"];

const digits = (value: number | undefined) => (value === undefined ? "" : value.toLocaleString("en"));

const limitText = ({ of, kind, value }: Limit) => `${of} ${kind} ${digits(value)}`;

function cellsOf(row: Row): string[] {
  const figure = row.clock === "virtual" ? `${row.figure} (virtual clock)` : row.figure;
  const limits = row.limits.map(limitText).join(", ");
  const verdict = row.limits.length === 0 ? "" : rowHolds(row) ? "yes" : "**no**";
  const numbers = [row.n, row.p50, row.p95, row.p99].map(digits);
  return [`${figure}, ${row.unit}`, row.who, ...numbers, limits, verdict];
}

/** For a terminal: aligned columns, and a line for each limit that is not kept. */
export function plainTable(rows: readonly Row[]): string {
  const lines = [COLUMNS, ...rows.map(cellsOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, column) => cell.replaceAll("**", "").padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const failed = rows.flatMap((row) =>
    row.limits.flatMap((limit) => {
      if (holds(row, limit)) return [];
      const why = limit.why === undefined ? "" : ` (${limit.why})`;
      return `does not hold: ${row.figure}, ${limitText(limit)}${why}; it is ${digits(row[limit.of])} ${row.unit}`;
    }),
  );
  const notes = rows.flatMap(({ figure, who, note }) =>
    note === undefined ? [] : `${figure}, ${who}: ${note}`,
  );
  return [...text, ...notes.map((note) => `  ${note}`), ...failed].join("\n");
}

/** The table of docs/proof/bench.md: figures with a limit, next to their peers. Short forms and other rows are only in the results. */
export function markdownTable({ benches }: Results): string {
  const full = Object.entries(benches).filter(([name]) => !name.includes(" "));
  if (full.length === 0) return "Nothing was measured yet.";
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rows = full.flatMap(([, { rows }]) => shown(rows).map((row) => line(cellsOf(row))));
  const measured = new Map(full.map(([, { machine, measuredAt }]) => [machine, measuredAt.slice(0, 10)]));
  const where = [...measured].map(([machine, day]) => `Measured on ${machine}, ${day}.`);
  return [line(COLUMNS), line(COLUMNS.map(() => "---")), ...rows, "", ...where].join("\n");
}

function shown(rows: readonly Row[]): Row[] {
  const bound = new Set(rows.filter(({ limits }) => limits.length > 0).map(({ figure }) => figure));
  const isPeer = ({ who }: Row) => !who.startsWith("mekuri");
  return rows.filter((row) => row.limits.length > 0 || (bound.has(row.figure) && isPeer(row)));
}

const BEGIN = "<!-- bench: written by `npm run prove -- bench` -->";
const END = "<!-- /bench -->";

/** Replaces the table in the page. Throws if the page has no markers. */
export function withBenchTable(page: string, table: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page lacks the lines "${BEGIN}" and "${END}"`);
  return `${page.slice(0, from)}${BEGIN}\n\n${table}\n\n${page.slice(to)}`;
}

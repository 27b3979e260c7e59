// Results as tables: for the terminal, and for the READMEs between their markers. Pure.
import { holds, type Limit, type Results, type Row, rowHolds } from "./row.ts";

const WORDS = {
  en: {
    head: ["figure", "who", "n", "p50", "p95", "p99", "must be", "holds"],
    yes: "yes",
    no: "**no**",
    none: "Nothing was measured yet.",
    atMost: "at most",
    atLeast: "at least",
    virtual: "virtual clock",
    on: (machine: string, day: string) => `Measured on ${machine}, ${day}.`,
  },
  ja: {
    head: ["数値", "対象", "n", "p50", "p95", "p99", "条件", "成立"],
    yes: "はい",
    no: "**いいえ**",
    none: "まだ測っていません。",
    atMost: "以下",
    atLeast: "以上",
    virtual: "仮想時計",
    on: (machine: string, day: string) => `測定: ${machine}、${day}。`,
  },
} as const;

type Language = keyof typeof WORDS;

const digits = (value: number | undefined) => (value === undefined ? "" : value.toLocaleString("en"));

function limitText({ of, kind, value }: Limit, language: Language): string {
  const words = WORDS[language];
  const side = kind === "at most" ? words.atMost : words.atLeast;
  const number = digits(value);
  const bound = language === "en" ? `${side} ${number}` : `${number} ${side}`;
  return `${of} ${bound}`;
}

function cellsOf(row: Row, language: Language): string[] {
  const words = WORDS[language];
  const figure = row.clock === "virtual" ? `${row.figure} (${words.virtual})` : row.figure;
  const limits = row.limits.map((limit) => limitText(limit, language)).join(", ");
  const verdict = row.limits.length === 0 ? "" : rowHolds(row) ? words.yes : words.no;
  const numbers = [row.n, row.p50, row.p95, row.p99].map(digits);
  return [`${figure}, ${row.unit}`, row.who, ...numbers, limits, verdict];
}

/** For a terminal: columns apart by spaces, and a line for each limit that does not hold. */
export function plainTable(rows: readonly Row[]): string {
  const lines = [[...WORDS.en.head], ...rows.map((row) => cellsOf(row, "en"))];
  const widths = WORDS.en.head.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
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
      return `does not hold: ${row.figure}, ${limitText(limit, "en")}${why}; it is ${digits(row[limit.of])} ${row.unit}`;
    }),
  );
  const notes = rows.flatMap(({ figure, who, note }) =>
    note === undefined ? [] : `${figure}, ${who}: ${note}`,
  );
  return [...text, ...notes.map((note) => `  ${note}`), ...failed].join("\n");
}

/** The README's table: what has a limit, and its peers beside it. Short forms and all else are in the results. */
export function markdownTable({ benches }: Results, language: Language): string {
  const words = WORDS[language];
  const full = Object.entries(benches).filter(([name]) => !name.includes(" "));
  if (full.length === 0) return words.none;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rows = full.flatMap(([, { rows }]) => shown(rows).map((row) => line(cellsOf(row, language))));
  const measured = new Map(full.map(([, { machine, measuredAt }]) => [machine, measuredAt.slice(0, 10)]));
  const where = [...measured].map(([machine, day]) => words.on(machine, day));
  return [line(words.head), line(words.head.map(() => "---")), ...rows, "", ...where].join("\n");
}

function shown(rows: readonly Row[]): Row[] {
  const bound = new Set(rows.filter(({ limits }) => limits.length > 0).map(({ figure }) => figure));
  const isPeer = ({ who }: Row) => !who.startsWith("mekuri");
  return rows.filter((row) => row.limits.length > 0 || (bound.has(row.figure) && isPeer(row)));
}

const BEGIN = "<!-- bench: written by `npm run prove -- bench` -->";
const END = "<!-- /bench -->";

/** A README with this table in its place. Throws when it has no place for it. */
export function withBenchTable(page: string, table: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page lacks the lines "${BEGIN}" and "${END}"`);
  return `${page.slice(0, from)}${BEGIN}\n\n${table}\n\n${page.slice(to)}`;
}

// The table `docs/proof/reader-test.tsv`: one row for each measurement of a reader on both sets. Rows are only appended.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { percent } from "./books/made-book.ts";
import { FIGURES, type FigureName, type Figures, GROUPS, type Group } from "./reader-scores.ts";

export interface Measurement {
  /** `2026-11-30`. */
  date: string;
  /** Short hash of the measured commit. */
  commit: string;
  reader: string;
  /** Number of stories in the test set, and of those without a book within the time limit. */
  stories: number;
  unread: number;
  development: Record<Group, Figures>;
  test: Record<Group, Figures>;
}

const COLUMNS = [
  ...["date", "commit", "reader", "stories", "unread"],
  ...FIGURES.flatMap((name) => GROUPS.map((group) => `${name}, ${group}`)),
];
const HEADER = `${COLUMNS.join("\t")}\n`;

type Sets = Pick<Measurement, "development" | "test">;

/** Percent of the development set, of the test set, and the gap in points (test minus development). */
function cellOf({ development, test }: Sets, name: FigureName, group: Group): readonly string[] {
  const [own, other] = [percent(development[group][name]), percent(test[group][name])];
  const gap = own === undefined || other === undefined ? undefined : other - own;
  return [own, other, gap].map((value) => value?.toFixed(1) ?? "-");
}

function rowOf(measurement: Measurement): string {
  const { date, commit, reader, stories, unread } = measurement;
  const cells = FIGURES.flatMap((name) => GROUPS.map((group) => cellOf(measurement, name, group).join(" ")));
  return `${[date, commit, reader, stories, unread, ...cells].join("\t")}\n`;
}

/** Gap in points from which on it is reported. */
const WIDE_GAP = 5;

/** A line for each figure with a wide gap. */
export function wideGaps(sets: Sets): string[] {
  return FIGURES.flatMap((name) =>
    GROUPS.flatMap((group) => {
      const [own, other, gap] = cellOf(sets, name, group);
      const isWide = Math.abs(Number(gap)) > WIDE_GAP;
      return isWide ? [`${`${name}, ${group}`.padEnd(22)}${own} % and ${other} %, ${gap} points`] : [];
    }),
  );
}

/** Creates the file with its header if missing. Throws if it has other columns, because old rows are never rewritten. */
export function openProof(file: string): void {
  if (!existsSync(file)) appendFileSync(file, HEADER);
  if (!readFileSync(file, "utf8").startsWith(HEADER)) throw new Error(`${file} has other columns`);
}

/** Throws if the file has other columns. */
export function appendRow(file: string, measurement: Measurement): void {
  openProof(file);
  appendFileSync(file, rowOf(measurement));
}

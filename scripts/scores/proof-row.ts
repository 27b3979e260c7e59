// The table `docs/proof/reader-test.tsv`: one row for each measurement of a reader on both sets. Rows are only ever appended.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { percent } from "./made-book.ts";
import { FIGURES, type Figures, GROUPS, type Group } from "./reader-scores.ts";

export interface Measurement {
  /** `2026-11-30`. */
  date: string;
  /** Short name of the commit that was measured. */
  commit: string;
  reader: string;
  /** Stories of the test set, and those of them of which the reader made no book within the bound. */
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

/** Of each figure: percent of the development set, of the test set, and the gap in points (test less development). */
export function rowOf({ date, commit, reader, stories, unread, development, test }: Measurement): string {
  const cells = FIGURES.flatMap((name) =>
    GROUPS.map((group) => {
      const [own, other] = [percent(development[group][name]), percent(test[group][name])];
      const gap = own === undefined || other === undefined ? undefined : other - own;
      return [own, other, gap].map((value) => value?.toFixed(1) ?? "-").join(" ");
    }),
  );
  return `${[date, commit, reader, stories, unread, ...cells].join("\t")}\n`;
}

/** Makes the file with its header where there is none. Throws where the file has other columns: old rows are never rewritten. */
export function appendRow(file: string, measurement: Measurement): void {
  if (!existsSync(file)) appendFileSync(file, HEADER);
  if (!readFileSync(file, "utf8").startsWith(HEADER)) throw new Error(`${file} has other columns`);
  appendFileSync(file, rowOf(measurement));
}

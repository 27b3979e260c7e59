// The files of docs/decisions have one format; the index is generated from them (`vitest run scripts/prove/papers/decisions.test.ts -u`).
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FOLDER = new URL("../../../docs/decisions/", import.meta.url);
const FILES = globSync("[0-9]*.md", { cwd: FOLDER }).toSorted();
const FORM =
  /^# (\d{4})\. (.+)\n\n- Date: (\d{4}-\d\d-\d\d)\n- Status: (.+)\n- Replaces: (.+)\n\n## Decision\n\n.+\n\n## Reason\n\n.+\n$/s;

interface Decision {
  file: string;
  number: string;
  title: string;
  date: string;
  status: string;
  replaces: string;
}

function readDecision(file: string): Decision {
  const [, number = "", title = "", date = "", status = "", replaces = ""] =
    FORM.exec(readFileSync(new URL(file, FOLDER), "utf8")) ?? [];
  return { file, number, title, date, status, replaces };
}

const DECISIONS = FILES.map(readDecision);
const linksOf = (text: string) => [...text.matchAll(/\]\((\d{4})-[^)]*\)/g)].map(([, number]) => number);

const HEAD = `# Decisions

Each decision has a file with its date, its status, the decision that it replaces, and its reason. A changed decision keeps its
file and gets the status \`superseded by\`; a new file with the next number has the new decision. This list is generated from the files
(\`npx --no-install vitest run scripts/prove/papers/decisions.test.ts -u\`).

| no. | decision | date | status |
| --- | --- | --- | --- |
`;

test("each decision has a number, a title, a date, a status, a decision and a reason", () => {
  expect(DECISIONS.length).toBeGreaterThan(150);
  for (const { file, number, status } of DECISIONS) {
    expect(file.startsWith(`${number}-`) && number !== "", file).toBe(true);
    expect(status, file).toMatch(/^(?:accepted(?:, amended by \[.+)?|superseded by \[.+)$/);
  }
  expect(DECISIONS.map(({ number }) => Number(number))).toEqual(DECISIONS.map((_, index) => index + 1));
});

test("a superseded or amended decision and its successor refer to each other", () => {
  const pairs = DECISIONS.flatMap(({ number, status }) => linksOf(status).map((by) => `${by} > ${number}`));
  const named = DECISIONS.flatMap(({ number, replaces }) =>
    linksOf(replaces).map((old) => `${number} > ${old}`),
  );
  expect(named.toSorted()).toEqual(pairs.toSorted());
  expect(pairs.length).toBeGreaterThan(10);
});

test("the index lists them all", async () => {
  const rows = DECISIONS.map(
    ({ file, number, title, date, status }) => `| [${number}](${file}) | ${title} | ${date} | ${status} |\n`,
  );
  await expect(`${HEAD}${rows.join("")}`).toMatchFileSnapshot(new URL("README.md", FOLDER).pathname);
});

// `npm run scores`: how good the offline reader and the pages are, by the labels of the development set.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findReaders } from "../../lib/models/readers.ts";
import { BOUND_SECONDS } from "./books/bounded-reading.ts";
import { pageTable } from "./books/pages.ts";
import { appendRow, openProof, wideGaps } from "./proof-row.ts";
import {
  aspectsOf,
  figureLines,
  figuresByLanguage,
  plainPanelsOf,
  promiseLines,
  type StoryScores,
} from "./reader-scores.ts";
import { missLines, type ScoredStory, type SetToScore, scoreSet } from "./scored-set.ts";

const DEFAULT_READER = "offline-reader";

const USAGE = `Usage: npm run scores [-- [reader|pages] [OPTIONS]]
  reader             scores a reader on the development set (stories/), from the story to the storyboard
  pages              counts the rhythm of the pages of its books, beside pages that people drew; without a name: both
  --reader ID        any reader by its id; default ${DEFAULT_READER}
  --story NAME       one story of the development set
  --misses           what is wrong, sentence by sentence
  --panels           each panel with its verdicts and the reasons
  --test             scores both sets, prints of the test set figures alone, reports wide gaps, and appends a row to docs/proof/reader-test.tsv
  --test-set DIR     where the test set is, laid out as stories/; default stories/test
  --proof FILE       the table that the row is appended to, for a rehearsal with another set
  --commit NAME      the commit that is measured; default HEAD
  --seconds N        bound for the book of one story, in wall time; default ${BOUND_SECONDS}
`;

const root = join(import.meta.dirname, "../..");

/** An unusable command line: exit status 2. */
class UsageError extends Error {}

/** Its message is all that may be told of it. */
class TestSetError extends Error {}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        reader: { type: "string", default: DEFAULT_READER },
        story: { type: "string" },
        misses: { type: "boolean", default: false },
        panels: { type: "boolean", default: false },
        test: { type: "boolean", default: false },
        "test-set": { type: "string", default: join(root, "stories/test") },
        proof: { type: "string", default: join(root, "docs/proof/reader-test.tsv") },
        commit: { type: "string" },
        seconds: { type: "string", default: String(BOUND_SECONDS) },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const say = (lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);

function sayFigures(title: string, scored: readonly StoryScores[]): void {
  say([`\n${title}`, ...figureLines(figuresByLanguage(scored))]);
  const aspects = Object.entries(aspectsOf(scored)).map(
    ([aspect, { right, neutral, wrong }]) => `${aspect} ${right} right, ${neutral} neutral, ${wrong} wrong`,
  );
  const { empty, guessed } = plainPanelsOf(scored);
  say([
    `panels by aspect: ${aspects.join("; ")}`,
    `panels that show nobody: ${empty.of}, right ${empty.part}; panels with something guessed: ${guessed.of}, right ${guessed.part}`,
    ...promiseLines(scored),
  ]);
}

/** The sets that a run opens: the test set only where it was asked for. */
function setsOf({ test, "test-set": folder }: { test: boolean; "test-set": string }) {
  return { development: join(root, "stories"), ...(test ? { test: folder } : {}) };
}

const scoresOf = (scored: readonly ScoredStory[]): StoryScores[] => scored.map(({ scores }) => scores);

/** `cd210f22`; `cd210f22-dirty` where the code that is measured is not what the commit has. */
const headCommit = (): string =>
  execFileSync("git", ["describe", "--always", "--dirty", "--exclude=*"], {
    ...{ cwd: root, encoding: "utf8" },
  }).trim();

/** Scores the test set. What fails in it is told by where in the code alone: a message may quote the set. */
async function scoreTestSet(how: SetToScore): Promise<StoryScores[]> {
  try {
    return scoresOf(await scoreSet(how));
  } catch (error) {
    const { name = "Error", stack = "" } = error instanceof Error ? error : {};
    const places = stack.split("\n").filter((line) => /^ {4}at /u.test(line));
    throw new TestSetError([`the test set cannot be scored: ${name}`, ...places].join("\n"));
  }
}

async function sayReader(values: ReturnType<typeof readArguments>["values"], seconds: number): Promise<void> {
  // A reader that is not there is no reader that fails on every story.
  await findReaders()(values.reader);
  const how = { reader: values.reader, seconds };
  const commit = values.commit ?? headCommit();
  const sets = setsOf(values);
  if (sets.test !== undefined && !existsSync(sets.test)) throw new UsageError(`There is no ${sets.test}.`);
  // Before anything is measured: the figures of the test set are not to be seen twice.
  if (sets.test !== undefined) openProof(values.proof);
  const development = await scoreSet({ ...how, folder: sets.development, only: values.story });
  for (const story of development) {
    if (values.panels || values.misses) say(missLines(story, values));
    if (story.scores.failed !== undefined) say([`${story.story.name}: ${story.scores.failed}`]);
  }
  sayFigures(`Development set, ${values.reader}`, scoresOf(development));
  if (sets.test === undefined) return;
  // Of the test set nothing but figures is printed.
  const test = await scoreTestSet({ ...how, folder: sets.test });
  const unread = test.filter(({ failed }) => failed !== undefined).length;
  sayFigures(
    `Test set, ${values.reader}; ${unread} of ${test.length} stories without a book within ${seconds} s`,
    test,
  );
  const figures = { development: figuresByLanguage(scoresOf(development)), test: figuresByLanguage(test) };
  appendRow(values.proof, {
    date: new Date().toISOString().slice(0, 10),
    commit,
    ...{ reader: values.reader, stories: test.length, unread },
    ...figures,
  });
  say([
    "\nMore than 5 points between the sets (development and test; test less development):",
    ...wideGaps(figures),
  ]);
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments(process.argv.slice(2));
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [command = "all", ...others] = positionals;
  if (!["all", "reader", "pages"].includes(command) || others.length > 0)
    throw new UsageError(`There is no score "${positionals.join(" ")}".`);
  if (values.test && command !== "reader") throw new UsageError("--test is an option of reader.");
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) throw new UsageError("--seconds wants a number.");
  if (values.test && values.story !== undefined) throw new UsageError("--test scores whole sets.");
  if (command !== "pages") await sayReader(values, seconds);
  if (command !== "reader") say(["", ...(await pageTable(values.reader))]);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isUsage = error instanceof UsageError;
    const isPlain = isUsage || error instanceof TestSetError;
    const told = error instanceof Error ? ((isPlain ? undefined : error.stack) ?? error.message) : error;
    process.stderr.write(`scores: ${told}\n${isUsage ? USAGE : ""}`);
    process.exitCode = isUsage ? 2 : 1;
  },
);

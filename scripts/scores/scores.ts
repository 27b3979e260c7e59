// `npm run prove -- scores`: quality of the offline reader and of the pages, by the labels of the development set.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { findReaders } from "../../lib/models/readers.ts";
import { FailureError, newCommand, oneOf, runs, UsageError } from "../command/command.ts";
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

const root = join(import.meta.dirname, "../..");

/** An error on the test set; its message must not quote the set. */
class TestSetError extends FailureError {}

const SCORES = ["reader", "pages"] as const;

interface Options {
  reader: string;
  story?: string;
  misses: boolean;
  panels: boolean;
  test: boolean;
  testSet: string;
  proof: string;
  commit?: string;
  seconds: number;
}

export function scores(): Command {
  const command = newCommand("scores", "score a reader and its pages with the labels of the development set")
    .argument(
      "[score]",
      "reader: from the story to the storyboard, on the development set (stories/); pages: page rhythm of its books, compared with pages drawn by people (default: both)",
      oneOf("a score", SCORES),
    )
    .option("--reader <id>", "any reader by its id", DEFAULT_READER)
    .option("--story <name>", "one story of the development set")
    .option("--misses", "what is wrong, sentence by sentence", false)
    .option("--panels", "each panel with its verdicts and the reasons", false)
    .option(
      "--test",
      "score both sets, print only figures of the test set, report wide gaps, and append a row to docs/proof/reader-test.tsv",
      false,
    )
    .option(
      "--test-set <folder>",
      "folder of the test set, laid out like stories/",
      join(root, "stories/test"),
    )
    .option(
      "--proof <file>",
      "the table to which the row is appended, for a trial with another set",
      join(root, "docs/proof/reader-test.tsv"),
    )
    .option("--commit <name>", "the commit that is measured (default: HEAD)")
    .option("--seconds <n>", "time limit for the book of one story, in wall time", secondsOf, BOUND_SECONDS);
  return runs<Options>(command, (options, score: (typeof SCORES)[number] | undefined) =>
    sayScores(options, score),
  );
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (seconds > 0) return seconds;
  throw new UsageError("--seconds wants a number.");
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

/** The sets of a run: the test set only on request. */
function setsOf({ test, testSet: folder }: Options) {
  return { development: join(root, "stories"), ...(test ? { test: folder } : {}) };
}

const scoresOf = (scored: readonly ScoredStory[]): StoryScores[] => scored.map(({ scores }) => scores);

/** `cd210f22`; `cd210f22-dirty` if the measured code differs from the commit. */
const headCommit = (): string =>
  execFileSync("git", ["describe", "--always", "--dirty", "--exclude=*"], {
    ...{ cwd: root, encoding: "utf8" },
  }).trim();

/** Scores the test set. Errors are reported only by their place in the code, because a message may quote the set. */
async function scoreTestSet(how: SetToScore): Promise<StoryScores[]> {
  try {
    return scoresOf(await scoreSet(how));
  } catch (error) {
    const { name = "Error", stack = "" } = error instanceof Error ? error : {};
    const places = stack.split("\n").filter((line) => /^ {4}at /u.test(line));
    throw new TestSetError([`the test set cannot be scored: ${name}`, ...places].join("\n"));
  }
}

async function sayReader(values: Options): Promise<void> {
  const { seconds } = values;
  // An unknown reader is an error, and not a reader that fails on every story.
  await findReaders()(values.reader);
  const how = { reader: values.reader, seconds };
  const commit = values.commit ?? headCommit();
  const sets = setsOf(values);
  if (sets.test !== undefined && !existsSync(sets.test)) throw new UsageError(`There is no ${sets.test}.`);
  // Checked before measuring: the test set's figures must not be seen twice.
  if (sets.test !== undefined) openProof(values.proof);
  const development = await scoreSet({ ...how, folder: sets.development, only: values.story });
  for (const story of development) {
    if (values.panels || values.misses) say(missLines(story, values));
    if (story.scores.failed !== undefined) say([`${story.story.name}: ${story.scores.failed}`]);
  }
  sayFigures(`Development set, ${values.reader}`, scoresOf(development));
  if (sets.test === undefined) return;
  // Only figures of the test set are printed.
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

async function sayScores(options: Options, score: (typeof SCORES)[number] | undefined): Promise<void> {
  if (options.test && score !== "reader") throw new UsageError("--test needs reader.");
  if (options.test && options.story !== undefined) throw new UsageError("--test scores whole sets.");
  if (score !== "pages") await sayReader(options);
  if (score !== "reader") say(["", ...(await pageTable(options.reader))]);
}

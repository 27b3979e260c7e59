// Figures of the offline reader on the development stories other than correctness: text per page, units left out, and CPU time. Each
// story is read in a child process.
// `node scripts/scores/telling.ts [LANGUAGE/NAME …] [--seed 3]`.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { PlotSchema } from "../../lib/manga/plot.ts";
import { segmentStory } from "../../lib/manga/segment.ts";
import { offlineReader } from "../../lib/models/offline/reader/offline-reader.ts";

const SELF = fileURLToPath(import.meta.url);
const STORIES = fileURLToPath(new URL("../../stories/", import.meta.url));

interface TellingScores {
  story: string;
  letters: number;
  /** Letters in balloons and captions. */
  lettered: number;
  /** Units. */
  leftOut: number;
  pages: number;
  beats: number;
  /** Beats without words, and beats with a guess. */
  silent: number;
  guessed: number;
  people: number;
  scenes: number;
  /** Letters on the fullest page. */
  fullest: number;
  /** CPU time of the concept including loading dictionaries, and of all three tasks. */
  conceptSeconds: number;
  seconds: number;
  heapMegabytes: number;
  megabytes: number;
}

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
};

async function scoresOf(story: string, seed: number): Promise<TellingScores> {
  const [language] = story.split("/");
  if (language !== "ja" && language !== "en") throw new RangeError(`"${story}" is in neither language`);
  const told = segmentStory(readFileSync(`${STORIES}${story}.txt`, "utf8"), language);
  const brief = { direction: language === "ja" ? ("rtl" as const) : ("ltr" as const), style: "manga", seed };
  const { signal } = new AbortController();
  const reader = offlineReader();
  const before = cpuSeconds();
  const { output: concept } = await reader.read("concept", { story: told, brief }, signal);
  const conceived = cpuSeconds();
  await reader.read("characters", { story: told, brief, concept }, signal);
  const { output } = await reader.read("plot", { story: told, brief, concept }, signal);
  const after = cpuSeconds();
  const plot = PlotSchema.parse(output);
  const beats = plot.pages.flatMap((page) => page.beats);
  const bare = (text: string) => text.replaceAll(/\s/gu, "").length;
  const lettersOn = plot.pages.map((page) =>
    page.beats.reduce(
      (sum, { caption, lines }) => sum + bare(caption) + lines.reduce((all, { text }) => all + bare(text), 0),
      0,
    ),
  );
  return {
    story,
    letters: told.units.reduce((sum, { text }) => sum + bare(text), 0),
    lettered: lettersOn.reduce((sum, one) => sum + one, 0),
    leftOut: plot.leftOut.length,
    ...{ pages: plot.pages.length, beats: beats.length },
    silent: beats.filter(({ caption, lines, chapter }) => caption === "" && lines.length === 0 && !chapter)
      .length,
    guessed: beats.filter(({ guessed = [] }) => guessed.length > 0).length,
    ...{ people: concept.people.length, scenes: plot.scenes.length, fullest: Math.max(...lettersOn) },
    ...{ conceptSeconds: conceived - before, seconds: after - before },
    heapMegabytes: process.memoryUsage().heapUsed / 2 ** 20,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
}

function print(all: readonly TellingScores[]): void {
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  const row = (cells: readonly (string | number)[]) =>
    process.stdout.write(
      `${cells.map((cell, at) => String(cell)[at === 0 ? "padEnd" : "padStart"](at === 0 ? 36 : 9)).join(" ")}\n`,
    );
  row([
    "story",
    "letters",
    "lettered",
    "left out",
    "pages",
    "a page",
    "fullest",
    "beats/p",
    "silent",
    "guessed",
    "people",
    "scenes",
    "concept s",
    "all s",
    "heap MB",
    "RSS MB",
  ]);
  for (const one of all) {
    const { letters, pages, beats } = one;
    row([
      one.story,
      letters,
      share(one.lettered, letters),
      one.leftOut,
      pages,
      Math.round(one.lettered / pages),
      one.fullest,
      (beats / pages).toFixed(1),
      share(one.silent, beats),
      share(one.guessed, beats),
      ...[one.people, one.scenes, one.conceptSeconds.toFixed(1), one.seconds.toFixed(1)],
      ...[Math.round(one.heapMegabytes), Math.round(one.megabytes)],
    ]);
  }
}

const allStories = (): string[] =>
  ["ja", "en"].flatMap((language) =>
    readdirSync(`${STORIES}${language}`)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => `${language}/${name.replace(/\.txt$/, "")}`),
  );

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: "string", default: "3" }, json: { type: "boolean", default: false } },
  });
  const stories = positionals.length > 0 ? positionals : allStories();
  if (values.json) {
    for (const story of stories)
      process.stdout.write(`${JSON.stringify(await scoresOf(story, Number(values.seed)))}\n`);
    return;
  }
  print(
    stories.map((story): TellingScores => {
      const answer = execFileSync(process.execPath, [SELF, "--json", "--seed", values.seed, story], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
      });
      return JSON.parse(answer);
    }),
  );
}

await main();

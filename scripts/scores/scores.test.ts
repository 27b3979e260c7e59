// `npm run prove -- scores`: output, files it opens, and refusals.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runProve } from "../command/run-script.ts";
import { allLabelledStories } from "./labelled-story.ts";

const scores = (...args: string[]) => runProve("scores", ...args);
const SHORT = ["--story", "the-dream-of-an-hour"];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scores-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("npm run prove -- scores", () => {
  it("scores a reader on the development set and never opens the test set", { timeout: 60_000 }, async () => {
    // A test set that would fail if it were opened.
    mkdirSync(join(folder, "labels/en"), { recursive: true });
    writeFileSync(join(folder, "labels/en/broken.tsv"), "no labels");
    const { code, stdout } = await scores("reader", ...SHORT, "--test-set", folder);
    expect(code).toBe(0);
    expect(stdout).toContain("Development set, offline-reader");
    expect(stdout).toMatch(/^panels right +\d/mu);
    expect(stdout).not.toContain("Test set");
  });

  it("prints its usage for invalid arguments", { timeout: 60_000 }, async () => {
    const refused = await Promise.all([
      scores("readers"),
      scores("reader", "--seconds", "soon"),
      scores("reader", "--test", ...SHORT),
      scores("pages", "--test"),
      scores("reader", "--test", "--test-set", join(folder, "missing")),
    ]);
    for (const { code, stderr } of refused) {
      expect(code).toBe(2);
      expect(stderr).toContain("Usage: npm run prove -- scores");
    }
  });
});

describe("a set of stories", () => {
  it("is the files in the folders of its languages, and no other folder", () => {
    const put = (path: string, text: string) => {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    const labels = `#cast\nid\tname\taliases\tkind\tsex\tage\tpart\n`;
    for (const set of [".", "test"])
      for (const language of ["en", "ja"]) {
        put(`${set}/${language}/told.txt`, "It rained on and on.");
        put(`${set}/labels/${language}/told.tsv`, labels);
      }
    expect(allLabelledStories(folder)).toHaveLength(2);
    expect(allLabelledStories(join(folder, "test"))).toHaveLength(2);
    expect(existsSync(join(folder, "test"))).toBe(true);
  });
});

// `npm run mekuri -- redrive` as a command: a missing session, one that is made again from a phase on, and refusals.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runMekuri } from "../command/run-script.ts";

const folder = mkdtempSync(join(tmpdir(), "mekuri-redrive-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  [[], "missing required argument 'session'"],
  [["a", "b"], "too many arguments for 'redrive'"],
  [["../x"], '"../x" is not a session id'],
  [["abc", "--from", "ink"], "--from takes concept or"],
  [["abc", "--data", "memory"], "--data must name a folder"],
])("%j is refused with the reason and the usage", async (args, reason) => {
  const { code, stderr } = await runMekuri("redrive", ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(reason);
  expect(stderr).toContain("Usage: npm run mekuri -- redrive [options] <session>");
});

test("a finished session is made again from a phase on, and a missing one is named in the error", async () => {
  const data = join(folder, "data");
  const story = join(folder, "story.txt");
  writeFileSync(story, "Rain fell on the harbour. “Wait!” said Mina. The cat ran away. Mina laughed.");
  const out = join(folder, "out");
  const made = await runMekuri(
    "make",
    story,
    ...["--pages", "1", "--formats", "csv", "--data", data, "--out", out, "--json"],
  );
  const { sessionId } = JSON.parse(made.stdout);

  const again = await runMekuri("redrive", sessionId, "--from", "lettering", "--data", data, "--json");
  expect(again.code, again.stderr).toBe(0);
  expect(JSON.parse(again.stdout)).toEqual({
    ...{ sessionId, status: "running", published: ["lettering/p001", "lettering/cover"], busy: [] },
    again: expect.arrayContaining(["lettering/p001", "lettering/cover", "finish"]),
  });
  expect(again.stderr).toContain(`session ${sessionId} is completed`);

  const unknown = await runMekuri("redrive", "nobody", "--data", data);
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toContain("there is no session nobody");
}, 180_000);

// The pages on adding something: the diff of each applies to the current code, and its page shows what the diff does.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ModelRowsSchema } from "../../../lib/models/catalog-schema.ts";
import { codeBlocks, ROOT, readPage } from "./pages.ts";

const EXAMPLES = "docs/develop/examples";

test.each(["add-an-export", "add-a-model"])(
  "the example of %s applies, and its page shows what the diff changes",
  (name) => {
    const path = `${EXAMPLES}/${name}.diff`;
    // Throws with the part that does not apply.
    execFileSync("git", ["apply", "--check", path], { cwd: ROOT, stdio: "pipe" });
    const after = readFileSync(join(ROOT, path), "utf8")
      .split("\n")
      .filter((line) => /^[ +](?!\+\+ )/.test(line))
      .map((line) => line.slice(1))
      .join("\n");
    const blocks = codeBlocks(readPage(`docs/develop/${name}.md`), "ts");
    expect(blocks.length).toBeGreaterThan(4);
    for (const block of blocks) expect(after).toContain(block.trimEnd());
  },
);

test("the example of a model is a row of the catalog", () => {
  const rows = ModelRowsSchema.parse(JSON.parse(readFileSync(join(ROOT, EXAMPLES, "rows.json"), "utf8")));
  expect(rows.map(({ id }) => id)).toEqual(["gemini-3.9-flash"]);
});

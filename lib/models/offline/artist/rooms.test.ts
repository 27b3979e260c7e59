// Holds the artist's folders to a size that a reader can survey.
import { readdirSync } from "node:fs";
import { expect, it } from "vitest";

it("has no folder with more than 30 files", () => {
  const folders = [".", ...foldersIn(import.meta.dirname)];
  expect(folders.length).toBeGreaterThan(20);
  for (const folder of folders) {
    const files = readdirSync(`${import.meta.dirname}/${folder}`, { withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    expect(files.length, folder).toBeLessThanOrEqual(30);
  }
});

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map((one) => `${one.parentPath.slice(folder.length + 1)}/${one.name}`.replace(/^\//, ""));

// The noun tables contain only nouns that the artist can draw.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { LanguageSchema } from "../../../../manga/language.ts";
import { nounTableFile } from "../../../noun-table-file.ts";
import { drawnNoun } from "./listed-kin.ts";

it.each(LanguageSchema.options)("finds a drawing for every noun of the table in %s", (language) => {
  const [, ...lines] = readFileSync(nounTableFile(language), "utf8").trimEnd().split("\n");
  expect(lines.length).toBeGreaterThan(1_000);
  for (const line of lines) expect(drawnNoun(line.slice(0, line.indexOf("\t")), language)).toBeDefined();
});

// Compares docs/develop/book-language.md with the schemas: it lists every field and every enumerated value for a reader, director or
// artist.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as z from "zod";
import { CastSchema } from "../../../lib/manga/cast.ts";
import { ConceptSchema } from "../../../lib/manga/concept.ts";
import { PlotSchema } from "../../../lib/manga/plot.ts";
import { StoryboardDraftSchema } from "../../../lib/manga/storyboard.ts";

const page = readFileSync(new URL("../../../docs/develop/book-language.md", import.meta.url), "utf8");
const shown = new Set([...page.matchAll(/`([^`\n]+)`/g)].map(([, word]) => word));

/** Fields below it are reports by code, which no part provides. */
const REPORT = "repairs";

const found = { fields: new Set<string>(), values: new Set<string>() };
for (const schema of [ConceptSchema, CastSchema, PlotSchema, StoryboardDraftSchema])
  look(z.toJSONSchema(schema, { io: "input" }));

function look(node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  if ("properties" in node && typeof node.properties === "object" && node.properties !== null)
    for (const field of Object.keys(node.properties)) found.fields.add(field);
  if ("enum" in node && Array.isArray(node.enum))
    for (const value of node.enum) found.values.add(String(value));
  for (const [member, below] of Object.entries(node)) if (member !== REPORT) look(below);
}

it("lists every field that a reader, a director or an artist gets", () => {
  expect(found.fields).toContain("carriedBy");
  expect([...found.fields].filter((field) => !shown.has(field))).toEqual([]);
});

it("lists every value of the enumerations", () => {
  expect(found.values).toContain("three-quarter");
  expect([...found.values].filter((value) => !shown.has(value))).toEqual([]);
});

it("lists no field that is in no schema", () => {
  const rows = page.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| list"));
  const fields = rows
    .slice(rows.findIndex((line) => line.startsWith("| **concept**")))
    .flatMap((line) =>
      [...(line.split(" | ")[0] ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ""),
    );
  expect(fields.length).toBeGreaterThan(80);
  expect(fields.filter((field) => !found.fields.has(field))).toEqual([]);
});

it("stays short", () => {
  expect(page.trimEnd().split("\n").length).toBeLessThanOrEqual(120);
});

// Validates `ComicInfo.xml` against its schema (ComicInfo v2.0 of the Anansi project).
import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Book } from "../manga/book.ts";
import { bindCbz } from "./cbz.ts";
import { entriesOf } from "./read-zip.ts";
import { sampleBook, sampleSources } from "./sample-book.ts";
import { schemaViolations } from "./schema-violations.ts";

const SCHEMA = readFileSync(new URL("../../assets/comic-info/ComicInfo.xsd", import.meta.url), "utf8");
const COVER = { page: 1, panel: "k2", faces: [], image: "", widthPx: 182, heightPx: 257 };

const comicInfoOf = async (change: Partial<Book> = {}) => {
  const bytes = await buffer(bindCbz(sampleBook(["待って", "はい"], change), sampleSources()));
  const entry = entriesOf(bytes).find(({ name }) => name === "ComicInfo.xml");
  return Buffer.from(entry?.data ?? []).toString("utf8");
};

test.each([
  { direction: "rtl" },
  { direction: "ltr", language: "en" },
  { direction: "rtl", colorMode: "color", cover: COVER },
] as const)("ComicInfo.xml of a book keeps its schema: %o", async (change) => {
  expect(schemaViolations(await comicInfoOf(change), SCHEMA)).toEqual([]);
});

test("the validator reports documents that violate the schema", async () => {
  const xml = await comicInfoOf();
  const broken = xml
    .replace("<Manga>YesAndRightToLeft", "<Manga>Sideways")
    .replace(/<Year>\d+/, "<Year>soon")
    .replace('Image="1"', 'Picture="1"')
    .replace('Type="FrontCover"', 'Type="Front"');
  expect(schemaViolations(broken, SCHEMA).toSorted()).toEqual([
    'Manga may not be "Sideways"',
    'Page Type may not be "Front"',
    "Page has no Image",
    "Page may not have Picture",
    'Year may not be "soon"',
  ]);
  const title = /<Title>.*<\/Title>/.exec(xml)?.[0] ?? "";
  const swapped = xml.replace(title, "").replace("<Pages>", `${title}<Pages>`);
  expect(schemaViolations(swapped, SCHEMA)).toEqual(["Title is unknown, one too many, or out of order"]);
  expect(() => schemaViolations(xml.replace("</Pages>", ""), SCHEMA)).toThrow("not well-formed");
});

// `ComicInfo.xml` by the rules of its schema (ComicInfo v2.0 of the Anansi project): which elements there are, in which order,
// and what they may hold.
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { bindCbz } from "./cbz.ts";
import { entriesOf } from "./read-zip.ts";
import { sampleBook, sampleSources } from "./sample-book.ts";

/** The schema's sequence of elements, each at most once. */
const SEQUENCE =
  "Title Series Number Count Volume AlternateSeries AlternateNumber AlternateCount Summary Notes Year Month Day Writer Penciller Inker Colorist Letterer CoverArtist Editor Publisher Imprint Genre Web PageCount LanguageISO Format BlackAndWhite Manga Characters Teams Locations ScanInformation StoryArc SeriesGroup AgeRating Pages CommunityRating MainCharacterOrTeam Review".split(
    " ",
  );
const INTEGERS = ["Count", "Volume", "AlternateCount", "Year", "Month", "Day", "PageCount"];
const CHOICES: Record<string, readonly string[]> = {
  BlackAndWhite: ["Unknown", "No", "Yes"],
  Manga: ["Unknown", "No", "Yes", "YesAndRightToLeft"],
};
const PAGE_ATTRIBUTES: Record<string, RegExp> = {
  Image: /^\d+$/,
  Type: /^(FrontCover|InnerCover|Roundup|Story|Advertisement|Editorial|Letters|Preview|BackCover|Other|Deleted)$/,
  DoublePage: /^(true|false)$/,
  ImageSize: /^\d+$/,
  Key: /^.*$/,
  Bookmark: /^.*$/,
  ImageWidth: /^\d+$/,
  ImageHeight: /^\d+$/,
};

/** What breaks the schema. */
function violations(xml: string): string[] {
  const found: string[] = [];
  const body = /<ComicInfo [^>]*>\n([\s\S]*)<\/ComicInfo>\n$/.exec(xml)?.[1];
  if (body === undefined) return ["the root is no ComicInfo"];
  const flat = body.replace(/<Pages>[\s\S]*<\/Pages>/, "<Pages></Pages>");
  const elements = [...flat.matchAll(/<(\w+)>([^<]*)<\/(\w+)>/g)].map(([, name = "", text = ""]) => ({
    name,
    text,
  }));
  let last = -1;
  for (const { name, text } of elements) {
    const at = SEQUENCE.indexOf(name);
    if (at <= last) found.push(`${name} is unknown, twice, or out of order`);
    last = Math.max(last, at);
    if (INTEGERS.includes(name) && !/^-?\d+$/.test(text)) found.push(`${name} is no integer`);
    if (CHOICES[name]?.includes(text) === false) found.push(`${name} may not be ${text}`);
  }
  const leftOver = flat.replace(/<(\w+)>[^<]*<\/\1>/g, "").trim();
  if (leftOver !== "") found.push(`not an element: ${leftOver}`);
  for (const [, page = ""] of body.matchAll(/<Page ([^/>]*)\/>/g)) {
    const attributes = [...page.matchAll(/(\w+)="([^"]*)"/g)];
    if (!attributes.some(([, name]) => name === "Image")) found.push("a page has no Image");
    for (const [, name = "", value = ""] of attributes) {
      if (!(PAGE_ATTRIBUTES[name]?.test(value) ?? false)) found.push(`Page ${name} may not be ${value}`);
    }
  }
  return found;
}

const comicInfoOf = async (direction: "rtl" | "ltr") => {
  const bytes = await buffer(bindCbz(sampleBook(["待って", "はい"], { direction }), sampleSources()));
  const entry = entriesOf(bytes).find(({ name }) => name === "ComicInfo.xml");
  return Buffer.from(entry?.data ?? []).toString("utf8");
};

test.each(["rtl", "ltr"] as const)("ComicInfo.xml of a book read %s keeps its schema", async (direction) => {
  expect(violations(await comicInfoOf(direction))).toEqual([]);
});

test("the rules find what breaks the schema", async () => {
  const xml = await comicInfoOf("rtl");
  const broken = xml
    .replace("<Manga>YesAndRightToLeft", "<Manga>Sideways")
    .replace(/<Year>\d+/, "<Year>soon")
    .replace('Image="1"', 'Picture="1"');
  expect(violations(broken)).toEqual([
    "Year is no integer",
    "Manga may not be Sideways",
    "a page has no Image",
    "Page Picture may not be 1",
  ]);
  const title = /<Title>.*<\/Title>/.exec(xml)?.[0] ?? "";
  const swapped = xml.replace(title, "").replace("<Pages>", `${title}<Pages>`);
  expect(violations(swapped)).toEqual(["Title is unknown, twice, or out of order"]);
});

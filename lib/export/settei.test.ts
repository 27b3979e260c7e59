import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { type Book, BookSchema } from "../manga/book.ts";
import { sampleCharacter } from "../manga/sample-character.ts";
import { fileBinder } from "./file-binder.ts";
import { sampleBook, sampleSources } from "./sample-book.ts";
import { setteiPages } from "./settei-pages.ts";

const sheet = (step: string) => ({ step, image: "", width: 1600, height: 900 });

function book(change: Partial<Book> = {}): Book {
  const mina = {
    ...sampleCharacter({ id: "c1", name: "ミナ" }),
    outfits: [
      { id: "o1", worn: ["white shirt"], scenes: [] },
      { id: "o2", worn: ["straw hat", "coat"], scenes: ["s2"] },
      { id: "o3", worn: ["apron"], scenes: ["s3"] },
    ],
  };
  return BookSchema.parse(
    sampleBook(["一"], {
      cast: { characters: [mina] },
      places: [
        {
          id: "l1",
          name: "灯台",
          kind: "lighthouse",
          landmarks: [{ what: "a lamp", side: "left" }],
          look: 1,
        },
        { id: "l2", name: "", kind: "harbour", landmarks: [], look: 2 },
      ],
      sheets: ["characters/c1", "characters/c1.o2", "artwork/style", "artwork/place.l1"].map(sheet),
      ...change,
    }),
  );
}

test("a settei sheet shows the style, each person and outfit, and the places in order", () => {
  const pages = setteiPages(book());
  expect(pages.map(({ heading, sheet }) => [heading, sheet?.step])).toEqual([
    ["灯台 & <嵐>", "artwork/style"],
    ["ミナ", "characters/c1"],
    ["ミナ　衣装 2", "characters/c1.o2"],
    ["灯台", "artwork/place.l1"],
    ["場所", undefined],
  ]);
  expect(pages[2]?.lines).toEqual(["服装：straw hat、coat"]);
  // An outfit without a sheet is described with the person, and a place without one on the last page.
  expect(pages[1]?.lines).toContain("衣装 3 · 服装：apron");
  expect(pages[3]?.lines).toEqual(["種類：lighthouse", "目印になるもの：a lamp (left)"]);
  expect(pages[4]?.lines).toEqual(["harbour", "種類：harbour"]);
});

test("a book without sheets lists its people, in the book's language", () => {
  const pages = setteiPages(book({ sheets: [], language: "en" }));
  expect(pages.map(({ heading }) => heading)).toEqual(["灯台 & <嵐>", "ミナ", "Places"]);
  expect(pages[0]?.lines[0]).toBe("settei sheet");
  expect(pages[1]?.lines).toContain("outfit 2 · Wears: straw hat, coat");
});

test("a book in black and white says so and has no palette; one in colour has a palette", () => {
  const artStyle = {
    ...{ preset: "manga", medium: "ink and screen tone", line: "bold", tone: "screen tone", eyes: "large" },
    ...{ backgrounds: "sparse", blacks: "few", palette: "clear flat colours with cel shading" },
  };
  const styleOf = (change: Partial<Book>) =>
    setteiPages(book({ artStyle, language: "en", ...change }))[0]?.lines;
  expect(styleOf({})).toEqual([
    ...["settei sheet", "Style", "Colours: black and white", "Medium: ink and screen tone", "Line: bold"],
    ...["Tone: screen tone", "Eyes: large", "Backgrounds: sparse", "Blacks: few"],
  ]);
  expect(styleOf({ colorMode: "color" })).toEqual(
    expect.arrayContaining(["Colours: full colour", "Palette: clear flat colours with cel shading"]),
  );
});

test("sheets uploaded by the user are marked as theirs: people, outfits, places and the style", () => {
  const sheets = ["characters/c1", "characters/c1.o2", "artwork/style", "artwork/place.l1"].map((step) => ({
    ...sheet(step),
    own: true as const,
  }));
  const pages = setteiPages(book({ sheets, language: "en" })).filter((page) => page.sheet !== undefined);
  expect(pages).toHaveLength(4);
  for (const { lines } of pages) expect(lines).toContain("A person's own picture");
});

test("its PDF has a page for each, loads the pictures in order, and has the same bytes each time", async () => {
  const sources = sampleSources();
  const bind = (from = sampleSources()) => buffer(fileBinder().bind("sheets", book(), from));
  const pdf = await bind(sources);
  expect(pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/gu)).toHaveLength(5);
  expect(sources.asked).toEqual([
    "sheet artwork/style",
    "sheet characters/c1",
    "sheet characters/c1.o2",
    "sheet artwork/place.l1",
  ]);
  expect(pdf.toString("latin1")).toContain("/PageLayout /SinglePage");
  expect(pdf.equals(await bind())).toBe(true);
});

test("an uploaded picture makes it a composite", async () => {
  const { cast } = book();
  const own = { blob: "p", contentType: "image/jpeg" };
  const given = { characters: cast.characters.map((one) => ({ ...one, portrait: own })) };
  const models = { reader: "r@1", director: "d@1", artist: "gemini/gemini-3-pro-image@2" };
  const pdf = await buffer(fileBinder().bind("sheets", book({ cast: given, models }), sampleSources()));
  expect(pdf.toString()).toContain("digitalsourcetype/compositeWithTrainedAlgorithmicMedia<");
  const reading = await buffer(fileBinder().bind("pdf", book({ cast: given, models }), sampleSources()));
  expect(reading.toString()).toContain("digitalsourcetype/trainedAlgorithmicMedia<");
  expect(reading.toString()).toContain("<mekuri:given><rdf:Bag><rdf:li>characters/c1</rdf:li>");
});

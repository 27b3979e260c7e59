import { expect, test } from "vitest";
import { type Book, BookSchema } from "./book.ts";
import { finishInWords, pageProvenance, provenanceOf, tiersOf } from "./provenance.ts";
import { xmpOf } from "./xmp.ts";

const READER = "gemini/gemini-3.8-flash@7";
const DRAFT = { artist: "gemini/gemini-3.1-flash-lite-image@7", tier: "draft" } as const;
const FINAL = { artist: "gemini/gemini-3-pro-image@7", tier: "final" } as const;
const SHEETS = ["characters/c1", "artwork/style"];

type Described = Parameters<typeof provenanceOf>[0];
const panels = (...ids: string[]) => ids.map((id) => ({ id })) as Book["pages"][number]["panels"];

/** A draft of two pages; `change` sets who drew which picture. */
const book = (change: Partial<Described> = {}): Described => ({
  language: "en",
  models: { reader: READER, director: READER, artist: DRAFT.artist },
  tier: "draft",
  pages: [page(1), page(2)],
  cast: { characters: [{ id: "c1" }] },
  ...change,
});
const page = (number: number) =>
  ({
    ...{ number, texts: [], image: "", widthPx: 1, heightPx: 1 },
    panels: panels("k1", "k2"),
  }) as Book["pages"][number];

const redrawn = {
  models: { reader: READER, director: READER, artist: FINAL.artist },
  tier: "final",
  drawnBy: [
    { ...FINAL, pictures: ["p001/k1", "p001/k2", "p002/k1", "p002/k2"] },
    { ...DRAFT, pictures: SHEETS },
  ],
} as const;
const mixed = {
  drawnBy: [
    { ...DRAFT, pictures: ["p001/k1", "p001/k2", "p002/k1", ...SHEETS] },
    { ...FINAL, pictures: ["p002/k2"] },
  ],
};

test("a book whose panels were all drawn as final does not name an artist whose pictures are not in it", () => {
  const packet = xmpOf(
    provenanceOf(book({ ...redrawn, drawnBy: [...redrawn.drawnBy] } as Partial<Described>)),
  );
  expect(packet).toContain(">gemini-3.8-flash; gemini-3-pro-image</Iptc4xmpExt:AISystemUsed>");
  expect(packet).toContain("<mekuri:tier>final</mekuri:tier>");
  expect(packet).not.toContain("lite");
});

test("the sheets of such a book are still the draft's", () => {
  const packet = xmpOf(
    provenanceOf(book({ ...redrawn, drawnBy: [...redrawn.drawnBy] } as Partial<Described>), SHEETS),
  );
  expect(packet).toContain(">gemini-3.8-flash; gemini-3.1-flash-lite-image</Iptc4xmpExt:AISystemUsed>");
  expect(packet).toContain("<mekuri:tier>draft</mekuri:tier>");
});

test("a mixed book names both artists and both tiers, and each page those of its own panels", () => {
  const whole = xmpOf(provenanceOf(book(mixed)));
  expect(whole).toContain("gemini-3.1-flash-lite-image; gemini-3-pro-image</Iptc4xmpExt:AISystemUsed>");
  expect(whole).toContain("<mekuri:tier>draft, final</mekuri:tier>");
  expect(finishInWords(provenanceOf(book(mixed)), "en")).toBe("draft; 1 of 4 panels final");
  expect(finishInWords(provenanceOf(book(mixed)), "ja")).toBe("下描き、4コマ中1コマは決定稿");
  const [first, second] = [page(1), page(2)].map((one) => xmpOf(pageProvenance(book(mixed), one)));
  expect(first).not.toContain("gemini-3-pro-image");
  expect(first).toContain("<mekuri:tier>draft</mekuri:tier>");
  expect(second).toContain("<mekuri:tier>draft, final</mekuri:tier>");
});

test("a standard book with a final panel names both tiers; a purely standard book names none", () => {
  const { artist } = DRAFT;
  const drawnBy = [
    { artist, pictures: ["p001/k1", "p001/k2", "p002/k1"] },
    { ...FINAL, pictures: ["p002/k2"] },
  ];
  const standard = book({ tier: undefined, drawnBy });
  expect(tiersOf(provenanceOf(standard))).toEqual(["standard", "final"]);
  expect(tiersOf(pageProvenance(standard, page(1)))).toEqual([]);
  expect(finishInWords(pageProvenance(standard, page(1)), "en")).toBe("");
});

test("an uploaded picture is stated in the files whose panels were made from it", () => {
  const own = { step: "artwork/place.l1", image: "", width: 1, height: 1, own: true } as const;
  const made = { take: 0, made: "drawn", model: "m", size: "1K" } as const;
  const after = [{ role: "place", step: "artwork/place.l1", sha256: "" }];
  const takes = [
    { panel: "p001/k1", ...made, references: [] },
    { panel: "p002/k1", ...made, references: after },
  ];
  const given = book({ sheets: [own], takes });
  expect(provenanceOf(given).given).toEqual(["artwork/place.l1"]);
  expect(pageProvenance(given, page(1)).given).toEqual([]);
  expect(pageProvenance(given, page(2)).given).toEqual(["artwork/place.l1"]);
  // The uploaded picture replaced the sheet after the panels were drawn.
  expect(provenanceOf(book({ sheets: [own], takes: takes.slice(0, 1) })).given).toEqual([]);
  expect(provenanceOf(given, ["artwork/place.l1"]).given).toEqual(["artwork/place.l1"]);
});

test("older books without this data are read and give the same result as before", () => {
  expect(BookSchema.shape.drawnBy.parse(undefined)).toBeUndefined();
  expect(xmpOf(provenanceOf(book()))).toContain("<mekuri:tier>draft</mekuri:tier>");
});

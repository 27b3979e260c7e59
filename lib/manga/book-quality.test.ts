import { describe, expect, test } from "vitest";
import { samplePanel } from "../drawing/sample-panel.ts";
import { densityFindings, designFindings, pageTurnFindings } from "./book-quality.ts";
import { CharacterSchema } from "./cast.ts";

const plain = { hook: false, spread: false };
const messages = (findings: readonly { message: string }[]) => findings.map(({ message }) => message);

describe("page turns", () => {
  test("pass where hooks end odd pages and spreads cover an even page and the following odd one", () => {
    const pages = [
      { number: 1, hook: true, spread: false },
      { number: 2, hook: false, spread: true },
      { number: 3, hook: true, spread: true },
      { number: 4, ...plain },
    ];
    expect(pageTurnFindings(pages)).toEqual([]);
  });

  test("fail for a hook that is not before a page turn, and for half a spread", () => {
    const pages = [
      { number: 1, hook: false, spread: true },
      { number: 2, hook: true, spread: true },
      { number: 3, hook: true, spread: false },
    ];
    expect(pageTurnFindings(pages)).toMatchObject([{ page: 1 }, { page: 2 }, { page: 2 }, { page: 3 }]);
    expect(messages(pageTurnFindings(pages))[1]).toContain("even page");
  });
});

describe("density", () => {
  const panel = (id: number, texts: number) =>
    samplePanel({
      id: `k${id}`,
      corners: [
        { x: 0, y: 0 },
        { x: 1, y: 0 },
        { x: 1, y: 1 },
      ],
      texts: Array.from({ length: texts }, () => ({ text: "あ" })),
    });
  const page = (number: number, panels: number, texts: number) => ({
    number,
    panels: Array.from({ length: panels }, (_, i) => panel(i + 1, texts)),
  });

  test("passes on pages with usual numbers of panels, splashes included", () => {
    expect(densityFindings([page(1, 1, 1), page(2, 5, 1), page(3, 6, 1)])).toEqual([]);
  });

  test("is reported for a page with too many balloons and for a book with too many panels throughout", () => {
    expect(densityFindings([page(4, 3, 3)])).toMatchObject([{ check: "density", page: 4 }]);
    expect(messages(densityFindings([1, 2, 3].map((number) => page(number, 8, 0))))).toEqual([
      "a page has 8.0 panels on average; the usual range is 2 to 7",
    ]);
  });
});

describe("designs", () => {
  const design = (id: string, look: number) =>
    CharacterSchema.parse({
      ...{ id, name: id.toUpperCase(), kind: "human", age: "teen", sex: "female", build: "slim" },
      ...{ hair: "bob, black", marks: [], accessories: [], look, description: `who is called ${id}` },
      outfits: [{ id: "o1", worn: ["white sailor uniform", "dark skirt"], scenes: [] }],
    });
  const drawn = { page: 1, panel: "k1", people: ["c1"], faces: ["c1"] };

  test("pass where every character has their own design and no panel shows an unplanned face", () => {
    expect(designFindings({ characters: [design("c1", 1), design("c2", 2)] }, [drawn])).toEqual([]);
  });

  test("fail for a missing design, an unplanned face, and two characters who look the same", () => {
    const cast = { characters: [design("c1", 1), design("c2", 1)] };
    expect(messages(designFindings(cast, [{ ...drawn, people: ["c1", "c9"], faces: ["c2"] }]))).toEqual([
      "c9 appears but has no design",
      "the picture shows the face of c2, who is not planned for the panel",
      "C2 has the same design as C1",
    ]);
  });
});

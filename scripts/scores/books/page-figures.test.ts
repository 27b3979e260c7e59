import { expect, test } from "vitest";
import type { Panel } from "../../../lib/manga/storyboard.ts";
import { FIGURES, pageFigures, together } from "./page-figures.ts";

type Counted = Pick<Panel, "picture" | "words" | "frame">;

interface Told {
  shot?: Panel["picture"]["shot"];
  doing?: string[];
  balloons?: string[];
  captions?: string[];
  sounds?: number;
  x?: number;
}

const panel = ({
  shot = "half",
  doing = [],
  balloons = [],
  captions = [],
  sounds = 0,
  x = 200,
}: Told): Counted =>
  ({
    picture: {
      shot,
      figures: doing.map((one, at) => ({ character: `c${at + 1}`, doing: one, feeling: "calm", hands: [] })),
    },
    words: {
      texts: [
        ...balloons.map((text) => ({ kind: "balloon", text })),
        ...captions.map((text) => ({ kind: "caption", text })),
      ],
      sounds: Array.from({ length: sounds }, () => ({ text: "BANG", loudness: 4, hard: true })),
    },
    frame: {
      corners: [
        { x, y: 200 },
        { x: 900, y: 200 },
        { x: 900, y: 900 },
      ],
      bleeds: x < 0,
    },
  }) as unknown as Counted;

const pages = [
  {
    panels: [
      panel({ doing: ["stand", "looks up"], balloons: ["one two", "three"], x: -30 }),
      panel({ shot: "close", doing: ["stand"] }),
    ],
  },
  {
    panels: [panel({ doing: ["stand", "runs"], captions: ["four five six"], sounds: 2 }), panel({})],
    sounds: true,
  },
];

test("panels, pages, sounds and words are counted", () => {
  expect(pageFigures(pages)).toEqual({
    ...{ pages: 2, panels: 4, silent: 2, edge: 1, standing: 1, sounds: 2, captions: 1 },
    ...{ balloons: [2, 1], perPage: [3, 3], sounding: { pages: 1, sounds: 2 } },
  });
});

test("several books are summed up, and each figure is shown beside its target", () => {
  const both = together([pageFigures(pages), pageFigures(pages)]);
  expect(both).toMatchObject({ pages: 4, panels: 8, silent: 4, balloons: [2, 1, 2, 1] });
  expect(Object.fromEntries(FIGURES.map(({ name, of }) => [name, of(both)]))).toMatchObject({
    ...{ "panels a page": "2.0", "silent panels": "50 %", "pages that reach the edge": "50 %" },
    ...{ "everybody stands": "25 %", "sounds a page": "1.00", "letters a page": "3" },
    ...{ "sounds a page whose text sounds": "2.00", "fullest page": "3" },
  });
});

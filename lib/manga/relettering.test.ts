import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PAPER } from "./geometry.ts";
import { mirrored, speakersOutOfOrder } from "./relettering.ts";
import { samplePicture } from "./sample-picture.ts";
import type { Panel } from "./storyboard.ts";

const panelOf = (corners: { x: number; y: number }[], at?: { x: number; y: number }): Panel => ({
  id: "k1",
  units: [],
  weight: 2,
  picture: samplePicture(),
  words: {
    texts: [
      {
        ...{
          id: "w1",
          unit: null,
          kind: "balloon",
          voice: "speech",
          speaker: "c1",
          guessed: false,
          text: "a",
        },
        ruby: [],
        ...(at && { at }),
      },
    ],
    sounds: [],
  },
  frame: { corners, bleeds: false },
});

describe("a mirrored page", () => {
  const SLANTED = [
    { x: 200, y: 100 },
    { x: 900, y: 100 },
    { x: 800, y: 600 },
    { x: 200, y: 500 },
  ];

  it("has its frames on the other side, with corners clockwise from top left", () => {
    const [panel] = mirrored([panelOf(SLANTED)]);
    expect(panel?.frame.corners).toEqual([
      { x: PAPER.width - 900, y: 100 },
      { x: PAPER.width - 200, y: 100 },
      { x: PAPER.width - 200, y: 500 },
      { x: PAPER.width - 800, y: 600 },
    ]);
  });

  it("equals the original when it is mirrored twice", () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 1820 }), y: fc.integer({ min: 0, max: 2570 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 6 }), point, (corners, at) => {
        const page = [panelOf(corners, at)];
        expect(mirrored(mirrored(page))).toEqual(page);
      }),
    );
  });
});

describe("speakers", () => {
  const face = (character: string, x: number) => ({
    character,
    box: { x, y: 0, width: 100, height: 100 },
    mouth: { x: x + 50, y: 80 },
  });
  const talk = (...speakers: string[]): Pick<Panel, "words"> => ({
    words: {
      sounds: [],
      texts: speakers.map((speaker, index) => ({
        ...{ id: `w${index + 1}`, unit: null, kind: "balloon", voice: "speech", speaker, guessed: false },
        ...{ text: "a", ruby: [] },
      })),
    },
  });
  const art = { width: 1000, faces: [face("left", 100), face("right", 700)] };

  it("whose faces are in the order of their lines give nothing to repair", () => {
    expect(speakersOutOfOrder(talk("right", "left"), art, "rtl")).toBeUndefined();
    expect(speakersOutOfOrder(talk("left", "right", "left"), art, "ltr")).toBeUndefined();
  });

  it("whose faces are in the other order are given in the order of their lines", () => {
    expect(speakersOutOfOrder(talk("right", "left"), art, "ltr")).toEqual(["right", "left"]);
    expect(speakersOutOfOrder(talk("left", "right"), art, "rtl")).toEqual(["left", "right"]);
  });

  it("who are not in the picture, or stand together, have no order", () => {
    expect(speakersOutOfOrder(talk("right", "nobody"), art, "ltr")).toBeUndefined();
    const near = { ...art, faces: [face("left", 100), face("right", 150)] };
    expect(speakersOutOfOrder(talk("right", "left"), near, "ltr")).toBeUndefined();
  });
});

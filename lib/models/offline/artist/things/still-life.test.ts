// Details of things and hands: the subject is completely visible, lies in a natural position, and flies if thrown.
import { describe, expect, it } from "vitest";
import { shareInside } from "../camera/shown.ts";
import type { Prop } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { drawPanel, thingsIn } from "../panel.ts";
import { figure, GIRL, MAN, picture, STYLE, tell } from "../sample-panel.ts";

const SHAPES = [
  { width: 300, height: 620 },
  { width: 560, height: 520 },
  { width: 900, height: 380 },
] as const;

const request = (detail: Partial<Picture>, size: { width: number; height: number }) => ({
  ...({ kind: "panel", cast: [GIRL, MAN], style: STYLE, seed: 5 } as const),
  ...{ ...size, picture: picture({ shot: "detail", figures: [], room: 0, ...detail }) },
});

const GROUPS: readonly (readonly Prop[])[] = [
  ["kettle"],
  ["sword"],
  ["letter", "feather"],
  ["cup", "letter"],
  ["key", "coin", "comb"],
  ["thermos", "sandwich", "pen"],
  ["bag", "umbrella", "hat", "book"],
];

describe("a detail of things", () => {
  it.each(SHAPES)("shows each thing completely in a panel of $width × $height", (size) => {
    for (const props of GROUPS)
      for (const facts of [{ ground: "table" }, {}, { things: { thrown: true } }] as const) {
        const things = thingsIn(request({ props: [...props], told: tell(facts) }, size));
        for (const prop of props) {
          const thing = things.find(({ what }) => what === prop);
          expect(
            thing && shareInside(thing, size),
            `${prop} of ${props}: ${JSON.stringify(facts)}`,
          ).toBeGreaterThan(0.93);
        }
      }
  });

  it("shows flat things from above, and standing ones from the side", () => {
    const [size] = SHAPES;
    const drawn = (...props: Prop[]) =>
      JSON.stringify(
        drawPanel(request({ props, told: tell({ things: { fallen: true } }) }, size)).items.slice(0, 3),
      );
    const standing = JSON.stringify(drawPanel(request({ props: ["kettle"] }, size)).items.slice(0, 3));
    expect(drawn("letter")).not.toBe(standing);
    expect(drawn("letter")).toBe(drawn("key", "ring"));
  });

  it("shows a thrown thing in the air, whatever it is", () => {
    const [, size] = SHAPES;
    const drawn = (prop: Prop, thrown: boolean) =>
      JSON.stringify(drawPanel(request({ props: [prop], told: tell({ things: { thrown } }) }, size)).items);
    for (const prop of ["ball", "rice-ball", "stone", "rope", "cup"] as const)
      expect(drawn(prop, true), prop).not.toBe(drawn(prop, false));
  });
});

describe("a detail of a hand", () => {
  const held = [
    ...(["letter", "cup", "book", "knife", "bag", "lantern", "rope", "teapot", "kite", "bucket"] as const),
  ];
  it.each(SHAPES)("shows the held thing completely in a panel of $width × $height", (size) => {
    for (const holds of held)
      for (const [i, character] of ["c1", "c2"].entries()) {
        const hand = figure({ character, holds, pose: "hold", facing: i ? "left" : "right" });
        const thing = thingsIn(request({ figures: [hand] }, size)).find(({ what }) => what === holds);
        expect(thing && shareInside(thing, size), `${holds} of ${character}`).toBeGreaterThan(0.9);
      }
  });
});

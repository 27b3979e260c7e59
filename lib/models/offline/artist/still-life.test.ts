// Details: whatever they are of is whole in them, lies as such things lie, and flies where it is thrown.
import { describe, expect, it } from "vitest";
import type { Prop } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { drawPanel, thingsIn } from "./panel.ts";
import { figure, GIRL, MAN, picture } from "./sample-panel.ts";
import { shareInside } from "./shown.ts";

const SHAPES = [
  { width: 300, height: 620 },
  { width: 560, height: 520 },
  { width: 900, height: 380 },
] as const;

const request = (detail: Partial<Picture>, size: { width: number; height: number }) => ({
  ...({ kind: "panel", cast: [GIRL, MAN], portraits: new Map(), style: "", seed: 5 } as const),
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
  it.each(SHAPES)("shows all of each in a panel of $width × $height", (size) => {
    for (const props of GROUPS)
      for (const action of ["They lay on the table.", "There they were.", "She threw them."]) {
        const things = thingsIn(request({ props: [...props], action }, size));
        for (const prop of props) {
          const thing = things.find(({ what }) => what === prop);
          expect(thing && shareInside(thing, size), `${prop} of ${props}: ${action}`).toBeGreaterThan(0.93);
        }
      }
  });

  it("looks down at what lies flat, and ahead at what stands", () => {
    const [size] = SHAPES;
    const drawn = (props: Prop[], action: string) =>
      JSON.stringify(drawPanel(request({ props, action }, size)).items.slice(0, 3));
    expect(drawn(["letter"], "A letter lay there.")).not.toBe(drawn(["kettle"], "A kettle stood there."));
    expect(drawn(["letter"], "A letter lay there.")).toBe(drawn(["key", "ring"], "A key lay there."));
  });

  it("has what is thrown in the air, whatever it is", () => {
    const [, size] = SHAPES;
    const drawn = (prop: Prop, action: string) =>
      JSON.stringify(drawPanel(request({ props: [prop], action }, size)).items);
    for (const prop of ["ball", "rice-ball", "stone", "rope", "cup"] as const)
      expect(drawn(prop, "He threw it."), prop).not.toBe(drawn(prop, "He saw it."));
    expect(drawn("shoe", "子どもが外へ飛び出した。")).toBe(drawn("shoe", "子どもが外を見た。"));
  });
});

describe("a detail of a hand", () => {
  const held = [
    ...(["letter", "cup", "book", "knife", "bag", "lantern", "rope", "teapot", "kite", "bucket"] as const),
  ];
  it.each(SHAPES)("has all of what is in it in a panel of $width × $height", (size) => {
    for (const holds of held)
      for (const [i, character] of ["c1", "c2"].entries()) {
        const hand = figure({ character, holds, pose: "hold", facing: i ? "left" : "right" });
        const thing = thingsIn(request({ figures: [hand] }, size)).find(({ what }) => what === holds);
        expect(thing && shareInside(thing, size), `${holds} of ${character}`).toBeGreaterThan(0.9);
      }
  });
});

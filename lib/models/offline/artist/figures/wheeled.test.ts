// A pushed or pulled thing stands on the ground with its handle in a hand.
import { describe, expect, it } from "vitest";
import { boundingBox } from "../../../../manga/geometry.ts";
import { planComposition } from "../camera/compose.ts";
import { setDown } from "../camera/set-down.ts";
import type { Prop } from "../closed/staging.ts";
import { drawPanel } from "../panel.ts";
import { figure, GIRL, MAN, picture, STYLE, tell } from "../sample-panel.ts";
import { skeletonOf } from "./body/skeleton.ts";
import { posed, seenIn } from "./body/stances.ts";

const SIZE = { width: 700, height: 600 };

const request = (prop: Prop, isPushed = true, shot: "half" | "full" = "full", character = "c1") => {
  const holds = prop === "suitcase" ? prop : null;
  return {
    ...{ kind: "panel" as const, style: STYLE, seed: 7, cast: [GIRL, MAN], ...SIZE },
    picture: picture({
      ...{ shot, room: 0, props: holds ? [] : [prop] },
      told: tell({ figures: isPushed ? { [character]: { pushes: prop } } : {} }),
      figures: [figure({ pose: "walk", view: "three-quarter", character, holds })],
    }),
  };
};

const ROLLING = ["bicycle", "pram", "wheelbarrow", "cart", "wheelchair", "suitcase", "scooter"] as const;

describe("a thing on wheels", () => {
  it("stands on the ground inside the picture, also if a nearer shot was requested", () => {
    for (const prop of ROLLING)
      for (const shot of ["full", "half"] as const)
        for (const character of ["c1", "c2"]) {
          const { things } = drawPanel(request(prop, true, shot, character));
          const corners = things.find(({ what }) => what === prop)?.corners ?? [];
          const box = boundingBox(corners.map(([x, y]) => ({ x, y })));
          expect(Math.abs(box.y + box.height - SIZE.height * 0.96), prop).toBeLessThan(9);
          expect(box.x, `${prop} ${shot}`).toBeGreaterThan(-SIZE.width * 0.06);
          expect(box.x + box.width, `${prop} ${shot}`).toBeLessThan(SIZE.width * 1.06);
        }
  });

  it("has a handle that reaches the hand", () => {
    for (const prop of ROLLING) {
      const asked = request(prop);
      const drawn = setDown(asked);
      const [who = figure()] = drawn.figures;
      expect(who, prop).toMatchObject({ pose: "walk", view: "profile", holds: prop });
      const { arms, measures } = skeletonOf(
        GIRL,
        posed({ ...who, design: GIRL, ...seenIn(drawn, who) }),
        who.view,
      );
      const [standing] = planComposition(drawn, [GIRL, MAN], SIZE).standing;
      const { x = 0, groundY = 0, scale = 1 } = standing ?? {};
      const { wrist } = arms.near;
      const box = boundingBox(
        (drawPanel(asked).things.find(({ what }) => what === prop)?.corners ?? []).map(([px, py]) => ({
          x: px,
          y: py,
        })),
      );
      const hand = { x: x + wrist.p[0] * scale, y: groundY + wrist.p[1] * scale };
      const reach = measures.hand * scale;
      expect(hand.x, prop).toBeGreaterThan(box.x - reach);
      expect(hand.x, prop).toBeLessThan(box.x + box.width + (prop === "suitcase" ? 3 : 1) * reach);
      // A suitcase has a pull-out handle.
      if (prop !== "suitcase") expect(hand.y, prop).toBeGreaterThan(box.y - reach);
    }
  });

  it("stays set down if nobody is told to push it", () => {
    for (const prop of ["bicycle", "pram", "cart"] as const)
      expect(setDown(request(prop, false)).figures[0]?.holds, prop).toBeNull();
  });

  it("is pushed by the figure that is told to push it", () => {
    const asked = request("bicycle", true, "full", "c2");
    const figures = [figure({ pose: "walk" }), ...asked.picture.figures];
    const drawn = setDown({ ...asked, picture: { ...asked.picture, figures } });
    expect(drawn.figures.map(({ holds }) => holds)).toEqual([null, "bicycle"]);
  });
});

// What is pushed or pulled: it stands on the ground, and its handle is in a hand.
import { describe, expect, it } from "vitest";
import { boundingBox } from "../../../manga/geometry.ts";
import type { Prop } from "../closed/staging.ts";
import { planComposition } from "./compose.ts";
import { drawPanel } from "./panel.ts";
import { figure, GIRL, MAN, picture } from "./sample-panel.ts";
import { setDown } from "./set-down.ts";
import { skeletonOf } from "./skeleton.ts";
import { posed, seenIn } from "./stances.ts";

const SIZE = { width: 700, height: 600 };

const request = (prop: Prop, action: string, shot: "half" | "full" = "full", character = "c1") => {
  const holds = prop === "suitcase" ? prop : null;
  return {
    ...{ kind: "panel" as const, style: "", seed: 7, portraits: new Map(), cast: [GIRL, MAN], ...SIZE },
    picture: picture({
      ...{ shot, room: 0, action, props: holds ? [] : [prop] },
      figures: [figure({ pose: "walk", view: "three-quarter", character, holds })],
    }),
  };
};

const ROLLING = [
  ["bicycle", "Mio was pushing her bicycle.", "自転車を押して歩いた。"],
  ["pram", "She pushed the pram along the path.", "乳母車を押していく。"],
  ["wheelbarrow", "He pushed the wheelbarrow.", "一輪車を押す。"],
  ["cart", "She pulled the old cart up the hill.", "荷車を引いていた。"],
  ["wheelchair", "He wheeled the empty wheelchair out.", "車椅子を押した。"],
  ["suitcase", "She rolled her suitcase to the gate.", "スーツケースを引いて歩く。"],
  ["scooter", "He pushed his scooter home.", "スクーターを押して帰った。"],
] as const;

describe("what rolls", () => {
  it("stands on the ground, in the picture, also where that was to be nearer", () => {
    for (const [prop, en, ja] of ROLLING)
      for (const action of [en, ja])
        for (const shot of ["full", "half"] as const)
          for (const character of ["c1", "c2"]) {
            const { things } = drawPanel(request(prop, action, shot, character));
            const corners = things.find(({ what }) => what === prop)?.corners ?? [];
            const box = boundingBox(corners.map(([x, y]) => ({ x, y })));
            expect(Math.abs(box.y + box.height - SIZE.height * 0.96), `${prop}: ${action}`).toBeLessThan(9);
            expect(box.x, `${prop} ${shot}`).toBeGreaterThan(-SIZE.width * 0.06);
            expect(box.x + box.width, `${prop} ${shot}`).toBeLessThan(SIZE.width * 1.06);
          }
  });

  it("has a handle that reaches the hand", () => {
    for (const [prop, action] of ROLLING) {
      const asked = request(prop, action);
      const drawn = setDown(asked);
      const [who = figure()] = drawn.figures;
      expect(who, prop).toMatchObject({ pose: "walk", view: "profile", holds: prop });
      const { arms, measures } = skeletonOf(
        GIRL,
        posed({ ...who, design: GIRL, ...seenIn(drawn) }),
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
      // A case has a rod that comes out of it.
      if (prop !== "suitcase") expect(hand.y, prop).toBeGreaterThan(box.y - reach);
    }
  });

  it("is let alone where words move something else", () => {
    for (const [prop, action] of [
      ["bicycle", "She pushed the door open. A bicycle stood there."],
      ["pram", "A pram stood by the wall, and he pulled his hat down."],
      ["cart", "荷車のそばで綱を引いた。"],
    ] as const)
      expect(setDown(request(prop, action)).figures[0]?.holds, action).toBeNull();
  });
});

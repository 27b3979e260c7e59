// How a requested picture is changed into one that can be drawn, and how told manners change a pose.
import { describe, expect, it } from "vitest";
import { skeletonOf } from "../figures/body/skeleton.ts";
import { posed, seenIn } from "../figures/body/stances.ts";
import { drawPanel, thingsIn } from "../panel.ts";
import { figure, GIRL, MAN, picture, panelRequest as request, tell, tellOfBoth } from "../sample-panel.ts";
import { setDown } from "./set-down.ts";

describe("a picture prepared for drawing", () => {
  it("puts a pushed bicycle into its owner's hands, and leaves one that only stands there", () => {
    const figures = [figure({ pose: "stand" })];
    const pushed = setDown(
      request({ figures, props: ["bicycle"], told: tell({ figures: { c1: { pushes: "bicycle" } } }) }),
    );
    expect(pushed.figures[0]).toMatchObject({ pose: "walk", view: "profile", holds: "bicycle" });
    const left = setDown(request({ figures, props: ["bicycle"] }));
    expect(left.figures[0]).toMatchObject({ pose: "stand", holds: null });
  });

  it("puts one person on a ladder, off the ground, and draws the ladder under them alone", () => {
    const figures = [
      figure({ pose: "climb", view: "profile" }),
      figure({ character: "c2", pose: "climb", at: 0.75 }),
    ];
    const told = {
      figures,
      props: ["ladder" as const],
      told: tellOfBoth({ manner: "ladder" }),
    };
    const drawn = setDown(request(told));
    expect(drawn.figures.map(({ pose }) => pose)).toEqual(["climb", "look-up"]);
    const [first = figure()] = drawn.figures;
    expect(posed({ ...first, design: GIRL, ...seenIn(drawn, first) }).lift).toBeGreaterThan(0.5);
    expect(thingsIn(request(told)).filter(({ what }) => what === "ladder")).toHaveLength(1);
  });

  it("seats a piano player at the keys with the back to the reader", () => {
    const told = { figures: [figure({ pose: "sit" })], props: ["piano" as const] };
    const playing = setDown(request({ ...told, told: tell({ figures: { c1: { manner: "keys" } } }) }));
    expect(playing.figures[0]?.view).toBe("back");
    expect(setDown(request(told)).figures[0]?.view).not.toBe("back");
  });

  it("keeps the shot for an animal on somebody's arms, and widens it for a person on somebody's back", () => {
    const figures = [figure({ pose: "carry" }), figure({ character: "c2", at: 0.7 })];
    const told = tell({ figures: { c2: { manner: "pickaback", by: "c1" } } });
    const shotWith = (kind: "cat" | "human") =>
      setDown({ ...request({ shot: "half", figures, told }), cast: [GIRL, { ...MAN, kind }] }).shot;
    expect([shotWith("cat"), shotWith("human")]).toEqual(["half", "full"]);
  });

  it("makes an embraced figure embrace the other", () => {
    const figures = [figure({ pose: "embrace" }), figure({ character: "c2", at: 0.7 })];
    expect(setDown(request({ figures })).figures.map(({ pose }) => pose)).toEqual(["embrace", "embrace"]);
  });
});

describe("a told manner", () => {
  it("raises the arm that points upward", () => {
    const asked = {
      design: GIRL,
      pose: "point",
      expression: "calm",
      view: "three-quarter",
      holds: null,
    } as const;
    const handOf = (manner: "up" | undefined) => {
      const spec = posed({ ...asked, moment: 1, angle: "level", mood: "neutral", manner });
      const { arms, head } = skeletonOf(GIRL, spec, "three-quarter");
      return arms.far.wrist.p[1] - head[1];
    };
    expect(handOf("up")).toBeLessThan(-20);
    expect(handOf(undefined)).toBeGreaterThan(0);
  });
});

describe("strangers", () => {
  it("fill a place when a crowd is told", () => {
    const inTrain = (crowd: boolean) =>
      drawPanel(
        request({
          told: tell({ crowd }),
          scene: { ...picture().scene, place: { kind: "train", name: "" } },
          figures: [figure()],
        }),
      ).items.length;
    expect(inTrain(true)).toBeGreaterThan(inTrain(false) + 20);
  });
});

describe("a forearm", () => {
  it("never folds flat on its upper arm, whatever is held towards the reader", () => {
    for (const view of ["front", "three-quarter"] as const)
      for (let moment = 0; moment < 40; moment++) {
        const asked = {
          design: MAN,
          pose: "stand",
          expression: "smile",
          view,
          holds: null,
          speaks: true,
        } as const;
        const spec = posed({ ...asked, moment, angle: "level", mood: "neutral" });
        const { arms } = skeletonOf(MAN, spec, view);
        for (const [side, { shoulder, elbow, wrist }] of Object.entries(arms)) {
          if (spec[side === "near" ? "nearArm" : "farArm"].touch) continue;
          const [ux, uy] = [shoulder.p[0] - elbow.p[0], shoulder.p[1] - elbow.p[1]];
          const [lx, ly] = [wrist.p[0] - elbow.p[0], wrist.p[1] - elbow.p[1]];
          const cos = (ux * lx + uy * ly) / (Math.hypot(ux, uy) * Math.hypot(lx, ly));
          expect((Math.acos(cos) * 180) / Math.PI).toBeGreaterThan(44);
        }
      }
  });
});

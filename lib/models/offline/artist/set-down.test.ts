// What a picture asks for, as it can be drawn; and how the words of a picture say that a pose is done.
import { describe, expect, it } from "vitest";
import { isOnWall, mannerOf } from "./manner.ts";
import { drawPanel, thingsIn } from "./panel.ts";
import { figure, GIRL, MAN, picture } from "./sample-panel.ts";
import { setDown } from "./set-down.ts";
import { skeletonOf } from "./skeleton.ts";
import { posed, seenIn } from "./stances.ts";

const request = (change: Parameters<typeof picture>[0]) => ({
  ...{ kind: "panel" as const, picture: picture(change), cast: [GIRL, MAN], portraits: new Map() },
  ...{ style: "", width: 700, height: 520, seed: 7 },
});

describe("a picture as it can be drawn", () => {
  it("puts a bicycle that is pushed into its owner's hands, and leaves one that only stands there", () => {
    const figures = [figure({ pose: "stand" })];
    const pushed = setDown(
      request({ figures, props: ["bicycle"], action: "Leo came in, pushing a bicycle." }),
    );
    expect(pushed.figures[0]).toMatchObject({ pose: "walk", view: "profile", holds: "bicycle" });
    const left = setDown(request({ figures, props: ["bicycle"], action: "A bicycle stood there." }));
    expect(left.figures[0]).toMatchObject({ pose: "stand", holds: null });
  });

  it("has one person on a ladder, off the ground, and the ladder drawn under them alone", () => {
    const figures = [
      figure({ pose: "climb", view: "profile" }),
      figure({ character: "c2", pose: "climb", at: 0.75 }),
    ];
    const told = {
      figures,
      props: ["ladder" as const],
      action: "She climbed up the ladder, and he after her.",
    };
    const drawn = setDown(request(told));
    expect(drawn.figures.map(({ pose }) => pose)).toEqual(["climb", "look-up"]);
    const [first = figure()] = drawn.figures;
    expect(posed({ ...first, design: GIRL, ...seenIn(drawn) }).lift).toBeGreaterThan(0.5);
    expect(thingsIn(request(told)).filter(({ what }) => what === "ladder")).toHaveLength(1);
  });

  it("seats whoever plays the piano before its keys, with their back to us", () => {
    const told = { figures: [figure({ pose: "sit" })], props: ["piano" as const] };
    const playing = setDown(request({ ...told, action: "Toby sat at the piano and played." }));
    expect(playing.figures[0]?.view).toBe("back");
    expect(setDown(request({ ...told, action: "Toby sat by the piano." })).figures[0]?.view).not.toBe("back");
  });

  it("has whoever is embraced hold the other as well", () => {
    const figures = [figure({ pose: "embrace" }), figure({ character: "c2", at: 0.7 })];
    expect(setDown(request({ figures })).figures.map(({ pose }) => pose)).toEqual(["embrace", "embrace"]);
  });
});

describe("the words of a picture", () => {
  it("say how a pose is done, where they do", () => {
    expect(mannerOf("Otto pointed at the sky.")).toBe("up");
    expect(mannerOf("彼は空を指した。")).toBe("up");
    expect(mannerOf("Mr. Abbot climbed onto a bench.")).toBe("onto");
    expect(mannerOf("She looked at the sea.")).toBeUndefined();
    expect(isOnWall("She lay on the garden wall, grey and enormous.", "lie")).toBe(true);
    expect(isOnWall("The cat looked at the wall.", "stand")).toBe(false);
    const told = "said Biscuit. (lay on the garden wall)";
    expect([isOnWall(told, "lie"), isOnWall(told, "look-up")]).toEqual([true, false]);
  });

  it("raise the arm that points at the sky", () => {
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
  it("fill a place that is full of people, and not one in which the words count how few there are", () => {
    const inTrain = (action: string) =>
      drawPanel(
        request({
          action,
          scene: { ...picture().scene, place: { kind: "train", name: "" } },
          figures: [figure()],
        }),
      ).items.length;
    expect(inTrain("The last carriage was full of people.")).toBeGreaterThan(
      inTrain("In the last carriage only two people were awake.") + 20,
    );
  });
});

describe("a forearm", () => {
  it("never lies along its upper arm, whatever is held in front of the reader", () => {
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

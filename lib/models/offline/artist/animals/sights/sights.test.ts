// Animals outside the cast: their number, place and holder as told.
import { describe, expect, it } from "vitest";
import type { Figure, Picture } from "../../closed/storyboard.ts";
import type { AnimalTold, Told } from "../../closed/told.ts";
import { drawPanel } from "../../panel.ts";
import type { Named } from "../../pen/pen.ts";
import { figure, panelRequest, picture, tell } from "../../sample-panel.ts";

const SIZE = { width: 800, height: 700 };

const request = (animals: AnimalTold[], change: Partial<Picture> = {}, figures: Told["figures"] = {}) =>
  panelRequest({ told: tell({ animals, figures }), room: 1, ...change }, { ...SIZE, seed: 3 });

const thingsIn = (...asked: Parameters<typeof request>): Named[] => drawPanel(request(...asked)).things;

const boxOf = ({ corners }: Named) => ({
  left: Math.min(...corners.map(([x]) => x)),
  right: Math.max(...corners.map(([x]) => x)),
  top: Math.min(...corners.map(([, y]) => y)),
  low: Math.max(...corners.map(([, y]) => y)),
});

const place = (kind: Picture["scene"]["place"]["kind"]) => ({
  scene: { ...picture().scene, place: { kind, name: "" } },
});

describe("animals outside the cast", () => {
  it.each<[AnimalTold, number]>([
    [{ animal: "goat", count: 2, pose: "walk" }, 2],
    [{ animal: "cow", count: 3, pose: "eat" }, 3],
    [{ animal: "crow", count: 3, perch: "wire" }, 3],
    [{ animal: "gull", count: 9, perch: "air" }, 5],
    [{ animal: "sparrow", count: 5, pose: "eat" }, 5],
    [{ animal: "mouse", count: 1, pose: "run" }, 1],
    [{ animal: "fish", count: 1 }, 1],
  ])("are drawn in their number, at most five, with and without people: %j", (told, count) => {
    const { animal } = told;
    for (const figures of [[figure()], []] satisfies Figure[][]) {
      const drawn = thingsIn([told], { figures }).filter(({ what }) => what === animal);
      expect(drawn.length).toBe(count);
      for (const one of drawn) {
        const { left, right, top, low } = boxOf(one);
        const across = Math.min(right, SIZE.width) - Math.max(left, 0);
        expect(
          (across * (Math.min(low, SIZE.height) - Math.max(top, 0))) / ((right - left) * (low - top)),
        ).toBeGreaterThan(0.5);
        expect(low - top).toBeGreaterThan(SIZE.height * 0.04);
      }
    }
  });

  it("are high where they fly or perch, and low where they stand", () => {
    const low = (told: Omit<AnimalTold, "count">) => {
      const [one] = thingsIn([{ ...told, count: 1 }], { shot: "long", ...place("street") }).filter(
        ({ what }) => what === told.animal,
      );
      if (!one) throw new TypeError(`the drawing has no ${told.animal}`);
      return boxOf(one).low / SIZE.height;
    };
    expect(low({ animal: "crow", perch: "wire" })).toBeLessThan(0.4);
    expect(low({ animal: "crow", perch: "roof" })).toBeLessThan(0.4);
    expect(low({ animal: "hawk", perch: "air" })).toBeLessThan(0.5);
    expect(low({ animal: "crow", pose: "walk" })).toBeGreaterThan(0.6);
  });

  it("are on the arms, shoulder or rope of the figure that has them", () => {
    const holderOf = (
      told: Omit<AnimalTold, "count">,
      change: Partial<Picture> = {},
      figures: Told["figures"] = {},
    ) => thingsIn([{ ...told, count: 1 }], change, figures).find(({ what }) => what === told.animal)?.by;
    const carries = { figures: [figure({ pose: "carry" })] };
    expect(holderOf({ animal: "rabbit", perch: "arms" }, carries)).toBe("c1");
    const both = { figures: [figure({ at: 0.2 }), figure({ character: "c2", at: 0.8 })] };
    expect(holderOf({ animal: "chicken", perch: "arms", as: { by: "c2" } }, both)).toBe("c2");
    expect(holderOf({ animal: "parrot", perch: "shoulder" })).toBe("c1");
    const walks = { figures: [figure({ pose: "walk" })] };
    expect(holderOf({ animal: "horse", perch: "lead" }, walks, { c1: { leads: true } })).toBe("c1");
    expect(holderOf({ animal: "horse" })).toBeUndefined();
  });

  it("are on the thing that they are told to be on", () => {
    const [fence, cat] = ["fence", "cat"].map((name) => {
      const things = thingsIn([{ animal: "cat", count: 1, perch: "thing", on: "fence" }], {
        ...place("street"),
        ...{ shot: "full", props: ["fence"], figures: [figure({ at: 0.2 })] },
      });
      const thing = things.find(({ what }) => what === name);
      if (!thing) throw new TypeError(`the drawing has no ${name}`);
      return boxOf(thing);
    });
    expect(Math.abs((cat?.low ?? 0) - (fence?.top ?? 0))).toBeLessThan(SIZE.height * 0.02);
  });

  it("carry a rider, who sits higher than a standing figure", () => {
    const rides = { ...place("field"), room: 0, figures: [figure({ pose: "ride" })] };
    const horse: AnimalTold = { animal: "horse", count: 1, perch: "ridden", pose: "run" };
    const [face] = drawPanel(request([horse], rides, { c1: { manner: "astride" } })).faces;
    const ys = face?.corners.map(([, y]) => y) ?? [];
    const top = Math.min(...ys);
    const tall = Math.max(...ys) - top;
    expect((SIZE.height * 0.96 - top) / tall).toBeGreaterThan(7.4);
  });
});

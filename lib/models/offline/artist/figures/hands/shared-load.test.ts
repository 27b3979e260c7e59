// A load that two figures carry has one of them at each end.
import { describe, expect, it } from "vitest";
import { boundingBox } from "../../../../../manga/geometry.ts";
import type { PanelRequest } from "../../closed/request.ts";
import type { Figure, Picture } from "../../closed/storyboard.ts";
import type { FigureTold } from "../../closed/told.ts";
import { thingsIn } from "../../panel.ts";
import { figure, GIRL, MAN, picture, STYLE, tell, tellOfBoth } from "../../sample-panel.ts";
import { loadIn } from "./shared-load.ts";

const CAST = [GIRL, MAN];

const told = (facts: FigureTold, change: Partial<Picture> = {}, second: Partial<Figure> = {}) =>
  picture({
    ...{ told: tellOfBoth(facts), shot: "long", props: ["table"] },
    figures: [
      figure({ at: 0.3, pose: "carry" }),
      figure({ character: MAN.id, at: 0.7, facing: "left", pose: "carry", ...second }),
    ],
    ...change,
  });

const request = (shown: Picture): PanelRequest => ({
  ...{ kind: "panel", picture: shown, cast: CAST, style: STYLE },
  ...{ width: 900, height: 600, seed: 7 },
});

describe("a shared load", () => {
  it("exists for two figures told to carry it, or both posed so and one told", () => {
    const walks = { pose: "walk" } as const;
    expect(loadIn(told({ carries: "load" }), CAST)?.prop).toBe("table");
    expect(loadIn(told({ carries: "together" }, {}, walks), CAST)?.prop).toBe("table");
    expect(loadIn(told({}), CAST)).toBeUndefined();
    const one = { told: tell({ figures: { c1: { carries: "load" } } }) };
    expect(loadIn(told({}, one), CAST)?.prop).toBe("table");
  });

  it("does not exist if one figure only walks beside the other, or in near shots", () => {
    expect(loadIn(told({ carries: "load" }, {}, { pose: "walk" }), CAST)).toBeUndefined();
    expect(loadIn(told({ carries: "load" }, { shot: "bust" }), CAST)).toBeUndefined();
  });

  it("is the thing that one of them holds, now in the hands of both", () => {
    const shown = told({ carries: "together" }, { props: [] }, { holds: "box" });
    const load = loadIn(shown, CAST);
    expect(load?.prop).toBe("box");
    expect(load?.picture.figures.map(({ holds, facing }) => [holds, facing])).toEqual([
      [null, "right"],
      [null, "left"],
    ]);
  });

  it("is drawn once, off the ground", () => {
    const drawn = thingsIn(request(told({ carries: "load" }))).filter(({ what }) => what === "table");
    expect(drawn).toHaveLength(1);
    const box = boundingBox((drawn[0]?.corners ?? []).map(([x, y]) => ({ x, y })));
    expect(box.y + box.height).toBeLessThan(600 * 0.92);
  });
});

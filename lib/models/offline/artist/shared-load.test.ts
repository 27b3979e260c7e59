// What two carry between them has one of them at each end.
import { describe, expect, it } from "vitest";
import { boundingBox } from "../../../manga/geometry.ts";
import type { PanelRequest } from "../closed/request.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import { thingsIn } from "./panel.ts";
import { figure, GIRL, MAN, picture } from "./sample-panel.ts";
import { loadIn } from "./shared-load.ts";

const CAST = [GIRL, MAN];

const told = (action: string, change: Partial<Picture> = {}, second: Partial<Figure> = {}) =>
  picture({
    ...{ action, shot: "long", props: ["table"] },
    figures: [
      figure({ at: 0.3, pose: "carry" }),
      figure({ character: MAN.id, at: 0.7, facing: "left", pose: "carry", ...second }),
    ],
    ...change,
  });

const request = (shown: Picture): PanelRequest => ({
  ...{ kind: "panel", picture: shown, cast: CAST, portraits: new Map(), style: "" },
  ...{ width: 900, height: 600, seed: 7 },
});

describe("a load", () => {
  it.each([
    ["Mio and Ken carried the table across the yard.", "table"],
    ["The two of them lifted the table.", "table"],
    ["二人は机を運んだ。", "table"],
    ["Mio and Ken stood at the table.", undefined],
  ] as const)("of %s: %s", (action, prop) => {
    expect(loadIn(told(action), CAST)?.prop).toBe(prop);
  });

  it("is that of one where the other only walks beside, and nobody's in a picture of faces", () => {
    expect(
      loadIn(told("Mio carried the table, Ken came after.", {}, { pose: "walk" }), CAST),
    ).toBeUndefined();
    expect(loadIn(told("Mio and Ken carried the table.", { shot: "bust" }), CAST)).toBeUndefined();
  });

  it("is what one of them has in the hands, and then in those of both", () => {
    const shown = told("They carried the crate together.", { props: [] }, { holds: "box" });
    const load = loadIn(shown, CAST);
    expect(load?.prop).toBe("box");
    expect(load?.picture.figures.map(({ holds, facing }) => [holds, facing])).toEqual([
      [null, "right"],
      [null, "left"],
    ]);
  });

  it("is drawn once, off the ground", () => {
    const drawn = thingsIn(request(told("Mio and Ken carried the table."))).filter(
      ({ what }) => what === "table",
    );
    expect(drawn).toHaveLength(1);
    const box = boundingBox((drawn[0]?.corners ?? []).map(([x, y]) => ({ x, y })));
    expect(box.y + box.height).toBeLessThan(600 * 0.92);
  });
});

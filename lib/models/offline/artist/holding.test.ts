// What hands have, and how: a thing in either hand, both drawn and apart from each other.
import { describe, expect, it } from "vitest";
import { boundingBox } from "../../../manga/geometry.ts";
import type { Prop, View } from "../../../manga/staging.ts";
import type { Figure } from "../../../manga/storyboard.ts";
import { drawPanel } from "./panel.ts";
import { figure, GIRL, MAN, picture } from "./sample-panel.ts";

const SIZE = { width: 700, height: 700 };

/** The boxes of the things that a picture of one figure shows, by name. */
function thingsOf(change: Partial<Figure>, shot: "half" | "full" = "full") {
  const { things } = drawPanel({
    ...{ kind: "panel", style: "", seed: 7, portraits: new Map(), cast: [GIRL, MAN], ...SIZE },
    picture: picture({ shot, room: 0, figures: [figure({ pose: "hold", ...change })] }),
  });
  return new Map(things.map(({ what, corners }) => [what, boundingBox(corners.map(([x, y]) => ({ x, y })))]));
}

const middle = ({ x, width }: { x: number; width: number }) => x + width / 2;

describe("hands", () => {
  it("have a thing each, in all views, and neither lies over the other", () => {
    for (const view of ["three-quarter", "back"] satisfies View[]) {
      const things = thingsOf({ holds: "phone", alsoHolds: "cup", view });
      const [phone, cup] = [things.get("phone"), things.get("cup")];
      if (!phone || !cup) throw new TypeError(`${view}: both hands have something`);
      const apart = Math.hypot(middle(phone) - middle(cup), phone.y - cup.y);
      expect(apart).toBeGreaterThan(phone.width * 0.8);
    }
  });

  it("let down what hangs from them", () => {
    const heights = (other: Prop) => thingsOf({ holds: "umbrella", alsoHolds: other }).get(other)?.y ?? 0;
    expect(heights("bag")).toBeGreaterThan(heights("cup") + 60);
  });

  it("have one thing where a pose is nothing without the other hand", () => {
    expect([...thingsOf({ holds: "box", alsoHolds: "cup", pose: "carry" }).keys()]).toEqual(["box"]);
  });
});

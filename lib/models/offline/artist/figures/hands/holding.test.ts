// Held things: one in each hand, both drawn and apart from each other.
import { describe, expect, it } from "vitest";
import { boundingBox } from "../../../../../manga/geometry.ts";
import type { Prop, Shot, View } from "../../closed/staging.ts";
import type { Figure } from "../../closed/storyboard.ts";
import { drawPanel } from "../../panel.ts";
import type { Pt } from "../../pen/curves.ts";
import { figure, GIRL, MAN, picture, STYLE } from "../../sample-panel.ts";
import { wristWay } from "../body/touches.ts";

const SIZE = { width: 700, height: 700 };

/** The boxes of the things in a picture of one figure, by name. */
function thingsOf(change: Partial<Figure>, shot: Shot = "full", props: Prop[] = []) {
  const { things } = drawPanel({
    ...{ kind: "panel", style: STYLE, seed: 7, cast: [GIRL, MAN], ...SIZE },
    picture: picture({ shot, room: 0, props, figures: [figure({ pose: "hold", ...change })] }),
  });
  return new Map(things.map(({ what, corners }) => [what, boundingBox(corners.map(([x, y]) => ({ x, y })))]));
}

const middle = ({ x, width }: { x: number; width: number }) => x + width / 2;

describe("hands", () => {
  it("hold one thing each, apart from each other in all views", () => {
    for (const view of ["three-quarter", "back"] satisfies View[]) {
      const things = thingsOf({ holds: "phone", alsoHolds: "cup", view });
      const [phone, cup] = [things.get("phone"), things.get("cup")];
      if (!phone || !cup) throw new TypeError(`a held thing is missing: ${view}`);
      const apart = Math.hypot(middle(phone) - middle(cup), phone.y - cup.y);
      expect(apart).toBeGreaterThan(phone.width * 0.8);
    }
  });

  it("wave with the free hand, and keep a light raised", () => {
    const top = (holds: Prop) => thingsOf({ holds, pose: "wave" }).get(holds)?.y ?? 0;
    expect(top("watering-can")).toBeGreaterThan(SIZE.height * 0.4);
    expect(top("lantern")).toBeLessThan(SIZE.height * 0.4);
  });

  it("hold hanging things low", () => {
    const heights = (other: Prop) => thingsOf({ holds: "umbrella", alsoHolds: other }).get(other)?.y ?? 0;
    expect(heights("bag")).toBeGreaterThan(heights("cup") + 60);
  });

  it("hold only the first thing if the pose needs both hands", () => {
    expect([...thingsOf({ holds: "box", alsoHolds: "cup", pose: "carry" }).keys()]).toEqual(["box"]);
  });

  it("hold a thing beside the face in a close-up, and at the chest in a bust", () => {
    for (const shot of ["close", "bust"] as const)
      for (const holds of ["letter", "cup", "bag", "knife", "flower", "apple"] as const)
        for (const view of ["three-quarter", "front", "profile"] satisfies View[]) {
          const box = thingsOf({ holds, view }, shot).get(holds);
          const seen = box
            ? Math.max(0, Math.min(box.x + box.width, SIZE.width) - Math.max(0, box.x)) *
              Math.max(0, Math.min(box.y + box.height, SIZE.height) - Math.max(0, box.y))
            : 0;
          expect(seen / ((box?.width ?? 1) * (box?.height ?? 1)), `${shot} ${holds} ${view}`).toBeGreaterThan(
            0.5,
          );
        }
  });

  it("continue the forearm when they hold a thing up, and follow the touched surface otherwise", () => {
    const arm = { elbow: [100, 300] as Pt, wrist: [0, 0] as Pt };
    const goal = { at: [0, 0] as Pt, way: -66, z: 0 };
    const forearm = (Math.atan2(-300, -100) * 180) / Math.PI;
    for (const touch of ["beside", "aloft"] as const)
      expect(Math.abs(wristWay(touch, goal, arm) - forearm)).toBeLessThan(31);
    expect(wristWay("cheek", goal, arm)).toBe(-66);
  });

  it("hold the handlebars of a vehicle, also if a close-up was requested", () => {
    for (const mount of ["scooter", "motorcycle", "kick-scooter", "tricycle", "bicycle"] as const) {
      const box = thingsOf({ pose: "ride" }, "close", [mount]).get(mount);
      expect(box?.y, mount).toBeLessThan(SIZE.height * 0.75);
    }
  });

  it("hold a dragged bucket by its handle", () => {
    const box = thingsOf({ holds: "bucket", pose: "push" }).get("bucket");
    const middleOf = thingsOf({ holds: "bucket", pose: "hold" }).get("bucket");
    expect(box?.y ?? 0).toBeGreaterThan((middleOf?.y ?? 0) + 30);
  });

  it("slide an umbrella down to the head, so that a bust shows it", () => {
    const box = thingsOf({ holds: "umbrella", pose: "stand" }, "bust").get("umbrella");
    expect(box && box.y + box.height * 0.3).toBeGreaterThan(0);
  });
});

// Things held in both hands or arms: both hands touch them, and they do not cover the holder's face.
import { describe, expect, it } from "vitest";
import { boundingBox } from "../../../../../manga/geometry.ts";
import { setDown } from "../../camera/set-down.ts";
import type { Prop, Shot, View } from "../../closed/staging.ts";
import type { Figure } from "../../closed/storyboard.ts";
import { drawPanel } from "../../panel.ts";
import { apply, type Pt, placed } from "../../pen/curves.ts";
import type { Extent } from "../../pen/extent.ts";
import { figure, GIRL, MAN, picture, STYLE } from "../../sample-panel.ts";
import { sizeOf } from "../../things/props.ts";
import { type Skeleton, skeletonOf } from "../body/skeleton.ts";
import { posed, seenIn } from "../body/stances.ts";

const request = (change: Partial<Figure>, shot: Shot) => ({
  ...{ kind: "panel" as const, style: STYLE, seed: 7, cast: [GIRL, MAN] },
  ...{ width: 500, height: 600 },
  picture: picture({ shot, room: 0, figures: [figure({ pose: "hold", ...change })] }),
});

/** The skeleton of a drawn figure, and the map from a thing's space to the figure's. */
function bodyOf(change: Partial<Figure>, shot: Shot) {
  const drawn = setDown(request(change, shot));
  const [who = figure()] = drawn.figures;
  const design = who.character === MAN.id ? MAN : GIRL;
  const pose = posed({ ...who, design, ...seenIn(drawn, who) });
  const body = skeletonOf(design, pose, who.view);
  const { at, turn, k } = pose.borne ?? { at: [0, 0] as Pt, turn: 0, k: 0 };
  return { pose, body, there: placed(body.hips[0] + at[0], body.hips[1] + at[1], turn, k) };
}

const palmOf = ({ arms, measures }: Skeleton, side: "near" | "far"): Pt => {
  const { wrist, heel } = arms[side];
  const [dx, dy] = [wrist.p[0] - heel[0], wrist.p[1] - heel[1]];
  const k = (measures.hand * 0.5) / (Math.hypot(dx, dy) || 1);
  return [wrist.p[0] + dx * k, wrist.p[1] + dy * k];
};

/** Distance of a point from a box. */
const outOf = ([x, y]: Pt, [left, high, right, low]: Extent): number =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(high - y, 0, y - low));

/** The bounding box of a thing as it is rotated in the hands. */
function boxOf(prop: Prop, there: ReturnType<typeof placed>): Extent {
  const [left, high, right, low] = sizeOf(prop).extent;
  const corners = (
    [
      [left, high],
      [right, high],
      [right, low],
      [left, low],
    ] as const
  ).map((p) => apply(there, p));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const HARD = ["pot", "box", "radio", "vase", "plant", "tub", "computer"] as const;
const SOFT = ["pillow", "teddy-bear", "blanket", "doll"] as const;
const SMALL = ["bowl", "camera", "map", "newspaper", "nest", "gift"] as const;
const SHAFTS = ["broom", "mop", "rake", "shovel", "spear", "oar", "pitchfork", "fishing-rod", "bat"] as const;
const PLAYED = ["guitar", "violin", "flute", "trumpet", "shamisen", "accordion"] as const;
const VIEWS = ["three-quarter", "front", "profile"] as const satisfies View[];

describe("a thing held in both hands", () => {
  it("touches both hands, in all views, near and far", () => {
    for (const holds of [...HARD, ...SOFT, ...SMALL, ...SHAFTS, ...PLAYED])
      for (const view of VIEWS)
        for (const shot of ["full", "half", "bust"] as const)
          for (const character of ["c1", "c2"]) {
            const { pose, body, there } = bodyOf({ holds, view, character }, shot);
            expect(pose.borne, `${holds} ${view} ${shot}`).toBeDefined();
            for (const side of ["near", "far"] as const)
              expect(
                outOf(palmOf(body, side), boxOf(holds, there)),
                `${side} ${holds} ${view} ${shot} ${character}`,
              ).toBeLessThan(9);
          }
  });

  it("does not cover the face when it is held in the arms or read", () => {
    for (const holds of [...HARD, ...SOFT, ...SMALL])
      for (const view of VIEWS)
        for (const shot of ["full", "half", "bust"] as const) {
          const { body, there } = bodyOf({ holds, view }, shot);
          const mouth = body.head[1] + 38 * body.headSize;
          expect(boxOf(holds, there)[1], `${holds} ${view} ${shot}`).toBeGreaterThan(mouth);
        }
  });

  it("stands on the ground if it is a broom, spear or the like and the figure stands still", () => {
    for (const holds of ["broom", "mop", "shovel", "spear", "rake"] as const) {
      const { there } = bodyOf({ holds }, "full");
      const [, high, , low] = boxOf(holds, there);
      expect(Math.abs(low), holds).toBeLessThan(14);
      expect(low - high, holds).toBeGreaterThan(300);
    }
  });

  it("is completely visible in a half figure, and at least half visible in a bust", () => {
    for (const holds of [...HARD, ...SOFT, ...SMALL])
      for (const [shot, least] of [
        ["half", 0.95],
        ["bust", 0.5],
      ] as const)
        for (const view of VIEWS) {
          const { things } = drawPanel(request({ holds, view }, shot));
          const points = things.find(({ what }) => what === holds)?.corners.map(([x, y]) => ({ x, y })) ?? [];
          const box = boundingBox(points);
          const across = Math.min(500, box.x + box.width) - Math.max(0, box.x);
          const down = Math.min(600, box.y + box.height) - Math.max(0, box.y);
          expect((across * down) / (box.width * box.height), `${holds} ${shot} ${view}`).toBeGreaterThan(
            least,
          );
        }
  });

  it("is raised in a bust if the frame would crop it", () => {
    for (const holds of ["shovel", "broom"] as const) {
      const { body, there } = bodyOf({ holds }, "bust");
      expect(boxOf(holds, there)[1], holds).toBeLessThan(body.neck[1] + 40);
    }
  });

  it("is held at the chest if it is flat, and below the chin", () => {
    for (const view of VIEWS) {
      const { body, there } = bodyOf({ holds: "tray", view }, "bust");
      expect(boxOf("tray", there)[1], view).toBeGreaterThan(body.neck[1] + 25);
    }
  });

  it("is held in one hand if the other holds something else or acts", () => {
    expect(bodyOf({ holds: "camera", alsoHolds: "bag" }, "half").pose.borne).toBeUndefined();
    expect(bodyOf({ holds: "camera", pose: "wave" }, "half").pose.borne).toBeUndefined();
    expect(bodyOf({ holds: "broom", pose: "walk" }, "full").pose.borne).toBeUndefined();
  });

  it("is held in both hands for reading only", () => {
    for (const holds of ["letter", "envelope", "photo"] as const) {
      expect(bodyOf({ holds, pose: "read" }, "half").pose.borne, holds).toBeDefined();
      expect(bodyOf({ holds }, "half").pose.borne, holds).toBeUndefined();
    }
  });
});

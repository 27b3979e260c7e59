// Animals that are nobody's, by what a picture shows of them: as many as are told of, where the words have them, and in whose hands.
import { describe, expect, it } from "vitest";
import type { Figure, Picture } from "../closed/storyboard.ts";
import { drawPanel } from "./panel.ts";
import type { Named } from "./pen.ts";
import { figure, GIRL, MAN, picture } from "./sample-panel.ts";

const SIZE = { width: 800, height: 700 };

function thingsIn(action: string, change: Partial<Picture> = {}): Named[] {
  const told = picture({ action, room: 1, ...change });
  return drawPanel({
    ...{ kind: "panel", picture: told, cast: [GIRL, MAN], portraits: new Map(), style: "", seed: 3 },
    ...SIZE,
  }).things;
}

const boxOf = ({ corners }: Named) => ({
  left: Math.min(...corners.map(([x]) => x)),
  right: Math.max(...corners.map(([x]) => x)),
  top: Math.min(...corners.map(([, y]) => y)),
  low: Math.max(...corners.map(([, y]) => y)),
});

const place = (kind: Picture["scene"]["place"]["kind"]) => ({
  scene: { ...picture().scene, place: { kind, name: "" } },
});

describe("animals that are nobody's", () => {
  it.each([
    ["Two goats were climbing the hill.", "goat", 2],
    ["Cows grazed in the field.", "cow", 3],
    ["電線にカラスが三羽とまっている。", "crow", 3],
    ["A flock of gulls wheeled over the pier.", "gull", 5],
    ["雀が五羽、地面をつついていた。", "sparrow", 5],
    ["A mouse ran under the stove.", "mouse", 1],
    ["魚が川ではねた。", "fish", 1],
  ])("are drawn as many as they are, with people and without: %s", (action, animal, count) => {
    for (const figures of [[figure()], []] satisfies Figure[][]) {
      const drawn = thingsIn(action, { figures }).filter(({ what }) => what === animal);
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

  it("are up where they fly or perch, and down where they stand", () => {
    const low = (action: string, animal: string) => {
      const [one] = thingsIn(action, { shot: "long", ...place("street") }).filter(
        ({ what }) => what === animal,
      );
      if (!one) throw new TypeError(`no ${animal}`);
      return boxOf(one).low / SIZE.height;
    };
    expect(low("A crow sat on the wire.", "crow")).toBeLessThan(0.4);
    expect(low("屋根の上でカラスが鳴いた。", "crow")).toBeLessThan(0.4);
    expect(low("A hawk circled overhead.", "hawk")).toBeLessThan(0.5);
    expect(low("A crow walked along the road.", "crow")).toBeGreaterThan(0.6);
  });

  it("are in the arms, on the shoulder and on the rope of whoever has them", () => {
    const holderOf = (action: string, animal: string, change: Partial<Picture> = {}) =>
      thingsIn(action, change).find(({ what }) => what === animal)?.by;
    const carries = { figures: [figure({ pose: "carry" })] };
    expect(holderOf("Mio held a white rabbit in her arms.", "rabbit", carries)).toBe("c1");
    expect(holderOf("ミオは鶏を抱いていた。", "chicken", carries)).toBe("c1");
    expect(holderOf("A parrot sat on her shoulder.", "parrot")).toBe("c1");
    expect(
      holderOf("Mio led the old horse by its bridle.", "horse", { figures: [figure({ pose: "walk" })] }),
    ).toBe("c1");
    expect(holderOf("A horse stood behind the gate.", "horse")).toBeUndefined();
  });

  it("bear whoever rides them: the rider sits higher than anybody stands", () => {
    const faceAt = (action: string) => {
      const told = picture({ action, room: 0, ...place("field"), figures: [figure({ pose: "ride" })] });
      const { faces } = drawPanel({
        ...{ kind: "panel", picture: told, cast: [GIRL, MAN], portraits: new Map(), style: "", seed: 3 },
        ...SIZE,
      });
      const [face] = faces;
      if (!face) throw new TypeError("somebody rides");
      const ys = face.corners.map(([, y]) => y);
      return { top: Math.min(...ys), tall: Math.max(...ys) - Math.min(...ys) };
    };
    const { top, tall } = faceAt("ミオは馬に乗って走った。");
    expect((SIZE.height * 0.96 - top) / tall).toBeGreaterThan(7.4);
  });
});

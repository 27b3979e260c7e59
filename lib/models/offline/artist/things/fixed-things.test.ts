// Placement of fixed things: street lamps on posts, doors and sills in close view, furniture behind people,
// people in front of walls.
import { describe, expect, it } from "vitest";
import { cameraFor } from "../camera/camera.ts";
import { cameraInRoom } from "../camera/room-camera.ts";
import type { Picture } from "../closed/storyboard.ts";
import { posed } from "../figures/body/stances.ts";
import { drawPanel } from "../panel.ts";
import { figure, GIRL, MAN, picture, STYLE, tell } from "../sample-panel.ts";

const SIZE = { width: 900, height: 600 };
const place = (kind: Picture["scene"]["place"]["kind"], hour: Picture["scene"]["hour"] = "day") => ({
  ...picture().scene,
  place: { kind, name: "" },
  hour,
});

const sketch = (change: Partial<Picture>) =>
  drawPanel({
    ...{ kind: "panel", picture: picture(change), cast: [GIRL, MAN], style: STYLE },
    ...SIZE,
    seed: 7,
  });

const thingIn = (change: Partial<Picture>, what: string) => {
  const corners = sketch(change).things.find((thing) => thing.what === what)?.corners ?? [];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), foot: Math.max(...ys) };
};

describe("fixed things", () => {
  it("a street lamp is on a post, above the head of the figure under it", () => {
    const one = figure({ at: 0.3 });
    const { left, right, top } = thingIn(
      {
        scene: place("street", "night"),
        figures: [one],
        props: ["lamp"],
        told: tell({ figures: { c1: { underLamp: true } } }),
      },
      "lamp",
    );
    const face = sketch({ scene: place("street", "night"), figures: [one] }).faces[0];
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(face?.mouth[1] ?? 0);
    expect(Math.abs((left + right) / 2 - (face?.mouth[0] ?? 0))).toBeLessThan(SIZE.width * 0.25);
  });

  it("an opening door, and a window sill, fill a picture without people", () => {
    const door = thingIn(
      {
        shot: "detail",
        scene: place("classroom"),
        figures: [],
        props: ["door"],
        told: tell({ door: { opens: true } }),
      },
      "door",
    );
    expect(door.foot - door.top).toBeGreaterThan(SIZE.height * 0.85);
    const sill: Partial<Picture> = { shot: "detail", scene: place("room", "night"), figures: [] };
    const hat = thingIn(
      { ...sill, props: ["window", "hat"], told: tell({ things: { onSill: true } }) },
      "hat",
    );
    expect(hat.foot).toBeLessThan(SIZE.height * 0.9);
    expect(hat.right - hat.left).toBeGreaterThan(SIZE.width * 0.1);
  });

  it("a piano without a player stands behind the people, smaller than beside them", () => {
    const two = [figure({ at: 0.2 }), figure({ character: "c2", at: 0.8, facing: "left" })];
    const piano = (figures: typeof two) =>
      thingIn({ scene: place("room"), figures, props: ["piano"] }, "piano");
    const behind = piano(two);
    const played = piano([figure({ at: 0.2, pose: "sit" }), figure({ character: "c2", at: 0.8 })]);
    expect(behind.foot).toBeLessThan(played.foot);
  });
});

describe("the camera in a room", () => {
  it("turns only so far that everybody stays in front of the walls", () => {
    const turned = (yaw: number) =>
      cameraFor({ ...SIZE, angle: "level", groundY: 560, metre: 150, pan: 0, yaw });
    const at = (x: number) => ({ standing: [{ x }], groundY: 560, metre: 150 }) as never;
    const wall = { kind: "shop", width: SIZE.width, yaw: 17 } as const;
    expect(cameraInRoom(turned, at(450), wall).see(0, 0, 9)).toEqual(turned(17).see(0, 0, 9));
    expect(cameraInRoom(turned, at(800), wall).see(0, 0, 9)).not.toEqual(turned(17).see(0, 0, 9));
  });
});

describe("poses", () => {
  const spec = {
    ...({ design: GIRL, expression: "calm", view: "profile", holds: null, moment: 3 } as const),
    ...({ angle: "level", mood: "neutral" } as const),
  };

  it("are horizontal in the air if told to float", () => {
    expect(posed({ ...spec, pose: "jump", manner: "afloat" }).turn).toBeGreaterThan(30);
    expect(posed({ ...spec, pose: "jump" }).turn).toBe(0);
  });

  it("avoid reaching out in tight space, and scratching the neck in a close-up", () => {
    for (let moment = 0; moment < 40; moment++) {
      const telling = posed({ ...spec, pose: "stand", speaks: true, tight: true, moment });
      for (const { touch, lower } of [telling.nearArm, telling.farArm])
        expect(touch !== undefined || lower[0] <= 50 || Math.abs(lower[1]) >= 45).toBe(true);
      const tired = posed({ ...spec, pose: "stand", expression: "tired", isFace: true, moment });
      expect([tired.nearArm.touch, tired.farArm.touch]).not.toContain("nape");
    }
  });
});

// What the words of a picture change of it: who is carried or held, what is over a head, at an eye or under a shoe, what flies about.
import { describe, expect, it } from "vitest";
import type { CharacterDesign } from "../closed/cast.ts";
import { feelingOf } from "./expressions.ts";
import { draw, drawingOf, figure, GIRL, MAN, picture } from "./sample-panel.ts";
import { posed } from "./stances.ts";
import { withStrays } from "./strays.ts";

const CAT: CharacterDesign = { ...GIRL, id: "c3", kind: "cat", description: "a black cat" };

const drawnAs = async (...request: Parameters<typeof draw>) =>
  JSON.stringify(drawingOf(await draw(...request)).items);

const middleOf = ({ box }: { box: { x: number; y: number; width: number; height: number } }) => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
});

const seenTogether = async (change: Parameters<typeof draw>[0], ids: readonly [string, string]) => {
  const { faces } = await draw({ room: 0, ...change }, { cast: [GIRL, MAN, CAT] });
  return ids.map((id) => {
    const face = faces.find(({ character }) => character === id);
    if (!face) throw new TypeError(`${id} stands in the picture`);
    return { ...middleOf(face), tall: face.box.height };
  });
};

describe("the words of a picture", () => {
  it("put a small animal that is carried on the arms of whoever carries it", async () => {
    const cat = figure({ character: "c3", at: 0.2 });
    const of = (pose: "carry" | "stand") =>
      seenTogether({ shot: "full", figures: [figure({ pose, at: 0.8 }), cat] }, ["c1", "c3"]);
    const [girl, carried] = await of("carry");
    const [, beside] = await of("stand");
    if (!girl || !carried || !beside) throw new TypeError("both have faces");
    expect(Math.abs(carried.x - girl.x)).toBeLessThan(girl.tall * 2.2);
    expect(carried.y - girl.y).toBeLessThan(girl.tall * 3);
    expect(carried.y).toBeLessThan(beside.y - girl.tall);
  });

  it.each([
    ["Mio stared at an angry goose.", true],
    ["狐が振り返った。", true],
    ["A small brown bear sat down.", true],
    ["Mio held the teddy bear.", false],
    ["There was no goose.", false],
    ["Mio looked like a wolf.", false],
    ["ミオは狐の面をかぶった。", false],
  ])("have an animal of nobody's beside the cast, where it is one: %s", (action, there) => {
    const told = withStrays(picture({ action }), [GIRL, MAN]);
    expect(told.picture.figures.length).toBe(there ? 2 : 1);
    expect(told.cast.length).toBe(there ? 3 : 2);
  });

  it("have no second animal where the cast has one", () => {
    const fox: CharacterDesign = { ...GIRL, id: "c3", kind: "creature", name: "Rusty", description: "a fox" };
    const figures = [figure({}), figure({ character: "c3", at: 0.8 })];
    const told = picture({ figures, action: "A fox ran." });
    expect(withStrays(told, [GIRL, MAN, fox]).picture.figures).toEqual(figures);
  });

  it("bring two together of whom one grips the other", async () => {
    const apart = async (action: string) => {
      const figures = [
        figure({ pose: "hold", at: 0.2 }),
        figure({ character: "c2", at: 0.8, facing: "left" }),
      ];
      const [a, b] = await seenTogether({ shot: "half", figures, action }, ["c1", "c2"]);
      return Math.abs((a?.x ?? 0) - (b?.x ?? 0));
    };
    expect(await apart("ミオは男の腕をつかんだ。")).toBeLessThan(await apart("ミオは立っていた。"));
  });

  it("bring a bag over the head, and a camera before the eye", async () => {
    const held = async (holds: "bag" | "camera", action: string) => {
      const { faces, keep } = await draw({
        shot: "full",
        room: 0,
        figures: [figure({ pose: "hold", holds })],
        action,
      });
      const [face] = faces;
      if (!face) throw new TypeError("somebody stands in the picture");
      // Bodies have a weight; what hands have is kept free whole.
      return {
        eyes: middleOf(face),
        top: face.box.y,
        keep: keep.filter(({ weight }) => weight === undefined),
      };
    };
    const over = await held("bag", "ミオは鞄を頭にのせて走った。");
    expect(Math.min(...over.keep.map(({ y }) => y))).toBeLessThan(over.top);
    const before = await held("bag", "ミオは鞄を持っていた。");
    expect(Math.min(...before.keep.map(({ y }) => y))).toBeGreaterThan(before.top);
    const aimed = await held("camera", "ミオはカメラを構えた。");
    expect(
      aimed.keep.some(
        ({ x, y, width, height }) =>
          x < aimed.eyes.x && aimed.eyes.x < x + width && y < aimed.eyes.y && aimed.eyes.y < y + height,
      ),
    ).toBe(true);
  });

  it("show a print under a shoe on its sole, and on no wall", async () => {
    const action = "靴の裏に、小さな手の跡が残っていた。";
    const sole = await drawnAs({ shot: "detail", figures: [], props: ["handprint"], action });
    const wall = await drawnAs({
      shot: "detail",
      figures: [],
      props: ["handprint"],
      action: "手の跡があった。",
    });
    expect(sole.length).toBeGreaterThan(wall.length + 1000);
    expect(await drawnAs({ props: ["handprint"], action })).toBe(await drawnAs({ action }));
  });

  it("have rice fly all over a place, but not over a face", async () => {
    const still = await drawnAs({ action: "米は袋の中にあった。" });
    expect((await drawnAs({ action: "米が、台所じゅうに飛び散った。" })).length).toBeGreaterThan(
      still.length + 4000,
    );
    const near = { shot: "close" as const };
    expect(await drawnAs({ ...near, action: "米が飛び散った。" })).toBe(
      await drawnAs({ ...near, action: "米。" }),
    );
  });

  it("curl an animal up on the ground, and open the mouth of a lone one that cries out", async () => {
    const fox: CharacterDesign = { ...CAT, kind: "creature", name: "狐", description: "狐" };
    const of = async (pose: "crouch" | "lie" | "look-up", action: string) => {
      const scene = { character: "c3", pose };
      const drawn = await draw({ shot: "full", room: 0, figures: [figure(scene)], action }, { cast: [fox] });
      return { head: drawn.faces[0]?.box.y ?? Number.NaN, items: JSON.stringify(drawingOf(drawn).items) };
    };
    expect(await of("crouch", "狐は木の下で丸くなった。")).toEqual(await of("lie", "狐は見た。"));
    expect(await of("crouch", "狐は見た。")).not.toEqual(await of("lie", "狐は見た。"));
    const [howling, looking] = [await of("look-up", "狐はひと声鳴いた。"), await of("look-up", "狐は見た。")];
    expect(howling.head).toBe(looking.head);
    expect(howling.items).not.toBe(looking.items);
  });

  it("come nearer to a shoe that a hand holds from below", async () => {
    const named = async (action: string) => {
      const figures = [figure({ pose: "look-down" })];
      const at = { width: 1500, height: 300 };
      const { faces } = await draw({ shot: "detail", figures, action }, at);
      expect(faces).toEqual([]);
      return JSON.stringify(await draw({ shot: "detail", figures, action }, at));
    };
    expect(await named("靴の下で、小さな手が、床を押さえていた。")).not.toBe(await named("靴を見た。"));
  });
});

describe("a face", () => {
  it("weeps without a word with its lips together, and aloud with its mouth open", () => {
    for (let moment = 0; moment < 6; moment += 1) {
      expect(feelingOf("cry", false, moment).mouth).toBe("wavy");
      expect(["cry", "quiver"]).toContain(feelingOf("cry", true, moment).mouth);
    }
  });
});

describe("somebody who shows nothing", () => {
  it("lets the arms hang where it is eerie", () => {
    const common = { design: GIRL, pose: "stand", expression: "calm", view: "front", holds: null } as const;
    for (let moment = 0; moment < 20; moment += 1) {
      const { nearArm, farArm } = posed({ ...common, moment, angle: "level", mood: "eerie" });
      for (const { touch, upper } of [nearArm, farArm]) {
        expect(touch).toBeUndefined();
        expect(upper[0]).toBeLessThan(12);
      }
    }
  });
});

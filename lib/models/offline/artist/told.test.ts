// Facts told about a picture change its drawing: carrying and holding, things over the head, at the eye or
// under a shoe, flying particles.
import { describe, expect, it } from "vitest";
import { withExtraAnimals } from "./animals/sights/extra-animals.ts";
import type { Design } from "./camera/design.ts";
import type { CharacterDesign } from "./closed/cast.ts";
import type { FigureTold, Told } from "./closed/told.ts";
import { posed } from "./figures/body/stances.ts";
import { feelingOf } from "./figures/face/expressions.ts";
import { draw, drawingOf, figure, GIRL, MAN, picture, tell, tellOfBoth } from "./sample-panel.ts";

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
    if (!face) throw new TypeError(`no face of ${id} in the drawing`);
    return { ...middleOf(face), tall: face.box.height };
  });
};

describe("facts told about a picture", () => {
  it("places a small animal that is carried on its carrier's arms", async () => {
    const cat = figure({ character: "c3", at: 0.2 });
    const of = (pose: "carry" | "stand") =>
      seenTogether({ shot: "full", figures: [figure({ pose, at: 0.8 }), cat] }, ["c1", "c3"]);
    const [girl, carried] = await of("carry");
    const [, beside] = await of("stand");
    if (!girl || !carried || !beside) throw new TypeError("a face is missing in the drawing");
    expect(Math.abs(carried.x - girl.x)).toBeLessThan(girl.tall * 2.2);
    expect(carried.y - girl.y).toBeLessThan(girl.tall * 3);
    expect(carried.y).toBeLessThan(beside.y - girl.tall);
  });

  it("adds an animal outside the cast to the figures", () => {
    const shown = withExtraAnimals(picture({ told: tell({ animals: [{ animal: "goose", count: 1 }] }) }), [
      GIRL,
      MAN,
    ]);
    expect(shown.picture.figures.length).toBe(2);
    expect(shown.cast.length).toBe(3);
    expect(withExtraAnimals(picture(), [GIRL, MAN]).picture.figures.length).toBe(1);
  });

  it("adds an animal of the cast that somebody leads, when the figures omit it", () => {
    const horse: Design = { ...GIRL, id: "c3", kind: "creature", told: { animal: "horse" } };
    const led = (figures: Told["figures"]) =>
      withExtraAnimals(picture({ told: tell({ figures }) }), [GIRL, horse]).picture.figures;
    expect(led({ c1: { leads: true }, c3: { by: "c1" } }).map(({ character }) => character)).toEqual([
      "c1",
      "c3",
    ]);
    expect(led({ c1: { leads: true } })).toHaveLength(1);
    expect(led({ c3: { by: "c1" } })).toHaveLength(1);
  });

  it("moves two figures together when one grips the other", async () => {
    const apart = async (grips: boolean) => {
      const figures = [
        figure({ pose: "hold", at: 0.2 }),
        figure({ character: "c2", at: 0.8, facing: "left" }),
      ];
      const [a, b] = await seenTogether({ shot: "half", figures, told: tellOfBoth({ grips }) }, ["c1", "c2"]);
      return Math.abs((a?.x ?? 0) - (b?.x ?? 0));
    };
    expect(await apart(true)).toBeLessThan(await apart(false));
  });

  it("raises a bag over the head, and a camera to the eye", async () => {
    const held = async (holds: "bag" | "camera", lift?: "over" | "eye") => {
      const { faces, keep } = await draw({
        shot: "full",
        room: 0,
        figures: [figure({ pose: "hold", holds })],
        told: tell({ figures: { c1: { lift } } }),
      });
      const [face] = faces;
      if (!face) throw new TypeError("no face in the drawing");
      // Bodies have a weight; boxes of held things have none, because they must be kept free whole.
      return {
        eyes: middleOf(face),
        top: face.box.y,
        keep: keep.filter(({ weight }) => weight === undefined),
      };
    };
    const over = await held("bag", "over");
    expect(Math.min(...over.keep.map(({ y }) => y))).toBeLessThan(over.top);
    const before = await held("bag");
    expect(Math.min(...before.keep.map(({ y }) => y))).toBeGreaterThan(before.top);
    const aimed = await held("camera", "eye");
    expect(
      aimed.keep.some(
        ({ x, y, width, height }) =>
          x < aimed.eyes.x && aimed.eyes.x < x + width && y < aimed.eyes.y && aimed.eyes.y < y + height,
      ),
    ).toBe(true);
  });

  it("draws the print under a shoe on its sole, and not on a wall", async () => {
    const told = tell({ things: { onSole: true } });
    const sole = await drawnAs({ shot: "detail", figures: [], props: ["handprint"], told });
    const wall = await drawnAs({
      shot: "detail",
      figures: [],
      props: ["handprint"],
    });
    expect(sole.length).toBeGreaterThan(wall.length + 1000);
    expect(await drawnAs({ props: ["handprint"], told })).toBe(await drawnAs({ told }));
  });

  it("scatters rice over the whole place except over faces", async () => {
    const told = tell({ scattered: "grains" });
    const still = await drawnAs({});
    expect((await drawnAs({ told })).length).toBeGreaterThan(still.length + 4000);
    const near = { shot: "close" as const };
    expect(await drawnAs({ ...near, told })).toBe(await drawnAs(near));
  });

  it("curls an animal up on the ground, and opens the mouth of one that cries out", async () => {
    const fox: CharacterDesign = { ...CAT, kind: "creature", id: "c3" };
    const of = async (pose: "crouch" | "lie" | "look-up", facts: FigureTold = {}) => {
      const told = tell({ figures: { c3: facts }, people: { c3: { animal: "fox" } } });
      const scene = { character: "c3", pose };
      const drawn = await draw({ shot: "full", room: 0, figures: [figure(scene)], told }, { cast: [fox] });
      return { head: drawn.faces[0]?.box.y ?? Number.NaN, items: JSON.stringify(drawingOf(drawn).items) };
    };
    expect(await of("crouch", { curled: true })).toEqual(await of("lie"));
    expect(await of("crouch")).not.toEqual(await of("lie"));
    const [howling, looking] = [await of("look-up", { cries: true }), await of("look-up")];
    expect(howling.head).toBe(looking.head);
    expect(howling.items).not.toBe(looking.items);
  });

  it("shows a shoe larger when a hand holds it from below", async () => {
    const named = async (underShoe: boolean) => {
      const told = tell({ things: { underShoe } });
      const figures = [figure({ pose: "look-down" })];
      const at = { width: 1500, height: 300 };
      const { faces } = await draw({ shot: "detail", figures, told }, at);
      expect(faces).toEqual([]);
      return JSON.stringify(await draw({ shot: "detail", figures, told }, at));
    };
    expect(await named(true)).not.toBe(await named(false));
  });
});

describe("a face", () => {
  it("draws silent weeping with closed lips, and weeping aloud with an open mouth", () => {
    for (let moment = 0; moment < 6; moment += 1) {
      expect(feelingOf("cry", false, moment).mouth).toBe("wavy");
      expect(["cry", "quiver"]).toContain(feelingOf("cry", true, moment).mouth);
    }
  });
});

describe("a figure with a calm expression", () => {
  it("lets both arms hang in an eerie mood", () => {
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

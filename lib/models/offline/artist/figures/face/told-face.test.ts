// Told actions of a face.
import { expect, it } from "vitest";
import { draw, drawingOf, figure, MAN, tell } from "../../sample-panel.ts";
import { EXPRESSIONS, withTold } from "./expressions.ts";

it("opens the mouth and shuts the eyes of a face that yawns", () => {
  expect(withTold(EXPRESSIONS.tired, "yawns")).toMatchObject({ lids: "shut", mouth: "gasp" });
});

it("applies a told action only to the face it is told of", async () => {
  const figures = [figure({ at: 0.3 }), figure({ character: MAN.id, at: 0.7, facing: "left" })];
  const drawn = async (id?: string) => {
    const told = tell({ figures: id ? { [id]: { face: "shut" } } : {} });
    return JSON.stringify(drawingOf(await draw({ shot: "half", figures, told })).items);
  };
  const all = await Promise.all([drawn(), drawn("c1"), drawn("c2")]);
  expect(new Set(all).size).toBe(3);
});

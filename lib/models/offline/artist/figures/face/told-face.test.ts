// What a face is told to do.
import { expect, it } from "vitest";
import { draw, drawingOf, figure, MAN, tell } from "../../sample-panel.ts";
import { EXPRESSIONS, withTold } from "./expressions.ts";

it("opens the mouth of whoever yawns and shuts the eyes", () => {
  expect(withTold(EXPRESSIONS.tired, "yawns")).toMatchObject({ lids: "shut", mouth: "gasp" });
});

it("is that of the one of whom it is told", async () => {
  const figures = [figure({ at: 0.3 }), figure({ character: MAN.id, at: 0.7, facing: "left" })];
  const drawn = async (id?: string) => {
    const told = tell({ figures: id ? { [id]: { face: "shut" } } : {} });
    return JSON.stringify(drawingOf(await draw({ shot: "half", figures, told })).items);
  };
  const all = await Promise.all([drawn(), drawn("c1"), drawn("c2")]);
  expect(new Set(all).size).toBe(3);
});

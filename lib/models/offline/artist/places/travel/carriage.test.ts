import { describe, expect, it } from "vitest";
import { figure, picture, tell } from "../../sample-panel.ts";
import { isAlongAisle } from "./carriage.ts";

const aboard = (change: Parameters<typeof picture>[0]) =>
  isAlongAisle(
    picture({ shot: "long", scene: { ...picture().scene, place: { kind: "train", name: "" } }, ...change }),
  );

describe("a carriage", () => {
  it("is seen along its aisle if people stand in it, and across if they sit or the windows are told of", () => {
    expect(aboard({})).toBe(true);
    expect(aboard({ figures: [figure({ pose: "sit" })] })).toBe(false);
    expect(aboard({ told: tell({ windows: true }) })).toBe(false);
    expect(aboard({ shot: "half" })).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { planComposition } from "../camera/compose.ts";
import { figure, GIRL, MAN, picture } from "../sample-panel.ts";
import { sharedSeat, turnedOut } from "./crew.ts";

const cast = [GIRL, { ...MAN, age: "child" as const }];
const size = { width: 800, height: 500 };
const train = picture({
  scene: { ...picture().scene, place: { kind: "train", name: "" } },
  figures: [
    figure({ at: 0.3, pose: "sit", view: "profile" }),
    figure({ character: "c2", at: 0.7, pose: "sit", facing: "left" }),
  ],
});

describe("figures that sit beside each other", () => {
  it("share one seat, with the feet of the smaller one off the ground", () => {
    const { standing } = planComposition(train, cast, size);
    const shared = sharedSeat(standing, train);
    const feet = (id: string) =>
      shared?.standing.find(({ figure: { character } }) => character === id)?.groundY;
    expect(shared?.standing.every(({ seated }) => seated)).toBe(true);
    expect(feet("c2")).toBeLessThan(feet("c1") ?? 0);
  });

  it("face out of their seat, and not along it", () => {
    expect(turnedOut(train, cast).figures.map(({ view }) => view)).toEqual([
      "three-quarter",
      "three-quarter",
    ]);
  });

  it("have separate seats if no seat is long enough for two", () => {
    const room = { ...train, scene: { ...train.scene, place: { kind: "room" as const, name: "" } } };
    expect(sharedSeat(planComposition(room, cast, size).standing, room)).toBeUndefined();
  });
});

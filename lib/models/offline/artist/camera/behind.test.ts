// What is drawn behind people: the whole place, a part of it, pale lines, or tones; and which side of the
// place is behind each of two who talk.
import { describe, expect, it } from "vitest";
import type { PlaceKind, Shot } from "../closed/staging.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import { drawPanel, thingsIn } from "../panel.ts";
import { chance } from "../pen/chance.ts";
import { figure, GIRL, MAN, picture, STYLE } from "../sample-panel.ts";
import { behindOf } from "./behind.ts";
import { cameraFor } from "./camera.ts";
import { sideOf } from "./turned.ts";

const at = (kind: PlaceKind, change: Partial<Picture> = {}): Picture => {
  const base = picture({ shot: "half", ...change });
  return { ...base, scene: { ...base.scene, place: { kind, name: "" } } };
};
const [width, height] = [600, 500];
const viewOf = (shown: Picture, seed: number) => ({
  ...{ picture: shown, width, height, seed, take: chance(1) },
  camera: cameraFor({ width, height, angle: "level", groundY: 480, metre: 200, pan: 0, yaw: 0 }),
});
const shares = (shot: Shot, change: Partial<Figure> = {}) => {
  const drawn = Array.from({ length: 300 }, (_, seed) =>
    behindOf(viewOf(at("room", { shot, figures: [figure(change)] }), seed)),
  );
  return (kind: string) => drawn.filter((one) => one === kind).length / drawn.length;
};

describe("the background behind people", () => {
  it("is the whole place in far shots, and shows less of it in nearer shots", () => {
    expect(shares("establishing")("place")).toBe(1);
    expect(shares("long")("place")).toBe(1);
    expect(shares("full")("place")).toBeGreaterThan(shares("half")("place"));
    expect(shares("half")("place")).toBeGreaterThan(shares("bust")("place"));
    expect(shares("close")("feeling")).toBe(1);
    for (const kind of ["place", "pale", "part", "feeling"])
      expect(shares("bust")(kind), kind).toBeGreaterThan(0.1);
  });

  it("shows feeling more often behind a strong expression", () => {
    expect(shares("bust", { expression: "shout" })("feeling")).toBeGreaterThan(shares("bust")("feeling"));
  });

  it("shows another side of the place behind each of two who talk, the same in every picture", () => {
    const right = figure({ facing: "right" });
    const left = figure({ character: "c2", facing: "left" });
    expect(sideOf(at("room", { figures: [right] }))).toBe("left");
    expect(sideOf(at("room", { figures: [left], shot: "bust" }))).toBe("right");
    expect(sideOf(at("room", { figures: [left, { ...right, view: "back" }] }))).toBe("right");
    expect(sideOf(at("room", { figures: [right, left] }))).toBe("main");
    expect(sideOf(at("room", { figures: [right], shot: "establishing" }))).toBe("main");
    expect(sideOf(at("lighthouse", { figures: [right] }))).toBe("main");
  });

  it("keeps the main side when the picture names its furniture", () => {
    expect(sideOf(at("classroom", { figures: [figure()], props: ["blackboard"] }))).toBe("main");
  });
});

describe("a place", () => {
  const request = (shown: Picture) => ({
    ...({ kind: "panel", cast: [GIRL, MAN], style: STYLE, seed: 3 } as const),
    ...{ width, height, picture: shown },
  });

  it("draws no room behind a figure that a flash strikes", () => {
    const struck = (kind: PlaceKind) =>
      JSON.stringify(drawPanel(request(at(kind, { effects: ["flash"] }))).items);
    expect(struck("room")).toBe(struck("kitchen"));
  });

  it("uses a bridge's own rails as fence and a classroom's own desks as tables", () => {
    const named = (kind: PlaceKind, prop: "fence" | "table") =>
      thingsIn(request(at(kind, { shot: "full", props: [prop] }))).filter(({ what }) => what === prop).length;
    expect(named("bridge", "fence")).toBe(2);
    expect(named("classroom", "table")).toBeGreaterThan(3);
  });
});

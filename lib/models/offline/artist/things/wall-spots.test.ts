import { expect, it } from "vitest";
import { rect } from "../pen/curves.ts";
import { spotOnWall } from "./wall-spots.ts";

const box = { k: 1, width: 100, height: 80 };
const nobody = { standing: [], groundY: 480, metre: 100 };
const asked = { x: 500, y: 200, box, width: 1000 };
const wall = rect(100, 0, 800, 400);

it("hangs a sheet on the wall beside the things on it, inside the wall's corners", () => {
  const board = rect(240, 80, 660, 200);
  const spot = spotOnWall({ walls: [wall], taken: [board] }, nobody, asked);
  expect(spot?.x).toBeGreaterThan(150 - 1);
  expect((spot?.x ?? 999) + (spot?.width ?? 0) / 2).toBeLessThanOrEqual(240);
});

it("hangs the whole sheet on a board if the wall has no room", () => {
  const board = rect(110, 40, 780, 240);
  const spot = spotOnWall({ walls: [wall], taken: [board] }, nobody, asked);
  expect(spot).toMatchObject({ x: 500, width: 100 });
});

it("returns no spot without a visible wall", () => {
  expect(spotOnWall({ walls: [], taken: [] }, nobody, asked)).toBeUndefined();
});

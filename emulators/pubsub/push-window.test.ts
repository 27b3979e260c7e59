// The model of the real service's push, in literals.
import { expect, test } from "vitest";
import { pushWindow } from "./push-window.ts";

test("switched off, the window is wide and nothing holds it back", () => {
  const window = pushWindow({ slowStart: false, subscriptionBackoff: false });
  const { size } = window;
  for (let i = 0; i < 10; i++) window.rejected(0);
  expect(window).toMatchObject({ size, opensAt: 0 });
});

test("slow start begins with a few requests, doubles with every full round of success, and halves with a failure", () => {
  const window = pushWindow({ slowStart: true, subscriptionBackoff: false });
  expect(window.size).toBe(3);
  for (let answer = 0; answer < 3; answer++) window.succeeded();
  expect(window.size).toBe(6);
  for (let answer = 0; answer < 6; answer++) window.succeeded();
  expect(window.size).toBe(12);
  window.rejected(0);
  expect(window.size).toBe(6);
  for (let answer = 0; answer < 9; answer++) window.rejected(0);
  expect(window.size).toBe(1);
});

test("one negative answer a second costs half a second, five cost between 30 and 60", () => {
  const rare = pushWindow({ slowStart: false, subscriptionBackoff: true });
  rare.rejected(0);
  expect(rare.opensAt).toBe(500);
  rare.rejected(2000);
  expect(rare.opensAt).toBe(2500);

  const often = pushWindow({ slowStart: false, subscriptionBackoff: true });
  for (const at of [0, 200, 400, 600, 800]) often.rejected(at);
  expect(often.opensAt).toBeGreaterThanOrEqual(30_000);
  expect(often.opensAt).toBeLessThanOrEqual(60_800);
});

test("a deadline that passes makes the window smaller, and holds nothing back", () => {
  const window = pushWindow({ slowStart: true, subscriptionBackoff: true });
  window.succeeded();
  window.lapsed();
  expect(window).toMatchObject({ size: 2, opensAt: 0 });
});

// The model of the service's push flow control, with literal times.
import { expect, test } from "vitest";
import { pushWindow } from "./push-window.ts";

test("without slow start and backoff the window is unlimited and never blocks", () => {
  const window = pushWindow({ slowStart: false, subscriptionBackoff: false });
  const { size } = window;
  for (let i = 0; i < 10; i++) window.rejected(0);
  expect(window).toMatchObject({ size, opensAt: 0 });
});

test("slow start begins with a few requests, doubles with each successful round, and halves with a failure", () => {
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

test("one negative answer per second pauses for half a second, five for 30 to 60 seconds", () => {
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

test("an expired deadline shrinks the window and causes no backoff", () => {
  const window = pushWindow({ slowStart: true, subscriptionBackoff: true });
  window.succeeded();
  window.lapsed();
  expect(window).toMatchObject({ size: 2, opensAt: 0 });
});

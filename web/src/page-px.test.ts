import { afterEach, expect, test, vi } from "vitest";
import { alonePx, elementPx, listedPx, pairedPx } from "./page-px.ts";

afterEach(() => vi.unstubAllGlobals());

test.each([
  ["a desktop", 1440, 1, { listed: 240, alone: 660, paired: 512 }],
  ["a small window", 1200, 1, { listed: 300, alone: 660, paired: 512 }],
  ["a very wide window", 2560, 1, { listed: 280, alone: 660, paired: 512 }],
  ["a dense phone", 390, 3, { listed: 585, alone: 1170, paired: 585 }],
])("sizes of pages on %s equal those of the style sheet", (_, innerWidth, devicePixelRatio, expected) => {
  vi.stubGlobal("innerWidth", innerWidth);
  vi.stubGlobal("devicePixelRatio", devicePixelRatio);
  expect({ listed: listedPx(), alone: alonePx(), paired: pairedPx() }).toEqual(expected);
  expect(elementPx({ clientWidth: 200 } as HTMLElement)).toBe(200 * devicePixelRatio);
  expect(elementPx(null)).toBe(0);
});

import { expect, it } from "vitest";
import type { Pt } from "../../pen/curves.ts";
import { bandsOf } from "./clothes.ts";

it("laps the wearer's left side of a kimono over the right, for figures that face either way", () => {
  const at = (u: number, v: number): Pt => [u * 100, v * 100];
  for (const flipped of [false, true]) {
    const over = bandsOf({ at, c: 0.2, w: 0.4, paint: "white", flipped }).at(-1);
    const onPage = (over?.inner ?? []).map(([x]) => (flipped ? -x : x));
    // The wearer's left is the reader's right.
    expect(onPage.length).toBe(3);
    expect(onPage[0]).toBeGreaterThan(onPage[2] ?? Number.NaN);
  }
});

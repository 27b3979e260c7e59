// The checks by code on the labelled pictures: none is worse than in `docs/proof/picture-checks.md`. Letters are checked by the script
// only, because that takes a minute.
import { expect, it } from "vitest";
import { measuredHalf, named } from "./picture-rates.ts";

it.each(["dev", "test"] as const)(
  "distinguishes faulty pictures from clean ones in the %s half",
  { timeout: 60_000 },
  async (half) => {
    const all = await measuredHalf(half);
    expect(all.length).toBeGreaterThan(60);
    for (const [check, least] of [
      ["colour", 1],
      ["border", 0.93],
      ["ratio", 0.93],
    ] as const) {
      const faulty = named(all, check, "y");
      expect(faulty.named / faulty.of, check).toBeGreaterThanOrEqual(least);
      expect(named(all, check, "n").named, check).toBe(0);
    }
  },
);

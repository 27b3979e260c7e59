import { expect, test } from "vitest";
import { catalogOffers } from "./offers.ts";

const offerOn = (today: string, id: string) => catalogOffers(today).find((offer) => offer.id === id);

test("an offer has the prices of its date, and marks models retired by then", () => {
  expect(offerOn("2026-12-31", "gemini-3.8-flash")?.rates.output).toBe(3_750_000);
  expect(offerOn("2027-01-01", "gemini-3.8-flash")?.rates.output).toBe(7_500_000);
  expect(offerOn("2026-10-28", "gemini-3.1-flash-image")?.services.gemini?.retired).toBe(false);
  expect(offerOn("2026-10-29", "gemini-3.1-flash-image")?.services.gemini?.retired).toBe(true);
});

test("an offer has the levels, sizes, references and limits of its row", () => {
  expect(offerOn("2026-11-29", "gemini-3.1-flash-lite-image")).toMatchObject({
    ...{ thinkingLevels: ["MINIMAL", "HIGH"], takesSchema: false, limits: { output: 4_096 } },
    images: { tokens: { "1K": 1_120 }, micros: {}, references: 14 },
  });
  expect(offerOn("2026-11-29", "imagen-4.0-generate-001")?.images?.micros).toEqual({
    "1K": 40_000,
    "2K": 40_000,
  });
  expect(offerOn("2026-11-29", "gemini-2.5-flash")?.thinkingLevels).toEqual([]);
});

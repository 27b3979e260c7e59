// The model of each tier, and the price of a draft by the catalog.
import { describe, expect, it } from "vitest";
import { estimateBook } from "../api/estimate.ts";
import { hostedId } from "./hosted/settings.ts";
import { modelIds, parseModels } from "./model-sets.ts";
import { artistOfTier, requireSlow, slowShareOf } from "./tiers.ts";

const today = "2026-11-29";
const environment = { GEMINI_API_KEY: "test" };
const STANDARD = hostedId("gemini", "image", {});

describe("tiers", () => {
  it("draw drafts with the cheapest available image model, and finals with the most expensive", () => {
    const of = (tier: "draft" | "standard" | "final") => artistOfTier(STANDARD, tier, { today, environment });
    expect(of("standard")).toBe(STANDARD);
    expect(of("draft")).toMatch(/^gemini\/gemini-3\.1-flash-lite-image@\d+$/);
    expect(of("final")).toMatch(/^gemini\/gemini-3-pro-image@\d+$/);
  });

  it.each(["offline-artist@1a2b", "simulated-artist@1a2b", "sdapi/local-7860@7", "openai/gpt-image@7"])(
    "are refused with an explanation for %s, which is in no catalog",
    (artist) => {
      expect(() => artistOfTier(artist, "draft", { today, environment })).toThrow(
        /draft selects an image model of the catalog, and \S+ is not one of them/,
      );
      expect(artistOfTier(artist, "standard", { today, environment })).toBe(artist);
    },
  );

  it("have a half-price mode where the vendor sells it and the client supports it", () => {
    expect(slowShareOf(STANDARD, today)).toBe(0.5);
    expect(slowShareOf("vertexai/gemini-3.8-flash@7", today)).toBeUndefined();
    expect(slowShareOf("offline-artist@1a2b", today)).toBeUndefined();
    expect(() => requireSlow(["offline-reader@1", "offline-artist@1"], today)).toThrow(/half-price mode/);
    expect(() => requireSlow(["offline-reader@1", STANDARD], today)).not.toThrow();
  });
});

describe("a book of 8 pages with 5 people and 3 places", () => {
  const set = modelIds(parseModels("gemini"));
  const priceOf = (tier: "draft" | "standard" | "final", slow = false) => {
    const models = { ...set, artist: artistOfTier(set.artist, tier, { today, environment }) };
    return estimateBook({ pages: 8, models, tier, slow, people: 5, places: 3 }).priceMicros;
  };

  it("costs at most $2.20 as a draft, and at most $1.20 at half price", () => {
    expect(priceOf("draft")).toBeLessThanOrEqual(2_200_000);
    expect(priceOf("draft", true)).toBeLessThanOrEqual(1_200_000);
    expect(priceOf("draft", true)).toBeGreaterThan(priceOf("draft") * 0.49);
  });

  it("counts its sheets, plate and places, and inspections where there are any", () => {
    expect(priceOf("standard")).toBeGreaterThan(priceOf("draft"));
    expect(priceOf("final")).toBeGreaterThan(priceOf("standard") * 2);
    const models = { ...set, artist: artistOfTier(set.artist, "draft", { today, environment }) };
    const book = { pages: 8, models, tier: "draft" as const, people: 5, places: 3 };
    const bare = estimateBook({ ...book, people: 4, places: 2 }).priceMicros;
    expect(estimateBook(book).priceMicros - bare).toBeGreaterThan(2 * 33_000);
  });
});

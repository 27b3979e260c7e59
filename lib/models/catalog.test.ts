import { describe, expect, it } from "vitest";
import { CATALOG, catalogModel, findings, priceOf } from "./catalog.ts";

describe("the catalog of models", () => {
  it("prices text by its tokens, and follows a change of price on its day", () => {
    const flash = catalogModel("gemini-3.8-flash");
    const used = { inputTokens: 10_000, outputTokens: 2_000, imageTokens: 0 };
    expect(priceOf(flash, used, "2026-12-31")).toBe(15_000);
    expect(priceOf(flash, used, "2027-01-01")).toBe(30_000);
  });

  it("prices an image of 1K at 6.7 cents, and rounds every call up to the micro-dollar", () => {
    const image = catalogModel("gemini-3.1-flash-image");
    expect(priceOf(image, { inputTokens: 0, outputTokens: 0, imageTokens: 1_120 }, "2026-11-24")).toBe(
      67_200,
    );
    expect(priceOf(image, { inputTokens: 1, outputTokens: 0, imageTokens: 0 }, "2026-11-24")).toBe(1);
  });

  it("prices images that are sold by the piece", () => {
    const used = {
      inputTokens: 0,
      outputTokens: 0,
      imageTokens: 0,
      pieces: { size: "1K" as const, count: 2 },
    };
    expect(priceOf(catalogModel("imagen-4.0-generate-001"), used, "2026-11-24")).toBe(80_000);
  });

  it("warns of a model that is gone and of one that goes soon, and names the successor of each", () => {
    const found = findings("2026-11-24", [
      { model: "imagen-4.0-generate-001", service: "vertex" },
      { model: "gemini-2.5-flash", service: "gemini" },
      { model: "gemini-3.8-flash", service: "gemini" },
    ]);
    expect(found).toMatchObject([
      { kind: "retired", message: expect.stringContaining("gemini-3.1-flash-image") },
      { kind: "retiring", message: expect.stringMatching(/2026-12-01.*gemini-3\.8-flash/) },
    ]);
  });

  it("says nothing of a retirement that is far away, and says so when it knows no price", () => {
    expect(findings("2026-01-01", [{ model: "gemini-2.5-flash", service: "gemini" }])).toEqual([]);
    expect(findings("2026-01-01", [{ model: "gemini-9", service: "gemini" }])).toMatchObject([
      { kind: "unknown" },
    ]);
    expect(() => catalogModel("gemini-9")).toThrow(/there is: gemini-3\.8-flash/);
  });

  it("names a successor that stays for every model that goes", () => {
    for (const { retires } of CATALOG) {
      if (retires) expect(catalogModel(retires.successor).retires).toBeUndefined();
    }
  });
});

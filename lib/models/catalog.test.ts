import { describe, expect, it } from "vitest";
import {
  CATALOG,
  catalogModel,
  findings,
  loadCatalog,
  priceOf,
  thinkingFor,
  thoughtAllowance,
  unknownModel,
} from "./catalog.ts";
import { MODEL_TASKS } from "./catalog-schema.ts";

const DAY = "2026-11-29";

describe("the catalog of models", () => {
  it("prices text by its tokens, and follows a price change on its day", () => {
    const flash = catalogModel("gemini-3.8-flash");
    const used = { inputTokens: 10_000, outputTokens: 2_000, imageTokens: 0 };
    expect(priceOf(flash, used, "2026-12-31")).toBe(15_000);
    expect(priceOf(flash, used, "2027-01-01")).toBe(30_000);
  });

  it("prices an image of 1K at 3.36 cents, and rounds every call up to the micro-dollar", () => {
    const image = catalogModel("gemini-nano-banana-2.1");
    expect(priceOf(image, { inputTokens: 0, outputTokens: 0, imageTokens: 1_120 }, DAY)).toBe(33_600);
    expect(priceOf(image, { inputTokens: 1, outputTokens: 0, imageTokens: 0 }, DAY)).toBe(2);
  });

  it("prices cached input at a tenth, and images in a prompt by their own rate", () => {
    const lite = catalogModel("gemini-3.5-flash-lite");
    const used = { inputTokens: 1_000_000, outputTokens: 0, imageTokens: 0 };
    expect(priceOf(lite, used, DAY)).toBe(300_000);
    expect(priceOf(lite, { ...used, inputTokens: 0, cachedTokens: 1_000_000 }, DAY)).toBe(30_000);
    expect(priceOf(lite, { ...used, inputTokens: 0, imageInputTokens: 1_000_000 }, DAY)).toBe(300_000);
  });

  it("prices images that are sold per picture", () => {
    const used = {
      inputTokens: 0,
      outputTokens: 0,
      imageTokens: 0,
      pieces: { size: "1K" as const, count: 2 },
    };
    expect(priceOf(catalogModel("imagen-4.0-generate-001"), used, "2026-11-24")).toBe(80_000);
  });

  it("reports for each chosen model whether it is retired, soon retired, or announced to be, with its successor", () => {
    const found = findings(DAY, [
      { model: "imagen-4.0-generate-001", service: "vertex" },
      { model: "imagen-4.0-generate-001", service: "gemini" },
      { model: "gemini-2.5-flash", service: "gemini" },
      { model: "gemini-3.8-flash", service: "gemini" },
    ]);
    expect(found).toMatchObject([
      { kind: "announced", message: expect.stringContaining("gemini-nano-banana-2.1") },
      { kind: "retired", message: expect.stringContaining("2026-08-17") },
      { kind: "retiring", message: expect.stringMatching(/2026-12-01.*gemini-3\.5-flash-lite/) },
    ]);
  });

  it("reports no distant retirement, and explains how to add an unknown model", () => {
    expect(findings("2026-01-01", [{ model: "gemini-2.5-flash", service: "gemini" }])).toEqual([]);
    expect(findings(DAY, [{ model: "gemini-9", service: "gemini" }])).toMatchObject([
      { kind: "unknown", message: expect.stringContaining("MEKURI_MODELS_FILE") },
    ]);
    expect(() => catalogModel("gemini-9")).toThrow(/it has: gemini-3\.8-flash/);
    // The row in the error's text is valid in a file.
    for (const id of ["gemini-9", "gemini-9-image"]) {
      const [, rows = ""] = /to that file: (.*)$/s.exec(unknownModel(id)) ?? [];
      const own = loadCatalog({ MEKURI_MODELS_JSON: rows }).find((model) => model.id === id);
      expect(own?.kind).toBe(id.endsWith("image") ? "image" : "text");
    }
  });

  it("gives the thinking level of a task, if the model accepts it, with its token allowance", () => {
    const flash = catalogModel("gemini-3.8-flash");
    expect(thinkingFor(flash, "beats")).toBe("LOW");
    expect(thinkingFor(flash, "plan")).toBe("MEDIUM");
    expect(thoughtAllowance(flash, "plan")).toBeGreaterThan(thoughtAllowance(flash, "beats"));
    expect(thinkingFor(catalogModel("gemini-2.5-flash"), "plan")).toBeUndefined();
    for (const model of CATALOG) {
      for (const task of MODEL_TASKS) {
        const level = thinkingFor(model, task);
        if (level !== undefined) expect(model.thinking?.levels, `${model.id} ${task}`).toContain(level);
      }
    }
  });
});

describe("a user's own rows", () => {
  const own = { ...catalogModel("gemini-3.8-flash"), id: "gemini-4-flash" };

  it("add models and replace those of the same id", () => {
    const replaced = { ...catalogModel("gemini-3.5-flash-lite"), requestsPerMinute: 7 };
    const catalog = loadCatalog({ MEKURI_MODELS_JSON: JSON.stringify([own, replaced]) });
    expect(catalog).toHaveLength(CATALOG.length + 1);
    expect(catalog.find(({ id }) => id === "gemini-4-flash")).toEqual(own);
    expect(catalog.find(({ id }) => id === replaced.id)?.requestsPerMinute).toBe(7);
  });

  it.each([
    ["invalid JSON", "{", /MEKURI_MODELS_JSON is not a valid catalog/],
    ["a row without prices", JSON.stringify([{ ...own, rates: [] }]), /rates/],
    [
      "a task at a level that the model lacks",
      JSON.stringify([{ ...own, thinking: { ...own.thinking, tasks: { plan: "MINIMAL" } } }]),
      /levels lack MINIMAL/,
    ],
    [
      "an unknown successor",
      JSON.stringify([{ ...own, successor: "gemini-10" }]),
      /its successor must be a row/,
    ],
    ["two rows of one id", JSON.stringify([own, own]), /two rows have the id gemini-4-flash/],
  ])("are refused with the reason: %s", (_what, json, reason) => {
    expect(() => loadCatalog({ MEKURI_MODELS_JSON: json })).toThrow(reason);
  });

  it("are read from the file that a setting names", () => {
    expect(() => loadCatalog({ MEKURI_MODELS_FILE: "/nowhere/rows.json" })).toThrow(
      /MEKURI_MODELS_FILE=\/nowhere\/rows\.json is not a valid catalog/,
    );
  });
});

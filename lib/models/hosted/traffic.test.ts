import { describe, expect, it } from "vitest";
import { orderFor, readTraffic, windowFor } from "./traffic.ts";

const IMAGE = { adapter: "gemini", model: "gemini-nano-banana-2.1" } as const;
const KEY = { kind: "key", apiKey: "secret", baseUrl: undefined } as const;

describe("the rate limit of a model", () => {
  it("is the catalog's, unless the environment has another, in a window slightly longer than a minute", () => {
    expect(windowFor(IMAGE, KEY, readTraffic({}))).toMatchObject({ limit: 8, windowMs: 65_000 });
    const traffic = readTraffic({
      MEKURI_MODEL_REQUESTS_PER_MINUTE: "gemini-3.8-flash=9, gemini-nano-banana-2.1=7",
    });
    expect(windowFor(IMAGE, KEY, traffic).limit).toBe(7);
  });

  it("is counted by account and model, and its name contains no key", () => {
    const { name } = windowFor(IMAGE, KEY, readTraffic({}));
    expect(name).toMatch(/^gemini\/[0-9a-f]{12}\/gemini-nano-banana-2\.1$/);
    const vertex = { kind: "vertex", project: "p", location: "global", baseUrl: undefined } as const;
    expect(windowFor(IMAGE, vertex, readTraffic({})).name).toBe("vertex/p/global/gemini-nano-banana-2.1");
  });
});

describe("the order of fallback models", () => {
  const order = "imagen/imagen-4.0-generate-001 > gemini/gemini-nano-banana-2.1 > gemini/gemini-3-pro-image";

  it("is empty by default, and continues from the chosen model", () => {
    expect(orderFor(IMAGE, readTraffic({}))).toEqual([IMAGE]);
    const traffic = readTraffic({ MEKURI_MODEL_FAILOVER: order });
    expect(orderFor(IMAGE, traffic)).toEqual([IMAGE, { adapter: "gemini", model: "gemini-3-pro-image" }]);
  });

  it("is off where the setting says so", () => {
    expect(orderFor(IMAGE, readTraffic({ MEKURI_MODEL_FAILOVER: "off" }))).toEqual([IMAGE]);
  });

  it.each([
    [{ MEKURI_MODEL_REQUESTS_PER_MINUTE: "gpt-9=3" }, /MEKURI_MODEL_REQUESTS_PER_MINUTE: "gpt-9=3"/],
    [{ MEKURI_MODEL_REQUESTS_PER_MINUTE: "gemini-3.8-flash=0" }, /MODEL=REQUESTS/],
    [{ MEKURI_MODEL_WINDOW_SECONDS: "soon" }, /MEKURI_MODEL_WINDOW_SECONDS/],
    [{ MEKURI_MODEL_FAILOVER: "gemini/gemini-3.8-flash" }, /only one model/],
    [{ MEKURI_MODEL_FAILOVER: "gemini/gemini-3.8-flash>gemini/gpt" }, /names gemini\/gpt/],
    [{ MEKURI_MODEL_FAILOVER: "gemini/gemini-3.8-flash>gemini/gemini-nano-banana-2.1" }, /mixes/],
    [{ MEKURI_MODEL_FAILOVER: "gemini/gemini-3.8-flash>gemini/gemini-3.8-flash" }, /twice/],
  ])("refuses %j and names the variable", (environment, message) => {
    expect(() => readTraffic(environment)).toThrow(message);
  });
});

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accessOf } from "./access.ts";
import {
  DEFAULT_MODELS,
  hostedId,
  hostedModels,
  parseHostedId,
  presentHostedId,
  REVISION,
  readinessOf,
  startNotices,
} from "./settings.ts";

const DAY = "2026-11-24";
const FLASH = { adapter: "gemini", model: "gemini-3.8-flash" } as const;

describe("ids of hosted models", () => {
  it("contain adapter and model, so that another model changes the inputs", () => {
    expect(hostedId("gemini", "text", {})).toBe(`gemini/gemini-3.8-flash@${REVISION}`);
    const id = hostedId("gemini", "image", { GEMINI_IMAGE_MODEL: "gemini-3-pro-image" });
    expect(parseHostedId(id)).toEqual({ adapter: "gemini", model: "gemini-3-pro-image" });
  });

  it("give the same models for another revision of the prompts, and nothing for unknown adapters", () => {
    const earlier = `gemini/gemini-3.8-flash@${REVISION - 1}`;
    expect(parseHostedId(earlier)).toEqual({ adapter: "gemini", model: "gemini-3.8-flash" });
    expect(presentHostedId(earlier)).toBe(`gemini/gemini-3.8-flash@${REVISION}`);
    expect(parseHostedId("offline-reader@1")).toBeUndefined();
    expect(parseHostedId("someone/gpt@1")).toBeUndefined();
    expect(parseHostedId("openai/hf.co/Qwen/Qwen3-8B:Q4_K_M@6")).toEqual({
      adapter: "openai",
      model: "openai/hf.co/Qwen/Qwen3-8B:Q4_K_M",
    });
  });

  it("have the revision of the present prompts", () => {
    const folder = new URL("../prompts/", import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.startsWith("sample-"),
    );
    const hash = createHash("sha256");
    for (const name of files.sort()) {
      // Comments and formatting do not change what a model gets.
      const text = readFileSync(new URL(name, folder), "utf8");
      hash.update(
        text
          .replaceAll(/\/\*\*.*?\*\//gs, "")
          .replaceAll(/^\s*\/\/.*$/gm, "")
          .replaceAll(/\s+/g, " "),
      );
    }
    const told =
      "the prompts changed: record the new hash here, and raise REVISION if they ask for anything else";
    expect({ revision: REVISION, hash: hash.digest("hex").slice(0, 16) }, told).toEqual({
      revision: 7,
      hash: "ceaa72a86b7b44d8",
    });
  });
});

describe("the access to hosted models", () => {
  it("is a key for Gemini, else a project; the others need a project", () => {
    const both = { GEMINI_API_KEY: "k", VERTEX_PROJECT: "p" };
    expect(accessOf(FLASH, both)).toMatchObject({ kind: "key", apiKey: "k" });
    expect(accessOf(FLASH, { VERTEX_PROJECT: "p" })).toMatchObject({ kind: "vertex", location: "global" });
    const older = { ...FLASH, adapter: "vertexai" } as const;
    expect(accessOf(older, both)).toMatchObject({ kind: "vertex", location: "global" });
    const imagen = { adapter: "imagen", model: "imagen-4.0-generate-001" } as const;
    expect(accessOf(imagen, both)).toMatchObject({ kind: "vertex", location: "us-central1" });
    expect(accessOf(imagen, { GEMINI_API_KEY: "k" })).toBeUndefined();
  });

  it("is refused at a location that does not serve the model, with the locations that do", () => {
    const ids = [`vertexai/gemini-3.8-flash@${REVISION}`];
    const { missing } = readinessOf(ids, DAY, { VERTEX_PROJECT: "p", VERTEX_LOCATION: "europe-west4" });
    expect(missing[0]).toBe(
      "Vertex AI serves gemini-3.8-flash at global, not at VERTEX_LOCATION=europe-west4; unset it, or choose another model",
    );
    expect(readinessOf(ids, DAY, { VERTEX_PROJECT: "p" }).missing).toEqual([]);
  });

  it("is this machine for the key `test`, and for no other key", () => {
    expect(accessOf(FLASH, { GEMINI_API_KEY: "test" })).toMatchObject({
      baseUrl: "http://127.0.0.1:8790",
    });
    expect(accessOf(FLASH, { GEMINI_API_KEY: "test2" })).toMatchObject({ baseUrl: undefined });
  });

  it("includes the vision model, and names the missing settings where there is no access", () => {
    const ids = [hostedId("imagen", "image", {})];
    expect(hostedModels(ids, {}).map(({ model }) => model)).toContain("gemini-3.5-flash-lite");
    const { missing, findings } = readinessOf(ids, DAY, {});
    expect(missing.join("; ")).toMatch(/imagen: set VERTEX_PROJECT.*gemini: set GEMINI_API_KEY/);
    expect(findings).toMatchObject([
      { kind: "announced", message: expect.stringContaining("leaves Vertex AI") },
    ]);
  });

  it("includes a model's fallbacks, and reports an error in their order", () => {
    const ids = [hostedId("imagen", "image", {})];
    const order = "imagen/imagen-4.0-generate-001>gemini/gemini-3-pro-image";
    const both = { VERTEX_PROJECT: "p", MEKURI_MODEL_FAILOVER: order };
    expect(hostedModels(ids, both).map(({ model }) => model)).toEqual([
      ...["imagen-4.0-generate-001", "gemini-3-pro-image", "gemini-3.5-flash-lite"],
    ]);
    const { missing } = readinessOf(ids, DAY, { VERTEX_PROJECT: "p", MEKURI_MODEL_FAILOVER: "imagen-4" });
    expect(missing).toEqual([expect.stringMatching(/^MEKURI_MODEL_FAILOVER: /)]);
  });

  it("has a fallback for the text model and for the image model, unless that is switched off", () => {
    const ids = [hostedId("gemini", "text", {}), hostedId("gemini", "image", {})];
    const used = (environment: Record<string, string>) =>
      hostedModels(ids, environment).map(({ model }) => model);
    expect(used({})).toEqual(DEFAULT_MODELS);
    expect(used({ MEKURI_MODEL_FAILOVER: "off" })).toEqual([
      ...["gemini-3.8-flash", "gemini-nano-banana-2.1", "gemini-3.5-flash-lite"],
    ]);
  });

  it("is missing for a model that is not in the catalog", () => {
    const { missing } = readinessOf([`gemini/gpt-9@${REVISION}`], DAY, { GEMINI_API_KEY: "k" });
    expect(missing[0]).toMatch(/catalog has no model gpt-9.*MEKURI_MODELS_FILE/);
  });
});

describe("the notices when a service starts", () => {
  it("are empty where no hosted model can be reached, or all of them stay", () => {
    expect(startNotices(DAY, {})).toEqual([]);
    expect(startNotices(DAY, { GEMINI_API_KEY: "k", VERTEX_PROJECT: "p" })).toEqual([]);
  });

  it("name retiring models with their successors, and a setting that cannot be read", () => {
    const chosen = { GEMINI_API_KEY: "k", GEMINI_TEXT_MODEL: "gemini-2.5-flash" };
    expect(startNotices(DAY, chosen)).toEqual([expect.stringMatching(/2026-12-01.*gemini-3\.5-flash-lite/)]);
    const imagen = { VERTEX_PROJECT: "p", IMAGEN_MODEL: "imagen-4.0-fast-generate-001" };
    expect(startNotices(DAY, imagen)).toEqual([
      expect.stringMatching(/^vertexai: Google announced the removal/),
      expect.stringMatching(/leaves Vertex AI.*gemini-nano-banana-2\.1/),
    ]);
    const wrong = { GEMINI_API_KEY: "k", MEKURI_MODEL_REQUESTS_PER_MINUTE: "many" };
    expect(startNotices(DAY, wrong)).toEqual([expect.stringMatching(/^MEKURI_MODEL_REQUESTS_PER_MINUTE: /)]);
  });
});

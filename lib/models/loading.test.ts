// What a session meets when its models are looked for: also one that was started where a key was, and goes on where none is.
import { afterEach, describe, expect, it, vi } from "vitest";
import { TerminalError } from "../pipeline/errors.ts";
import { findArtists } from "./artists.ts";
import { MODEL_SETS } from "./model-sets.ts";
import { findWriters } from "./writers.ts";

const VARIABLES = ["GEMINI_API_KEY", "GEMINI_BASE_URL", "VERTEX_PROJECT", "MEKURI_MODEL_FAILOVER"];

afterEach(() => vi.unstubAllEnvs());

function registryWith(environment: Record<string, string>) {
  for (const name of VARIABLES) vi.stubEnv(name, environment[name] ?? "");
  const warnings: string[] = [];
  const warn = (message: string) => warnings.push(message);
  return { registry: { writer: findWriters({ warn }), artist: findArtists({ warn }) }, warnings };
}

describe("models by their ids", () => {
  it("fails a session without its key by name, and says what to set", async () => {
    const { registry } = registryWith({});
    for (const found of [
      registry.writer(MODEL_SETS.gemini.writer),
      registry.artist(MODEL_SETS.gemini.artist),
    ]) {
      await expect(found).rejects.toThrow(TerminalError);
      await expect(found).rejects.toMatchObject({
        code: "model-access",
        retryable: true,
        message: /set GEMINI_API_KEY/,
      });
    }
    await expect(registry.artist(MODEL_SETS.imagen.artist)).rejects.toThrow(/set VERTEX_PROJECT/);
  });

  it("finds them as soon as the key is there", async () => {
    const { registry } = registryWith({});
    const { writer } = MODEL_SETS.gemini;
    await expect(registry.writer(writer)).rejects.toThrow("GEMINI_API_KEY");
    vi.stubEnv("GEMINI_API_KEY", "test");
    expect((await registry.writer(writer)).id).toBe(writer);
  });

  it("warns of a model that the vendor has announced to go, and names the successor", async () => {
    const { registry, warnings } = registryWith({ VERTEX_PROJECT: "p" });
    await registry.artist(MODEL_SETS.imagen.artist);
    expect(warnings).toEqual([expect.stringMatching(/imagen-4.*leaves Vertex AI.*gemini-nano-banana-2\.1/)]);
  });

  it("says what is wrong with the order of stand-ins", async () => {
    const { registry } = registryWith({ GEMINI_API_KEY: "test", MEKURI_MODEL_FAILOVER: "gemini-3.8-flash" });
    const found = registry.writer(MODEL_SETS.gemini.writer);
    await expect(found).rejects.toMatchObject({ code: "model-access", message: /^MEKURI_MODEL_FAILOVER: / });
  });

  it("knows no id of another version", async () => {
    const { registry } = registryWith({ GEMINI_API_KEY: "test" });
    const found = registry.writer("gemini/gemini-3.8-flash@999");
    await expect(found).rejects.toMatchObject({ code: "model-unknown" });
  });
});

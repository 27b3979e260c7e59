// Errors of looking up a session's models, also for a session that was started with a key and continues in a process without one.
import { afterEach, describe, expect, it, vi } from "vitest";
import { TerminalError } from "../pipeline/errors.ts";
import { findArtists } from "./artists.ts";
import { findDirectors } from "./directors.ts";
import { modelIds, parseModels } from "./model-sets.ts";
import { programId } from "./program-versions.ts";
import { findReaders } from "./readers.ts";

const VARIABLES = ["GEMINI_API_KEY", "GEMINI_BASE_URL", "VERTEX_PROJECT", "MEKURI_MODEL_FAILOVER"];

afterEach(() => vi.unstubAllEnvs());

function registryWith(environment: Record<string, string>) {
  for (const name of VARIABLES) vi.stubEnv(name, environment[name] ?? "");
  const warnings: string[] = [];
  const warn = (message: string) => warnings.push(message);
  return {
    registry: {
      reader: findReaders({ warn }),
      director: findDirectors({ warn }),
      artist: findArtists({ warn }),
    },
    warnings,
  };
}

const idsOf = (name: string) => modelIds(parseModels(name));

describe("models by their ids", () => {
  it("fails a session without its key with the error's code and the setting that is missing", async () => {
    const { registry } = registryWith({});
    for (const found of [
      registry.reader(idsOf("gemini").reader),
      registry.director(idsOf("gemini").director),
      registry.artist(idsOf("gemini").artist),
    ]) {
      await expect(found).rejects.toThrow(TerminalError);
      await expect(found).rejects.toMatchObject({
        code: "model-access",
        retryable: true,
        message: /set GEMINI_API_KEY/,
      });
    }
    await expect(registry.artist(idsOf("imagen").artist)).rejects.toThrow(/set VERTEX_PROJECT/);
  });

  it("finds them as soon as the key is set", async () => {
    const { registry } = registryWith({});
    const { reader } = idsOf("gemini");
    await expect(registry.reader(reader)).rejects.toThrow("GEMINI_API_KEY");
    vi.stubEnv("GEMINI_API_KEY", "test");
    expect((await registry.reader(reader)).id).toBe(reader);
  });

  it("warns of a model whose retirement is announced, and names the successor", async () => {
    const { registry, warnings } = registryWith({ VERTEX_PROJECT: "p" });
    await registry.artist(idsOf("imagen").artist);
    expect(warnings).toEqual([expect.stringMatching(/imagen-4.*leaves Vertex AI.*gemini-nano-banana-2\.1/)]);
  });

  it("reports an error in the order of fallback models", async () => {
    const { registry } = registryWith({ GEMINI_API_KEY: "test", MEKURI_MODEL_FAILOVER: "gemini-3.8-flash" });
    const found = registry.reader(idsOf("gemini").reader);
    await expect(found).rejects.toMatchObject({ code: "model-access", message: /^MEKURI_MODEL_FAILOVER: / });
  });

  it("gives the present prompts for an id of an earlier revision, and reports the present id", async () => {
    const { registry } = registryWith({ GEMINI_API_KEY: "test" });
    for (const id of ["gemini/gemini-3.8-flash@1", "gemini/gemini-3.8-flash@999"]) {
      expect((await registry.reader(id)).id).toBe(idsOf("gemini").reader);
      expect((await registry.director(id)).id).toBe(idsOf("gemini").director);
    }
  });

  it("gives the present version of a program for the id of any other version, and reports the present id", async () => {
    const { registry } = registryWith({});
    const present = programId("code-director");
    for (const id of [present, "code-director@1", "code-director@00000000"]) {
      expect((await registry.director(id)).id).toBe(present);
    }
    await expect(registry.reader("constructor@1")).rejects.toMatchObject({ code: "model-unknown" });
  });

  it("gives the code director to sessions with one part for reading and directing", async () => {
    const { registry } = registryWith({});
    const director = await registry.director("offline-author@1");
    expect(director.id).toBe(programId("code-director"));
    expect((await registry.director("simulated-author@1")).id).toBe(idsOf("simulated").director);
  });

  it("gives one adapter for a model that reads and directs", async () => {
    const { registry } = registryWith({ GEMINI_API_KEY: "test" });
    const { reader, director } = idsOf("gemini");
    expect(director).toBe(reader);
    expect((await registry.director(director)).id).toBe(reader);
  });
});

// `auto` finds the model programs of this machine. Its ids lead every process to the same programs, with no setting but the ports.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startComfyServer } from "../../emulators/models/comfyui/comfyui-server.ts";
import { startChatServer } from "../../emulators/models/openai/chat-server.ts";
import { startSdapiServer } from "../../emulators/models/sdapi/sdapi-server.ts";
import { autoModels } from "./auto-models.ts";
import { catalogModel, knownModel } from "./catalog.ts";
import { loadHosted } from "./hosted/load.ts";
import type { Question } from "./hosted/model.ts";
import { parseHostedId, readinessOf } from "./hosted/settings.ts";
import { loadModels, modelOptions, writerFor } from "./loading.ts";
import { localKey, parseLocalKey } from "./local-models.ts";
import { ModelSetError, modelIds, parseModels } from "./model-sets.ts";

const NOBODY = "ollama=0,lm-studio=0,llama-server=0,comfyui=0,a1111=0";
const signal = new AbortController().signal;
const closing: { close(): Promise<void> }[] = [];

beforeEach(() => {
  for (const name of Object.keys(process.env))
    if (/^(?:MEKURI_(?:WORDS|PICTURES|SDAPI|COMFYUI)_|K_SERVICE$)/.test(name)) vi.stubEnv(name, undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(closing.splice(0).map((one) => one.close()));
});

const usePorts = (ports: string) => vi.stubEnv("MEKURI_LOCAL_PORTS", `${NOBODY},${ports}`);

const question = (wanted: Question["wanted"]): Question => ({
  ...{ task: "look", turns: [{ role: "user", parts: [{ text: "A cat at a station." }] }], seed: 3, wanted },
});
const PICTURE = question({ kind: "image", aspectRatio: "1:1", size: "1K" });

async function ask(id: string, asked: Question) {
  const choice = parseHostedId(id);
  if (choice === undefined) throw new Error(`${id} is no hosted id`);
  return (await loadHosted(choice)).ask(asked, signal);
}

describe("--models auto", () => {
  it("takes a model for text and a program for pictures, and its ids lead to them", async () => {
    const words = await startChatServer({ models: ["qwen3:8b"] });
    const pictures = await startSdapiServer();
    closing.push(words, pictures);
    usePorts(`ollama=${words.port},a1111=${pictures.port}`);
    const { ids, parts, summary } = await autoModels({ withinMs: 5_000 });
    expect(parts).toBe("openai/code+sdapi");
    expect(summary).toContain(`Ollama (qwen3:8b) at ${words.url}`);
    expect(ids).toEqual({
      reader: expect.stringMatching(new RegExp(`^openai/local-${words.port}/qwen3:8b@\\d+$`)),
      director: modelIds(parseModels("offline")).director,
      artist: expect.stringMatching(new RegExp(`^sdapi/local-${pictures.port}@\\d+$`)),
    });
    expect(readinessOf(Object.values(ids), "2026-11-30")).toEqual({ missing: [], findings: [] });
    const reply = await ask(ids.reader, question({ kind: "text", maxOutputTokens: 50 }));
    expect(reply).toMatchObject({ end: "done", usage: { costMicros: 0 } });
    expect(await ask(ids.artist, PICTURE)).toMatchObject({ end: "done", usage: { costMicros: 0 } });
    expect(await loadModels(ids.reader, modelOptions({}))).toHaveLength(1);
    expect((await writerFor(ids.reader)).name).toBe("smallReader");
    vi.stubEnv("MEKURI_WORDS_CONTEXT", "40000");
    expect((await writerFor(ids.reader)).name).toBe("hostedWriter");
  });

  it("draws by ComfyUI's first checkpoint, or by the graphs of the settings", async () => {
    const comfy = await startComfyServer({});
    closing.push(comfy);
    usePorts(`comfyui=${comfy.port}`);
    const { ids, parts } = await autoModels({ withinMs: 5_000 });
    expect(parts).toBe("offline/code+comfyui");
    expect(ids.artist).toMatch(/^comfyui\/local-\d+\/[\w.-]+\.safetensors@\d+$/);
    expect((await ask(ids.artist, PICTURE)).images).toHaveLength(1);
    vi.stubEnv("MEKURI_COMFYUI_PANEL_GRAPH", "examples/comfyui/panel.json");
    vi.stubEnv("MEKURI_COMFYUI_PORTRAIT_GRAPH", "examples/comfyui/portrait.json");
    const graphs = (await autoModels({ withinMs: 5_000 })).ids.artist;
    expect(graphs).toMatch(/^comfyui\/local-\d+\/graphs-[\da-f]{12}@\d+$/);
    const key = parseHostedId(graphs)?.model ?? "";
    expect(catalogModel(key).images?.references.people).toBe(1);
    vi.stubEnv("MEKURI_COMFYUI_PANEL_GRAPH", "examples/comfyui/portrait.json");
    expect(knownModel(key)).toBeUndefined();
  });

  it("is offline where no program answers, and says so", async () => {
    vi.stubEnv("MEKURI_LOCAL_PORTS", "off");
    const { ids, parts, summary } = await autoModels();
    expect(ids).toEqual(modelIds(parseModels("offline")));
    expect(parts).toBe("offline/code+offline");
    expect(summary).toMatch(/no program with models was found on this machine/);
  });

  it("returns at once where every port is closed", async () => {
    const servers = await Promise.all(Array.from({ length: 5 }, () => startChatServer({ models: ["m"] })));
    await Promise.all(servers.map((server) => server.close()));
    const names = ["ollama", "lm-studio", "llama-server", "comfyui", "a1111"];
    vi.stubEnv("MEKURI_LOCAL_PORTS", names.map((name, at) => `${name}=${servers[at]?.port}`).join());
    const tookMs: number[] = [];
    // Other load on the machine only adds time, so the fastest of three tries counts.
    while (tookMs.length < 3 && !tookMs.some((ms) => ms < 300)) {
      const begun = performance.now();
      expect((await autoModels()).ids).toEqual(modelIds(parseModels("offline")));
      tookMs.push(performance.now() - begun);
    }
    expect(Math.min(...tookMs)).toBeLessThan(300);
  });

  it("is refused in the cloud, and so are the keys of local programs", async () => {
    vi.stubEnv("K_SERVICE", "mekuri-manga");
    await expect(autoModels()).rejects.toThrow(ModelSetError);
    const id = "openai/local-11434/qwen3:8b@6";
    expect(readinessOf([id], "2026-11-30").missing).toEqual([
      expect.stringMatching(/is a program of the machine on which the book was started/),
    ]);
    const choice = parseHostedId(id);
    if (choice === undefined) throw new Error("parseHostedId gave nothing");
    await expect(loadHosted(choice)).rejects.toMatchObject({ code: "model-access" });
  });
});

describe("the key of a local program", () => {
  it.each([
    { adapter: "openai", port: 11_434, model: "hf.co/unsloth/Qwen3-8B-GGUF:Q4_K_M" },
    { adapter: "comfyui", port: 8_188, model: "SD XL\\anime v4 (100%).safetensors" },
    { adapter: "sdapi", port: 7_860 },
  ] as const)("from $adapter is parsed back and is one word", (local) => {
    vi.stubEnv("MEKURI_LOCAL_PORTS", "");
    const key = localKey(local);
    expect(key).toMatch(/^\S+$/);
    expect(parseLocalKey(key)).toEqual(local);
    expect(parseHostedId(`${key}@6`)).toEqual({ adapter: local.adapter, model: key });
  });

  it.each([
    "openai/local-22/qwen3:8b",
    "openai/local-8188/qwen3:8b",
    "comfyui/local-11434/x",
    "openai/local-11434",
    "sdapi/local-7860/x",
    "comfyui/local-8188/%zz",
    "openai/local-11434@evil.example/x",
    "gemini/local-11434/x",
  ])("of another port or another program gives no model: %s", (key) => {
    vi.stubEnv("MEKURI_LOCAL_PORTS", "");
    expect(parseLocalKey(key)).toBeUndefined();
    expect(knownModel(key)).toBeUndefined();
  });
});

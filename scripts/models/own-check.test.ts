// `npm run models -- list` and `-- check` of self-hosted servers, against simulated ones.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startComfyServer } from "../../emulators/models/comfyui/comfyui-server.ts";
import { RawText } from "../../emulators/models/generate.ts";
import { startChatServer } from "../../emulators/models/openai/chat-server.ts";
import { startSdapiServer } from "../../emulators/models/sdapi/sdapi-server.ts";
import { checkOwn } from "./own-check.ts";
import { listOwn } from "./own-list.ts";

const closing: { close(): Promise<void> }[] = [];
let said: string[];
const say = (line: string) => void said.push(line);

beforeEach(() => {
  said = [];
  for (const name of Object.keys(process.env))
    if (/^MEKURI_(?:WORDS|PICTURES|SDAPI|COMFYUI)_/.test(name)) vi.stubEnv(name, undefined);
  vi.stubEnv("MEKURI_LOCAL_PORTS", "off");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(closing.splice(0).map((one) => one.close()));
});

const set = (settings: Record<string, string>) => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
};
const check = () => checkOwn(process.env, say);
const GRAPHS = {
  MEKURI_COMFYUI_PANEL_GRAPH: "examples/comfyui/panel.json",
  MEKURI_COMFYUI_PORTRAIT_GRAPH: "examples/comfyui/portrait.json",
};

describe("the list of self-hosted servers", () => {
  it("says for each protocol that it is untested with a real server, also without settings", async () => {
    await listOwn(process.env, say);
    expect(said).toContain("  none is set");
    for (const adapter of ["openai", "sdapi", "comfyui"])
      expect(said).toContain(`${adapter}: not tested with a real server`);
  });

  it("has their models, addresses, limits and prices, and no key", async () => {
    set({ MEKURI_WORDS_URL: "http://127.0.0.1:11434", MEKURI_WORDS_MODEL: "qwen3:8b" });
    set({ MEKURI_WORDS_KEY: "sk-secret-words", MEKURI_WORDS_PRICE: "150000,600000" });
    set({ MEKURI_SDAPI_URL: "http://127.0.0.1:7860", MEKURI_SDAPI_AUTH: "mina:secret" });
    set({ MEKURI_COMFYUI_URL: "http://127.0.0.1:8188" });
    await listOwn(process.env, say);
    expect(said).toContain(
      "  openai/qwen3:8b  words  http://127.0.0.1:11434/v1  8192 tokens, flat questions, $0.15 in, $0.60 out a million tokens",
    );
    expect(said).toContain("  sdapi/server  pictures  http://127.0.0.1:7860  the loaded model, free");
    expect(said.join("\n")).toMatch(/MEKURI_COMFYUI_URL is set, and MEKURI_COMFYUI_PANEL_GRAPH and /);
    expect(said.join("\n")).not.toContain("secret");
  });
});

describe("the check of self-hosted servers", () => {
  it("succeeds silently if none is set", async () => {
    expect(await check()).toBe(0);
    expect(said).toHaveLength(1);
  });

  it("sends one request to each of them, and for ComfyUI one for each graph", async () => {
    const words = await startChatServer({ models: ["qwen3:8b"] });
    const [sdapi, comfy] = [await startSdapiServer(), await startComfyServer()];
    closing.push(words, sdapi, comfy);
    set({ MEKURI_WORDS_URL: words.url, MEKURI_WORDS_MODEL: "qwen3:8b", MEKURI_SDAPI_URL: sdapi.url });
    set({ MEKURI_COMFYUI_URL: comfy.url, ...GRAPHS });
    expect(await check(), said.join("\n")).toBe(0);
    expect(said).toContainEqual(expect.stringMatching(/^openai\/qwen3:8b {2}\d+\.\d s {2}works: \{/));
    expect(said).toContainEqual(expect.stringMatching(/^sdapi\/server {2}\d+\.\d s {2}works$/));
    expect(said).toContainEqual(expect.stringMatching(/^comfyui\/graphs-\w+ {2}\d+\.\d s {2}works$/));
    expect(said).toContainEqual(
      expect.stringMatching(/^comfyui\/graphs-\w+ \(panels\) {2}\d+\.\d s {2}works$/),
    );
    expect([sdapi.counts().pictures, comfy.counts().pictures]).toEqual([1, 2]);
  });

  it("checks the models that auto would use", async () => {
    const words = await startChatServer({ models: ["qwen3:8b"] });
    closing.push(words);
    set({ MEKURI_LOCAL_PORTS: `ollama=${words.port},lm-studio=0,llama-server=0,comfyui=0,a1111=0` });
    expect(await check()).toBe(0);
    expect(said).toContainEqual(expect.stringMatching(/^openai\/local-\d+\/qwen3:8b .* works/));
  });

  it.each([
    [{ MEKURI_WORDS_URL: "http://127.0.0.1:59117", MEKURI_WORDS_MODEL: "m" }, /start the server, or correct/],
    [{ MEKURI_WORDS_URL: "http://127.0.0.1:59117" }, /MEKURI_WORDS_MODEL is missing/],
    [{ MEKURI_SDAPI_URL: "7860" }, /^fix: MEKURI_SDAPI_URL: must be an address/],
    [
      { MEKURI_COMFYUI_URL: "http://127.0.0.1:59117", ...GRAPHS, MEKURI_COMFYUI_PANEL_GRAPH: "no.json" },
      /no\.json/,
    ],
  ])("says how to fix %j", async (settings, mend) => {
    set(settings);
    expect(await check()).toBe(1);
    expect(said).toContainEqual(expect.stringMatching(mend));
  });

  it("prints the fix for a missing model, and for an invalid answer", async () => {
    const words = await startChatServer({
      models: ["m"],
      answer: async () => new RawText("Her name is Mina."),
    });
    closing.push(words);
    set({ MEKURI_WORDS_URL: words.url, MEKURI_WORDS_MODEL: "other" });
    expect(await check()).toBe(1);
    expect(said).toContainEqual(expect.stringMatching(/fix: .*Load or pull the model/));
    set({ MEKURI_WORDS_MODEL: "m" });
    expect(await check()).toBe(1);
    expect(said).toContainEqual(
      expect.stringMatching(/fix: .*does not have the requested form; choose a larger model/),
    );
  });
});

// Programs on this machine, found by their list of models.
import { afterEach, describe, expect, it } from "vitest";
import { startChatServer } from "../../emulators/models/openai/chat-server.ts";
import { startSdapiServer } from "../../emulators/models/sdapi/sdapi-server.ts";
import { findLocalPrograms, toldOf } from "./local-programs.ts";

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
});
const NOBODY = { Ollama: 9, "LM Studio": 9, "llama-server": 9, ComfyUI: 9, A1111: 9 };

describe("programs on this machine", () => {
  it("are found with a model that writes, and one that draws", async () => {
    const words = await startChatServer({ models: ["nomic-embed-text", "qwen3:8b"] });
    const pictures = await startSdapiServer();
    closing.push(words, pictures);
    const found = await findLocalPrograms({
      ports: { ...NOBODY, Ollama: words.port, A1111: pictures.port },
      withinMs: 5_000,
    });
    expect(found).toMatchObject({
      words: { name: "Ollama", model: "qwen3:8b", baseUrl: words.url },
      pictures: { name: "A1111", adapter: "sdapi", model: "manga" },
    });
    expect(toldOf(found)).toBe(
      `the story goes to Ollama (qwen3:8b) at ${words.url}; pictures are asked of A1111 (manga) at ${pictures.url}`,
    );
  });

  it("are not there without a model, and nobody is waited for", async () => {
    const empty = await startChatServer({ models: [] });
    closing.push(empty);
    const at = performance.now();
    const found = await findLocalPrograms({ ports: { ...NOBODY, Ollama: empty.port } });
    expect(found).toEqual({});
    expect(toldOf(found)).toBeUndefined();
    expect(performance.now() - at).toBeLessThan(1_000);
  });
});

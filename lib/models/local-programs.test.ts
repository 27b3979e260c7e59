// Finds programs on this machine by their lists of models.
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { startChatServer } from "../../emulators/models/openai/chat-server.ts";
import { startSdapiServer } from "../../emulators/models/sdapi/sdapi-server.ts";
import { describePrograms, findLocalPrograms } from "./local-programs.ts";

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
});
const NOBODY = "ollama=0,lm-studio=0,llama-server=0,comfyui=0,a1111=0";
const at = (ports: string) => ({ MEKURI_LOCAL_PORTS: `${NOBODY},${ports}` });

describe("programs on this machine", () => {
  it("are found where one has a text model, and one can draw", async () => {
    const words = await startChatServer({ models: ["nomic-embed-text", "qwen3:8b"] });
    const pictures = await startSdapiServer();
    closing.push(words, pictures);
    const found = await findLocalPrograms({
      environment: at(`ollama=${words.port},a1111=${pictures.port}`),
      withinMs: 5_000,
    });
    expect(found).toMatchObject({
      words: { name: "Ollama", model: "qwen3:8b", baseUrl: words.url },
      pictures: { name: "A1111", adapter: "sdapi", model: "manga" },
    });
    expect(describePrograms(found)).toBe(
      `the story goes to Ollama (qwen3:8b) at ${words.url}; the panels' descriptions go to A1111 (the loaded model) at ${pictures.url}`,
    );
  });

  it("are not found without a model, and closed ports cause no wait", async () => {
    const empty = await startChatServer({ models: [] });
    closing.push(empty);
    const begun = performance.now();
    const found = await findLocalPrograms({ environment: at(`ollama=${empty.port}`) });
    expect(found).toEqual({});
    expect(describePrograms(found)).toBeUndefined();
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it("are given up after 300 ms where one accepts a connection and does not answer", async () => {
    const silent = createServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    closing.push({ close: async () => void silent.close() });
    const { port } = silent.address() as AddressInfo;
    const begun = performance.now();
    expect(await findLocalPrograms({ environment: at(`lm-studio=${port},comfyui=${port}`) })).toEqual({});
    const tookMs = performance.now() - begun;
    expect(tookMs).toBeGreaterThan(200);
    // The timeout is 280 ms; the rest is allowed for a busy machine.
    expect(tookMs).toBeLessThan(1_000);
  });

  it("use the model that the settings name, and none that Ollama forwards to its cloud", async () => {
    const words = await startChatServer({ models: ["gpt-oss:120b-cloud", "qwen3:8b", "gemma4:12b"] });
    closing.push(words);
    const environment = at(`ollama=${words.port}`);
    expect((await findLocalPrograms({ environment })).words?.model).toBe("qwen3:8b");
    const wanted = { ...environment, MEKURI_WORDS_MODEL: "gemma4:12b" };
    expect((await findLocalPrograms({ environment: wanted })).words?.model).toBe("gemma4:12b");
    const away = { ...environment, MEKURI_WORDS_MODEL: "gpt-oss:120b-cloud" };
    expect((await findLocalPrograms({ environment: away })).words?.model).toBe("qwen3:8b");
  });

  it.each(["ollama", "ollama=99999", "firefox=80", "127.0.0.1=80"])(
    "are searched at ports from a valid setting, and %s is refused",
    async (setting) => {
      const environment = { MEKURI_LOCAL_PORTS: setting };
      await expect(findLocalPrograms({ environment })).rejects.toThrow(/^MEKURI_LOCAL_PORTS: /);
    },
  );
});

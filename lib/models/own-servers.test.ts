// Valid and invalid settings of self-hosted servers.
import { describe, expect, it } from "vitest";
import { comfyServer, picturesServer, sdapiServer, withoutKeys, wordsServer } from "./own-servers.ts";

const WORDS = { MEKURI_WORDS_URL: "http://127.0.0.1:11434", MEKURI_WORDS_MODEL: "qwen3:8b" };

describe("the settings of self-hosted servers", () => {
  it("give an address and a model, with the path that the clients need", () => {
    expect(wordsServer(WORDS)).toEqual({
      ...{ baseUrl: "http://127.0.0.1:11434/v1", model: "qwen3:8b", key: "local" },
      ...{ contextTokens: 8_192, price: { input: 0, output: 0 } },
    });
    expect(wordsServer({ ...WORDS, MEKURI_WORDS_MODEL: "" })).toBeUndefined();
    expect(sdapiServer({ MEKURI_SDAPI_URL: "http://127.0.0.1:7860/", MEKURI_SDAPI_AUTH: "a:b:c" })).toEqual({
      ...{ baseUrl: "http://127.0.0.1:7860", auth: { user: "a", password: "b:c" } },
    });
    expect(comfyServer({ MEKURI_COMFYUI_URL: "http://127.0.0.1:8188" })).toBeUndefined();
  });

  it.each([
    ["MEKURI_WORDS_URL", { ...WORDS, MEKURI_WORDS_URL: "file:///etc/passwd" }],
    ["MEKURI_WORDS_URL", { ...WORDS, MEKURI_WORDS_URL: "http://mina:cat@127.0.0.1:11434" }],
    ["MEKURI_WORDS_CONTEXT", { ...WORDS, MEKURI_WORDS_CONTEXT: "512" }],
    ["MEKURI_WORDS_PRICE", { ...WORDS, MEKURI_WORDS_PRICE: "0.15" }],
  ])("that cannot be read are named: %s", (name, environment) => {
    expect(() => wordsServer(environment)).toThrow(RangeError);
    expect(() => wordsServer(environment)).toThrow(name);
  });

  it("have their keys removed from a server's message", () => {
    const environment = {
      ...{ MEKURI_WORDS_KEY: "sk-or-v1-cat", MEKURI_PICTURES_KEY: " kitten-1 " },
      MEKURI_SDAPI_AUTH: "mina:rain-19",
    };
    expect(
      picturesServer({ MEKURI_PICTURES_URL: "http://a.example", MEKURI_PICTURES_MODEL: "m" }),
    ).toMatchObject({ key: "local" });
    const said = `no sk-or-v1-cat, kitten-1, mina:rain-19, rain-19, Basic ${Buffer.from("mina:rain-19").toString("base64")}`;
    expect(withoutKeys(said, environment)).toBe("no [key], [key], [key], [key], Basic [key]");
    expect(withoutKeys("local", {})).toBe("local");
  });
});

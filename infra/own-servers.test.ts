// Self-hosted model servers, from the stack's settings to the functions.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { knownModel } from "../lib/models/catalog.ts";
import { comfyGraphPaths, wordsServer } from "../lib/models/own-servers.ts";
import { FUNCTIONS } from "../lib/topology.ts";
import { services } from "./environments.ts";
import { requireRoom } from "./model-rows.ts";
import { readOwnServers } from "./own-servers.ts";
import { exampleSettings, recordResources } from "./recorded.ts";

const STACK: Readonly<Record<string, string>> = {
  wordsUrl: "https://openrouter.ai/api/v1",
  wordsModel: "qwen/qwen3-14b",
  wordsContext: "40960",
  wordsPrice: "60000,240000",
  sdapiUrl: "https://sd.example",
  comfyuiUrl: "https://comfy.example",
  comfyuiPanelGraph: "examples/comfyui/panel.json",
  comfyuiPortraitGraph: "examples/comfyui/portrait.json",
};
const read = (stack: Readonly<Record<string, string>>) => readOwnServers((name) => stack[name]);

describe("the stack's settings of own servers", () => {
  it("become the functions' settings, with the content of ComfyUI graphs", () => {
    const variables = read(STACK);
    assert.equal(wordsServer(variables)?.contextTokens, 40_960);
    assert.deepEqual(
      JSON.parse(comfyGraphPaths(variables)?.panelGraph ?? "")["1"].class_type,
      "CheckpointLoaderSimple",
    );
    assert.deepEqual(read({}), {});
  });

  it("stop the deployment with the setting's name if a function could not use them", () => {
    const { wordsModel: _, ...half } = STACK;
    for (const [stack, said] of [
      [{ ...STACK, wordsUrl: "http://127.0.0.1:11434" }, /mekuri:wordsUrl .* cannot reach/],
      [{ ...STACK, comfyuiUrl: "http://comfy.example" }, /mekuri:comfyuiUrl must begin with https/],
      [
        { ...STACK, wordsUrl: "https://ann:secret@words.example" },
        /mekuri:wordsUrl: must not contain a user name/,
      ],
      [{ ...STACK, wordsPrice: "cheap" }, /mekuri:wordsPrice: must be IN,OUT/],
      [{ ...STACK, comfyuiPanelGraph: "none.json" }, /mekuri:comfyuiPanelGraph names .*none\.json/],
      [{ ...STACK, comfyuiPanelGraph: "package.json" }, /mekuri:comfyuiPanelGraph: .* graph in API format/],
      [half, /mekuri:wordsUrl also needs mekuri:wordsModel/],
    ] as const) {
      assert.throws(() => read(stack), said);
    }
    assert.throws(() => requireRoom({ modelRows: "x".repeat(24_000), ...read(STACK) }), /together/);
  });
});

describe("functions with own servers", async () => {
  const ownServers = read(STACK);
  const hasOwnKeys = { words: true, pictures: false, sdapi: true };
  const deployed = services(await recordResources(exampleSettings("dev", { ownServers, hasOwnKeys })));
  const askers = FUNCTIONS.filter(({ rights }) => rights.includes("ask-models")).map(({ name }) => name);
  const envsOf = (name: string) => {
    const service = deployed.find((one) => one.name === `mekuri-${name}`);
    return new Map(service?.template.containers[0].envs.map((env) => [env.name, env]));
  };

  it("are the API, which offers the models, and the phases, which call them", () => {
    const told = FUNCTIONS.filter(({ name }) => envsOf(name).has("MEKURI_WORDS_URL"));
    assert.deepEqual(told.map(({ name }) => name).toSorted(), ["manga", ...askers].toSorted());
    for (const { name } of told) {
      const values = [...envsOf(name).values()].map(({ name, value }) => [name, value]);
      const environment = { ...Object.fromEntries(values), K_SERVICE: name };
      assert.equal(knownModel("openai/qwen/qwen3-14b", environment)?.rates[0]?.output, 240_000);
    }
  });

  it("get the keys that the stack lists from Secret Manager, only in the phases", () => {
    const held = (setting: string) =>
      FUNCTIONS.filter(({ name }) => envsOf(name).has(setting)).map(({ name }) => name);
    assert.deepEqual(held("MEKURI_WORDS_KEY"), askers);
    assert.deepEqual(held("MEKURI_SDAPI_AUTH"), askers);
    assert.deepEqual(held("MEKURI_PICTURES_KEY"), []);
    for (const name of askers) {
      const key = envsOf(name).get("MEKURI_WORDS_KEY");
      assert.equal(key?.valueSource?.secretKeyRef.secret, "mekuri-words-key");
      assert.equal(key?.value, undefined);
    }
  });
});

// Rules for Google's models that hold for self-hosted servers too: no redirect is followed, no key is revealed, a call reserves at least
// its cost, and answers are memoized.
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { startComfyServer } from "../../../emulators/models/comfyui/comfyui-server.ts";
import { startChatServer } from "../../../emulators/models/openai/chat-server.ts";
import { startImagesServer } from "../../../emulators/models/openai/images-server.ts";
import { startOwnServer } from "../../../emulators/models/own-server.ts";
import { startSdapiServer } from "../../../emulators/models/sdapi/sdapi-server.ts";
import { createLog } from "../../cloud/log.ts";
import type { Packed } from "../../pipeline/phase.ts";
import type { CallContext } from "../call-context.ts";
import { comfyKey } from "../own-models.ts";
import { picturesServer, sdapiServer, wordsServer } from "../own-servers.ts";
import { ask } from "./ask.ts";
import { comfyPictures } from "./comfyui.ts";
import { answerSchema } from "./json-schema.ts";
import type { HostedModel, Question } from "./model.ts";
import { openaiPictures } from "./openai-pictures.ts";
import { openaiWords } from "./openai-words.ts";
import { sdapiPictures } from "./sdapi.ts";

const GRAPHS = join(import.meta.dirname, "../../../examples/comfyui");
const { signal } = new AbortController();
const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(closing.splice(0).map((one) => one.close()));
});

const WORDS: Question = {
  ...{ task: "look", seed: 1, turns: [{ role: "user", parts: [{ text: "Who is there?" }] }] },
  wanted: { kind: "json", schema: answerSchema(z.object({ name: z.string() })), maxOutputTokens: 200 },
};
const PICTURE: Question = {
  ...{ task: "picture", of: "portrait", seed: 1 },
  turns: [{ role: "user", parts: [{ text: "a cat" }] }],
  wanted: { kind: "image", aspectRatio: "1:1", size: "1K" },
};
const SECRETS = { MEKURI_WORDS_KEY: "words-secret", MEKURI_PICTURES_KEY: "pictures-secret" };

function set(settings: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
}

/** Throws where the settings do not name the server. */
function found<T>(server: T | undefined): T {
  if (server === undefined) throw new Error("no server is set");
  return server;
}

/** Each adapter with a question, for a server at an address. */
const ADAPTERS: [name: string, question: Question, make: (url: string) => HostedModel][] = [
  [
    ...(["openai's words", WORDS] as const),
    (url) => {
      set({
        ...SECRETS,
        MEKURI_WORDS_URL: url,
        MEKURI_WORDS_MODEL: "m",
        MEKURI_WORDS_PRICE: "100000,400000",
      });
      return openaiWords(found(wordsServer()));
    },
  ],
  [
    ...(["openai's pictures", PICTURE] as const),
    (url) => {
      set({
        ...SECRETS,
        MEKURI_PICTURES_URL: url,
        MEKURI_PICTURES_MODEL: "m",
        MEKURI_PICTURES_PRICE: "40000",
      });
      return openaiPictures(found(picturesServer()));
    },
  ],
  [
    ...(["/sdapi", PICTURE] as const),
    (url) => {
      set({ MEKURI_SDAPI_URL: url, MEKURI_SDAPI_AUTH: "mina:sdapi-secret" });
      return sdapiPictures(found(sdapiServer()));
    },
  ],
  [
    ...(["ComfyUI", PICTURE] as const),
    (url) => {
      const [panel = "", portrait = ""] = ["panel.json", "portrait.json"].map((name) => join(GRAPHS, name));
      set({
        MEKURI_COMFYUI_URL: url,
        MEKURI_COMFYUI_PANEL_GRAPH: panel,
        MEKURI_COMFYUI_PORTRAIT_GRAPH: portrait,
      });
      const graphs = { panel: readFileSync(panel, "utf8"), portrait: readFileSync(portrait, "utf8") };
      return comfyPictures({ baseUrl: url }, { key: comfyKey(graphs), graphs });
    },
  ],
];

async function failureOf(model: HostedModel, question: Question): Promise<Error> {
  const thrown = await model.ask(question, signal).catch((error: unknown) => error);
  if (thrown instanceof Error) return thrown;
  throw new Error("it did not fail");
}

describe.each(ADAPTERS)("%s", (_name, question, make) => {
  it("follows no redirect", async () => {
    let visits = 0;
    const elsewhere = await startOwnServer(0, async () => {
      visits += 1;
      return { body: {} };
    });
    const leading = await startOwnServer(0, async () => ({ status: 307, body: {} }));
    leading.server.prependListener("request", (_request: IncomingMessage, response: ServerResponse) => {
      response.setHeader("location", `${elsewhere.url}/latest/meta-data`);
    });
    closing.push(elsewhere, leading);
    await failureOf(make(leading.url), question);
    expect(visits).toBe(0);
  });

  it("does not reveal a key that a server repeats, neither in the error nor in the log with its causes", async () => {
    const repeating = await startOwnServer(0, async ({ headers }) => {
      const sent = headers.authorization ?? "";
      const plain = Buffer.from(sent.replace("Basic ", ""), "base64").toString();
      return { status: 401, body: { error: { message: `Wrong: ${sent} ${plain}` }, detail: sent } };
    });
    closing.push(repeating);
    const failure = await failureOf(make(repeating.url), question);
    const lines: string[] = [];
    const log = createLog({
      ...{ level: "INFO", projectId: undefined, now: () => new Date(0) },
      sink: (line) => lines.push(line),
    });
    log.write("ERROR", "artwork failed", { error: failure });
    expect(`${failure} ${failure.stack} ${lines}`).not.toMatch(/-secret|bWluYTpz/);
    expect(failure.message).toMatch(/Check the key/);
  });
});

const SERVED: [number, () => Promise<{ url: string; close(): Promise<void> }>][] = [
  [0, () => startChatServer({ models: ["m"] })],
  [1, () => startImagesServer({ models: ["m"] })],
  [2, () => startSdapiServer({ steps: 1 })],
  [3, () => startComfyServer({ steps: 1 })],
];

it("notes a server's deviation once, and again when the answer comes from the memo", async () => {
  const server = await startImagesServer({ program: "localai", models: ["m"] });
  closing.push(server);
  const [, , make] = found(ADAPTERS[1]);
  const model = make(server.url);
  const notes: string[] = [];
  let packed: Packed | undefined;
  const context: CallContext = {
    signal,
    note: (notice) => void notes.push(notice),
    async call({ memo, make: call }) {
      if (packed !== undefined && memo !== undefined) return memo.unpack(packed);
      const made = await call();
      packed = memo?.pack(made);
      return made;
    },
  };
  const picture = { bytes: new Uint8Array([137, 80, 78, 71]), contentType: "image/png" };
  const asked: Question = { ...PICTURE, turns: [{ role: "user", parts: [picture, { text: "a cat" }] }] };
  await ask(context, model, asked);
  await ask(context, model, asked);
  expect(server.counts().generations).toBe(1);
  expect(notes).toEqual([notes[0], notes[0]]);
  expect(notes[0]).toMatch(/without the portraits/);
});

it.each(SERVED)(
  "a call reserves its highest cost, and its memoized answer is complete (adapter %i)",
  async (at, start) => {
    const [, question, make] = found(ADAPTERS[at]);
    const server = await start();
    closing.push(server);
    const model = make(server.url);
    if (at === 2) vi.stubEnv("MEKURI_SDAPI_AUTH", "");
    const reserved: number[] = [];
    const context: CallContext = {
      signal,
      note: () => {},
      async call({ upToMicros, memo, make: call }) {
        reserved.push(upToMicros);
        const made = await call();
        const packed = memo?.pack(made);
        const remembered = packed && memo?.unpack(packed);
        expect(remembered).toMatchObject({ usage: { costMicros: 0 } });
        expect(remembered).toEqual({ ...made, usage: remembered?.usage });
        return made;
      },
    };
    const { usage } = await ask(context, model, question);
    expect(usage.costMicros).toBeLessThanOrEqual(reserved[0] ?? -1);
    expect(usage.costMicros > 0).toBe(at < 2);
  },
);

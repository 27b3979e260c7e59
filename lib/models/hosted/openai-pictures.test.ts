// Pictures by OpenAI's images API: the real client against the emulated servers of OpenAI, LocalAI and stable-diffusion.cpp.
import { createCanvas } from "@napi-rs/canvas";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  IMAGE_PROGRAMS,
  type ImagesServer,
  type ImagesServerOptions,
  startImagesServer,
} from "../../../emulators/models/openai/images-server.ts";
import { encodePng } from "../../drawing/png.ts";
import { picturesServer } from "../own-servers.ts";
import type { Question } from "./model.ts";
import { openaiPictures } from "./openai-pictures.ts";
import { decode } from "./shape.ts";

const MODEL = "gpt-image-2";
const signal = new AbortController().signal;
let server: ImagesServer | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.close();
  server = undefined;
});

async function serve(options: Partial<ImagesServerOptions> = {}) {
  server = await startImagesServer({ models: [MODEL], ...options });
  vi.stubEnv("MEKURI_PICTURES_URL", server.url);
  vi.stubEnv("MEKURI_PICTURES_MODEL", MODEL);
  vi.stubEnv("MEKURI_PICTURES_PRICE", "40000");
  const settings = picturesServer();
  if (settings === undefined) throw new Error("no server is set");
  return { running: server, model: openaiPictures(settings) };
}

function question(aspectRatio: string, references = 0): Question {
  const bytes = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTvZxQAAAABJRU5ErkJggg==",
    "base64",
  );
  const pictures = Array.from({ length: references }, () => ({ bytes, contentType: "image/png" }));
  return {
    ...{ task: "picture", of: "panel", seed: 3 },
    turns: [{ role: "user", parts: [...pictures, { text: "a cat on a wall" }] }],
    wanted: { kind: "image", aspectRatio, size: "1K" },
  };
}

describe.each(IMAGE_PROGRAMS)("%s", (program) => {
  it.each(["1:3", "2:3", "1:1", "16:9", "3:1"])(
    "gives a picture of %s, at the price of the settings",
    async (ratio) => {
      const { model } = await serve({ program });
      const reply = await model.ask(question(ratio), signal);
      expect(reply).toMatchObject({ end: "done", reason: "STOP", usage: { costMicros: 40_000, images: 1 } });
      expect(await decode(reply.images[0]?.bytes ?? new Uint8Array(), ratio)).toMatchObject({
        kind: "picture",
      });
    },
  );

  it("sends references where the program has edits, and omits them elsewhere", async () => {
    const { running, model } = await serve({ program });
    const replies = [
      await model.ask(question("1:1", 3), signal),
      await model.ask(question("1:1", 3), signal),
    ];
    const notice =
      program === "localai"
        ? expect.stringMatching(/no \/images\/edits: .* without the portraits/)
        : undefined;
    expect(replies.map((reply) => reply.notice)).toEqual([notice, notice]);
    expect((await model.ask(question("1:1"), signal)).notice).toBeUndefined();
    expect(running.counts()).toMatchObject(
      program === "localai" ? { generations: 3, edits: 0 } : { generations: 1, edits: 2, references: 6 },
    );
  });
});

describe("an edit of a part of a picture", () => {
  async function png(side: number, colourType: "rgba" | "grey") {
    const canvas = createCanvas(side, side);
    if (colourType === "grey") canvas.getContext("2d").fillRect(0, 0, side, side);
    return colourType === "grey"
      ? encodePng(canvas, { pixelsPerUnit: 1, colour: false })
      : canvas.encode("png");
  }
  const part = (mask: Uint8Array, picture: Uint8Array): Question => ({
    ...question("1:1"),
    edit: {
      mask: { bytes: mask, contentType: "image/png" },
      clear: { bytes: mask, contentType: "image/png" },
    },
    turns: [
      {
        role: "user",
        parts: [{ bytes: picture, contentType: "image/png" }, { text: "Take the sign away." }],
      },
    ],
  });

  it("is sent with its mask where the server has edits", async () => {
    const { running, model } = await serve();
    const picture = await png(64, "grey");
    expect(await model.ask(part(await png(64, "rgba"), picture), signal)).toMatchObject({ end: "done" });
    expect(running.counts()).toMatchObject({ edits: 1, masks: 1, generations: 0 });
  });

  it("is refused with the mask's fault: its size", async () => {
    const { model } = await serve();
    const asked = part(await png(32, "rgba"), await png(64, "grey"));
    await expect(model.ask(asked, signal)).rejects.toThrow(/Invalid mask: .*dimensions/);
  });

  it("is refused by the server for a mask of another format, or without alpha", async () => {
    const { running } = await serve();
    const picture = await png(64, "grey");
    for (const mask of [await png(64, "grey"), Buffer.from("a mask")]) {
      const form = new FormData();
      form.set("model", MODEL);
      form.set("prompt", "Take the sign away.");
      form.set("image", new Blob([Uint8Array.from(picture)], { type: "image/png" }), "picture.png");
      form.set("mask", new Blob([Uint8Array.from(mask)], { type: "image/png" }), "mask.png");
      const headers = { authorization: "Bearer sk-any" };
      const response = await fetch(`${running.url}/v1/images/edits`, { method: "POST", headers, body: form });
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(/Invalid mask/);
    }
  });

  it("does not become a whole new picture at a server without edits", async () => {
    const { running, model } = await serve({ program: "localai" });
    const asked = part(await png(64, "rgba"), await png(64, "grey"));
    for (const _again of [1, 2]) {
      expect(await model.ask(asked, signal)).toMatchObject({
        ...{ end: "empty", images: [], usage: { images: 0 } },
        notice: expect.stringMatching(/parts of a picture cannot be changed/),
      });
    }
    expect(running.counts()).toMatchObject({ generations: 0 });
  });
});

describe("OpenAI", () => {
  it("reports that moderation blocked a picture, which costs nothing", async () => {
    const { model } = await serve({ refused: 1 });
    expect(await model.ask(question("1:1"), signal)).toMatchObject({
      ...{ end: "refused", reason: "SAFETY", images: [] },
      usage: { costMicros: 0 },
    });
  });

  it("does not reveal a key, and explains a wrong one", async () => {
    vi.stubEnv("MEKURI_PICTURES_KEY", "sk-wrong-and-secret");
    const { model } = await serve({ key: "sk-right" });
    const error = await model.ask(question("1:1"), signal).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "model-key" });
    expect(JSON.stringify([String(error), error])).not.toMatch(/sk-wrong/);
  });
});

it("downloads a picture only from the server itself", async () => {
  const { model } = await serve({ program: "localai" });
  const elsewhere = vi.spyOn(globalThis, "fetch");
  await model.ask(question("1:1"), signal);
  const followed = elsewhere.mock.calls.map(
    ([address]) => new URL(String(address instanceof Request ? address.url : address)).origin,
  );
  expect(new Set(followed)).toEqual(new Set([server?.url]));
  elsewhere.mockRestore();
});

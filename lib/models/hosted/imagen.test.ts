// Questions to Imagen and the handling of its replies. The request itself is checked by the server in `google.contract.test.ts`.
import { describe, expect, it } from "vitest";
import { catalogModel } from "../catalog.ts";
import { promptWithin, replyOf } from "./imagen.ts";
import { failureOfReply } from "./picture-outcomes.ts";

const MODEL = catalogModel("imagen-4.0-generate-001");
const PRICING = { size: "1K", day: "2026-11-30" } as const;
const answer = (...generatedImages: object[]) => replyOf(MODEL, { generatedImages }, PRICING);

describe("Imagen's answer", () => {
  it("is a picture, at the price per picture", () => {
    const imageBytes = Buffer.from("picture").toString("base64");
    const reply = answer({ image: { imageBytes, mimeType: "image/jpeg" } });
    expect(reply.images).toEqual([{ bytes: Buffer.from("picture"), contentType: "image/jpeg" }]);
    expect(reply).toMatchObject({ end: "done", reason: "STOP", usage: { costMicros: 40_000, images: 1 } });
    expect(failureOfReply(reply)).toBeUndefined();
  });

  it.each([
    ["Unable to show generated images. Support codes: 56562880", "safety"],
    ["Child. Support codes: 58061214", "safety"],
    ["Unable to show generated images. Support codes: 56562880, 89371032", "prohibited"],
    ["Support codes: 49114662", "prohibited"],
    ["Support codes: 172817394", "safety"],
  ])(
    "without one, with the reason %s, has the outcome %s and costs nothing",
    (raiFilteredReason, outcome) => {
      const reply = answer({ raiFilteredReason });
      expect(failureOfReply(reply)?.outcome).toBe(outcome);
      expect(reply).toMatchObject({ end: "refused", usage: { costMicros: 0, images: 0 } });
    },
  );

  it("without any content counts as blocked by a filter", () => {
    expect(failureOfReply(answer())?.outcome).toBe("safety");
  });
});

describe("Imagen's prompt", () => {
  const promptOf = (...lines: string[]) =>
    promptWithin(
      {
        task: "picture",
        turns: [{ role: "user", parts: [{ text: lines.join("\n") }] }],
        wanted: { kind: "image", aspectRatio: "1:1", size: "1K" },
      },
      MODEL.limits.inputTokens,
    ).split("\n");

  it("consists of whole lines that fit its 480 tokens, the first lines first", () => {
    const long = "漢".repeat(200);
    expect(promptOf("style", long, "people", long, "room")).toEqual(["style", long, "people", "room"]);
    const english = "a quiet harbour in the rain ".repeat(70);
    expect(promptOf("style", english, "room")).toEqual(["style", "room"]);
  });
});

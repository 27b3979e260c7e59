// The reservation for a question is never less than the cost of any reply.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATALOG, type CatalogModel, catalogModel, thoughtAllowance } from "../catalog.ts";
import { IMAGE_SIZES, MODEL_TASKS } from "../catalog-schema.ts";
import type { Part, Question, Wanted } from "./model.ts";
import { readReply } from "./replies.ts";
import { outputLimit, upToMicros } from "./upper-price.ts";

const DAYS = ["2026-11-30", "2027-02-01"];
const BY_TOKENS = CATALOG.filter(({ method }) => method === "generateContent");
const IMAGE_INPUT_TOKENS = 1_300;

const partArbitrary: fc.Arbitrary<Part> = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }).map((text) => ({ text })),
  fc.constant({ bytes: new Uint8Array([1]), contentType: "image/png" }),
);

function wantedArbitrary({ kind, images }: CatalogModel): fc.Arbitrary<Wanted> {
  const sizes = IMAGE_SIZES.filter((size) => images?.sizes[size] !== undefined);
  if (kind === "image") {
    return fc.constantFrom(...sizes).map((size) => ({ kind, aspectRatio: "1:1", size }));
  }
  const maxOutputTokens = fc.integer({ min: 1, max: 8_000 });
  return fc.oneof(
    maxOutputTokens.map((most) => ({ kind: "text" as const, maxOutputTokens: most })),
    maxOutputTokens.map((most) => ({
      ...{ kind: "json" as const, schema: { type: "string", description: "words" }, maxOutputTokens: most },
    })),
  );
}

const questionArbitrary = fc.constantFrom(...BY_TOKENS).chain((model) =>
  fc
    .record({
      task: fc.constantFrom(...MODEL_TASKS),
      system: fc.string({ maxLength: 100 }),
      parts: fc.array(partArbitrary, { minLength: 1, maxLength: 6 }),
      wanted: wantedArbitrary(model),
    })
    .map(({ task, system, parts, wanted }): { model: CatalogModel; question: Question } => ({
      model,
      question: { task, system, turns: [{ role: "user", parts }], wanted },
    })),
);

/** Shares of a whole, for the ways in which a service may count a reply of the most tokens. */
const share = () => fc.double({ min: 0, max: 1, noNaN: true });
const shares = fc.record({
  ...{ prompted: share(), cached: share(), answered: share(), thought: share(), pictured: share() },
});

describe("the highest price of a question", () => {
  it("is never less than the price of a reply, however its tokens are counted", () => {
    fc.assert(
      fc.property(
        questionArbitrary,
        shares,
        fc.constantFrom(...DAYS),
        ({ model, question }, split, today) => {
          const { prompted, cached, answered, thought, pictured } = split;
          const { system = "", turns, wanted } = question;
          const parts = turns.flatMap((turn) => turn.parts);
          const texts = [system, ...parts.map((part) => ("text" in part ? part.text : ""))];
          const schema = wanted.kind === "json" ? JSON.stringify(wanted.schema) : "";
          const seen = parts.filter((part) => "bytes" in part).length * IMAGE_INPUT_TOKENS;
          const text = Math.floor(Buffer.byteLength(texts.join("") + schema) * prompted);
          const total = Math.floor(outputLimit(model, question) * answered);
          const thoughts = Math.floor(total * thought);
          const made = Math.floor((total - thoughts) * pictured);
          const { usage } = readReply(
            model,
            {
              candidates: [{ finishReason: "STOP" }],
              usageMetadata: {
                promptTokenCount: text + seen,
                cachedContentTokenCount: Math.floor(text * cached),
                promptTokensDetails: [
                  { modality: "TEXT", tokenCount: text },
                  { modality: "IMAGE", tokenCount: seen },
                ],
                candidatesTokenCount: total - thoughts,
                thoughtsTokenCount: thoughts,
                candidatesTokensDetails: [{ modality: "IMAGE", tokenCount: made }],
              },
            },
            today,
          );
          expect(usage.costMicros).toBeLessThanOrEqual(upToMicros(model.id, question, today));
        },
      ),
    );
  });

  it("is the price per picture where pictures are sold so", () => {
    const picture: Question = {
      task: "picture",
      turns: [{ role: "user", parts: [{ text: "a harbour" }] }],
      wanted: { kind: "image", aspectRatio: "1:1", size: "1K" },
    };
    expect(upToMicros("imagen-4.0-generate-001", picture, "2026-11-30")).toBe(40_000);
  });
});

describe("the limit of an answer", () => {
  const asked = (wanted: Wanted): Question => ({ task: "picture", turns: [], wanted });

  it("has room for a draft, the picture and the thoughts, within the model's limit", () => {
    const image = { kind: "image", aspectRatio: "1:1", size: "1K" } as const;
    for (const id of ["gemini-nano-banana-2.1", "gemini-3.1-flash-lite-image", "gemini-3-pro-image"]) {
      const model = catalogModel(id);
      const limit = outputLimit(model, asked(image));
      expect(limit).toBeGreaterThanOrEqual(2 * 1_120 + thoughtAllowance(model, "picture"));
      expect(limit).toBeLessThanOrEqual(model.limits.outputTokens);
    }
  });

  it("has room for the answer and the thoughts of its task", () => {
    const model = catalogModel("gemini-3.8-flash");
    const question: Question = { task: "plan", turns: [], wanted: { kind: "text", maxOutputTokens: 4_000 } };
    expect(outputLimit(model, question)).toBe(4_000 + thoughtAllowance(model, "plan"));
  });
});

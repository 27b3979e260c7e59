// Reads `generateContent`'s answer, which both of Google's clients give alike, and counts what it cost.
import * as z from "zod";
import { type CatalogModel, priceOf } from "../catalog.ts";
import type { Reply } from "./model.ts";

const CountSchema = z.object({ modality: z.string().optional(), tokenCount: z.number().optional() });

/** The fields that are read; others may come and go. */
const ResponseSchema = z.object({
  candidates: z
    .array(
      z.object({
        content: z
          .object({
            parts: z
              .array(
                z.object({
                  text: z.string().optional(),
                  thought: z.boolean().optional(),
                  inlineData: z.object({ mimeType: z.string(), data: z.string() }).optional(),
                }),
              )
              .optional(),
          })
          .optional(),
        finishReason: z.string().optional(),
      }),
    )
    .optional(),
  promptFeedback: z.object({ blockReason: z.string().optional() }).optional(),
  usageMetadata: z
    .object({
      promptTokenCount: z.number().optional(),
      candidatesTokenCount: z.number().optional(),
      thoughtsTokenCount: z.number().optional(),
      candidatesTokensDetails: z.array(CountSchema).optional(),
    })
    .optional(),
});

const REFUSALS = new Set([
  ...["SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE"],
  ...["IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION"],
]);

/** `today` as an ISO date. Throws a ZodError where the answer is none of theirs. */
export function readReply(model: CatalogModel, response: unknown, today: string): Reply {
  const { candidates, promptFeedback, usageMetadata } = ResponseSchema.parse(response);
  const [candidate] = candidates ?? [];
  const parts = (candidate?.content?.parts ?? []).filter(({ thought }) => thought !== true);
  const text = parts.map((part) => part.text ?? "").join("");
  const images = parts.flatMap(({ inlineData }) =>
    inlineData === undefined
      ? []
      : [{ bytes: Buffer.from(inlineData.data, "base64"), contentType: inlineData.mimeType }],
  );
  const reason = promptFeedback?.blockReason ?? candidate?.finishReason ?? "no candidates";
  const inputTokens = usageMetadata?.promptTokenCount ?? 0;
  const generated = usageMetadata?.candidatesTokenCount ?? 0;
  const imageTokens = (usageMetadata?.candidatesTokensDetails ?? [])
    .filter(({ modality }) => modality === "IMAGE")
    .reduce((sum, { tokenCount }) => sum + (tokenCount ?? 0), 0);
  const outputTokens = generated - imageTokens + (usageMetadata?.thoughtsTokenCount ?? 0);
  const costMicros = priceOf(model, { inputTokens, outputTokens, imageTokens }, today);
  return {
    end: endOf(promptFeedback?.blockReason, candidate?.finishReason, text !== "" || images.length > 0),
    ...{ reason, heldBack: heldBackBy(promptFeedback?.blockReason, candidate?.finishReason), text, images },
    usage: {
      model: model.id,
      inputTokens,
      outputTokens: outputTokens + imageTokens,
      images: images.length,
      costMicros,
    },
  };
}

function heldBackBy(blockReason: string | undefined, finishReason: string | undefined): Reply["heldBack"] {
  if (blockReason !== undefined) return "prompt";
  return REFUSALS.has(finishReason ?? "") ? "answer" : undefined;
}

function endOf(
  blockReason: string | undefined,
  finishReason: string | undefined,
  holdsSomething: boolean,
): Reply["end"] {
  if (blockReason !== undefined || REFUSALS.has(finishReason ?? "")) return "refused";
  if (finishReason === "MAX_TOKENS") return "truncated";
  return holdsSomething ? "done" : "empty";
}

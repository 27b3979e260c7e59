// Reads a `generateContent` response, which is the same in both of Google's clients, and computes its cost.
import * as z from "zod";
import { batchShareOf, type CatalogModel, type Consumption, flexShareOf, priceOf } from "../catalog.ts";
import type { Reply } from "./model.ts";

const CountSchema = z.object({ modality: z.string().optional(), tokenCount: z.number().optional() });

/** The fields that are read; other fields are ignored. */
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
      cachedContentTokenCount: z.number().optional(),
      promptTokensDetails: z.array(CountSchema).optional(),
      cacheTokensDetails: z.array(CountSchema).optional(),
      candidatesTokensDetails: z.array(CountSchema).optional(),
      /** The service tier of the answer, in the words of the Gemini API or of Vertex AI. */
      serviceTier: z.string().optional(),
      trafficType: z.string().optional(),
    })
    .optional(),
});

const REFUSALS = new Set([
  ...["SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE"],
  ...["IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION"],
]);

/**
 * `today`: an ISO date. `slow`: Flex was requested, and is charged unless the answer states another tier. `batch`: the answer was made in a
 * batch. Throws `ZodError` for a response of another form.
 */
export function readReply(
  model: CatalogModel,
  response: unknown,
  today: string,
  { slow = false, batch = false }: { slow?: boolean | undefined; batch?: boolean } = {},
): Reply {
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
  const flexShare = slow && isSlow(usageMetadata) ? flexShareOf(model, today) : undefined;
  const share = (batch ? batchShareOf(model, today) : flexShare) ?? 1;
  const { inputTokens, outputTokens, price } = consumptionOf(usageMetadata, images.length);
  return {
    end: endOf(promptFeedback?.blockReason, candidate?.finishReason, text !== "" || images.length > 0),
    ...{ reason, heldBack: heldBackBy(promptFeedback?.blockReason, candidate?.finishReason), text, images },
    usage: {
      ...{ model: model.id, inputTokens, outputTokens, images: images.length },
      costMicros: Math.ceil(priceOf(model, price, today) * share),
    },
  };
}

type UsageMetadata = z.infer<typeof ResponseSchema>["usageMetadata"];

function isSlow({ serviceTier, trafficType }: NonNullable<UsageMetadata> = {}): boolean {
  return /flex|^$/i.test(serviceTier ?? trafficType ?? "");
}

/** Tokens by their rates; drafts and thoughts are counted as the service does. */
function consumptionOf(usage: UsageMetadata, images: number) {
  const prompt = usage?.promptTokenCount ?? 0;
  const cached = usage?.cachedContentTokenCount ?? 0;
  const cachedImages = imageTokensIn(usage?.cacheTokensDetails) ?? 0;
  const imageInput = Math.max(0, (imageTokensIn(usage?.promptTokensDetails) ?? 0) - cachedImages);
  const generated = usage?.candidatesTokenCount ?? 0;
  const thoughts = usage?.thoughtsTokenCount ?? 0;
  // If an answer with an image has no count by modality, all of it counts at the higher rate.
  const made = imageTokensIn(usage?.candidatesTokensDetails) ?? (images > 0 ? generated : 0);
  const price: Consumption = {
    inputTokens: Math.max(0, prompt - imageInput - cached),
    ...{ imageInputTokens: imageInput, cachedTokens: cached },
    outputTokens: generated - made + thoughts,
    imageTokens: made,
  };
  return { inputTokens: prompt, outputTokens: generated + thoughts, price };
}

/** Undefined where no image is counted. */
function imageTokensIn(details: readonly z.infer<typeof CountSchema>[] | undefined): number | undefined {
  const counts = (details ?? []).filter(({ modality }) => modality === "IMAGE");
  return counts.length === 0 ? undefined : counts.reduce((sum, { tokenCount }) => sum + (tokenCount ?? 0), 0);
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

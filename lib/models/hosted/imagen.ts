// Imagen 4 by Vertex AI's `predict`: a prompt in, a picture out, no reference images. Its retirement was announced for summer 2026;
// it is here for projects whose endpoint still answers.

import { ApiError } from "@google/genai";
import { catalogModel, priceOf } from "../catalog.ts";
import { today } from "../today.ts";
import { failureOf, silenceOf } from "./failures.ts";
import { clientOf, type GoogleAccess } from "./genai.ts";
import { type ClientOptions, type HostedModel, type Reply, TIMEOUT_MS } from "./model.ts";

const SIZE = "1K";

export function imagenModel(
  id: string,
  access: GoogleAccess,
  { timeoutMs = TIMEOUT_MS }: ClientOptions = {},
): HostedModel {
  const model = catalogModel(id);
  const client = clientOf(access, timeoutMs);
  return {
    id,
    async ask(question, signal) {
      const { turns, wanted, seed } = question;
      if (wanted.kind !== "image") throw new RangeError(`${id} makes images alone`);
      signal.throwIfAborted();
      const prompt = turns.flatMap(({ parts }) => parts.flatMap((part) => ("text" in part ? part.text : [])));
      try {
        const response = await client.models.generateImages({
          model: id,
          prompt: prompt.join("\n"),
          config: {
            ...{ numberOfImages: 1, aspectRatio: wanted.aspectRatio, imageSize: SIZE },
            ...{ outputMimeType: "image/png", includeRaiReason: true },
            // A seed and a watermark exclude each other, and a seed is at least 1.
            ...{ addWatermark: false, seed: Math.max(1, seed ?? 1) },
            abortSignal: signal,
          },
        });
        const [made] = response.generatedImages ?? [];
        const bytes = made?.image?.imageBytes;
        const images =
          bytes === undefined
            ? []
            : [{ bytes: Buffer.from(bytes, "base64"), contentType: made?.image?.mimeType ?? "image/png" }];
        const pieces = { size: SIZE, count: images.length } as const;
        const used = { inputTokens: 0, outputTokens: 0, imageTokens: 0, pieces };
        const costMicros = priceOf(model, used, today());
        const refusal = made?.raiFilteredReason;
        const reply: Reply = {
          end: images.length > 0 ? "done" : refusal === undefined ? "empty" : "refused",
          reason: refusal ?? (images.length > 0 ? "STOP" : "no predictions"),
          ...{ text: "", images },
          usage: { model: id, inputTokens: 0, outputTokens: 0, images: images.length, costMicros },
        };
        return reply;
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof ApiError) {
          const { status, message: body } = error;
          throw failureOf({ id, status, body }, { cause: error, question });
        }
        throw silenceOf(id, error);
      }
    },
  };
}

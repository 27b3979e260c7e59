// Imagen 4 by Vertex AI's `predict`: a prompt in, a picture out, no reference pictures. Google has announced its removal; it is kept for
// projects whose endpoint still answers.
import { ApiError, type GenerateImagesResponse } from "@google/genai";
import { type CatalogModel, catalogModel, priceOf } from "../catalog.ts";
import { today } from "../today.ts";
import { failureOf, noAnswerError } from "./failures.ts";
import { clientOf, type GoogleAccess } from "./genai.ts";
import { type ClientOptions, type HostedModel, type Question, type Reply, TIMEOUT_MS } from "./model.ts";

export function imagenModel(
  id: string,
  access: GoogleAccess,
  { timeoutMs = TIMEOUT_MS }: ClientOptions = {},
): HostedModel {
  const model = catalogModel(id);
  const client = clientOf(model, access, timeoutMs);
  return {
    id,
    async ask(question, signal) {
      const { wanted, seed } = question;
      if (wanted.kind !== "image") throw new RangeError(`${id} makes images only`);
      signal.throwIfAborted();
      try {
        const response = await client.models.generateImages({
          model: id,
          prompt: promptWithin(question, model.limits.inputTokens),
          config: {
            ...{ numberOfImages: 1, aspectRatio: wanted.aspectRatio, imageSize: wanted.size },
            ...{ outputMimeType: "image/png", includeRaiReason: true },
            // A seed is at least 1, and has no effect together with a watermark or a rewritten prompt.
            ...{ addWatermark: false, enhancePrompt: false, seed: Math.max(1, seed ?? 1) },
            abortSignal: signal,
          },
        });
        return replyOf(model, response, { size: wanted.size, day: today() });
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof ApiError) {
          const { status, message: body } = error;
          throw failureOf({ id, status, body }, { cause: error, question });
        }
        throw noAnswerError(id, error);
      }
    },
  };
}

interface Pricing {
  size: Extract<Question["wanted"], { kind: "image" }>["size"];
  /** ISO date. */
  day: string;
}

/** Imagen's answer as a reply. A blocked picture costs nothing. */
export function replyOf(
  model: CatalogModel,
  { generatedImages = [] }: GenerateImagesResponse,
  { size, day }: Pricing,
): Reply {
  const [made] = generatedImages;
  const bytes = made?.image?.imageBytes;
  const contentType = made?.image?.mimeType ?? "image/png";
  const images = bytes === undefined ? [] : [{ bytes: Buffer.from(bytes, "base64"), contentType }];
  const used = { inputTokens: 0, outputTokens: 0, imageTokens: 0, pieces: { size, count: images.length } };
  const came = images.length > 0;
  return {
    ...(came
      ? { end: "done", reason: "STOP" }
      : { end: "refused", reason: reasonOf(made?.raiFilteredReason), heldBack: "answer" }),
    ...{ text: "", images },
    usage: {
      ...{ model: model.id, inputTokens: 0, outputTokens: 0, images: images.length },
      costMicros: priceOf(model, used, day),
    },
  };
}

/**
 * Support codes of prohibited content. Any other code, and none, counts as a safety filter.
 * https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/gemini-image-responsible-ai
 */
const PROHIBITED = /\b(?:89371032|49114662|72817394)\b/;

/** Converts Imagen's sentence and codes to the other models' finish reasons. */
function reasonOf(raiFilteredReason: string | undefined): string {
  return PROHIBITED.test(raiFilteredReason ?? "") ? "IMAGE_PROHIBITED_CONTENT" : "IMAGE_SAFETY";
}

/** The first lines of the prompt, which are the most important, as far as they fit `most` tokens. */
export function promptWithin({ turns }: Question, most: number): string {
  const texts = turns.flatMap(({ parts }) => parts.flatMap((part) => ("text" in part ? part.text : [])));
  let left = most;
  const kept = texts
    .join("\n")
    .split("\n")
    .filter((line) => {
      const tokens = tokensAtMost(line);
      if (tokens > left) return false;
      left -= tokens;
      return true;
    });
  return kept.join("\n");
}

/** A high estimate, because the tokenizer is not published. English has about four letters a token, Japanese one or more tokens a character. */
function tokensAtMost(line: string): number {
  const ascii = line.match(/[\u0020-\u007e]/g)?.length ?? 0;
  return Math.ceil(ascii / 3 + ([...line].length - ascii) * 1.5) + 1;
}

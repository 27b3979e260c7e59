// Requests of the server's tests without the vendor's client.
import * as z from "zod";
import { type ModelServer, type ModelServerOptions, startModelServer } from "./server.ts";
import { TEST_OFFERS } from "./test-offers.ts";

const PartSchema = z.object({
  text: z.string().optional(),
  thought: z.boolean().optional(),
  inlineData: z.object({ mimeType: z.string(), data: z.string() }).optional(),
});

const CountSchema = z.object({ modality: z.string(), tokenCount: z.int() });

const AnswerSchema = z.object({
  error: z
    .object({
      code: z.int(),
      status: z.string(),
      message: z.string(),
      details: z.array(z.looseObject({ "@type": z.string() })).optional(),
    })
    .optional(),
  predictions: z.array(z.object({ mimeType: z.string() })).optional(),
  promptFeedback: z.object({ blockReason: z.string() }).optional(),
  candidates: z
    .array(
      z.object({
        content: z.object({ parts: z.array(PartSchema) }).optional(),
        finishReason: z.string(),
      }),
    )
    .optional(),
  usageMetadata: z
    .object({
      promptTokenCount: z.int(),
      candidatesTokenCount: z.int().optional(),
      thoughtsTokenCount: z.int().optional(),
      totalTokenCount: z.int(),
      promptTokensDetails: z.array(CountSchema),
      candidatesTokensDetails: z.array(CountSchema).optional(),
    })
    .optional(),
});
type Answer = z.infer<typeof AnswerSchema>;

/** A response, and the parts of it that tests use most. */
export interface Answered {
  status: number;
  body: Answer;
  message: string;
  finishReason: string | undefined;
  text: string;
  parts: z.infer<typeof PartSchema>[];
}

export function startTestServer(options: Partial<ModelServerOptions> = {}): Promise<ModelServer> {
  return startModelServer({ offers: TEST_OFFERS, ...options });
}

export async function post(
  running: ModelServer,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const response = await fetch(`${running.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-goog-api-key": "test", ...headers },
    body: JSON.stringify(body),
  });
  const answer = AnswerSchema.parse(await response.json());
  const candidate = answer.candidates?.[0];
  const parts = candidate?.content?.parts ?? [];
  return {
    ...{ status: response.status, body: answer, parts, finishReason: candidate?.finishReason },
    message: answer.error?.message ?? "",
    text: parts.map(({ text = "" }) => text).join(""),
  };
}

export const pathOf = (model: string, version = "v1") => `/${version}/models/${model}:generateContent`;

export const vertexPathOf = (model: string, location = "global", version = "v1beta1") =>
  `/${version}/projects/p/locations/${location}/publishers/google/models/${model}:generateContent`;

export const BEARER = { authorization: "Bearer token" };

/** A request for text. `config` is its `generationConfig`. */
export const say = (text: string, config: Record<string, unknown> = {}) => ({
  contents: [{ role: "user", parts: [{ text }] }],
  generationConfig: config,
});

/** A request for a picture. */
export const drawing = (text: string, config: Record<string, unknown> = {}) =>
  say(text, { responseModalities: ["IMAGE"], ...config });

/** A request for JSON with a schema. */
export const json = (schema: unknown, text = "Hello") =>
  say(text, { responseMimeType: "application/json", responseJsonSchema: schema });

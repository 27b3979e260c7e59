// Gemini's text models by `@google-cloud/vertexai`. The vendor has deprecated the package, and it warns when it starts. It supports no
// abort signal, no JSON Schema and no pictures, so an aborted call is abandoned, and the schema is sent in OpenAPI's notation.

import {
  ClientError,
  GoogleApiError,
  GoogleGenerativeAIError,
  VertexAI,
  type Part as VertexPart,
} from "@google-cloud/vertexai";
import { type CatalogModel, catalogModel, thinkingFor } from "../catalog.ts";
import { today } from "../today.ts";
import { failureOf, noAnswerError } from "./failures.ts";
import type { GoogleAccess } from "./genai.ts";
import { openApiSchema } from "./json-schema.ts";
import { type ClientOptions, type HostedModel, type Part, type Question, TIMEOUT_MS } from "./model.ts";
import { readReply } from "./replies.ts";
import { outputLimit } from "./upper-price.ts";

export function vertexaiModel(
  id: string,
  access: GoogleAccess & { kind: "vertex" },
  { timeoutMs = TIMEOUT_MS }: ClientOptions = {},
): HostedModel {
  const model = catalogModel(id);
  const { project, location, baseUrl } = access;
  const apiEndpoint = baseUrl === undefined ? endpointOf(location) : new URL(baseUrl).host;
  const client = new VertexAI({ project, location, apiEndpoint });
  const generative = client.getGenerativeModel({ model: id });
  return {
    id,
    async ask(question, signal) {
      const { system, turns } = question;
      signal.throwIfAborted();
      const generationConfig = configOf(model, question);
      try {
        const asked = generative.generateContent({
          contents: turns.map(({ role, parts }) => ({ role, parts: parts.map(partOf) })),
          generationConfig,
          ...(system === undefined
            ? {}
            : { systemInstruction: { role: "system", parts: [{ text: system }] } }),
        });
        // The client's own timeout would keep the process alive until it has passed, even after the answer.
        const { response } = await orAbort(asked, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
        return readReply(model, response, today());
      } catch (error) {
        signal.throwIfAborted();
        throw failure(id, question, error);
      }
    },
  };
}

/** The client would use `global-aiplatform.googleapis.com`, which does not exist. */
function endpointOf(location: string): string {
  return location === "global" ? "aiplatform.googleapis.com" : `${location}-aiplatform.googleapis.com`;
}

function partOf(part: Part): VertexPart {
  if ("text" in part) return { text: part.text };
  return { inlineData: { mimeType: part.contentType, data: Buffer.from(part.bytes).toString("base64") } };
}

/** The client's types lack thinking and seeds, but it sends what it is given. */
function configOf(model: CatalogModel, question: Question) {
  const { wanted, task } = question;
  if (wanted.kind === "image") throw new RangeError("this client cannot request images");
  const thinkingLevel = thinkingFor(model, task);
  return {
    maxOutputTokens: outputLimit(model, question),
    ...(thinkingLevel === undefined ? {} : { thinkingConfig: { thinkingLevel } }),
    ...(wanted.kind === "json" ? { responseMimeType: "application/json" } : {}),
    ...(wanted.kind === "json" && wanted.as !== "prompt"
      ? { responseSchema: openApiSchema(wanted.schema) }
      : {}),
  };
}

async function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const leave = () => aborted.reject(signal.reason);
  signal.addEventListener("abort", leave, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}

/** A 4xx contains Google's own error; a 5xx only its text: `got status: 503 Service Unavailable. {…}`. */
function failure(id: string, question: Question, error: unknown): Error {
  const cause = error instanceof ClientError ? error.cause : undefined;
  if (cause instanceof GoogleApiError && cause.code !== undefined) {
    const { message, errorDetails: details } = cause;
    const body = JSON.stringify({ error: { message, details } });
    return failureOf({ id, status: cause.code, body }, { cause: error, question });
  }
  const [, status, body] =
    error instanceof GoogleGenerativeAIError
      ? (/got status: (\d{3})[^{]*(.*)$/s.exec(error.message) ?? [])
      : [];
  return status === undefined
    ? noAnswerError(id, error)
    : failureOf({ id, status: Number(status), body: body ?? "" }, { cause: error, question });
}

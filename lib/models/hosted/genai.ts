// Gemini's models by `@google/genai`, with an API key or on Vertex AI. Text, JSON and images, all by `generateContent`.

import {
  ApiError,
  type Content,
  type GenerateContentConfig,
  GoogleGenAI,
  ServiceTier,
  ThinkingLevel,
} from "@google/genai";
import { batchShareOf, type CatalogModel, catalogModel, flexShareOf, thinkingFor } from "../catalog.ts";
import { today } from "../today.ts";
import { failureOf, noAnswerError } from "./failures.ts";
import { geminiBatches } from "./genai-batch.ts";
import {
  type ClientOptions,
  type HostedModel,
  type Question,
  SLOW_TIMEOUT_MS,
  TIMEOUT_MS,
  type Turn,
} from "./model.ts";
import { readReply } from "./replies.ts";
import { outputLimit } from "./upper-price.ts";

/** Access by an API key, or by application default credentials. */
export type GoogleAccess =
  | { kind: "key"; apiKey: string; baseUrl: string | undefined }
  | { kind: "vertex"; project: string; location: string; baseUrl: string | undefined };

export function genaiModel(
  id: string,
  access: GoogleAccess,
  { timeoutMs = TIMEOUT_MS }: ClientOptions = {},
): HostedModel {
  const model = catalogModel(id);
  const client = clientOf(model, access, timeoutMs);
  // On Vertex AI batches need Cloud Storage, where a story's pictures would remain, so they are not used.
  const isBatched = access.kind === "key" && batchShareOf(model, today()) !== undefined;
  const requestOf = (question: Question) => ({
    contents: question.turns.map(contentOf),
    config: configOf(model, question),
  });
  return {
    id,
    slow: flexShareOf(model, today()) !== undefined,
    ...(isBatched && { batch: geminiBatches(model, client, requestOf) }),
    async ask(question, signal) {
      signal.throwIfAborted();
      try {
        const response = await client.models.generateContent({
          model: id,
          ...requestOf(question),
          config: { ...configOf(model, question), abortSignal: signal },
        });
        return readReply(model, response, today(), question);
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

/**
 * A client for the first API version that the catalog lists. The client's default on the Gemini API is `v1`, which lacks fields of `v1beta`
 * (googleapis/js-genai#1746).
 */
export function clientOf({ services }: CatalogModel, access: GoogleAccess, timeout: number): GoogleGenAI {
  const { baseUrl } = access;
  const apiVersion = services[access.kind === "key" ? "gemini" : "vertex"]?.versions[0];
  const httpOptions = {
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
    timeout,
  };
  if (access.kind === "key") {
    return new GoogleGenAI({ enterprise: false, apiKey: access.apiKey, httpOptions });
  }
  const { project, location } = access;
  return new GoogleGenAI({ enterprise: true, project, location, httpOptions });
}

function contentOf({ role, parts }: Turn): Content {
  return {
    role,
    parts: parts.map((part) =>
      "text" in part
        ? { text: part.text }
        : { inlineData: { mimeType: part.contentType, data: Buffer.from(part.bytes).toString("base64") } },
    ),
  };
}

function configOf(model: CatalogModel, question: Question): GenerateContentConfig {
  const { system, wanted, seed, task } = question;
  const level = thinkingFor(model, task);
  const shared: GenerateContentConfig = {
    ...(system === undefined ? {} : { systemInstruction: system }),
    ...(seed === undefined ? {} : { seed }),
    ...(level === undefined ? {} : { thinkingConfig: { thinkingLevel: LEVELS[level] } }),
    maxOutputTokens: outputLimit(model, question),
    // A continuation would be another paid call that the ledger does not record.
    automaticContinuation: false,
    // Flex answers in minutes instead of seconds, at half the price: https://ai.google.dev/gemini-api/docs/optimization
    ...(question.slow && { serviceTier: ServiceTier.FLEX, httpOptions: { timeout: SLOW_TIMEOUT_MS } }),
  };
  if (wanted.kind === "image") {
    const { aspectRatio, size } = wanted;
    return { ...shared, responseModalities: ["IMAGE"], imageConfig: { aspectRatio, imageSize: size } };
  }
  if (wanted.kind === "text") return shared;
  const { schema, as = "schema" } = wanted;
  return {
    ...shared,
    responseMimeType: "application/json",
    ...(as === "schema" ? { responseJsonSchema: schema } : {}),
  };
}

const LEVELS = {
  MINIMAL: ThinkingLevel.MINIMAL,
  LOW: ThinkingLevel.LOW,
  MEDIUM: ThinkingLevel.MEDIUM,
  HIGH: ThinkingLevel.HIGH,
} as const;

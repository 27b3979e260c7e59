// Text by OpenAI's chat completions, which Ollama, LM Studio, llama-server, vLLM, OpenRouter and OpenAI support. Each lacks parts of the
// protocol, so only fields that all of them accept are sent. Sources: https://platform.openai.com/docs/api-reference/chat and the servers'
// own sources, listed in `emulators/models/openai/ARCHITECTURE.md`.
import { createHash } from "node:crypto";
import OpenAI from "openai";
import * as z from "zod";
import { catalogModel, priceOf } from "../catalog.ts";
import { wordsKey } from "../own-models.ts";
import type { WordsServer } from "../own-servers.ts";
import { today } from "../today.ts";
import {
  type ClientOptions,
  type HostedModel,
  type JsonSchema,
  OWN_TIMEOUT_MS,
  type Part,
  type Question,
  type Reply,
} from "./model.ts";
import { clientError } from "./own-failures.ts";
import { strictSchema } from "./strict-schema.ts";
import { outputLimit } from "./upper-price.ts";

/** The fields that are read. Servers omit `usage`, and add fields of their own. */
const CompletionSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z.object({ prompt_tokens: z.number().nullish(), completion_tokens: z.number().nullish() }).nullish(),
});

/**
 * `key`: of the model's row, where the settings do not name the server. `strict`: OpenAI's flag for answers that must fit the schema. The
 * other servers enforce it by a grammar and ignore the flag.
 */
export function openaiWords(
  server: WordsServer,
  { timeoutMs = OWN_TIMEOUT_MS, key = wordsKey(server) }: ClientOptions & { key?: string } = {},
): HostedModel {
  const id = key;
  const client = new OpenAI({
    ...{ baseURL: server.baseUrl, apiKey: server.key, timeout: timeoutMs },
    // One question is one request, so that every paid call is counted.
    maxRetries: 0,
    // Environment variables of the client must not decide the recipient of a question.
    ...{ organization: null, project: null },
    // The address comes from the settings; a redirect is an error.
    fetchOptions: { redirect: "error" },
  });
  const seedOf = freshSeeds();
  return {
    id,
    async ask(question, signal) {
      signal.throwIfAborted();
      try {
        const most = outputLimit(catalogModel(id), question);
        const completion = await client.chat.completions.create(
          requestOf(server, { ...question, seed: seedOf(question) }, most),
          { signal },
        );
        return readCompletion(id, completion);
      } catch (error) {
        signal.throwIfAborted();
        throw clientError(error, { id, baseUrl: server.baseUrl, question });
      }
    },
  };
}

/** The most questions whose repetitions are counted. */
const MOST_COUNTED = 2_000;

/**
 * The seed of a question, with a new one each time that it is repeated. A good answer is memoized, so a repeated question had no usable
 * answer, and a local model gives the same answer to the same seed.
 */
function freshSeeds(): (question: Question) => number {
  const asked = new Map<string, number>();
  return ({ system, turns, seed = 0 }) => {
    const key = createHash("sha256")
      .update(JSON.stringify([system, turns, seed]))
      .digest("base64");
    const times = asked.get(key) ?? 0;
    if (asked.size >= MOST_COUNTED) asked.clear();
    asked.set(key, times + 1);
    return (seed + times * 7_919) % 2 ** 31;
  };
}

type Request = OpenAI.Chat.ChatCompletionCreateParamsNonStreaming;

function requestOf({ model }: WordsServer, { system, turns, wanted, seed }: Question, most: number): Request {
  if (wanted.kind === "image") throw new RangeError(`${model} writes text and makes no pictures`);
  return {
    model,
    messages: [
      ...(system === undefined ? [] : [{ role: "system" as const, content: system }]),
      ...turns.map(({ role, parts }) =>
        role === "model"
          ? { role: "assistant" as const, content: textOf(parts) }
          : { role: "user" as const, content: contentOf(parts) },
      ),
    ],
    max_tokens: most,
    ...(seed === undefined ? {} : { seed }),
    ...(wanted.kind === "json" && wanted.as !== "prompt"
      ? { response_format: { type: "json_schema", json_schema: named(wanted.schema) } }
      : {}),
  };
}

const named = (schema: JsonSchema) => ({ name: "answer", strict: true, schema: strictSchema(schema) });

const textOf = (parts: readonly Part[]): string =>
  parts.flatMap((part) => ("text" in part ? part.text : [])).join("\n\n");

/** A single text is sent as a string, because llama-server's templates of text models accept nothing else. */
function contentOf(parts: readonly Part[]): string | OpenAI.Chat.ChatCompletionContentPart[] {
  if (parts.every((part) => "text" in part)) return textOf(parts);
  return parts.map((part) =>
    "text" in part
      ? { type: "text", text: part.text }
      : {
          type: "image_url",
          image_url: {
            url: `data:${part.contentType};base64,${Buffer.from(part.bytes).toString("base64")}`,
          },
        },
  );
}

/** Thoughts that a server includes in the answer. */
const THOUGHTS = /^\s*<think>[\s\S]*?(?:<\/think>|$)/u;

/** Throws `ZodError` for an answer of another form. */
function readCompletion(id: string, completion: unknown): Reply {
  const { choices, usage } = CompletionSchema.parse(completion);
  const [choice] = choices ?? [];
  const refusal = choice?.message?.refusal ?? "";
  const text = (choice?.message?.content ?? "").replace(THOUGHTS, "");
  const reason = choice?.finish_reason ?? "no choices";
  const [inputTokens, outputTokens] = [usage?.prompt_tokens ?? 0, usage?.completion_tokens ?? 0];
  const isRefused = refusal !== "" || reason === "content_filter";
  return {
    end: isRefused ? "refused" : reason === "length" ? "truncated" : text.trim() === "" ? "empty" : "done",
    reason: refusal === "" ? reason : "refusal",
    ...(isRefused ? { heldBack: "answer" as const } : {}),
    text,
    images: [],
    usage: {
      ...{ model: id, inputTokens, outputTokens, images: 0 },
      costMicros: priceOf(catalogModel(id), { inputTokens, outputTokens, imageTokens: 0 }, today()),
    },
  };
}

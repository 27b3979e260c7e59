// A server for OpenAI's chat completions that simulates one of several programs (ARCHITECTURE.md). Answers are deterministic.
// Requests are answered one after another, as in those programs, and counted.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text as readText } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { loopbackOnly } from "../../loopback-only.ts";
import type { RunningService } from "../../service.ts";
import { cutTo, inSchemaOrder, misfit, sample } from "../answers.ts";
import { type Answerer, RawText } from "../generate.ts";
import { cutToTokens, tokensOf } from "../tokens.ts";
import type { JsonSchema } from "../wire.ts";
import { inContext } from "./chat-context.ts";
import { ChatError } from "./chat-error.ts";
import { type ChatProgram, type ChatRequest, readChat } from "./chat-request.ts";

export interface ChatServerOptions {
  /** Default: ollama. */
  program?: ChatProgram;
  /** Pulled or loaded models. */
  models: readonly string[];
  /** Tokens of prompt and answer. Default: 8,192. */
  contextTokens?: number;
  /** The only accepted key. Default: any. */
  key?: string;
  answer?: Answerer;
  /** Latency of an answer in milliseconds. Default: 0. */
  latencyMs?: number;
  /** Adds a block of thoughts before each answer. */
  thoughts?: boolean;
  /** Answers this many requests with 503 first, like a server that is loading its model. */
  loading?: number;
  /** Share of refusals among answers, 0 to 1. */
  refused?: number;
  port?: number;
}

export interface ChatCounts {
  requests: number;
  /** Number of responses by HTTP status. */
  errors: Record<number, number>;
  promptTokens: number;
  /** Number of truncated prompts. */
  cutPrompts: number;
  /** Requests whose client disconnected before the answer. */
  hungUp: number;
}

export interface ChatServer extends RunningService {
  /** The server's base URL, without `/v1`. */
  url: string;
  counts(): ChatCounts;
}

/** Ollama's `OLLAMA_MAX_QUEUE`. */
const MOST_WAITING = 512;

export async function startChatServer(options: ChatServerOptions): Promise<ChatServer> {
  const desk = new Desk(options);
  const server = loopbackOnly(
    createServer((req, res) => {
      desk.handle(req, res).then(
        (body) => send(res, 200, body),
        (thrown: unknown) => {
          const error = thrown instanceof ChatError ? thrown : new ChatError(500, String(thrown));
          desk.counts.errors[error.status] = (desk.counts.errors[error.status] ?? 0) + 1;
          send(res, error.status, error.toJSON());
        },
      );
    }),
  );
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    ...{ host: `127.0.0.1:${port}`, port, url: `http://127.0.0.1:${port}` },
    counts: () => structuredClone(desk.counts),
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function send(res: ServerResponse, status: number, body: unknown): void {
  if (res.destroyed) return;
  res.writeHead(status, { "content-type": "application/json" });
  res.end(JSON.stringify(body));
}

class Desk {
  readonly counts: ChatCounts = { requests: 0, errors: {}, promptTokens: 0, cutPrompts: 0, hungUp: 0 };
  private readonly options: ChatServerOptions;
  private waiting = 0;
  private turn: Promise<unknown> = Promise.resolve();
  private loading: number;

  constructor(options: ChatServerOptions) {
    this.options = options;
    this.loading = options.loading ?? 0;
  }

  async handle(req: IncomingMessage, res: ServerResponse): Promise<unknown> {
    const path = (req.url ?? "").replace(/\?.*$/, "");
    const body = req.method === "POST" ? await readText(req) : "";
    this.checkKey(req);
    if (req.method === "GET" && path === "/v1/models") return this.list();
    if (req.method !== "POST" || path !== "/v1/chat/completions")
      throw new ChatError(404, "404 page not found");
    this.counts.requests += 1;
    const hungUp = new AbortController();
    res.once("close", () => {
      if (!res.writableEnded) hungUp.abort();
    });
    if (this.loading > 0) {
      this.loading -= 1;
      throw new ChatError(503, "Loading model", null, "unavailable_error");
    }
    const request = readChat(parseJson(body), this.program);
    if (!this.options.models.includes(request.model))
      throw new ChatError(404, `model "${request.model}" not found, try pulling it first`);
    if (this.waiting >= MOST_WAITING)
      throw new ChatError(503, "server busy, please try again.  maximum pending requests exceeded");
    return this.inTurn(() => this.complete(request, body, hungUp.signal));
  }

  private get program(): ChatProgram {
    return this.options.program ?? "ollama";
  }

  private checkKey({ headers }: IncomingMessage): void {
    const { key } = this.options;
    if (key !== undefined && headers.authorization !== `Bearer ${key}`)
      throw new ChatError(401, "Incorrect API key provided.", "invalid_api_key");
  }

  private list() {
    return {
      object: "list",
      data: this.options.models.map((id) => ({ id, object: "model", created: 0, owned_by: "library" })),
    };
  }

  /** Runs requests one after another, as these programs do. */
  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    const mine = this.turn.then(task).finally(() => {
      this.waiting -= 1;
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async complete(request: ChatRequest, body: string, signal: AbortSignal): Promise<unknown> {
    const { contextTokens = 8_192, latencyMs = 0, thoughts, answer, refused = 0 } = this.options;
    const seen = inContext(request, this.program, contextTokens);
    this.counts.promptTokens += seen.tokens;
    if (seen.texts.length === 1) this.counts.cutPrompts += 1;
    const hash = createHash("sha256").update(body).digest("hex");
    if (latencyMs > 0) await wait(latencyMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) {
      this.counts.hungUp += 1;
      throw new ChatError(499, "the client hung up");
    }
    if (Number.parseInt(hash.slice(0, 8), 16) / 2 ** 32 < refused)
      return reply(
        request.model,
        { content: "", refusal: "I'm sorry, but I can't help with that." },
        seen.tokens,
      );
    const { schema, wantsJson } = request;
    const told = await answer?.({
      ...{ model: request.model, hash, texts: seen.texts, schema, wantsJson },
      pictures: request.images.map(() => ({ heads: [] })),
    });
    const text = `${thoughts ? "<think>\nThe user wants JSON.\n</think>\n\n" : ""}${written(told, schema)}`;
    const most = Math.min(
      request.maxTokens ?? contextTokens,
      contextTokens - Math.min(seen.tokens, contextTokens / 2),
    );
    const cut = cutToTokens(text, most);
    return reply(request.model, { content: cut }, seen.tokens, cut === text ? "stop" : "length");
  }
}

function written(told: unknown, schema: JsonSchema | undefined): string {
  if (told instanceof RawText) return told.text;
  if (schema === undefined) return typeof told === "string" ? told : JSON.stringify(told ?? {});
  const value = told === undefined ? sample(schema) : inSchemaOrder(schema, cutTo(schema, told));
  const fault = misfit(schema, value);
  if (fault !== undefined) throw new ChatError(500, `the pretended answer does not fit the schema: ${fault}`);
  return JSON.stringify(value);
}

function reply(
  model: string,
  message: { content: string; refusal?: string },
  promptTokens: number,
  reason: "stop" | "length" = "stop",
) {
  const completion = tokensOf(message.content);
  return {
    ...{ id: "chatcmpl-1", object: "chat.completion", created: 0, model, system_fingerprint: "fp_local" },
    choices: [{ index: 0, message: { role: "assistant", ...message }, finish_reason: reason }],
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completion,
      total_tokens: promptTokens + completion,
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ChatError(400, error instanceof Error ? error.message : String(error));
  }
}

// Upstash's REST protocol with `ioredis-mock` or a real Redis as backend.
// https://upstash.com/docs/redis/features/restapi
import { timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { DatabaseSync } from "node:sqlite";
import { text } from "node:stream/consumers";
import * as z from "zod";
import { loopbackOnly } from "../loopback-only.ts";
import type { RunningService } from "../service.ts";
import {
  type Command,
  type Outcome,
  type RedisBackend,
  RedisError,
  type Reply,
  redisErrorOf,
} from "./redis-backend.ts";

export interface UpstashOptions {
  /** Database in which keys are persisted. Not used with a real Redis. */
  readonly db?: DatabaseSync;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** The token of `Authorization: Bearer`. */
  readonly token: string;
  /** URL of a real Redis (`redis://…`), which is used instead of the mock. */
  readonly redisUrl?: string;
}

const WordSchema = z.json().transform((word) => (typeof word === "string" ? word : JSON.stringify(word)));
const CommandSchema = z.tuple([z.string()], WordSchema);
const CommandsSchema = z.array(CommandSchema);

export async function startUpstash(options: UpstashOptions): Promise<RunningService> {
  let opened: Promise<RedisBackend> | undefined;
  /** Loads the backend at the first request, because loading `ioredis-mock` takes 50 ms. */
  function backend(): Promise<RedisBackend> {
    opened ??= openBackend(options);
    return opened;
  }

  const server = loopbackOnly(
    createServer({ keepAliveTimeout: 600_000 }, (req, res) => {
      serve(req, res, options.token, backend).catch((thrown: unknown) => fail(res, thrown));
    }),
  );
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    host: `127.0.0.1:${port}`,
    port,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
      await (await opened)?.close();
    },
  };
}

async function openBackend({ db, redisUrl }: UpstashOptions): Promise<RedisBackend> {
  if (redisUrl === undefined) {
    const { mockBackend } = await import("./mock-backend.ts");
    return mockBackend(db);
  }
  const { realBackend } = await import("./real-backend.ts");
  return realBackend(redisUrl);
}

/** An error in the HTTP request, before it reaches Redis. */
class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "RequestError";
    this.status = status;
  }
}

async function serve(
  req: IncomingMessage,
  res: ServerResponse,
  token: string,
  backend: () => Promise<RedisBackend>,
): Promise<void> {
  const url = new URL(req.url ?? "/", "http://localhost");
  const given = url.searchParams.get("_token") ?? req.headers.authorization?.replace(/^Bearer\s+/i, "") ?? "";
  if (!isSame(given, token)) throw new RequestError(401, "WRONGPASS invalid or missing auth token");
  url.searchParams.delete("_token");
  if (req.headers["upstash-response-format"] === "resp2") {
    throw new RequestError(
      501,
      "UNIMPLEMENTED: Upstash-Response-Format resp2 is not covered by this emulator.",
    );
  }
  const path = url.pathname.split("/").filter(Boolean).map(decodeURIComponent);
  const body = await text(req);
  const encode = req.headers["upstash-encoding"] === "base64" ? base64Reply : (reply: Reply) => reply;
  const [first = "", channel] = path;

  if ((first === "subscribe" || first === "psubscribe") && channel !== undefined) {
    return stream(res, await backend(), { kind: first, channel });
  }
  if (first === "pipeline" && path.length === 1) {
    const commands = parseBody(CommandsSchema, body);
    const redis = await backend();
    const outcomes = await Promise.all(commands.map((command) => outcomeOf(redis, command)));
    return send(
      res,
      200,
      outcomes.map((outcome) => encodeOutcome(outcome, encode)),
    );
  }
  if (first === "multi-exec" && path.length === 1) {
    const commands = parseBody(CommandsSchema, body);
    const outcomes = await (await backend()).transaction(commands);
    return send(
      res,
      200,
      outcomes.map((outcome) => encodeOutcome(outcome, encode)),
    );
  }
  const command =
    path.length === 0 ? parseBody(CommandSchema, body) : pathCommand(path, body, url.searchParams);
  send(res, 200, { result: encode(await (await backend()).call(command)) });
}

/** `/set/key/value?EX=10`, or `POST /set/key?EX=10` with the value as the body. */
function pathCommand([name = "", ...args]: string[], body: string, query: URLSearchParams): Command {
  const options = [...query].flatMap(([option, value]) => (value === "" ? [option] : [option, value]));
  return [name, ...args, ...(body === "" ? [] : [body]), ...options];
}

function parseBody<T extends z.ZodType>(schema: T, body: string): z.infer<T> {
  try {
    return schema.parse(JSON.parse(body));
  } catch {
    throw new RequestError(400, "ERR failed to parse command");
  }
}

async function outcomeOf(redis: RedisBackend, command: Command): Promise<Outcome> {
  try {
    return { result: await redis.call(command) };
  } catch (thrown) {
    return { error: redisErrorOf(thrown).message };
  }
}

function encodeOutcome(outcome: Outcome, encode: (reply: Reply) => Reply): Outcome {
  return "error" in outcome ? outcome : { result: encode(outcome.result) };
}

/** Encodes strings as base64, also inside lists, except `OK`: the client expects that one as plain text. */
function base64Reply(reply: Reply): Reply {
  return reply === "OK" ? reply : base64(reply);
}

function base64(reply: Reply): Reply {
  if (typeof reply === "string") return Buffer.from(reply).toString("base64");
  return Array.isArray(reply) ? reply.map(base64) : reply;
}

/** Server-sent events: `data: subscribe,CHANNEL,1`, then `data: message,CHANNEL,TEXT`. */
async function stream(
  res: ServerResponse,
  redis: RedisBackend,
  { kind, channel }: { kind: "subscribe" | "psubscribe"; channel: string },
): Promise<void> {
  const write = (words: string[]) => res.write(`data: ${words.join(",")}\n\n`);
  const stop = await redis.subscribe(kind, channel, write);
  // The request's `close` event fires when its body was read; the response's fires when the listener disconnects.
  res.on("close", stop);
  if (res.destroyed) stop();
  res.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  write([kind, channel, "1"]);
}

function send(res: ServerResponse, status: number, value: unknown): void {
  const bytes = Buffer.from(JSON.stringify(value));
  res.writeHead(status, { "content-type": "application/json", "content-length": bytes.length });
  res.end(bytes);
}

function fail(res: ServerResponse, thrown: unknown): void {
  if (res.destroyed || res.headersSent) {
    res.destroy();
    return;
  }
  send(res, statusOf(thrown), {
    error: thrown instanceof RequestError ? thrown.message : redisErrorOf(thrown).message,
  });
}

function statusOf(thrown: unknown): number {
  if (thrown instanceof RequestError) return thrown.status;
  if (thrown instanceof RedisError) return thrown.isUncovered ? 501 : 400;
  return 500;
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

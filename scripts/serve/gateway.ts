// One address for all HTTP functions and the studio, as a load balancer in the cloud: routes requests by path, appends the caller's address
// to X-Forwarded-For, and holds requests for functions that are starting.
import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ApiProblem, PROBLEM_TYPE } from "../../lib/api/problems.ts";
import { drainable } from "../../lib/drain.ts";
import { httpFunctionOf } from "../../lib/topology.ts";
import type { Hosting } from "./hosting.ts";
import { guardWebServer } from "./local-pages.ts";

export interface Gateway {
  port: number;
  /** Closes after requests in flight are answered. */
  close(): Promise<void>;
}

const DRAIN_MS = 3_000;
/** Cloud Run also holds requests while an instance starts. */
const START_MS = 10_000;
const LOOK_MS = 50;

export interface GatewayOptions {
  port: number;
  /** Port of a function; undefined while it does not listen. */
  portOf: (name: string) => number | undefined;
  hosting?: Hosting | undefined;
  /** Origins of other machines whose pages may call the API. Default: none. */
  allowedOrigins?: readonly string[];
  /** Maximum time for which a request is held, in ms. */
  startMs?: number;
}

/** Throws if the port is in use. */
export async function startGateway({
  port,
  portOf,
  hosting,
  allowedOrigins = [],
  startMs = START_MS,
}: GatewayOptions): Promise<Gateway> {
  const agent = new Agent({ keepAlive: true });
  const started = async (name: string) => {
    const end = performance.now() + startMs;
    while (portOf(name) === undefined && performance.now() < end) await sleep(LOOK_MS);
    return portOf(name);
  };
  const server = createServer({ requireHostHeader: false }, async (incoming, response) => {
    if (hosting?.answer(incoming, response)) return;
    const [path = ""] = (incoming.url ?? "").split("?");
    const name = httpFunctionOf(path);
    const target = portOf(name) ?? (await started(name));
    if (response.destroyed) return;
    if (target === undefined) answerUnavailable(response);
    else forward(incoming, response, { port: target, agent });
  });
  guardWebServer(server, allowedOrigins);
  const drain = drainable(server);
  server.listen(port, "127.0.0.1");
  await once(server, "listening").catch((error: unknown) => {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    throw isTaken
      ? new Error(`port ${port} is in use; name another, or 0 for a free one`, { cause: error })
      : error;
  });
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    async close() {
      await drain(DRAIN_MS);
      agent.destroy();
    },
  };
}

function forward(
  incoming: IncomingMessage,
  response: ServerResponse,
  { port, agent }: { port: number; agent: Agent },
): void {
  // Node has already sent `100 Continue`, so the header is not forwarded.
  const { method, url: path } = incoming;
  const { expect: _, ...headers } = incoming.headers;
  const before = headers["x-forwarded-for"];
  const caller = incoming.socket.remoteAddress ?? "unknown";
  const forwardedFor = before === undefined ? caller : `${before}, ${caller}`;
  const outgoing = request({
    ...{ host: "127.0.0.1", port, agent, method, path },
    headers: { ...headers, "x-forwarded-for": forwardedFor },
  });
  let isAnswered = false;
  outgoing.once("response", (answer) => {
    isAnswered = true;
    // Connection headers apply to one hop only.
    const { connection: _connection, "keep-alive": _keepAlive, ...kept } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, kept);
    answer.pipe(response);
    answer.once("error", () => response.destroy());
  });
  outgoing.on("error", () => {
    // An answer may come before the whole body was sent; the rest is not needed then.
    if (!isAnswered) answerUnavailable(response);
  });
  response.once("close", () => outgoing.destroy());
  incoming.pipe(outgoing);
}

/** The function is restarting. */
function answerUnavailable(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { problem } = new ApiProblem(
    503,
    "starting",
    "This part of the service is starting; try again in a moment.",
  );
  response.writeHead(problem.status, { "content-type": PROBLEM_TYPE, "retry-after": "1" });
  response.end(JSON.stringify(problem));
}

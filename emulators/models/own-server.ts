// Common parts of the simulated local model servers: they listen on 127.0.0.1, buffer requests, and close at once.
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { loopbackOnly } from "../loopback-only.ts";
import type { RunningService } from "../service.ts";

export interface OwnRequest {
  method: string;
  /** The path of the request's URL, without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: Buffer;
  /** Aborted if the client disconnects before the answer. */
  hungUp: AbortSignal;
}

export interface OwnAnswer {
  status?: number;
  /** JSON, or bytes with their type. */
  body: unknown;
  contentType?: string;
}

export interface OwnService extends RunningService {
  url: string;
  server: Server;
}

/** Starts a server. An error that `answer` throws becomes a 500 with its message. */
export async function startOwnServer(
  port: number,
  answer: (request: OwnRequest) => Promise<OwnAnswer>,
): Promise<OwnService> {
  const server = loopbackOnly(
    createServer(async (req, res) => {
      const hungUp = new AbortController();
      res.once("close", () => {
        if (!res.writableEnded) hungUp.abort();
      });
      try {
        const { pathname, searchParams } = new URL(req.url ?? "/", "http://127.0.0.1");
        send(
          res,
          await answer({
            ...{ method: req.method ?? "GET", path: pathname, query: searchParams, headers: req.headers },
            ...{ body: await buffer(req), hungUp: hungUp.signal },
          }),
        );
      } catch (error) {
        send(res, { status: 500, body: { error: String(error) } });
      }
    }),
  );
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : 0;
  return {
    ...{ server, port: bound, host: `127.0.0.1:${bound}`, url: `http://127.0.0.1:${bound}` },
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function send(
  res: ServerResponse,
  { status = 200, body, contentType = "application/json" }: OwnAnswer,
): void {
  if (res.destroyed) return;
  res.writeHead(status, { "content-type": contentType });
  res.end(body instanceof Uint8Array ? body : body === undefined ? "" : JSON.stringify(body));
}

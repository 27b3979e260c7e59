// A recording proxy between Google's clients and Google: forwards requests and stores the answers, or replays stored answers.
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { text as readText } from "node:stream/consumers";
import { loopbackOnly } from "../loopback-only.ts";
import type { RunningService } from "../service.ts";
import { type Fixtures, openFixtures, scrubbed } from "./fixtures.ts";
import { GoogleError } from "./google-error.ts";

export interface RecorderOptions {
  /** Folder of the fixtures. */
  folder: string;
  /** Base URL to forward requests to, such as `https://generativelanguage.googleapis.com`. Without it, fixtures are replayed. */
  upstream?: string;
  /** 0, the default, takes a free one. */
  port?: number;
  /** Serves HTTPS. PEM. */
  tls?: { key: string; cert: string };
}

export interface Recorder extends RunningService {
  url: string;
  /** Number of answered requests. */
  count(): number;
}

/** Hop-by-hop headers, which are not forwarded. */
const HOP_HEADERS = ["host", "connection", "content-length", "accept-encoding", "transfer-encoding"];

/** A request that was not recorded, or cannot be forwarded, gets an error. */
export async function startRecorder(options: RecorderOptions): Promise<Recorder> {
  const fixtures = openFixtures(options.folder);
  let answered = 0;
  const serve = (req: IncomingMessage, res: ServerResponse) => {
    answer(fixtures, options.upstream, req).then(
      ({ status, text, retryAfter }) => {
        answered += 1;
        if (retryAfter !== null) res.setHeader("retry-after", retryAfter);
        send(res, status, text);
      },
      (thrown: unknown) => {
        const error =
          thrown instanceof GoogleError
            ? thrown
            : new GoogleError("UNAVAILABLE", `The request could not be forwarded: ${thrown}`);
        send(res, error.code, JSON.stringify(error));
      },
    );
  };
  const server = loopbackOnly(
    options.tls === undefined ? createServer(serve) : createTlsServer(options.tls, serve),
  );
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const host = `127.0.0.1:${port}`;
  return {
    host,
    port,
    url: `${options.tls === undefined ? "http" : "https"}://${host}`,
    count: () => answered,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Answered {
  status: number;
  text: string;
  retryAfter: string | null;
}

async function answer(
  fixtures: Fixtures,
  upstream: string | undefined,
  req: IncomingMessage,
): Promise<Answered> {
  const { method = "", url = "", headers } = req;
  const body = await readText(req);
  const call = scrubbed({ method, url, headers, body });
  if (upstream === undefined) {
    const recorded = fixtures.next(call);
    if (recorded !== undefined) {
      return { status: recorded.status, text: JSON.stringify(recorded.body), retryAfter: null };
    }
    const message = `This request was not recorded (${method} ${call.request.path}, ${call.name}): record it with npm run models -- record.`;
    throw new GoogleError("INVALID_ARGUMENT", message);
  }
  const response = await fetch(new URL(url, upstream), {
    method,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      HOP_HEADERS.includes(name) || value === undefined ? [] : [[name, [value].flat().join(", ")]],
    ),
    ...(body === "" ? {} : { body }),
  });
  const text = await response.text();
  fixtures.keep(call, { status: response.status, text });
  return { status: response.status, text, retryAfter: response.headers.get("retry-after") };
}

function send(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, { "content-type": "application/json; charset=UTF-8" });
  res.end(text);
}

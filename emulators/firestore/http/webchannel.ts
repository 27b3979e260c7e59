// WebChannel over HTTP/1, as the web SDK uses it for Listen and Write. A POST opens a channel. The client then sends by POST, and
// receives by a GET that streams or ends with its first chunk.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AccessFor } from "../access.ts";
import { STREAM_METHODS } from "../methods.ts";
import type { messageJson } from "../proto-json.ts";
import { openStream, type StreamMethod, type StreamSession } from "../streams.ts";
import { readBody } from "./body.ts";
import {
  type BackChannel,
  CHANNEL_TIMES,
  type Channel,
  type ChannelSession,
  channel,
  framed,
} from "./channel.ts";
import { errorBody } from "./http-error.ts";

interface WebChannels {
  handle(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): void;
}

const PATH = /^\/google\.firestore\.v1\.Firestore\/(\w+)\/channel$/;

/** The versions of the protocol and of the server, as the client expects them in the handshake. */
const PROTOCOL_VERSION = 8;
const SERVER_VERSION = 14;

export function webChannels(json: ReturnType<typeof messageJson>, accessFor: AccessFor): WebChannels {
  const channels = new Map<string, Channel>();

  function begin({ name, method, header, form }: Handshake, response: ServerResponse): void {
    const begun = openChannel(name, method, header);
    channels.set(begun.id, begun);
    const hello = JSON.stringify([
      [0, ["c", begun.id, null, PROTOCOL_VERSION, SERVER_VERSION, CHANNEL_TIMES.keepaliveMs]],
    ]);
    response.setHeader("x-http-session-id", randomUUID());
    sendText(response, 200, framed(hello));
    begun.receive(...messagesOf(form));
  }

  function openChannel(name: string, method: StreamMethod, header: HeaderOf): Channel {
    const request = json(`${name}Request`);
    const answer = json(`${name}Response`);
    let stream: StreamSession | null = null;
    const session: ChannelSession = {
      receive(message) {
        try {
          stream?.receive(request.read(message));
        } catch (error) {
          fail(error);
        }
      },
      close() {
        stream?.close();
        stream = null;
      },
    };
    const opened = channel(session, CHANNEL_TIMES, () => channels.delete(opened.id));
    /** Sends the error. The client ends the channel when it receives this message. */
    function fail(error: unknown): void {
      session.close();
      opened.send(errorBody(error));
    }
    try {
      const send = (response: object) => opened.send(answer.write(response));
      stream = openStream(method, accessFor(header), { send, fail });
    } catch (error) {
      fail(error);
    }
    return opened;
  }

  function listenBack(known: Channel, query: URLSearchParams, response: ServerResponse): void {
    response.writeHead(200, {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-cache, no-store",
      "x-content-type-options": "nosniff",
    });
    response.flushHeaders();
    const maxWait = query.get("TO");
    const back: BackChannel = {
      isStreaming: query.get("CI") === "0",
      ...(maxWait === null ? {} : { maxWaitMs: Number(maxWait) }),
      write: (chunk) => response.write(chunk),
      end: () => response.end(),
    };
    response.once("close", () => known.detach(back));
    known.attach(back);
  }

  async function handle(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = PATH.exec(url.pathname)?.[1] ?? "";
    const method = STREAM_METHODS[name];
    if (method === undefined) {
      sendText(response, 404, `No channel is at ${url.pathname}.`);
      return;
    }
    const query = url.searchParams;
    const body = request.method === "POST" ? await readBody(request) : "";
    const sid = query.get("SID");
    if (sid === null) {
      const form = new URLSearchParams(body);
      begin({ name, method, form, header: headerOf(form, request) }, response);
      return;
    }
    const known = channels.get(sid);
    if (known === undefined) {
      // The client searches for these words and opens a new channel.
      sendText(response, 400, "Error: Unknown SID");
      return;
    }
    if (query.get("TYPE") === "terminate") {
      known.close();
      sendText(response, 200, "");
      return;
    }
    const acknowledged = Number(query.get("AID"));
    if (Number.isInteger(acknowledged)) known.acknowledge(acknowledged);
    if (request.method === "GET") {
      listenBack(known, query, response);
      return;
    }
    const [offset, messages] = messagesOf(new URLSearchParams(body));
    if (!Number.isInteger(offset)) {
      sendText(response, 400, "Error: the messages have no number (ofs)");
      return;
    }
    known.receive(offset, messages);
    sendText(response, 200, framed(JSON.stringify(known.status())));
  }

  return {
    handle,
    close() {
      for (const each of channels.values()) each.close();
    },
  };
}

type HeaderOf = (name: string) => string | undefined;

interface Handshake {
  name: string;
  method: StreamMethod;
  form: URLSearchParams;
  header: HeaderOf;
}

/** Headers that a page cannot write. */
const OF_THE_BROWSER: ReadonlySet<string> = new Set(["origin", "host"]);

/**
 * The handshake sends its headers in the body, which avoids a CORS preflight. Headers that a page cannot write (origin) are taken
 * from the HTTP request instead.
 */
function headerOf(form: URLSearchParams, { headers: sent }: IncomingMessage): HeaderOf {
  const lines = (form.get("headers") ?? "").split("\r\n").map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  const headers = new Map(lines);
  return (name) => (OF_THE_BROWSER.has(name) ? sent[name]?.toString() : headers.get(name));
}

/** Parses a form: the number of the first message, and the messages. */
function messagesOf(form: URLSearchParams): [number, unknown[]] {
  const messages: unknown[] = [];
  for (
    let data = form.get("req0___data__");
    data !== null;
    data = form.get(`req${messages.length}___data__`)
  ) {
    messages.push(parsed(data));
  }
  return [Number(form.get("ofs") ?? 0), messages];
}

/** Parses JSON. Malformed JSON gives null, which every method refuses as a request. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-cache" })
    .end(text);
}

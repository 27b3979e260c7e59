// The server in front of the public functions: checks and bounds each request, parses its body once, and assigns the trace id. Every
// refusal is problem+json, also those for which Node or a host of the functions framework would answer with plain text or HTML.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { isNestedDeeper, MOST_NESTED } from "./json-depth.ts";
import { ApiProblem, PROBLEM_TYPE } from "./problems.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { newTraceId, traceIdOf } from "./trace-id.ts";

/** A story of 50,000 characters, each escaped, takes 600 KB. */
const BODY_BYTES = 1_048_576;
/** Routes whose bodies may hold uploaded pictures. */
const WITH_PICTURES =
  /^\/api\/v1\/manga\/(?:generate|sessions\/[^/]+\/pages\/\d+\/panels\/k\d+\/references)$/u;
const PICTURES_BYTES = 6_291_456;

/** Routes whose bodies hold a font, of at most 10 MB in base64. */
const FONT_PATH = /^\/api\/v1\/manga\/sessions\/[^/]+\/fonts$/;
const FONT_BYTES = 13_500_000;
/** Fonts that one instance receives at the same time: each takes 90 MB until it is answered. */
const FONTS_AT_ONCE = 3;

const pathOf = ({ url = "" }: IncomingMessage): string => url.split("?")[0] ?? "";

function mostBytes(request: IncomingMessage): number {
  const path = pathOf(request);
  if (FONT_PATH.test(path)) return FONT_BYTES;
  return WITH_PICTURES.test(path) ? PICTURES_BYTES : BODY_BYTES;
}
/** Time limit for receiving a whole request. */
const ARRIVAL_MS = 30_000;
/** Longer than proxies keep idle connections, so that it is always the proxy that closes one. */
const KEEP_ALIVE_MS = 620_000;

/** A request with its body attached, in the functions framework's format. The server behind leaves a body alone that was read. */
interface ParsedRequest extends IncomingMessage {
  rawBody?: Buffer;
  body?: unknown;
}

/** `inner` gets every valid request. It need not listen on a port. */
export function frontServer(inner: Server): Server {
  const options = {
    requestTimeout: ARRIVAL_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    // A missing Host header is answered below, as a problem document.
    requireHostHeader: false,
  };
  const server = createServer(options, (request, response) => {
    const traceId = nameTrace(request);
    checkRequest(request, response).then(
      () => inner.emit("request", request, response),
      (error: unknown) => answer(request, response, { problem: asProblem(error), traceId }),
    );
  });
  // A client that sends `Expect: 100-continue` learns before it sends the body that it is too large.
  server.on("checkContinue", (request, response) => {
    if (Number(request.headers["content-length"] ?? 0) <= mostBytes(request)) response.writeContinue();
    server.emit("request", request, response);
  });
  server.on("clientError", answerBroken);
  return server;
}

/** Sets the trace header, so that the framework and the app use the same id: the request's or a new one. */
function nameTrace(request: IncomingMessage): string {
  const known = traceIdOf((name) => request.headers[name]?.toString());
  if (known !== undefined) return known;
  const traceId = newTraceId();
  request.headers.traceparent = `00-${traceId}-${traceId.slice(0, 16)}-00`;
  return traceId;
}

/** Throws `ApiProblem`. */
async function checkRequest(request: ParsedRequest, response: ServerResponse): Promise<void> {
  checkTarget(request);
  checkBodyHead(request);
  if (FONT_PATH.test(pathOf(request))) takeFontPlace(response);
  const bytes = await readBody(request);
  request.rawBody = bytes;
  if (bytes.length === 0) return;
  checkType(request);
  request.body = parseJson(bytes);
}

let fonts = 0;

/** Takes one of the places for fonts until the answer is sent. */
function takeFontPlace(response: ServerResponse): void {
  if (fonts >= FONTS_AT_ONCE) {
    const detail = "Several fonts are being received at the moment; try again shortly.";
    throw new ApiProblem(503, "fonts-busy", detail, {}, { "retry-after": "5" });
  }
  fonts += 1;
  response.once("close", () => {
    fonts -= 1;
  });
}

/** Refuses targets that the framework or the listener would answer with HTML. */
function checkTarget({ method = "GET", url = "", headers }: IncomingMessage): void {
  if (
    headers.host === undefined ||
    !URL.canParse(`http://${headers.host}`) ||
    /[/\\?#@]/.test(headers.host)
  ) {
    throw new ApiProblem(400, "invalid-request", "The Host header is missing or malformed.");
  }
  const [path = ""] = url.split("?");
  if (!path.startsWith("/") || path.includes("\\") || !isDecodable(path)) {
    throw new ApiProblem(400, "invalid-request", "The path is malformed.");
  }
  if (path === "/favicon.ico" || path === "/robots.txt") {
    throw new ApiProblem(404, "no-such-route", `There is no ${method} ${path}.`);
  }
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function checkBodyHead(request: IncomingMessage): void {
  const { headers } = request;
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") {
    throw new ApiProblem(
      415,
      "unsupported-encoding",
      `A body with the content encoding ${encoding} is not accepted; send it without encoding.`,
    );
  }
  const most = mostBytes(request);
  if (Number(headers["content-length"] ?? 0) > most) throw tooLarge(most);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const most = mostBytes(request);
  let bytes = 0;
  // Leaving the loop must not destroy the connection, because the answer is still to be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function checkType({ headers }: IncomingMessage): void {
  const type = headers["content-type"] ?? "";
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
    throw new ApiProblem(
      415,
      "unsupported-type",
      `A body must be of the type application/json, not "${type}".`,
    );
  }
  const charset = /;\s*charset="?([\w-]+)/i.exec(type)?.[1] ?? "utf-8";
  if (!/^utf-?8$/i.test(charset)) {
    throw new ApiProblem(415, "unsupported-type", `JSON must be UTF-8, not ${charset}.`);
  }
}

function parseJson(bytes: Buffer): unknown {
  if (isNestedDeeper(bytes)) {
    throw new ApiProblem(
      400,
      "body-too-deep",
      `Arrays and objects may nest at most ${MOST_NESTED} levels deep.`,
    );
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new ApiProblem(400, "invalid-json", "The body is not JSON.");
  }
}

function tooLarge(most: number): ApiProblem {
  return new ApiProblem(413, "body-too-large", `A body may have at most ${most} bytes.`);
}

/** If the connection broke while its body was read, nobody receives an answer. */
function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem
    ? error
    : new ApiProblem(400, "invalid-request", "The request did not arrive completely.");
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { problem: { problem, headers }, traceId }: { problem: ApiProblem; traceId: string },
): void {
  if (response.destroyed || response.headersSent) return;
  const body = JSON.stringify({ ...problem, traceId });
  // Discards the rest of the body, because a client that is still sending would not read the answer.
  request.resume();
  response.writeHead(problem.status, { ...answerHeaders(body), ...headers });
  response.end(request.method === "HEAD" ? undefined : body);
}

const answerHeaders = (body: string) => ({
  ...SECURITY_HEADERS,
  "cache-control": "no-store",
  "content-type": PROBLEM_TYPE,
  "content-length": String(Buffer.byteLength(body)),
});

/** Answers malformed or oversized HTTP. https://nodejs.org/api/http.html#event-clienterror */
function answerBroken(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { problem } = brokenRequest(error.code);
  const body = JSON.stringify({ ...problem, traceId: newTraceId() });
  const headers = Object.entries({ ...answerHeaders(body), connection: "close" });
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

function brokenRequest(code: string | undefined): ApiProblem {
  if (code === "HPE_HEADER_OVERFLOW") {
    return new ApiProblem(431, "headers-too-large", "The header of the request is too large.");
  }
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return new ApiProblem(
      408,
      "request-too-slow",
      `The request did not arrive within ${ARRIVAL_MS / 1_000} s.`,
    );
  }
  return new ApiProblem(400, "invalid-request", "The request is not HTTP.");
}

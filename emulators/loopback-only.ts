// Keeps pages of other sites away from a server of this machine. The server listens on 127.0.0.1, but a browser on this machine
// reaches it for every page that it shows: by a plain request, a form, an image, or a name that resolves to 127.0.0.1 (DNS rebinding).
import type { IncomingMessage, Server, ServerResponse } from "node:http";

export interface LoopbackOnlyOptions {
  /** Further origins whose pages may call, as browsers send them: `https://studio.example`. */
  readonly origins?: readonly string[];
  /** Whether a page may show the answer (an image, a link) although its site is not known. Default: no page may. */
  readonly mayShow?: (request: IncomingMessage) => boolean;
}

/** `localhost`, 127.0.0.0/8 and ::1, with or without a port. Names below `localhost` may be anybody's page. */
const LOOPBACK = String.raw`(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?`;
const LOOPBACK_HOST = new RegExp(`^${LOOPBACK}$`, "i");
const LOOPBACK_ORIGIN = new RegExp(`^https?://${LOOPBACK}$`, "i");

/**
 * Puts a check in front of all that the server answers, and gives the server back. Refused with 403, before the body is read, is
 * - a request to a host name that is not a loopback name;
 * - a request from a page whose origin is not a loopback origin, `null` among them;
 * - a request without an origin that a browser makes for a page of another site (https://www.w3.org/TR/fetch-metadata/).
 * Programs that are no browsers send neither header, and are answered.
 */
export function loopbackOnly<Guarded extends Pick<Server, "listeners" | "removeAllListeners" | "on">>(
  server: Guarded,
  options: LoopbackOnlyOptions = {},
): Guarded {
  const answer = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const refusal = refusalOf(request, options);
    if (refusal === undefined) {
      for (const listener of answer) listener.call(server, request, response);
      return;
    }
    request.resume();
    response.writeHead(403, {
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
    });
    response.end(request.method === "HEAD" ? undefined : `${refusal}\n`);
  });
  return server;
}

/** Whether a page of another origin makes the request; browsers name the page's origin wherever it could read the answer. */
export function isAcrossOrigins(header: (name: string) => string | undefined): boolean {
  const origin = header("origin");
  return origin !== undefined && origin !== `http://${header("host")}`;
}

function refusalOf(
  request: IncomingMessage,
  { origins = [], mayShow }: LoopbackOnlyOptions,
): string | undefined {
  const { host, origin, "sec-fetch-site": site } = request.headers;
  if (host !== undefined && !LOOPBACK_HOST.test(host)) {
    return `This server answers as localhost or 127.0.0.1 only, not as ${host}.`;
  }
  if (origin !== undefined) {
    if (LOOPBACK_ORIGIN.test(origin) || origins.includes(origin)) return undefined;
    return `This server answers pages of this machine only, not those of ${origin}.`;
  }
  if (site !== "cross-site" || mayShow?.(request)) return undefined;
  return "This server answers pages of this machine only, not those of another site.";
}

// Refuses requests of pages of other sites to a server of this machine. The server listens on 127.0.0.1, but a browser on this
// machine can send requests there for any page: a fetch, a form, an image, or a name that resolves to 127.0.0.1 (DNS rebinding).
import type { IncomingMessage, Server, ServerResponse } from "node:http";

export interface LoopbackOnlyOptions {
  /** Further origins whose pages may call, as browsers send them: `https://studio.example`. */
  readonly origins?: readonly string[];
  /** Whether the server also answers requests to a host name that is not a loopback name. Default: it answers none. */
  readonly answersHost?: (host: string) => boolean;
  /** Whether a page of an unknown site may embed or link to the response (an image, a link). Default: no page may. */
  readonly mayShow?: (request: IncomingMessage) => boolean;
}

/** `localhost`, 127.0.0.0/8 and ::1, with or without a port. Subdomains of `localhost` are not trusted: any program may serve pages there. */
const LOOPBACK = String.raw`(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?`;
const LOOPBACK_HOST = new RegExp(`^${LOOPBACK}$`, "i");
const LOOPBACK_ORIGIN = new RegExp(`^https?://${LOOPBACK}$`, "i");

/**
 * Adds a check before all request listeners of the server, and returns the server. Refused with 403, before the body is read, is
 * - a request to a host name that is neither a loopback name nor one of `answersHost`;
 * - a request from a page whose origin is not a loopback origin, `null` among them;
 * - a request without an origin that a browser makes for a page of another site (https://www.w3.org/TR/fetch-metadata/).
 * Programs other than browsers send neither header and are answered.
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

/** Whether a page of another origin sent the request. Browsers send Origin whenever the page could read the response. */
export function isAcrossOrigins(header: (name: string) => string | undefined): boolean {
  const origin = header("origin");
  return origin !== undefined && origin !== `http://${header("host")}`;
}

function refusalOf(
  request: IncomingMessage,
  { origins = [], answersHost, mayShow }: LoopbackOnlyOptions,
): string | undefined {
  const { host, origin, "sec-fetch-site": site } = request.headers;
  if (host !== undefined && !LOOPBACK_HOST.test(host) && !answersHost?.(host)) {
    return `This server answers as localhost or 127.0.0.1 only, not as ${host}.`;
  }
  if (origin !== undefined) {
    if (LOOPBACK_ORIGIN.test(origin) || origins.includes(origin)) return undefined;
    return `This server answers pages of this machine only, not those of ${origin}.`;
  }
  if (site !== "cross-site" || mayShow?.(request)) return undefined;
  return "This server answers pages of this machine only, not those of another site.";
}

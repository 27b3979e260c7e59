// The paths and headers under which Google's models are asked: the Gemini API with a key, Vertex AI with a bearer's token.
import type { IncomingHttpHeaders } from "node:http";
import { GoogleError } from "./google-error.ts";

export interface Route {
  service: "gemini" | "vertex";
  model: string;
  method: "generateContent" | "predict";
}

const GEMINI = /^\/v1(?:beta)?\/models\/([a-z0-9.-]+):(\w+)$/;
const VERTEX =
  /^\/v1(?:beta1)?\/projects\/[a-z0-9:.-]+\/locations\/[a-z0-9-]+\/publishers\/google\/models\/([a-z0-9.-]+):(\w+)$/;

export function routeOf(verb: string, url: string): Route {
  const gemini = GEMINI.exec(url);
  const [, model, method] = gemini ?? VERTEX.exec(url) ?? [];
  if (model === undefined || method === undefined) {
    throw new GoogleError("NOT_FOUND", `The requested URL ${url} was not found on this server.`);
  }
  if (method !== "generateContent" && method !== "predict") {
    throw new GoogleError(
      "UNIMPLEMENTED",
      `${method} is not spoken here; there is generateContent and predict.`,
    );
  }
  if (verb !== "POST") throw new GoogleError("UNIMPLEMENTED", `${method} is asked by POST, not ${verb}.`);
  return { service: gemini === null ? "vertex" : "gemini", model, method };
}

/** What HTTP clients send by themselves, and what Google's clients add. */
const KNOWN_HEADERS = new Set([
  ...["host", "connection", "content-type", "content-length", "transfer-encoding", "keep-alive"],
  ...["accept", "accept-encoding", "accept-language", "sec-fetch-mode", "user-agent", "traceparent"],
  ...["authorization", "x-goog-api-key", "x-goog-api-client", "x-goog-user-project", "x-server-timeout"],
]);

export function checkHeaders(headers: IncomingHttpHeaders, service: Route["service"]): void {
  for (const name of Object.keys(headers)) {
    if (!KNOWN_HEADERS.has(name))
      throw new GoogleError("INVALID_ARGUMENT", `The header ${name} is not known.`);
  }
  if (!/^application\/json(?:;|$)/.test(headers["content-type"] ?? "")) {
    throw new GoogleError("INVALID_ARGUMENT", "The content type must be application/json.");
  }
  if (service === "gemini" && !headers["x-goog-api-key"]) {
    throw new GoogleError("PERMISSION_DENIED", "Method doesn't allow unregistered callers (no API key).");
  }
  if (service === "vertex" && !/^Bearer \S+$/.test(headers.authorization ?? "")) {
    throw new GoogleError("UNAUTHENTICATED", "Request is missing required authentication credential.");
  }
}

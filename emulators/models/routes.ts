// The paths and headers of Google's model APIs: the Gemini API with a key, Vertex AI with a bearer token.
import type { IncomingHttpHeaders } from "node:http";
import type { Offer } from "./account.ts";
import { GoogleError } from "./google-error.ts";

export interface Route {
  service: "gemini" | "vertex";
  /** `v1`, `v1beta`, `v1beta1`. */
  version: string;
  /** The model's resource name on Vertex AI. Absent on the Gemini API. */
  resource?: string;
  location?: string;
  model: string;
  method: "generateContent" | "predict";
}

const GEMINI = /^\/(v1(?:beta)?)\/models\/([a-z0-9.-]+):(\w+)$/;
const VERTEX =
  /^\/(v1(?:beta1)?)\/(projects\/[a-z0-9:.-]+\/locations\/([a-z0-9-]+)\/publishers\/google\/models\/([a-z0-9.-]+)):(\w+)$/;

export function routeOf(verb: string, url: string): Route {
  const route = geminiRoute(url) ?? vertexRoute(url);
  if (route === undefined) {
    throw new GoogleError("NOT_FOUND", `The requested URL ${url} was not found on this server.`);
  }
  const { method } = route;
  if (method !== "generateContent" && method !== "predict") {
    throw new GoogleError(
      "UNIMPLEMENTED",
      `${method} is not supported; the methods are generateContent and predict.`,
    );
  }
  if (verb !== "POST") throw new GoogleError("UNIMPLEMENTED", `${method} needs POST, not ${verb}.`);
  return { ...route, method };
}

type AnyRoute = Omit<Route, "method"> & { method: string };

function geminiRoute(url: string): AnyRoute | undefined {
  const [, version, model, method] = GEMINI.exec(url) ?? [];
  if (version === undefined || model === undefined || method === undefined) return undefined;
  return { service: "gemini", version, model, method };
}

function vertexRoute(url: string): AnyRoute | undefined {
  const [, version, resource, location, model, method] = VERTEX.exec(url) ?? [];
  if (version === undefined || resource === undefined || location === undefined) return undefined;
  if (model === undefined || method === undefined) return undefined;
  return { service: "vertex", version, resource, location, model, method };
}

export interface OfferSelection {
  offers: readonly Offer[];
  /** Whether Imagen's models (method `predict`) answer. */
  imagen: boolean;
}

/**
 * The model of a route. Throws Google's 404 if the model does not exist, is not served by this version, location or method, was shut
 * down, or is closed to new keys (every key counts as new here).
 */
export function offerFor(route: Route, { offers, imagen }: OfferSelection): Offer {
  const offer = offers.find(({ id }) => id === route.model);
  const served = offer?.services[route.service];
  const isThere =
    served !== undefined &&
    served.retired !== true &&
    served.versions.includes(route.version) &&
    (served.locations === undefined || served.locations.includes(route.location ?? ""));
  if (offer === undefined || !isThere || offer.method !== route.method) throw notFound(route);
  if (offer.method === "predict" && !imagen) throw notFound(route);
  if (served.closedToNewKeys === true) {
    const message = `This model models/${route.model} is no longer available to new users. Please update your code to use a newer model for the latest features and improvements.`;
    throw new GoogleError("NOT_FOUND", message);
  }
  return offer;
}

function notFound({ service, resource, model, version, method }: Route): GoogleError {
  const message =
    service === "vertex"
      ? `Publisher Model \`${resource}\` was not found or your project does not have access to it. Please ensure you are using a valid model version. For more information, see: https://cloud.google.com/vertex-ai/generative-ai/docs/learn/model-versions`
      : `models/${model} is not found for API version ${version}, or is not supported for ${method}. Call ListModels to see the list of available models and their supported methods.`;
  return new GoogleError("NOT_FOUND", message);
}

/** Headers that HTTP clients and Google's clients send. */
const KNOWN_HEADERS = new Set([
  ...["host", "connection", "content-type", "content-length", "transfer-encoding", "keep-alive"],
  ...["accept", "accept-encoding", "accept-language", "sec-fetch-mode", "user-agent", "traceparent"],
  ...["authorization", "x-goog-api-key", "x-goog-api-client", "x-goog-user-project", "x-server-timeout"],
]);

export function checkHeaders(headers: IncomingHttpHeaders, service: Route["service"]): void {
  for (const name of Object.keys(headers)) {
    if (!KNOWN_HEADERS.has(name)) throw new GoogleError("INVALID_ARGUMENT", `The header ${name} is unknown.`);
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

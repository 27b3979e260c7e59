// The ways to hosted models, read from the environment: an API key of the Gemini API, or a Google Cloud project with the application's
// default credentials (Vertex AI).
import { createHash } from "node:crypto";
import { CATALOG } from "../catalog.ts";
import type { GoogleAccess } from "./genai.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Adapters that ask a hosted model. */
export const ADAPTERS = ["gemini", "vertexai", "imagen"] as const;
export type Adapter = (typeof ADAPTERS)[number];

/** A model of the catalog and the adapter that asks it. */
export interface ModelChoice {
  adapter: Adapter;
  model: string;
}

export const LOCAL_MODELS_PORT = 8790;
const LOCAL_MODELS_URL = `http://127.0.0.1:${LOCAL_MODELS_PORT}`;

/** What to set for an adapter that there is no way to. */
export const WANTED: Record<Adapter, string> = {
  gemini:
    "set GEMINI_API_KEY (https://aistudio.google.com/apikey), or VERTEX_PROJECT to a Google Cloud project",
  vertexai: "set VERTEX_PROJECT to a Google Cloud project with Vertex AI",
  imagen: "set VERTEX_PROJECT to a Google Cloud project with Vertex AI",
};

/** What the vendor has announced about the client that an adapter is built on. */
export const ANNOUNCED: Partial<Record<Adapter, string>> = {
  vertexai:
    "vertexai: Google announced the removal of the generative module of @google-cloud/vertexai for 24 June 2026; --models gemini reaches the same models with @google/genai",
};

/** Undefined where the environment gives no way to the adapter's models. */
export function accessOf(
  { adapter, model }: ModelChoice,
  environment: Environment = process.env,
): GoogleAccess | undefined {
  const { GEMINI_API_KEY, GEMINI_BASE_URL, VERTEX_PROJECT, VERTEX_LOCATION, VERTEX_BASE_URL } = environment;
  if (adapter === "gemini" && GEMINI_API_KEY) {
    // No key of Google's reads "test": it leads to the server that `npm run models -- serve` starts.
    const local = GEMINI_API_KEY === "test" ? LOCAL_MODELS_URL : undefined;
    return { kind: "key", apiKey: GEMINI_API_KEY, baseUrl: GEMINI_BASE_URL || local };
  }
  if (!VERTEX_PROJECT) return undefined;
  return {
    kind: "vertex",
    project: VERTEX_PROJECT,
    location: VERTEX_LOCATION || (locationsOf(model)[0] ?? "global"),
    baseUrl: VERTEX_BASE_URL || undefined,
  };
}

/** Locations of Vertex AI that serve a model; empty where the catalog names none. */
export function locationsOf(model: string): readonly string[] {
  return CATALOG.find(({ id }) => id === model)?.services.vertex?.locations ?? [];
}

/** Whose quota a request counts into. A key is known by its hash, so that it stands in no database. */
export function accountOf(access: GoogleAccess): string {
  if (access.kind === "vertex") return `vertex/${access.project}/${access.location}`;
  return `gemini/${createHash("sha256").update(access.apiKey).digest("hex").slice(0, 12)}`;
}

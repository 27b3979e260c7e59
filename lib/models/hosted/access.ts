// Access to hosted models from the environment: an API key of the Gemini API, a Google Cloud project with application default credentials
// (Vertex AI), or the address of a self-hosted server.
import { createHash } from "node:crypto";
import { CATALOG, knownModel } from "../catalog.ts";
import { type Environment, OWN_ADAPTERS, type OwnAdapter } from "../own-servers.ts";
import type { GoogleAccess } from "./genai.ts";

export type { Environment } from "../own-servers.ts";

const GOOGLE_ADAPTERS = ["gemini", "vertexai", "imagen"] as const;
/** Adapters for hosted models. */
export const ADAPTERS = [...GOOGLE_ADAPTERS, ...OWN_ADAPTERS] as const;
export type Adapter = (typeof ADAPTERS)[number];

/** A model's key in the catalog, and the adapter that calls it. Keys of self-hosted models begin with the adapter: `openai/qwen3:8b`. */
export interface ModelChoice {
  adapter: Adapter;
  model: string;
}

export const isOwn = (adapter: Adapter): adapter is OwnAdapter => OWN_ADAPTERS.some((own) => own === adapter);

export const LOCAL_MODELS_PORT = 8790;
const LOCAL_MODELS_URL = `http://127.0.0.1:${LOCAL_MODELS_PORT}`;

/** The settings that an adapter without access needs. */
export const WANTED: Record<Adapter, string> = {
  gemini:
    "set GEMINI_API_KEY (https://aistudio.google.com/apikey), or VERTEX_PROJECT to a Google Cloud project",
  vertexai: "set VERTEX_PROJECT to a Google Cloud project with Vertex AI",
  imagen: "set VERTEX_PROJECT to a Google Cloud project with Vertex AI",
  openai:
    "set MEKURI_WORDS_URL and MEKURI_WORDS_MODEL for words (with Ollama: http://localhost:11434 and qwen3:8b), MEKURI_PICTURES_URL and MEKURI_PICTURES_MODEL for pictures",
  sdapi: "set MEKURI_SDAPI_URL to the address of A1111, Forge or Draw Things, such as http://localhost:7860",
  comfyui:
    "set MEKURI_COMFYUI_URL to the address of ComfyUI, such as http://localhost:8188, and MEKURI_COMFYUI_PANEL_GRAPH and MEKURI_COMFYUI_PORTRAIT_GRAPH to files of graphs in API format",
};

/** The vendor's announcements about an adapter's client library. */
export const ANNOUNCED: Partial<Record<Adapter, string>> = {
  vertexai:
    "vertexai: Google announced the removal of the generative module of @google-cloud/vertexai for 24 June 2026; --models gemini reaches the same models with @google/genai",
};

/** A self-hosted server of the settings, by the key of its model. */
export interface OwnAccess {
  kind: "own";
  model: string;
}

/** The access of an adapter; undefined where the environment has none. Throws as `ownModels` does. */
export function accessOf(
  choice: ModelChoice,
  environment: Environment = process.env,
): GoogleAccess | OwnAccess | undefined {
  if (!isOwn(choice.adapter)) return googleAccess(choice, environment);
  const { model } = choice;
  return knownModel(model, environment) === undefined ? undefined : { kind: "own", model };
}

/** As `accessOf`, for Google's models only. */
export function googleAccess(
  { adapter, model }: ModelChoice,
  environment: Environment = process.env,
): GoogleAccess | undefined {
  const { GEMINI_API_KEY, GEMINI_BASE_URL, VERTEX_PROJECT, VERTEX_LOCATION, VERTEX_BASE_URL } = environment;
  if (adapter === "gemini" && GEMINI_API_KEY) {
    // The key "test" is none of Google's: it selects the server that `npm run models -- serve` starts.
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

/** Locations of Vertex AI that serve a model; an empty list where the catalog has none. */
export function locationsOf(model: string): readonly string[] {
  return CATALOG.find(({ id }) => id === model)?.services.vertex?.locations ?? [];
}

/** The account whose quota a request uses. A key is represented by its hash, so that no database contains it. */
export function accountOf(access: GoogleAccess | OwnAccess): string {
  if (access.kind === "own") return "own";
  if (access.kind === "vertex") return `vertex/${access.project}/${access.location}`;
  return `gemini/${createHash("sha256").update(access.apiKey).digest("hex").slice(0, 12)}`;
}

// How hosted models are reached and which of them are used, read from the environment. Ids of adapters name the model, so that another
// model is another input of every step that uses it, and the book says what made it.
import { CATALOG, catalogModel, type Finding, findings } from "../catalog.ts";
import type { GoogleAccess } from "./genai.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Adapters that ask a hosted model. */
const ADAPTERS = ["gemini", "vertexai", "imagen"] as const;
export type Adapter = (typeof ADAPTERS)[number];

export const LOCAL_MODELS_PORT = 8790;
const LOCAL_MODELS_URL = `http://127.0.0.1:${LOCAL_MODELS_PORT}`;

/** Raised with any change to what is asked of the models: prompts, schemas, the completion by code. */
export const REVISION = 1;

const DEFAULTS = {
  /** Writes. */
  text: "gemini-3.8-flash",
  /** Draws. */
  image: "gemini-3.1-flash-image",
  /** Looks at pictures. */
  eye: "gemini-3.5-flash-lite",
  imagen: "imagen-4.0-generate-001",
};

/** `gemini/gemini-3.8-flash@1`. */
export function hostedId(
  adapter: Adapter,
  use: "text" | "image",
  environment: Environment = process.env,
): string {
  const { GEMINI_TEXT_MODEL, GEMINI_IMAGE_MODEL, IMAGEN_MODEL } = environment;
  const image = adapter === "imagen" ? IMAGEN_MODEL || DEFAULTS.imagen : GEMINI_IMAGE_MODEL || DEFAULTS.image;
  return `${adapter}/${use === "text" ? GEMINI_TEXT_MODEL || DEFAULTS.text : image}@${REVISION}`;
}

/** The parts of such an id; undefined where it is none that this version knows. */
export function parseHostedId(id: string): { adapter: Adapter; model: string } | undefined {
  const [, name, model = "", revision] = /^(\w+)\/([a-z0-9.-]+)@(\d+)$/.exec(id) ?? [];
  const adapter = ADAPTERS.find((known) => known === name);
  return adapter === undefined || Number(revision) !== REVISION ? undefined : { adapter, model };
}

export function eyeModel({ GEMINI_EYE_MODEL }: Environment = process.env): string {
  return GEMINI_EYE_MODEL || DEFAULTS.eye;
}

/** Undefined where the environment gives no way to the adapter's models. */
export function accessOf(adapter: Adapter, environment: Environment = process.env): GoogleAccess | undefined {
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
    // Imagen and the older client know regions only.
    location: VERTEX_LOCATION || (adapter === "gemini" ? "global" : "us-central1"),
    baseUrl: VERTEX_BASE_URL || undefined,
  };
}

const WANTED: Record<Adapter, string> = {
  gemini:
    "set GEMINI_API_KEY (https://aistudio.google.com/apikey), or VERTEX_PROJECT to a Google Cloud project",
  vertexai: "set VERTEX_PROJECT to a Google Cloud project with Vertex AI",
  imagen: "set VERTEX_PROJECT to a Google Cloud project with Vertex AI",
};

/** The hosted models behind a writer's and an artist's ids: what is called for words, pictures and looks. */
export function hostedModels(
  ids: readonly string[],
  environment: Environment = process.env,
): { adapter: Adapter; model: string }[] {
  const parsed = ids.flatMap((id) => parseHostedId(id) ?? []);
  const draws = parsed.some(({ model }) => isKnown(model) && catalogModel(model).kind === "image");
  return draws ? [...parsed, { adapter: "gemini", model: eyeModel(environment) }] : parsed;
}

const isKnown = (model: string) => CATALOG.some(({ id }) => id === model);

interface Readiness {
  /** Why the models cannot be asked, in sentences; empty when they can. */
  missing: string[];
  findings: Finding[];
}

/** `today` as an ISO date. */
export function readinessOf(
  ids: readonly string[],
  today: string,
  environment: Environment = process.env,
): Readiness {
  const used = hostedModels(ids, environment);
  const strange = used.filter(({ model }) => !isKnown(model));
  const shut = used.filter(({ adapter }) => accessOf(adapter, environment) === undefined);
  const missing = [
    ...strange.map(({ model }) => `${model} is not in the catalog of models (lib/models/catalog.ts)`),
    ...shut.map(({ adapter }) => `no access to the models of ${adapter}: ${WANTED[adapter]}`),
  ];
  const chosen = used.map(({ adapter, model }) => {
    const service = accessOf(adapter, environment)?.kind === "key" ? "gemini" : "vertex";
    return { model, service } as const;
  });
  return { missing: [...new Set(missing)], findings: findings(today, chosen) };
}

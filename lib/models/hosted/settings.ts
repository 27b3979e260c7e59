// Which hosted models are used, read from the environment, and whether they can be. Ids of adapters name the model, so that another
// model is another input of every step that uses it, and the book says what made it.
import { CATALOG, catalogModel, type Finding, findings } from "../catalog.ts";
import { ADAPTERS, type Adapter, accessOf, type Environment, type ModelChoice, WANTED } from "./access.ts";
import { orderFor, readTraffic, type Traffic } from "./traffic.ts";

/** Raised with any change to what is asked of the models: prompts, schemas, the completion by code. */
export const REVISION = 5;

const DEFAULTS = {
  /** Writes. */
  text: "gemini-3.8-flash",
  /** Draws. */
  image: "gemini-nano-banana-2.1",
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
export function parseHostedId(id: string): ModelChoice | undefined {
  const [, name, model = "", revision] = /^(\w+)\/([a-z0-9.-]+)@(\d+)$/.exec(id) ?? [];
  const adapter = ADAPTERS.find((known) => known === name);
  return adapter === undefined || Number(revision) !== REVISION ? undefined : { adapter, model };
}

export function eyeModel({ GEMINI_EYE_MODEL }: Environment = process.env): string {
  return GEMINI_EYE_MODEL || DEFAULTS.eye;
}

/** The hosted models behind a writer's and an artist's ids, with those that stand in for them: for words, pictures and looks. */
export function hostedModels(
  ids: readonly string[],
  environment: Environment = process.env,
  traffic: Traffic = readTraffic(environment),
): ModelChoice[] {
  const parsed = ids.flatMap((id) => parseHostedId(id) ?? []);
  const draws = parsed.some(({ model }) => isKnown(model) && catalogModel(model).kind === "image");
  const wanted = draws ? [...parsed, eyeOf(environment)] : parsed;
  const used = wanted.flatMap((choice) => orderFor(choice, traffic));
  return [...new Map(used.map((choice) => [`${choice.adapter}/${choice.model}`, choice])).values()];
}

const eyeOf = (environment: Environment) => ({ adapter: "gemini", model: eyeModel(environment) }) as const;

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
  if (ids.every((id) => parseHostedId(id) === undefined)) return { missing: [], findings: [] };
  let traffic: Traffic;
  try {
    traffic = readTraffic(environment);
  } catch (error) {
    if (error instanceof RangeError) return { missing: [error.message], findings: [] };
    throw error;
  }
  const used = hostedModels(ids, environment, traffic);
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

/**
 * What whoever starts a service should know of the models that it can reach: which of them go and what comes after them, and what is
 * wrong with their settings. Imagen counts where a setting chooses it.
 */
export function startNotices(today: string, environment: Environment = process.env): string[] {
  const ids = [
    ...[hostedId("gemini", "text", environment), hostedId("gemini", "image", environment)],
    hostedId("vertexai", "text", environment),
    ...(environment.IMAGEN_MODEL ? [hostedId("imagen", "image", environment)] : []),
  ];
  const reached = ids.filter((id) => {
    const choice = parseHostedId(id);
    return choice === undefined || accessOf(choice.adapter, environment) !== undefined;
  });
  if (reached.length === 0) return [];
  const { missing, findings } = readinessOf(reached, today, environment);
  return [...new Set([...missing, ...findings.map(({ message }) => message)])];
}

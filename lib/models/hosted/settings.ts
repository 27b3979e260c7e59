// Which hosted models are used, by the environment, and whether they can be reached. Adapter ids contain the model, so that another model
// changes the input of every step that uses it, and the book records its makers.
import { MOST_OWN_REFERENCES } from "../../pipeline/picture-wishes.ts";
import { type Finding, findings, knownModel, unknownModel } from "../catalog.ts";
import { ownModels } from "../own-models.ts";
import type { OwnAdapter } from "../own-servers.ts";
import {
  ADAPTERS,
  type Adapter,
  ANNOUNCED,
  accessOf,
  type Environment,
  isOwn,
  locationsOf,
  type ModelChoice,
  WANTED,
} from "./access.ts";
import { orderFor, readTraffic, type Traffic } from "./traffic.ts";

/** Raised with every change to what is sent to the models (prompts, schemas) or to the code that completes answers. */
export const REVISION = 7;

/** The models that are used where no setting names others. */
const DEFAULTS = {
  /** The text model. */
  text: "gemini-3.8-flash",
  /** Its fallback, where it is gone or overloaded. */
  textFallback: "gemini-3.5-flash-lite",
  /** The image model. */
  image: "gemini-nano-banana-2.1",
  /** Its fallback, where it gives no picture. */
  imageFallback: "gemini-3.1-flash-lite-image",
  /** The vision model that inspects pictures. */
  vision: "gemini-3.5-flash-lite",
  imagen: "imagen-4.0-generate-001",
};

/** The models that the set `gemini` uses when no setting names another. */
export const DEFAULT_MODELS: readonly string[] = [
  ...new Set([DEFAULTS.text, DEFAULTS.textFallback, DEFAULTS.image, DEFAULTS.imageFallback, DEFAULTS.vision]),
];

/** `gemini/gemini-3.8-flash@1`. */
export function hostedId(
  adapter: Adapter,
  use: "text" | "image",
  environment: Environment = process.env,
): string {
  if (isOwn(adapter)) return `${ownKey(adapter, use, environment)}@${REVISION}`;
  const { GEMINI_TEXT_MODEL, GEMINI_IMAGE_MODEL, IMAGEN_MODEL } = environment;
  const image = adapter === "imagen" ? IMAGEN_MODEL || DEFAULTS.imagen : GEMINI_IMAGE_MODEL || DEFAULTS.image;
  return `${adapter}/${use === "text" ? GEMINI_TEXT_MODEL || DEFAULTS.text : image}@${REVISION}`;
}

/** The model's key in the settings of a self-hosted adapter; a key without a row where the settings have none. */
function ownKey(adapter: OwnAdapter, use: "text" | "image", environment: Environment): string {
  const kept = environment.MEKURI_WORDS_MODEL;
  if (adapter === "openai")
    return `openai/${(use === "text" ? kept : environment.MEKURI_PICTURES_MODEL)?.trim() || "unset"}`;
  const rows = rowsOrNone(environment);
  return rows.find(({ id }) => id.startsWith(`${adapter}/`))?.id ?? `${adapter}/unset`;
}

/** Empty where a setting cannot be read; `readinessOf` reports that. */
function rowsOrNone(environment: Environment) {
  try {
    return ownModels(environment);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** Adapter and model of such an id, for any revision of the prompts; undefined for another id. */
export function parseHostedId(id: string): ModelChoice | undefined {
  const at = id.lastIndexOf("@");
  const key = /^\d+$/.test(id.slice(at + 1)) ? id.slice(0, Math.max(0, at)) : "";
  const [name, ...rest] = key.split("/");
  const model = rest.join("/");
  const adapter = ADAPTERS.find((known) => known === name);
  if (adapter === undefined) return undefined;
  if (isOwn(adapter)) return /^\S+$/.test(model) ? { adapter, model: key } : undefined;
  return /^[a-z0-9.-]+$/.test(model) ? { adapter, model } : undefined;
}

/** Whether an id names a self-hosted model. */
export function isOwnId(id: string): boolean {
  const choice = parseHostedId(id);
  return choice !== undefined && isOwn(choice.adapter);
}

/**
 * Whether an artist takes reference pictures, so that characters, places and the style get sheets. True for the simulated artist; false for
 * unknown models.
 */
export function takesReferences(id: string): boolean {
  if (id.startsWith("simulated-artist@")) return true;
  const choice = parseHostedId(id);
  try {
    const references = choice && knownModel(choice.model)?.images?.references;
    return references !== undefined && references.people + references.things > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Why an artist cannot edit a part of a picture, in a sentence; undefined where it can. */
export function whyNoEdits(id: string): string | undefined {
  const choice = parseHostedId(id);
  if (choice === undefined)
    return "the offline artist cannot change parts of a picture: change the panel in the storyboard";
  const images = knownModel(choice.model)?.images;
  const edits = images?.edits ?? ((images?.references.things ?? 0) > 0 ? "picture" : undefined);
  return edits === undefined
    ? `${id} accepts no reference pictures, so it cannot change parts of a picture`
    : undefined;
}

/** Why an artist takes no reference pictures of a person's own, in a sentence; undefined where it takes some. */
export function whyNoReferences(id: string): string | undefined {
  if (ownReferencesOf(id) > 0) return undefined;
  return parseHostedId(id) === undefined
    ? "the offline artist draws from the storyboard and takes no reference pictures: change the panel in the storyboard"
    : `${id} accepts no reference pictures`;
}

/** How many reference pictures of a person's own an artist takes for one panel. */
export function ownReferencesOf(id: string): number {
  const choice = parseHostedId(id);
  const things = (choice && knownModel(choice.model)?.images?.references.things) ?? 0;
  return Math.min(MOST_OWN_REFERENCES, things);
}

/**
 * What an artist makes of a person's wishes about one picture. `references`: its most reference pictures; `ownReferences`: how many of them a
 * person may add to a panel.
 */
export interface ArtistAbilities {
  readsPrompt: boolean;
  editsPictures: boolean;
  references: { people: number; things: number };
  ownReferences: number;
}

/** Throws `RangeError` where the settings of the self-hosted models cannot be read. */
export function abilitiesOf(id: string): ArtistAbilities {
  const choice = parseHostedId(id);
  const { people, things } = (choice && knownModel(choice.model)?.images?.references) ?? NO_REFERENCES;
  return {
    ...{ readsPrompt: choice !== undefined, editsPictures: whyNoEdits(id) === undefined },
    references: { people, things },
    ownReferences: ownReferencesOf(id),
  };
}

const NO_REFERENCES = { people: 0, things: 0 };

/**
 * The id with this version's revision of the prompts: a session that began with another revision continues with this one, and its book says
 * so.
 */
export const presentHostedId = (id: string): string => id.replace(/@\d+$/, `@${REVISION}`);

export function visionModel({ GEMINI_EYE_MODEL }: Environment = process.env): string {
  return GEMINI_EYE_MODEL || DEFAULTS.vision;
}

/** The model, then its fallbacks: by `MEKURI_MODEL_FAILOVER`, else the default fallback of its kind. */
export function withFallbacks(wanted: ModelChoice, traffic: Traffic): ModelChoice[] {
  const chosen = orderFor(wanted, traffic);
  if (chosen.length > 1 || traffic.orders === "off") return chosen;
  const model = knownModel(wanted.model);
  if (model === undefined || isOwn(wanted.adapter)) return chosen;
  const adapter = wanted.adapter === "imagen" ? "gemini" : wanted.adapter;
  const fallback = model.kind === "text" ? DEFAULTS.textFallback : DEFAULTS.imageFallback;
  return fallback === wanted.model ? chosen : [...chosen, { adapter, model: fallback }];
}

/** The hosted models of a writer's and an artist's ids with their fallbacks: for text, pictures and inspections. */
export function hostedModels(
  ids: readonly string[],
  environment: Environment = process.env,
  traffic: Traffic = readTraffic(environment),
): ModelChoice[] {
  const parsed = ids.flatMap((id) => parseHostedId(id) ?? []);
  // Pictures of a self-hosted server are not inspected by a vendor's model: the user chose to send nothing to a vendor.
  const draws = parsed.some(({ adapter, model }) => !isOwn(adapter) && knownModel(model)?.kind === "image");
  const wanted = draws ? [...parsed, visionModelOf(environment)] : parsed;
  const used = wanted.flatMap((choice) => withFallbacks(choice, traffic));
  return [...new Map(used.map((choice) => [`${choice.adapter}/${choice.model}`, choice])).values()];
}

const visionModelOf = (environment: Environment) =>
  ({ adapter: "gemini", model: visionModel(environment) }) as const;

interface Readiness {
  /** Why the models cannot be used, in sentences; empty where they can. */
  missing: string[];
  findings: Finding[];
}

/** `today`: an ISO date. */
export function readinessOf(
  ids: readonly string[],
  today: string,
  environment: Environment = process.env,
): Readiness {
  if (ids.every((id) => parseHostedId(id) === undefined)) return { missing: [], findings: [] };
  let used: ModelChoice[];
  try {
    used = hostedModels(ids, environment);
  } catch (error) {
    if (error instanceof RangeError) return { missing: [error.message], findings: [] };
    throw error;
  }
  const missing = used.flatMap((choice) => {
    const reason = whyNot(choice, environment);
    return reason === undefined ? [] : [reason];
  });
  const chosen = used.flatMap((choice) => {
    if (isOwn(choice.adapter)) return [];
    const service = accessOf(choice, environment)?.kind === "key" ? "gemini" : "vertex";
    return [{ model: choice.model, service } as const];
  });
  const announced = [...new Set(used.map(({ adapter }) => adapter))].flatMap((adapter): Finding[] => {
    const message = ANNOUNCED[adapter];
    return message === undefined ? [] : [{ model: adapter, kind: "announced", message }];
  });
  return { missing: [...new Set(missing)], findings: [...announced, ...findings(today, chosen)] };
}

/** Why a model cannot be used, with advice; undefined where it can. */
function whyNot(choice: ModelChoice, environment: Environment): string | undefined {
  const { adapter, model } = choice;
  if (isOwn(adapter)) return whyNotOwn(choice, adapter, environment);
  if (knownModel(model) === undefined) return unknownModel(model);
  const access = accessOf(choice, environment);
  if (access === undefined) return `no access to the models of ${adapter}: ${WANTED[adapter]}`;
  if (access.kind !== "vertex") return undefined;
  const locations = locationsOf(model);
  if (locations.length === 0 || locations.includes(access.location)) return undefined;
  return `Vertex AI serves ${model} at ${locations.join(", ")}, not at VERTEX_LOCATION=${access.location}; unset it, or choose another model`;
}

function whyNotOwn(
  { model }: ModelChoice,
  adapter: OwnAdapter,
  environment: Environment,
): string | undefined {
  try {
    if (knownModel(model, environment) !== undefined) return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  return model.endsWith("/unset") ? `no server for ${adapter}: ${WANTED[adapter]}` : unknownModel(model);
}

/**
 * Notices for an operator about the models that the service can reach: retirements with successors, and errors in the settings. The older
 * client counts where a Vertex AI project is the only access, Imagen where a setting chooses it.
 */
export function startNotices(today: string, environment: Environment = process.env): string[] {
  const ids = [
    ...[hostedId("gemini", "text", environment), hostedId("gemini", "image", environment)],
    ...(environment.GEMINI_API_KEY ? [] : [hostedId("vertexai", "text", environment)]),
    ...(environment.IMAGEN_MODEL ? [hostedId("imagen", "image", environment)] : []),
  ];
  const reached = ids.filter((id) => {
    const choice = parseHostedId(id);
    return choice === undefined || accessOf(choice, environment) !== undefined;
  });
  if (reached.length === 0) return [];
  const { missing, findings } = readinessOf(reached, today, environment);
  return [...new Set([...missing, ...findings.map(({ message }) => message)])];
}

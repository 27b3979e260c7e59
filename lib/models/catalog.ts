// The catalog of hosted models: abilities, prices, services and retirements. No other code names a model. Rows are data: `catalog.json`,
// and a user's own rows, which take precedence.
import { readFileSync } from "node:fs";
import * as z from "zod";
import shipped from "./catalog.json" with { type: "json" };
import {
  type CatalogModel,
  CatalogSchema,
  type ImageSize,
  ModelRowsSchema,
  type ModelTask,
  type ThinkingLevel,
} from "./catalog-schema.ts";
import { localRow, ownModels } from "./own-models.ts";

export type { CatalogModel } from "./catalog-schema.ts";

interface OwnRows {
  /** Path of a JSON file of rows. */
  MEKURI_MODELS_FILE?: string | undefined;
  /** The rows as text. `npm run mekuri -- deploy` fills it from the setting `modelsFile`, because functions cannot read a user's file. */
  MEKURI_MODELS_JSON?: string | undefined;
}

/**
 * The shipped rows, with a user's own rows added or replacing those of the same id. Throws `RangeError` that names the setting and the row.
 */
export function loadCatalog({ MEKURI_MODELS_FILE: file, MEKURI_MODELS_JSON: json }: OwnRows) {
  if (file) return withRows(`MEKURI_MODELS_FILE=${file}`, () => readFileSync(file, "utf8"));
  if (json) return withRows("MEKURI_MODELS_JSON", () => json);
  return CatalogSchema.parse(shipped);
}

function withRows(setting: string, read: () => string): CatalogModel[] {
  try {
    const own = ModelRowsSchema.parse(JSON.parse(read()));
    const ids = new Set(own.map(({ id }) => id));
    return CatalogSchema.parse([...own, ...shipped.filter(({ id }) => !ids.has(id))]);
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new RangeError(
      `${setting} is not a valid catalog of models (form: lib/models/catalog-schema.ts): ${reason}`,
    );
  }
}

export const CATALOG: readonly CatalogModel[] = loadCatalog(process.env);

/** The row of the catalog, or of a self-hosted server; undefined where neither has it. */
export function knownModel(id: string, environment = process.env): CatalogModel | undefined {
  // Keys of self-hosted models contain a slash, which no id of the catalog does.
  return id.includes("/")
    ? (ownModels(environment).find((candidate) => candidate.id === id) ?? localRow(id, environment))
    : CATALOG.find((candidate) => candidate.id === id);
}

/** Throws `RangeError` that lists the known ids and explains how to add a row. */
export function catalogModel(id: string): CatalogModel {
  const model = knownModel(id);
  if (model !== undefined) return model;
  throw new RangeError(unknownModel(id));
}

export function unknownModel(id: string): string {
  if (id.includes("/")) return unnamedServer(id);
  const known = CATALOG.map((candidate) => candidate.id).join(", ");
  const kind = /image|imagen|banana/.test(id) ? "image" : "text";
  const {
    successor: _none,
    source: _ours,
    ...row
  } = CATALOG.find((candidate) => candidate.kind === kind) ?? {};
  const example = JSON.stringify([{ ...row, id, source: "where its figures come from" }]);
  return `the catalog has no model ${id}; it has: ${known}. To use it, write its row with its own figures into a file, and set MEKURI_MODELS_FILE to that file: ${example}`;
}

/** The message for a session whose model is on a server that the settings no longer name. */
function unnamedServer(id: string): string {
  const settings = {
    openai: "MEKURI_WORDS_MODEL or MEKURI_PICTURES_MODEL",
    sdapi: "MEKURI_SDAPI_URL",
    comfyui: "MEKURI_COMFYUI_PANEL_GRAPH and MEKURI_COMFYUI_PORTRAIT_GRAPH",
  };
  const [adapter = "", port] = id.split("/");
  if (port?.startsWith("local-"))
    return `${id} is a program of the machine on which the book was started, and this service cannot use it; continue there, or start a new book`;
  const named = Object.entries(settings).find(([name]) => name === adapter)?.[1] ?? "the settings";
  return `the settings name no server for ${id}; set ${named} to it again, or start a new book`;
}

/** The thinking level for a task; undefined for a model without thinking settings. */
export function thinkingFor({ thinking }: CatalogModel, task: ModelTask): ThinkingLevel | undefined {
  return thinking === undefined ? undefined : (thinking.tasks[task] ?? thinking.levels[0]);
}

/** Tokens that thoughts may add to an answer of the task. */
export function thoughtAllowance(model: CatalogModel, task: ModelTask): number {
  const level = thinkingFor(model, task);
  return level === undefined ? 0 : (model.thinking?.allowanceTokens[level] ?? 0);
}

/** Tokens of one call. */
export interface Consumption {
  /** Text of the prompt. */
  inputTokens: number;
  /** Images of the prompt. Absent: none. */
  imageInputTokens?: number;
  /** Input tokens from the vendor's cache, which the two fields above do not include. Absent: none. */
  cachedTokens?: number;
  /** Text and thoughts of the answer. */
  outputTokens: number;
  /** Images of the answer. */
  imageTokens: number;
  /** Images that are sold per picture. */
  pieces?: { size: ImageSize; count: number };
}

/** Micro-dollars of one call, rounded up. `today` is an ISO date. */
export function priceOf(model: CatalogModel, used: Consumption, today: string): number {
  const rates = ratesOn(model, today);
  const { inputTokens, imageInputTokens = 0, cachedTokens = 0, outputTokens, imageTokens, pieces } = used;
  const tokens =
    inputTokens * rates.input +
    imageInputTokens * rates.imageInput +
    cachedTokens * rates.cachedInput +
    outputTokens * rates.output +
    imageTokens * rates.imageOutput;
  const piece = pieces === undefined ? undefined : model.images?.sizes[pieces.size];
  const pieceMicros = piece !== undefined && "micros" in piece ? piece.micros * (pieces?.count ?? 0) : 0;
  return Math.ceil(tokens / 1_000_000) + pieceMicros;
}

/** Factor of a model's price under Flex, the vendor's half-price mode; undefined where it is not sold so. */
export const flexShareOf = (model: CatalogModel, today: string): number | undefined =>
  ratesOn(model, today).flexShare;

/** Factor of a model's price in a batch; undefined where it is not sold so. */
export const batchShareOf = (model: CatalogModel, today: string): number | undefined =>
  ratesOn(model, today).batchShare;

/** The rates on an ISO date. Throws `RangeError` where there are none. */
export function ratesOn({ id, rates }: CatalogModel, today: string): CatalogModel["rates"][number] {
  const found = rates.find(({ until }) => until === undefined || today <= until) ?? rates.at(-1);
  if (found === undefined) throw new RangeError(`${id} has no rates`);
  return found;
}

/** A chosen model, and the service that serves it. */
export interface Choice {
  model: string;
  service: "gemini" | "vertex";
}

export interface Finding {
  model: string;
  /** `retired`: calls are answered with 404. `retiring`: they will be within 90 days. `announced`: without a date. */
  kind: "unknown" | "not-offered" | "retired" | "retiring" | "announced";
  message: string;
}

const NOTICE_MS = 90 * 24 * 3_600_000;
const SERVICE_NAMES = { gemini: "the Gemini API", vertex: "Vertex AI" } as const;

/** Warnings about the chosen models; empty if there are none. `today` is an ISO date. */
export function findings(today: string, chosen: readonly Choice[]): Finding[] {
  return chosen.flatMap(({ model: id, service }): Finding[] => {
    const model = CATALOG.find((candidate) => candidate.id === id);
    if (model === undefined) return [{ model: id, kind: "unknown", message: unknownModel(id) }];
    const name = SERVICE_NAMES[service];
    const offered = model.services[service];
    if (offered === undefined) {
      return [{ model: id, kind: "not-offered", message: `${name} does not offer ${id}` }];
    }
    const advice = model.successor === undefined ? "" : `; its successor is ${model.successor}`;
    const { retires, announced } = offered;
    if (retires !== undefined && today >= retires) {
      return [{ model: id, kind: "retired", message: `${name} retired ${id} on ${retires}${advice}` }];
    }
    if (retires !== undefined && Date.parse(retires) - Date.parse(today) <= NOTICE_MS) {
      return [{ model: id, kind: "retiring", message: `${name} retires ${id} on ${retires}${advice}` }];
    }
    if (announced !== undefined) {
      return [{ model: id, kind: "announced", message: `${id}: ${announced}${advice}` }];
    }
    return [];
  });
}

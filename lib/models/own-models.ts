// Catalog rows of the models behind a person's own servers: their limits and prices come from the settings (`own-servers.ts`), not from
// `catalog.json`. Their keys hold the adapter, `openai/qwen3:8b`, so that none is taken for a row of the catalog.
import type { CatalogModel } from "./catalog-schema.ts";
import { type ComfyGraphs, graphsName, graphsOf, referencesIn } from "./comfy-graphs.ts";
import { localGraphs, localWords, parseLocalKey } from "./local-models.ts";
import {
  comfyServer,
  type Environment,
  type PicturesServer,
  picturesServer,
  sdapiServer,
  type WordsServer,
  wordsServer,
} from "./own-servers.ts";

/** Tokens of one answer of a small model. */
export const SMALL_ANSWER_TOKENS = 2_000;

/** From this context on, a model is asked the questions that Google's models are asked. */
const LARGE_CONTEXT = 32_000;
const LARGE_ANSWER_TOKENS = 16_000;

/** Nobody else shares the server, and no vendor counts. */
const UNLIMITED = 100_000;

/** Every side of these servers' pictures may have any size in steps of 8 or 16, so that there is a ratio near each panel's. */
const RATIOS = [
  ...["3:1", "5:2", "21:9", "2:1", "16:9", "5:3", "3:2", "4:3", "5:4", "1:1"],
  ...["4:5", "3:4", "2:3", "3:5", "9:16", "1:2", "9:21", "2:5", "1:3"],
];

/** References that OpenAI's edits take: https://platform.openai.com/docs/api-reference/images/createEdit */
const OPENAI_REFERENCES = 16;

/** Key of the model that writes: `openai/qwen3:8b`. Throws a RangeError that names a setting which cannot be read. */
export const wordsKey = ({ model }: Pick<WordsServer, "model">): string => `openai/${model}`;

/** Key of the model that draws: `openai/gpt-image-2`. */
export const picturesKey = ({ model }: Pick<PicturesServer, "model">): string => `openai/${model}`;

/** The protocol names no model: whatever the person has loaded there draws. */
export const SDAPI_KEY = "sdapi/server";

/** `comfyui/graphs-0123456789ab`. */
export const comfyKey = (graphs: ComfyGraphs): string => `comfyui/${graphsName(graphs)}`;

/** Whether a model gets flat questions about one scene each, since its context holds no more. */
export const isSmall = ({ contextTokens }: Pick<WordsServer, "contextTokens">): boolean =>
  contextTokens < LARGE_CONTEXT;

/** Why a model with a small context directs nothing: a page's storyboard is one large question. */
export const smallDirection = (id: string): string =>
  `${id} does not direct: its context is too small for a page's storyboard. Choose code, as in openai+offline, or set MEKURI_WORDS_CONTEXT to 32000 or more where the model and its server take that.`;

const NAMES = /^(?:K_SERVICE$|MEKURI_(?:WORDS|PICTURES|SDAPI|COMFYUI|LOCAL)_)/u;
let known: { settings: string; rows: readonly CatalogModel[] } | undefined;

/**
 * The rows that the settings name. Throws a RangeError that names a setting which cannot be read. Graphs are read once for the same
 * settings, so a changed graph takes effect when the program is started again.
 */
export function ownModels(environment: Environment = process.env): readonly CatalogModel[] {
  const settings = JSON.stringify(Object.entries(environment).filter(([name]) => NAMES.test(name)));
  if (known?.settings !== settings) known = { settings, rows: rowsOf(environment) };
  return known.rows;
}

function rowsOf(environment: Environment): CatalogModel[] {
  const rows: CatalogModel[] = [];
  const words = wordsServer(environment);
  if (words !== undefined) rows.push(wordsRow(wordsKey(words), words));
  const pictures = picturesServer(environment);
  if (pictures !== undefined)
    rows.push(pictureRow(picturesKey(pictures), pictures.priceMicros, OPENAI_REFERENCES));
  if (sdapiServer(environment) !== undefined) rows.push(pictureRow(SDAPI_KEY, 0, 0));
  const comfy = comfyServer(environment);
  if (comfy !== undefined) {
    const graphs = graphsOf(comfy);
    rows.push(pictureRow(comfyKey(graphs), 0, referencesIn(graphs.panel)));
  }
  return rows;
}

/** The row of a key of `local-models.ts`; undefined where there is no such model. Throws as `ownModels` does. */
export function localRow(key: string, environment: Environment = process.env): CatalogModel | undefined {
  const local = parseLocalKey(key, environment);
  if (local === undefined) return undefined;
  if (local.adapter === "openai") return wordsRow(key, localWords(local, environment));
  if (local.adapter === "sdapi") return pictureRow(key, 0, 0);
  const graphs = localGraphs(local, environment);
  return graphs && pictureRow(key, 0, referencesIn(graphs.panel));
}

/** The server of a key that writes; undefined for a key that names none. Throws as `ownModels` does. */
export function writingServer(key: string, environment: Environment = process.env): WordsServer | undefined {
  const words = wordsServer(environment);
  if (words !== undefined && wordsKey(words) === key) return words;
  const local = parseLocalKey(key, environment);
  return local?.adapter === "openai" ? localWords(local, environment) : undefined;
}

function wordsRow(key: string, server: WordsServer): CatalogModel {
  const { contextTokens, price } = server;
  const answer = isSmall(server) ? SMALL_ANSWER_TOKENS : LARGE_ANSWER_TOKENS;
  return {
    ...{ id: key, kind: "text", method: "own", services: {}, takesSchema: true },
    limits: { inputTokens: contextTokens - answer, outputTokens: answer },
    requestsPerMinute: UNLIMITED,
    rates: [{ ...price, imageInput: price.input, cachedInput: price.input, imageOutput: 0 }],
    source: "MEKURI_WORDS_CONTEXT, MEKURI_WORDS_PRICE",
  };
}

function pictureRow(id: string, micros: number, references: number): CatalogModel {
  return {
    ...{ id, kind: "image", method: "own", services: {}, takesSchema: false },
    limits: { inputTokens: 8_000, outputTokens: 0 },
    requestsPerMinute: UNLIMITED,
    rates: [{ input: 0, imageInput: 0, cachedInput: 0, output: 0, imageOutput: 0 }],
    images: {
      aspectRatios: RATIOS,
      sizes: { "1K": { micros } },
      references: { things: references, people: references },
    },
    source: "the settings of the server",
  };
}

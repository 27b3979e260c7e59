// Catalog rows of the models behind a person's own servers: their limits and prices come from the settings (`own-servers.ts`), not from
// `catalog.json`. Their keys hold the adapter, `openai/qwen3:8b`, so that none is taken for a row of the catalog.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { CatalogModel } from "./catalog-schema.ts";
import {
  type ComfyServer,
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

/** Other graphs draw other pictures, so the key names them. */
export const comfyKey = ({ panel, portrait }: { panel: string; portrait: string }): string =>
  `comfyui/graphs-${createHash("sha256").update(`${panel}\0${portrait}`).digest("hex").slice(0, 12)}`;

/** Whether a model gets flat questions about one scene each, since its context holds no more. */
export const isSmall = ({ contextTokens }: Pick<WordsServer, "contextTokens">): boolean =>
  contextTokens < LARGE_CONTEXT;

const NAMES = /^MEKURI_(?:WORDS|PICTURES|SDAPI|COMFYUI)_/u;
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
  if (words !== undefined) rows.push(wordsRow(words));
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

function wordsRow(server: WordsServer): CatalogModel {
  const { contextTokens, price } = server;
  const answer = isSmall(server) ? SMALL_ANSWER_TOKENS : LARGE_ANSWER_TOKENS;
  return {
    ...{ id: wordsKey(server), kind: "text", method: "own", services: {}, takesSchema: true },
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

/** The texts of the graphs' files. Throws a RangeError where one cannot be read. */
export function graphsOf({ panelGraph, portraitGraph }: ComfyServer): { panel: string; portrait: string } {
  return { panel: readGraph(panelGraph), portrait: readGraph(portraitGraph) };
}

function readGraph(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new RangeError(
      `the graph of ComfyUI cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** As many reference pictures as a graph has places for: `%reference1%`, `%reference2%` … */
function referencesIn(graph: string): number {
  const numbers = [...graph.matchAll(/%reference(\d{1,2})%/gu)].map(([, number]) => Number(number));
  return Math.max(0, ...numbers);
}

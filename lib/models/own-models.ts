// Catalog rows for models of self-hosted servers. Limits and prices come from the settings (`own-servers.ts`), not from `catalog.json`.
// Keys begin with the adapter, `openai/qwen3:8b`, so that they differ from the catalog's ids.
import type { CatalogModel, ImageEdits } from "./catalog-schema.ts";
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

/** Token limit of a small model's answers. */
export const SMALL_ANSWER_TOKENS = 2_000;

/** From this context length on, a model gets the same questions as Google's models. */
const LARGE_CONTEXT = 32_000;
const LARGE_ANSWER_TOKENS = 16_000;

/** A self-hosted server is not shared, so it has no rate limit. */
const UNLIMITED = 100_000;

/** These servers make pictures of any size in steps of 8 or 16 pixels, so there is a ratio near each panel's. */
const RATIOS = [
  ...["3:1", "5:2", "21:9", "2:1", "16:9", "5:3", "3:2", "4:3", "5:4", "1:1"],
  ...["4:5", "3:4", "2:3", "3:5", "9:16", "1:2", "9:21", "2:5", "1:3"],
];

/** The most references of OpenAI's edits: https://platform.openai.com/docs/api-reference/images/createEdit */
const OPENAI_REFERENCES = 16;

/** Key of the text model: `openai/qwen3:8b`. Throws `RangeError` with the name of a setting that cannot be read. */
export const wordsKey = ({ model }: Pick<WordsServer, "model">): string => `openai/${model}`;

/** Key of the image model: `openai/gpt-image-2`. */
export const picturesKey = ({ model }: Pick<PicturesServer, "model">): string => `openai/${model}`;

/** The protocol has no model names: the program's loaded model draws. */
export const SDAPI_KEY = "sdapi/server";

/** `comfyui/graphs-0123456789ab`. */
export const comfyKey = (graphs: ComfyGraphs): string => `comfyui/${graphsName(graphs)}`;

/** Whether a model gets flat questions about one scene each, because its context is too small for more. */
export const isSmall = ({ contextTokens }: Pick<WordsServer, "contextTokens">): boolean =>
  contextTokens < LARGE_CONTEXT;

/** Why a model with a small context cannot direct: a page's storyboard is one large question. */
export const smallDirection = (id: string): string =>
  `${id} cannot direct: its context is too small for a page's storyboard. Choose code, as in openai+offline, or set MEKURI_WORDS_CONTEXT to 32000 or more if the model and its server support that.`;

const NAMES = /^(?:K_SERVICE$|MEKURI_(?:WORDS|PICTURES|SDAPI|COMFYUI|LOCAL)_)/u;
let known: { settings: string; rows: readonly CatalogModel[] } | undefined;

/**
 * Rows for the servers of the settings. Throws `RangeError` with the name of a setting that cannot be read. Graphs are read once per
 * settings, so a changed graph takes effect after a restart.
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
    rows.push(pictureRow(picturesKey(pictures), pictures.priceMicros, OPENAI_REFERENCES, "mask"));
  if (sdapiServer(environment) !== undefined) rows.push(pictureRow(SDAPI_KEY, 0, 0, "repaint"));
  const comfy = comfyServer(environment);
  if (comfy !== undefined) {
    const graphs = graphsOf(comfy);
    rows.push(comfyRow(comfyKey(graphs), graphs));
  }
  return rows;
}

/** The row for a key of `local-models.ts`; undefined where there is no such model. Throws as `ownModels` does. */
export function localRow(key: string, environment: Environment = process.env): CatalogModel | undefined {
  const local = parseLocalKey(key, environment);
  if (local === undefined) return undefined;
  if (local.adapter === "openai") return wordsRow(key, localWords(local, environment));
  if (local.adapter === "sdapi") return pictureRow(key, 0, 0, "repaint");
  const graphs = localGraphs(local, environment);
  return graphs && comfyRow(key, graphs);
}

const comfyRow = (key: string, { panel, edit }: ComfyGraphs) =>
  pictureRow(key, 0, referencesIn(panel), edit === undefined ? undefined : "repaint");

/** The text server of a key; undefined where the key has none. Throws as `ownModels` does. */
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

/** `edits` absent: a graph with a placeholder for a reference edits the picture that is put there. */
function pictureRow(
  id: string,
  micros: number,
  references: number,
  edits: ImageEdits | undefined = references > 0 ? "picture" : undefined,
): CatalogModel {
  return {
    ...{ id, kind: "image", method: "own", services: {}, takesSchema: false },
    limits: { inputTokens: 8_000, outputTokens: 0 },
    requestsPerMinute: UNLIMITED,
    rates: [{ input: 0, imageInput: 0, cachedInput: 0, output: 0, imageOutput: 0 }],
    images: {
      aspectRatios: RATIOS,
      sizes: { "1K": { micros } },
      references: { things: references, people: references },
      ...(edits && { edits }),
    },
    source: "the settings of the server",
  };
}

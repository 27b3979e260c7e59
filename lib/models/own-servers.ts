// Settings of model servers that users run themselves or rent. Addresses come only from the environment, never from a request, so no API
// caller can make the service send requests to an arbitrary address.
import * as z from "zod";

export type Environment = Readonly<Record<string, string | undefined>>;

/** `openai`: OpenAI's protocol (chat completions, images). `sdapi`: the protocol of A1111 and Forge. `comfyui`: ComfyUI's graphs. */
export const OWN_ADAPTERS = ["openai", "sdapi", "comfyui"] as const;
export type OwnAdapter = (typeof OWN_ADAPTERS)[number];

/** A server with OpenAI's chat completions: Ollama, LM Studio, llama-server, vLLM, OpenRouter, OpenAI. */
export interface WordsServer {
  /** Including the protocol's version: `http://127.0.0.1:11434/v1`. */
  baseUrl: string;
  model: string;
  /** Local servers accept any key. */
  key: string;
  /** Tokens of prompt and answer together. */
  contextTokens: number;
  /** Micro-dollars for a million tokens. */
  price: { input: number; output: number };
}

/** A server with OpenAI's images API. */
export interface PicturesServer {
  baseUrl: string;
  model: string;
  key: string;
  /** Micro-dollars a picture. */
  priceMicros: number;
}

export interface SdapiServer {
  /** Without `/sdapi/v1`. */
  baseUrl: string;
  auth?: { user: string; password: string };
}

export interface ComfyServer {
  baseUrl: string;
  /** Paths of graphs in API format, or the graphs themselves. */
  panelGraph: string;
  portraitGraph: string;
  /** Absent: the panel graph edits pictures, if it has a placeholder for one. */
  editGraph?: string;
}

/** Ollama's default is 4,096 tokens where memory is small, so the context length is always sent: https://docs.ollama.com/context-length */
const STANDARD_CONTEXT = 8_192;
const LEAST_CONTEXT = 4_096;
/** The clients require a key; local servers ignore it. */
const ANY_KEY = "local";

const AddressSchema = z
  .url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" })
  // `fetch` refuses addresses with credentials, and addresses are shown and logged.
  .refine((url) => !/^\w+:\/\/[^/?#]*@/u.test(url), "must not contain a user name or a password");
const MicrosSchema = z
  .string()
  .regex(/^\d{1,12}$/, "must be a whole number of micro-dollars")
  .transform(Number);
const PairSchema = z
  .string()
  .regex(
    /^\d{1,12}\s*,\s*\d{1,12}$/,
    "must be IN,OUT: two whole numbers of micro-dollars for a million tokens",
  )
  .transform((pair) => {
    const [input = 0, output = 0] = pair.split(",").map(Number);
    return { input, output };
  });

/** The text server; undefined where `MEKURI_WORDS_URL` or `_MODEL` is not set. Throws `RangeError` with the setting's name. */
export function wordsServer(environment: Environment = process.env): WordsServer | undefined {
  const url = read(environment, "MEKURI_WORDS_URL", AddressSchema);
  const model = environment.MEKURI_WORDS_MODEL?.trim();
  if (url === undefined || !model) return undefined;
  return {
    ...{ baseUrl: withVersion(url), model, key: environment.MEKURI_WORDS_KEY?.trim() || ANY_KEY },
    contextTokens: wordsContext(environment),
    price: read(environment, "MEKURI_WORDS_PRICE", PairSchema) ?? { input: 0, output: 0 },
  };
}

/** Tokens of prompt and answer together. Throws as `wordsServer` does. */
export function wordsContext(environment: Environment = process.env): number {
  const schema = z.coerce.number("must be a number of tokens").int().min(LEAST_CONTEXT).max(10_000_000);
  return read(environment, "MEKURI_WORDS_CONTEXT", schema) ?? STANDARD_CONTEXT;
}

/** The image server; undefined where `MEKURI_PICTURES_URL` or `_MODEL` is not set. Throws as `wordsServer` does. */
export function picturesServer(environment: Environment = process.env): PicturesServer | undefined {
  const url = read(environment, "MEKURI_PICTURES_URL", AddressSchema);
  const model = environment.MEKURI_PICTURES_MODEL?.trim();
  if (url === undefined || !model) return undefined;
  return {
    ...{ baseUrl: withVersion(url), model, key: environment.MEKURI_PICTURES_KEY?.trim() || ANY_KEY },
    priceMicros: read(environment, "MEKURI_PICTURES_PRICE", MicrosSchema) ?? 0,
  };
}

/** Undefined where `MEKURI_SDAPI_URL` is not set. Throws as `wordsServer` does. */
export function sdapiServer(environment: Environment = process.env): SdapiServer | undefined {
  const url = read(environment, "MEKURI_SDAPI_URL", AddressSchema);
  if (url === undefined) return undefined;
  const auth = environment.MEKURI_SDAPI_AUTH?.trim();
  if (!auth) return { baseUrl: bare(url) };
  const at = auth.indexOf(":");
  if (at < 1) throw new RangeError("MEKURI_SDAPI_AUTH must be USER:PASSWORD");
  return { baseUrl: bare(url), auth: { user: auth.slice(0, at), password: auth.slice(at + 1) } };
}

/** Undefined where `MEKURI_COMFYUI_URL` or one of the two graphs is not set. Throws as `wordsServer` does. */
export function comfyServer(environment: Environment = process.env): ComfyServer | undefined {
  const url = read(environment, "MEKURI_COMFYUI_URL", AddressSchema);
  const paths = comfyGraphPaths(environment);
  return url === undefined || paths === undefined ? undefined : { baseUrl: bare(url), ...paths };
}

/** Undefined where one of the two is not set. */
export function comfyGraphPaths(
  environment: Environment = process.env,
): Omit<ComfyServer, "baseUrl"> | undefined {
  const panelGraph = environment.MEKURI_COMFYUI_PANEL_GRAPH?.trim();
  const portraitGraph = environment.MEKURI_COMFYUI_PORTRAIT_GRAPH?.trim();
  const editGraph = environment.MEKURI_COMFYUI_EDIT_GRAPH?.trim();
  if (!panelGraph || !portraitGraph) return undefined;
  return { panelGraph, portraitGraph, ...(editGraph && { editGraph }) };
}

/** Removes the settings' keys and passwords from a text for messages and records, because servers may repeat what they received. */
export function withoutKeys(text: string, environment: Environment = process.env): string {
  const { MEKURI_WORDS_KEY, MEKURI_PICTURES_KEY, MEKURI_SDAPI_AUTH = "" } = environment;
  const auth = MEKURI_SDAPI_AUTH.trim();
  const secrets = [
    ...[MEKURI_WORDS_KEY?.trim(), MEKURI_PICTURES_KEY?.trim(), auth],
    ...[auth.slice(auth.indexOf(":") + 1), Buffer.from(auth).toString("base64")],
  ];
  // Shorter secrets would also match parts of other words.
  return secrets
    .filter((secret) => secret !== undefined && secret.length >= 6)
    .reduce<string>((kept, secret) => (secret ? kept.replaceAll(secret, "[key]") : kept), text);
}

/** The value of a setting; undefined where it is absent or blank. Throws `RangeError` with the setting's name. */
function read<T>(environment: Environment, name: string, schema: z.ZodType<T>): T | undefined {
  const text = environment[name]?.trim();
  if (!text) return undefined;
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new RangeError(`${name}: ${parsed.error.issues[0]?.message}`);
}

const bare = (url: string): string => url.replace(/\/+$/, "");

/** Adds the protocol's version to an address, which the servers' own pages show with or without it. */
function withVersion(url: string): string {
  const address = bare(url);
  return new URL(address).pathname === "/" ? `${address}/v1` : address;
}

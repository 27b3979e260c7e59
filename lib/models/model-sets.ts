// Names of a session's models: `WORDS[/DIRECTION]+PICTURES`. WORDS reads the story, DIRECTION turns its beats into panels, PICTURES draws.
// This file loads no models.
import type { ModelIds } from "../manga/model-ids.ts";
import { hostedId } from "./hosted/settings.ts";
import { programId, programVersion } from "./program-versions.ts";

/** The id for a session's parameters by name. */
const READERS = {
  offline: () => programId("offline-reader"),
  simulated: () => `simulated-reader@${programVersion("offline-reader")}`,
  gemini: () => hostedId("gemini", "text"),
  vertexai: () => hostedId("vertexai", "text"),
  openai: () => hostedId("openai", "text"),
} as const;
/** `code`, and the readers that are models. */
const DIRECTORS = {
  code: () => programId("code-director"),
  gemini: READERS.gemini,
  vertexai: READERS.vertexai,
  openai: READERS.openai,
} as const;
const ARTISTS = {
  offline: () => programId("offline-artist"),
  simulated: () => `simulated-artist@${programVersion("offline-artist")}`,
  gemini: () => hostedId("gemini", "image"),
  imagen: () => hostedId("imagen", "image"),
  openai: () => hostedId("openai", "image"),
  sdapi: () => hostedId("sdapi", "image"),
  comfyui: () => hostedId("comfyui", "image"),
} as const;

/** Sets with a name of their own. */
export const SINGLE_NAMES = {
  offline: "offline/code+offline",
  simulated: "simulated/code+simulated",
  gemini: "gemini/gemini+gemini",
  vertexai: "vertexai/vertexai+gemini",
  imagen: "gemini/gemini+imagen",
} as const;

export interface ModelSet {
  words: keyof typeof READERS;
  direction: keyof typeof DIRECTORS;
  pictures: keyof typeof ARTISTS;
}

/** The possible names of each part. */
export const MODEL_PARTS = {
  words: Object.keys(READERS) as ModelSet["words"][],
  direction: Object.keys(DIRECTORS) as ModelSet["direction"][],
  pictures: Object.keys(ARTISTS) as ModelSet["pictures"][],
};

/** The sets shown in lists: the single names, and pairs with one free part. Other combinations are chosen by their parts. */
export const LISTED_SETS: readonly string[] = [
  ...Object.keys(SINGLE_NAMES),
  ...["offline+gemini", "offline+imagen", "gemini+offline", "gemini/gemini+offline", "gemini+gemini"],
  ...["openai+offline", "openai+openai", "openai+sdapi", "openai+comfyui", "offline+comfyui"],
  ...["vertexai+offline", "vertexai/vertexai+offline", "vertexai/vertexai+imagen"],
];

/** An unknown name of models; the message names the wrong part and the possible values. */
export class ModelSetError extends RangeError {
  override readonly name = "ModelSetError";
}

/** Reads a single name or `WORDS[/DIRECTION]+PICTURES`; without DIRECTION, `code` directs. Throws `ModelSetError`. */
export function parseModels(text: string): ModelSet {
  const [, words = "", direction, pictures] = /^([^/+]*)(?:\/([^/+]*))?(?:\+([^/+]*))?$/.exec(text) ?? [];
  if (pictures !== undefined) {
    return {
      words: partOf("words", words, text),
      direction: direction === undefined ? "code" : partOf("direction", direction, text),
      pictures: partOf("pictures", pictures, text),
    };
  }
  const long = Object.entries(SINGLE_NAMES).find(([name]) => name === text)?.[1];
  if (long !== undefined) return parseModels(long);
  const names = Object.keys(SINGLE_NAMES).join(", ");
  throw new ModelSetError(
    `${quoted(text)} is unknown; known are: ${names}, and WORDS[/DIRECTION]+PICTURES with ${partsSentence()}; auto uses the programs of your own machine`,
  );
}

/** `WORDS of offline, …; DIRECTION of code, …; PICTURES of offline, …`. */
export function partsSentence(): string {
  return Object.entries(MODEL_PARTS)
    .map(([part, names]) => `${part.toUpperCase()} of ${names.join(", ")}`)
    .join("; ");
}

function partOf<Part extends keyof ModelSet>(part: Part, name: string, text: string): ModelSet[Part] {
  const names = MODEL_PARTS[part] as readonly ModelSet[Part][];
  const found = names.find((known) => known === name);
  if (found !== undefined) return found;
  throw new ModelSetError(
    `${part.toUpperCase()} ${quoted(name)} of ${quoted(text)} is unknown; known are: ${names.join(", ")}`,
  );
}

/** A request may contain any text of any length. */
const quoted = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The long name: `gemini/code+offline`. */
export const modelSetName = ({ words, direction, pictures }: ModelSet): string =>
  `${words}/${direction}+${pictures}`;

/** The ids of the parts for a session's parameters. Those of hosted models come from the environment. */
export function modelIds({ words, direction, pictures }: ModelSet): ModelIds {
  return {
    reader: READERS[words](),
    director: directorOf(words, direction),
    artist: ARTISTS[pictures](),
  };
}

/** With the simulated reader, the code director also has a model's latency and price. */
function directorOf(words: ModelSet["words"], direction: ModelSet["direction"]): string {
  const isSimulated = words === "simulated" && direction === "code";
  return isSimulated ? `simulated-director@${programVersion("code-director")}` : DIRECTORS[direction]();
}

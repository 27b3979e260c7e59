// Generation and metageneration preconditions, as query parameters (JSON API) or headers (XML API).
// https://cloud.google.com/storage/docs/request-preconditions
import { invalid, notModified, preconditionFailed } from "./errors.ts";

export interface Preconditions {
  readonly generationMatch?: number | undefined;
  readonly generationNotMatch?: number | undefined;
  readonly metagenerationMatch?: number | undefined;
  readonly metagenerationNotMatch?: number | undefined;
}

/** The state that preconditions are compared with. A missing object has generation 0. */
export interface Versioned {
  readonly generation: number;
  readonly metageneration: number;
}

/** Reads `ifGenerationMatch` and the similar parameters. `of` is `Source` for the source of a copy. */
export function queryPreconditions(query: URLSearchParams, of: "" | "Source" = ""): Preconditions {
  const read = (name: string) => integer(`if${of}${name}`, query.get(`if${of}${name}`));
  return {
    generationMatch: read("GenerationMatch"),
    generationNotMatch: read("GenerationNotMatch"),
    metagenerationMatch: read("MetagenerationMatch"),
    metagenerationNotMatch: read("MetagenerationNotMatch"),
  };
}

/** Reads `x-goog-if-generation-match` and `x-goog-if-metageneration-match`. */
export function headerPreconditions(header: (name: string) => string | undefined): Preconditions {
  const read = (name: string) => integer(name, header(name) ?? null);
  return {
    generationMatch: read("x-goog-if-generation-match"),
    metagenerationMatch: read("x-goog-if-metageneration-match"),
  };
}

function integer(name: string, text: string | null): number | undefined {
  // The client sends an undefined option as `ifGenerationMatch=`.
  if (text === null || text === "") return undefined;
  if (!/^-?\d{1,16}$/.test(text)) throw invalid(`Invalid value for ${name}: ${text}`);
  return Number(text);
}

/** Throws 412, or 304 for a read whose `…NotMatch` fails. */
export function checkPreconditions(
  wanted: Preconditions,
  current: Versioned | undefined,
  access: "read" | "write",
): void {
  const generation = current?.generation ?? 0;
  const metageneration = current?.metageneration ?? 0;
  const { generationMatch, generationNotMatch, metagenerationMatch, metagenerationNotMatch } = wanted;
  if (generationMatch !== undefined && generationMatch !== generation) throw preconditionFailed();
  if (metagenerationMatch !== undefined && metagenerationMatch !== metageneration) throw preconditionFailed();
  if (generationNotMatch === generation || metagenerationNotMatch === metageneration) {
    throw access === "read" ? notModified() : preconditionFailed();
  }
}

// Globs that `objects.list` takes as `matchGlob`.
// https://cloud.google.com/storage/docs/json_api/v1/objects/list#list-objects-and-prefixes-using-glob
import { invalid } from "./errors.ts";

/** What each part of a glob means; a directory's end is `/`. */
const PARTS: readonly (readonly [RegExp, (part: string) => string])[] = [
  // Directories of any depth, or none.
  [/^\*\*\//, () => "(?:.*/)?"],
  [/^\*\*/, () => ".*"],
  [/^\*/, () => "[^/]*"],
  [/^\?/, () => "[^/]"],
  [/^\[[!^]?[^\]]+\]/, characterSet],
  [/^\{[^{}]*\}/, (part) => `(?:${part.slice(1, -1).split(",").map(sourceOf).join("|")})`],
  [/^[^[\]{}]/u, (part) => part.replace(/[$()+.^|\\/]/, "\\$&")],
];

/** A pattern for whole names. Throws 400 for brackets or braces that are not closed, or nested. */
export function globPattern(glob: string): RegExp {
  return new RegExp(`^${sourceOf(glob)}$`, "su");
}

function sourceOf(glob: string): string {
  let source = "";
  for (let rest = glob; rest !== ""; ) {
    const [part, meaning] = nextPart(rest) ?? [];
    if (part === undefined) throw invalid(`Invalid value for matchGlob: ${glob}`);
    source += meaning;
    rest = rest.slice(part.length);
  }
  return source;
}

function nextPart(glob: string): [part: string, meaning: string] | undefined {
  for (const [pattern, meaningOf] of PARTS) {
    const [part] = pattern.exec(glob) ?? [];
    if (part !== undefined) return [part, meaningOf(part)];
  }
  return undefined;
}

/** `[a-m]`, `[!a]`; a range that runs backwards is refused. */
function characterSet(part: string): string {
  const [, not = "", characters = ""] = /^\[([!^]?)(.+)\]$/su.exec(part) ?? [];
  const source = `[${not && "^"}${characters.replace(/[\\[\]^&~|]/gu, "\\$&")}]`;
  try {
    new RegExp(source, "u");
  } catch {
    throw invalid(`Invalid value for matchGlob: ${part}`);
  }
  return not ? `(?!/)${source}` : source;
}

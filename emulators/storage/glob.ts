// Compiles the globs of `matchGlob` in `objects.list`.
// https://cloud.google.com/storage/docs/json_api/v1/objects/list#list-objects-and-prefixes-using-glob
import { invalid } from "./errors.ts";

/** Translates each part of a glob. `/` separates directories. */
const PARTS: readonly (readonly [RegExp, (part: string) => string])[] = [
  // Any number of directories, including none.
  [/^\*\*\//, () => "(?:.*/)?"],
  [/^\*\*/, () => ".*"],
  [/^\*/, () => "[^/]*"],
  [/^\?/, () => "[^/]"],
  [/^\[[!^]?[^\]]+\]/, characterSet],
  [/^\{[^{}]*\}/, (part) => `(?:${part.slice(1, -1).split(",").map(sourceOf).join("|")})`],
  [/^[^[\]{}]/u, (part) => part.replace(/[$()+.^|\\/]/, "\\$&")],
];

/** A regular expression for whole names. Throws 400 for unclosed or nested brackets or braces. */
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

/** `[a-m]`, `[!a]`. A range in reverse order is refused. */
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

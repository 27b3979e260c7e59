// The `fields` parameter, which selects parts of a JSON response, such as `items(name,size),nextPageToken`.
// https://cloud.google.com/storage/docs/json_api#partial-response
import { invalid } from "./errors.ts";

/** The selection below a name. Null selects all. */
type Selection = Map<string, Selection | null>;

/** The selected parts of a value. Throws 400 for a malformed selector. */
export function selectFields(value: Record<string, unknown>, selector: string): Record<string, unknown> {
  const selected = pick(value, parse(selector));
  return typeof selected === "object" && selected !== null ? { ...selected } : {};
}

function parse(selector: string): Selection {
  const tokens = selector.match(/[^(),/]+|[(),/]/g) ?? [];
  let at = 0;

  function list(): Selection {
    const selection: Selection = new Map();
    do {
      const name = tokens[at++];
      if (name === undefined || /^[(),/]$/.test(name)) throw invalid(`Invalid field selection ${selector}`);
      const below = rest();
      const known = selection.get(name);
      if (known === undefined) selection.set(name, below);
      else if (known !== null) selection.set(name, below === null ? null : new Map([...known, ...below]));
    } while (tokens[at] === "," && at++ >= 0);
    return selection;
  }

  function rest(): Selection | null {
    if (tokens[at] === "/") {
      at += 1;
      const name = tokens[at++];
      if (name === undefined) throw invalid(`Invalid field selection ${selector}`);
      return new Map([[name, rest()]]);
    }
    if (tokens[at] !== "(") return null;
    at += 1;
    const inner = list();
    if (tokens[at++] !== ")") throw invalid(`Invalid field selection ${selector}`);
    return inner;
  }

  const selection = list();
  if (at !== tokens.length) throw invalid(`Invalid field selection ${selector}`);
  return selection;
}

function pick(value: unknown, selection: Selection | null): unknown {
  if (selection === null || selection.has("*") || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, selection));
  const parts = Object.entries(value).flatMap(([name, part]) => {
    const below = selection.get(name);
    return below === undefined ? [] : [[name, pick(part, below)]];
  });
  return Object.fromEntries(parts);
}

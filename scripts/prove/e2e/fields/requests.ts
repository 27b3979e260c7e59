// The requests that a journey's artists received, and the check whether a changed value is in one of them.
import { existsSync, readFileSync } from "node:fs";
import type { DrawRequest } from "../../../../lib/models/artist.ts";
import type { Leaf } from "./leaves.ts";

/** A request for a picture as the artist's port received it, without the bytes of pictures. */
export interface Recorded {
  /** The picture's name: `page 1, panel k2`. */
  label: string;
  request: DrawRequest;
}

export function readRecorded(file: string): Recorded[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Recorded);
}

/** A changed value and the part of the book that it belongs to: a person, a place, a page, a panel or the style. */
export interface Drawn {
  of: "person" | "place" | "page" | "panel" | "style";
  /** The part's id: `c1`, `l1`, `1`, `1/k2`; empty for the style. */
  id: string;
  leaf: Leaf;
}

/** Whether a request about the part has the value at its path. For a removed value: whether a request lacks it. */
export function isRequested(recorded: readonly Recorded[], { of, id, leaf }: Drawn): boolean {
  return recorded.some(({ label, request }) =>
    partsOf({ label, request }, { of, id }).some((part) => has(part, leaf)),
  );
}

function partsOf({ label, request }: Recorded, { of, id }: Pick<Drawn, "of" | "id">): unknown[] {
  switch (of) {
    case "style":
      return [request.style];
    case "person":
      if (request.kind === "portrait" || request.kind === "sheet")
        return request.design.id === id ? [request.design] : [];
      return request.kind === "panel" ? request.cast.filter((one) => one.id === id) : [];
    case "place":
      return (request.kind === "panel" || request.kind === "place") && request.place.id === id
        ? [request.place]
        : [];
    case "page":
    case "panel": {
      const [page, panel] = id.split("/");
      const wanted = panel === undefined ? `page ${page}, ` : `page ${page}, panel ${panel}`;
      const isOf = panel === undefined ? label.startsWith(wanted) : label === wanted;
      return request.kind === "panel" && isOf ? [request.picture] : [];
    }
  }
}

/** Compares lists without their order, because a request may reorder a list or add items to it. */
function has(part: unknown, { path, value }: Leaf): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return part === value;
  if (Array.isArray(part)) {
    const item = part.find((one) => keyOf(one) === key);
    if (item !== undefined) return has(item, { path: rest, value });
    if (value === undefined) return rest.length === 0;
    return part.some((one) => has(one, { path: rest, value }));
  }
  if (typeof part !== "object" || part === null) return value === undefined;
  return has(Reflect.get(part, key), { path: rest, value });
}

/** The key of an item in a list: its id, number or character, as in the studio's merges. Undefined without one. */
export function keyOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const key = Reflect.get(item, "id") ?? Reflect.get(item, "number") ?? Reflect.get(item, "character");
  return key === undefined ? undefined : String(key);
}

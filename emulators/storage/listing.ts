// `objects.list`: names in the order of their UTF-8 bytes, with prefix, delimiter, bounds, glob and pages.
// https://cloud.google.com/storage/docs/json_api/v1/objects/list
import { invalid, unimplemented } from "./errors.ts";
import { globPattern } from "./glob.ts";
import { LAST, type Objects, type StoredObject } from "./objects.ts";

export interface Listing {
  readonly objects: StoredObject[];
  readonly prefixes: string[];
  readonly nextPageToken?: string;
}

const PAGE = 1000;
/** Rows per query. With a delimiter most rows of a batch may belong to one group, and the rest of the group is skipped. */
const GROUPED_BATCH = 64;

/** The page size from `maxResults`, at most 1000. */
export function pageSize(query: URLSearchParams): number {
  const text = query.get("maxResults");
  if (text === null) return PAGE;
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0) throw invalid(`Invalid value for maxResults: ${text}`);
  return Math.min(PAGE, Number(text));
}

/** A page token is the last returned name in base64. */
export function pageToken(after: string): string {
  return Buffer.from(after).toString("base64url");
}

export function afterToken(query: URLSearchParams): string {
  return Buffer.from(query.get("pageToken") ?? "", "base64url").toString();
}

/** Common prefixes count towards the page size like items. */
export function listObjects(objects: Objects, bucket: string, query: URLSearchParams): Listing {
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const from = query.get("startOffset") ?? "";
  const end = query.get("endOffset") ?? "";
  const glob = query.get("matchGlob") ?? "";
  if (glob !== "" && delimiter !== "") throw unimplemented("objects.list with matchGlob and delimiter");
  const matching = glob === "" ? undefined : globPattern(glob);
  const size = pageSize(query);
  const found: StoredObject[] = [];
  const prefixes: string[] = [];
  let after = afterToken(query);

  while (true) {
    const wanted = size - found.length - prefixes.length + 1;
    const limit = delimiter === "" ? wanted : Math.min(wanted, GROUPED_BATCH);
    const rows = objects.scan({ bucket, prefix, from, after, limit });
    const groupedAt = delimiter === "" ? -1 : rows.findIndex((row) => isGrouped(row.name));
    const plain = groupedAt === -1 ? rows : rows.slice(0, groupedAt);
    for (const row of plain) {
      if (isBeyond(row.name)) return { objects: found, prefixes };
      if (matching?.test(row.name) !== false) {
        if (found.length + prefixes.length === size) return page();
        found.push(row);
      }
      after = row.name;
    }
    const grouped = groupedAt === -1 ? undefined : rows[groupedAt];
    if (!grouped) {
      if (rows.length < limit) return { objects: found, prefixes };
      continue;
    }
    const group = grouped.name.slice(0, grouped.name.indexOf(delimiter, prefix.length) + delimiter.length);
    if (isBeyond(grouped.name)) return { objects: found, prefixes };
    if (found.length + prefixes.length === size) return page();
    prefixes.push(group);
    if (query.get("includeTrailingDelimiter") === "true" && grouped.name === group) found.push(grouped);
    after = group + LAST;
  }

  function isGrouped(name: string): boolean {
    return name.includes(delimiter, prefix.length);
  }
  function isBeyond(name: string): boolean {
    return end !== "" && Buffer.compare(Buffer.from(name), Buffer.from(end)) >= 0;
  }
  function page(): Listing {
    return { objects: found, prefixes, nextPageToken: pageToken(after) };
  }
}

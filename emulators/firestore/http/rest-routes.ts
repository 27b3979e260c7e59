// Maps a REST address to a method and to the request fields that the address contains:
// https://firebase.google.com/docs/firestore/reference/rest
import { invalid, unimplemented } from "../errors.ts";

export interface RestRoute {
  readonly method: string;
  /** The request fields of the address, in the shape of the request. */
  readonly given: { readonly [field: string]: unknown };
  /** What the body is: the rest of the request, the request's document, or nothing. */
  readonly body: "request" | "document" | "none";
}

/** Methods by custom verb, and the request field for the resource in front of the verb. */
const VERBS: {
  readonly [verb: string]: { readonly method: string; readonly resource: "database" | "parent" };
} = {
  batchGet: { method: "BatchGetDocuments", resource: "database" },
  batchWrite: { method: "BatchWrite", resource: "database" },
  beginTransaction: { method: "BeginTransaction", resource: "database" },
  commit: { method: "Commit", resource: "database" },
  rollback: { method: "Rollback", resource: "database" },
  runQuery: { method: "RunQuery", resource: "parent" },
  runAggregationQuery: { method: "RunAggregationQuery", resource: "parent" },
  partitionQuery: { method: "PartitionQuery", resource: "parent" },
  listCollectionIds: { method: "ListCollectionIds", resource: "parent" },
};

const ADDRESS = /^\/v1\/(projects\/[^/]+\/databases\/[^/:]+)\/documents(.*)$/;
const CUSTOM_VERB = /:([A-Za-z]+)$/;

/** Null for an address that is not Firestore's. `path` is not decoded, because an id may contain an escaped colon. */
export function restRoute(verb: string, path: string): RestRoute | null {
  const match = ADDRESS.exec(path);
  if (match === null) return null;
  const [, escaped = "", below = ""] = match;
  const database = unescaped(escaped);
  const custom = verb === "POST" ? CUSTOM_VERB.exec(below)?.[1] : undefined;
  const plain = custom === undefined ? below : below.slice(0, -custom.length - 1);
  const [start, ...segments] = plain.split("/").map(unescaped);
  if (start !== "") return null;
  if (custom === undefined) return resourceRoute(verb, `${database}/documents`, segments);
  const known = VERBS[custom];
  if (known === undefined) throw unimplemented(`the method "${custom}" over REST`);
  const parent = [`${database}/documents`, ...segments].join("/");
  const given = known.resource === "database" ? { database } : { parent };
  return { method: known.method, given, body: "request" };
}

function resourceRoute(verb: string, root: string, segments: readonly string[]): RestRoute | null {
  const name = [root, ...segments].join("/");
  const isDocument = segments.length > 0 && segments.length % 2 === 0;
  const inCollection = { parent: [root, ...segments.slice(0, -1)].join("/"), collectionId: segments.at(-1) };
  if (isDocument) {
    if (verb === "GET") return { method: "GetDocument", given: { name }, body: "none" };
    if (verb === "DELETE") return { method: "DeleteDocument", given: { name }, body: "none" };
    if (verb === "PATCH")
      return { method: "UpdateDocument", given: { document: { name } }, body: "document" };
    return null;
  }
  if (segments.length === 0) return null;
  if (verb === "GET") return { method: "ListDocuments", given: inCollection, body: "none" };
  return verb === "POST" ? { method: "CreateDocument", given: inCollection, body: "document" } : null;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid(`The address has a malformed escape: ${text}`);
  }
}

// Parses resource names (`projects/P/databases/D/documents/C/ID/…`) and field paths (`a.b.\`c d\``), and compares names in
// Firestore's order.
import { invalid } from "./errors.ts";

const DATABASE = /^projects\/[^/]+\/databases\/[^/]+/;
const DATABASE_ONLY = /^projects\/[^/]+\/databases\/[^/]+$/;
const NUMERIC_ID = /^__id(-?\d+)__$/;
const RESERVED_ID = /^__.*__$/s;
const MAX_ID_BYTES = 1500;

/** A document's location: the name of its parent (a document, or `…/documents`), its collection and its id. */
interface DocumentLocation {
  readonly parent: string;
  readonly collectionId: string;
  readonly id: string;
}

/** `projects/P/databases/D` of any name in it. */
export function databaseOf(name: string): string {
  const match = DATABASE.exec(name);
  if (match === null) throw invalid(`"${name}" is not a resource name of a Firestore database.`);
  return match[0];
}

export function checkDatabase(name: string | undefined): string {
  if (name === undefined || !DATABASE_ONLY.test(name))
    throw invalid(`"${name ?? ""}" is not a database name.`);
  return name;
}

/** The segments below `…/documents`. */
export function relativeSegments(name: string): string[] {
  const root = `${databaseOf(name)}/documents`;
  if (name === root) return [];
  if (!name.startsWith(`${root}/`)) throw invalid(`"${name}" lacks "/documents" after the database.`);
  return name.slice(root.length + 1).split("/");
}

/** Returns a document's location. Throws for a name that is not a document's. */
export function locateDocument(name: string | undefined): DocumentLocation {
  const segments = relativeSegments(name ?? "");
  if (name === undefined || segments.length === 0 || segments.length % 2 !== 0) {
    throw invalid(
      `Document name "${name ?? ""}" does not name a document: it needs collection and id in pairs.`,
    );
  }
  for (const segment of segments) checkId(segment, name);
  return splitDocumentName(name);
}

/** Throws for a parent that is neither a document nor `…/documents`. */
export function checkParent(parent: string | undefined): string {
  const segments = relativeSegments(parent ?? "");
  if (parent === undefined || segments.length % 2 !== 0) {
    throw invalid(`Parent "${parent ?? ""}" must be a document or the root "…/documents".`);
  }
  for (const segment of segments) checkId(segment, parent);
  return parent;
}

/** Throws for a collection id that is empty, too long or reserved. */
export function checkCollectionId(id: string): string {
  if (id.includes("/")) throw invalid(`Collection id "${id}" must not contain "/".`);
  checkId(id, id);
  return id;
}

/** `locateDocument` for names that were validated before. */
export function splitDocumentName(name: string): DocumentLocation {
  const beforeId = name.lastIndexOf("/");
  const beforeCollection = name.lastIndexOf("/", beforeId - 1);
  return {
    parent: name.slice(0, beforeCollection),
    collectionId: name.slice(beforeCollection + 1, beforeId),
    id: name.slice(beforeId + 1),
  };
}

export function checkId(id: string, name: string): void {
  if (id === "" || id === "." || id === ".." || Buffer.byteLength(id) > MAX_ID_BYTES) {
    throw invalid(
      `Name "${name}" has a segment that is empty, ".", ".." or longer than ${MAX_ID_BYTES} bytes.`,
    );
  }
  if (RESERVED_ID.test(id) && !NUMERIC_ID.test(id)) {
    throw invalid(`Name "${name}" has the reserved id "${id}".`);
  }
}

/** Order of strings by their UTF-8 bytes, which is not JavaScript's order by UTF-16 units. */
export function compareStrings(left: string, right: string): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index += 1) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a === b) continue;
    const aIsSurrogate = (a & 0xf800) === 0xd800;
    const bIsSurrogate = (b & 0xf800) === 0xd800;
    if (aIsSurrogate === bIsSurrogate) return a < b ? -1 : 1;
    return aIsSurrogate ? 1 : -1;
  }
  return Math.sign(left.length - right.length);
}

/** Order of resource names: segment by segment, numeric ids (`__id7__`) first. */
export function compareNames(left: string, right: string): number {
  if (left === right) return 0;
  const a = left.split("/");
  const b = right.split("/");
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const order = compareSegments(a[index] ?? "", b[index] ?? "");
    if (order !== 0) return order;
  }
  return Math.sign(a.length - b.length);
}

function compareSegments(left: string, right: string): number {
  if (left === right) return 0;
  if (!left.startsWith("__id") && !right.startsWith("__id")) return compareStrings(left, right);
  const a = NUMERIC_ID.exec(left)?.[1];
  const b = NUMERIC_ID.exec(right)?.[1];
  if (a !== undefined && b !== undefined) return BigInt(a) < BigInt(b) ? -1 : 1;
  if (a !== undefined) return -1;
  if (b !== undefined) return 1;
  return compareStrings(left, right);
}

/** A field path's segments, with quoted ones (`` `a b` ``, `\`` and `\\` inside) unquoted. */
export function parseFieldPath(path: string): string[] {
  if (!path.includes("`")) {
    const segments = path.split(".");
    if (segments.includes("")) throw invalid(`Field path "${path}" has an empty segment.`);
    return segments;
  }
  const segments: string[] = [];
  const segment = /(?:`((?:[^`\\]|\\.)*)`|([^.`]+))(\.|$)/sy;
  while (segment.lastIndex < path.length) {
    const match = segment.exec(path);
    if (match === null) throw invalid(`Field path "${path}" is not well formed.`);
    const [, quoted, plain] = match;
    segments.push(quoted === undefined ? (plain ?? "") : quoted.replace(/\\(.)/gs, "$1"));
  }
  if (path.endsWith(".")) throw invalid(`Field path "${path}" has an empty segment.`);
  return segments;
}

// Writes of Firestore, all or none, by its JSON API: a step commits twice, and the client's own batch takes three times the CPU of this,
// since it checks, converts and encodes each value in turn. Reads, queries, listeners and transactions are the client's.
// https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents/commit
import { type Firestore, Timestamp } from "@google-cloud/firestore";
import * as z from "zod";
import { askOnce } from "./google-requests.ts";

/** A commit that hangs longer may have been done or not. */
const TIMEOUT_MS = 5_000;

export interface Commit {
  /** Refused when the document is there. */
  create(path: string, content: object): void;
  /** Puts the content in the place of whatever is there. */
  set(path: string, content: object): void;
  /** Changes these fields alone, and only if the document still is of that version. */
  update(path: string, changes: readonly FieldChange[], version: Timestamp): void;
  /**
   * When each write was made, in their order. It asks once: throws errors with the gRPC status as their `code`, as the client does,
   * and UNAVAILABLE also where no answer came.
   */
  send(): Promise<Timestamp[]>;
}

export interface FieldChange {
  /** Its name, below the names of the maps that it is in. */
  field: readonly string[];
  /** Undefined for a field that goes. */
  value: unknown;
}

/** Begins a commit. */
export type BeginCommit = () => Commit;

/** A database of Firestore: its client, which must ignore undefined properties, and its commits. */
export interface Database {
  db: Firestore;
  begin: BeginCommit;
}

/** A value of a document as the JSON API has it. */
type Value =
  | { nullValue: null }
  | { booleanValue: boolean }
  | { integerValue: number }
  | { doubleValue: number }
  | { stringValue: string }
  | { arrayValue: { values: Value[] } }
  | { mapValue: { fields: Fields } };

type Fields = Record<string, Value>;

const AnswerSchema = z.object({
  commitTime: z.string(),
  writeResults: z.array(z.object({ updateTime: z.string().optional() })),
});
const RefusalSchema = z.object({ error: z.object({ status: z.string(), message: z.string() }) });

/** Firestore refused a commit, or gave no answer. */
class CommitRefusedError extends Error {
  override readonly name = "CommitRefusedError";
  /** https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
  readonly code: number;
  constructor(code: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const UNKNOWN = 2;
const UNAVAILABLE = 14;
/** By their names in the JSON API's answers. */
const CODES = new Map<string, number>([
  ["CANCELLED", 1],
  ["UNKNOWN", UNKNOWN],
  ["INVALID_ARGUMENT", 3],
  ["DEADLINE_EXCEEDED", 4],
  ["NOT_FOUND", 5],
  ["ALREADY_EXISTS", 6],
  ["PERMISSION_DENIED", 7],
  ["RESOURCE_EXHAUSTED", 8],
  ["FAILED_PRECONDITION", 9],
  ["ABORTED", 10],
  ["OUT_OF_RANGE", 11],
  ["UNIMPLEMENTED", 12],
  ["INTERNAL", 13],
  ["UNAVAILABLE", UNAVAILABLE],
  ["DATA_LOSS", 15],
  ["UNAUTHENTICATED", 16],
]);

/** `emulator`: host and port of one that stands in for the real service. */
export function firestoreCommits(
  projectId: string,
  emulator = process.env.FIRESTORE_EMULATOR_HOST,
): BeginCommit {
  const origin = emulator === undefined ? "https://firestore.googleapis.com" : `http://${emulator}`;
  const root = `projects/${projectId}/databases/(default)/documents`;
  const url = new URL(`${origin}/v1/${root}:commit`);
  const headers = {
    "content-type": "application/json",
    // For an emulator, the owner of the project, whom no rule holds back.
    ...(emulator !== undefined && { authorization: "Bearer owner" }),
  };

  async function ask(body: string): Promise<string> {
    const asked = { url, method: "POST", headers, body, timeoutMs: TIMEOUT_MS };
    const answer = await askOnce(asked, emulator !== undefined).catch((cause: unknown) => {
      throw new CommitRefusedError(UNAVAILABLE, `Firestore gave no answer: ${String(cause)}`, { cause });
    });
    const text = answer.body.toString();
    if (answer.status === 200) return text;
    throw refusalOf(answer.status, text);
  }

  return () => {
    const writes: object[] = [];
    const documentOf = (path: string, fields: Fields) => ({ name: `${root}/${path}`, fields });
    return {
      create(path, content) {
        writes.push({ update: documentOf(path, fieldsOf(content)), currentDocument: { exists: false } });
      },
      set: (path, content) => void writes.push({ update: documentOf(path, fieldsOf(content)) }),
      update(path, changes, version) {
        const fields: Fields = {};
        for (const { field, value } of changes) if (value !== undefined) put(fields, field, encoded(value));
        writes.push({
          update: documentOf(path, fields),
          updateMask: { fieldPaths: changes.map(({ field }) => field.map(quoted).join(".")) },
          currentDocument: { updateTime: isoOf(version) },
        });
      },
      async send() {
        const { commitTime, writeResults } = AnswerSchema.parse(
          JSON.parse(await ask(JSON.stringify({ writes }))),
        );
        return writeResults.map(({ updateTime }) => timestampOf(updateTime ?? commitTime));
      },
    };
  };
}

function refusalOf(status: number, text: string): CommitRefusedError {
  const { data } = RefusalSchema.safeParse(jsonOf(text));
  if (data !== undefined) {
    return new CommitRefusedError(CODES.get(data.error.status) ?? UNKNOWN, data.error.message);
  }
  // Something between us and Firestore answered.
  return new CommitRefusedError(status >= 500 ? UNAVAILABLE : UNKNOWN, `${status}: ${text.slice(0, 500)}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Properties that are undefined are left out. Throws for what JSON does not have. */
function fieldsOf(content: object): Fields {
  const fields: Fields = {};
  for (const [field, value] of Object.entries(content)) {
    if (value !== undefined) fields[field] = encoded(value);
  }
  return fields;
}

function encoded(value: unknown): Value {
  switch (typeof value) {
    case "string":
      return { stringValue: value };
    case "boolean":
      return { booleanValue: value };
    case "number":
      if (Number.isSafeInteger(value)) return { integerValue: value };
      if (Number.isFinite(value)) return { doubleValue: value };
      break;
    case "object":
      if (value === null) return { nullValue: null };
      if (Array.isArray(value)) return { arrayValue: { values: value.map(encoded) } };
      if (isPlain(value)) return { mapValue: { fields: fieldsOf(value) } };
      break;
  }
  throw new TypeError(`a document of a commit holds JSON alone, not ${String(value)}`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Into the maps below which a field's path leads. */
function put(fields: Fields, [first = "", ...rest]: readonly string[], value: Value): void {
  if (rest.length === 0) {
    fields[first] = value;
    return;
  }
  const known = fields[first];
  const map = known !== undefined && "mapValue" in known ? known : { mapValue: { fields: {} } };
  fields[first] = map;
  put(map.mapValue.fields, rest, value);
}

/** https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents#Document */
function quoted(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replace(/[\\`]/g, "\\$&")}\``;
}

function isoOf({ seconds, nanoseconds }: Timestamp): string {
  const second = new Date(seconds * 1_000).toISOString().slice(0, 19);
  return `${second}.${String(nanoseconds).padStart(9, "0")}Z`;
}

/** Firestore's times have up to nine digits after the second. */
function timestampOf(iso: string): Timestamp {
  const [second = "", digits = ""] = iso.replace("Z", "").split(".");
  return new Timestamp(Date.parse(`${second}Z`) / 1_000, Number(digits.padEnd(9, "0")));
}

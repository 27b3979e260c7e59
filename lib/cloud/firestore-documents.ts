// Documents of Firestore, read and written by their paths through its JSON API: that is all that most steps do. The client's batch
// takes three times the CPU of a commit, since it checks, converts and encodes each value in turn; and to load it is a fifth of a
// cold start. Queries, listeners and transactions are the client's, which is loaded when one is needed.
// https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents
import type { DocumentSnapshot, Firestore } from "@google-cloud/firestore";
import * as z from "zod";
import { decodeFields, encodeFields, encodeValue, type Fields } from "./firestore-values.ts";
import { askOnce } from "./google-requests.ts";

/** A commit that hangs longer may have been done or not. */
const TIMEOUT_MS = 5_000;

export interface StoredDocument {
  /** Undefined where there is no document. */
  content: Record<string, unknown> | undefined;
  /** When it was last written, to the nanosecond and in RFC 3339: its version. */
  updateTime: string | undefined;
  /** Milliseconds since 1970 by the store's clock. */
  readAt: number;
}

export interface Commit {
  /** Refused when the document is there. */
  create(path: string, content: object): void;
  /** Puts the content in the place of whatever is there. */
  set(path: string, content: object): void;
  /** Changes these fields alone, and only if the document still is of that version. */
  update(path: string, changes: readonly FieldChange[], version: string): void;
  /**
   * When each write was made, in their order and in RFC 3339. It asks once: throws errors with the gRPC status as their `code`, as the client does,
   * and UNAVAILABLE also where no answer came.
   */
  send(): Promise<string[]>;
}

export interface FieldChange {
  /** Its name, below the names of the maps that it is in. */
  field: readonly string[];
  /** Undefined for a field that goes. */
  value: unknown;
}

/** Begins a commit. */
export type BeginCommit = () => Commit;

/** As they are now, in the order of their paths; of `fields`, where given, these alone. It asks once, and throws as `send` does. */
export type ReadDocuments = (
  paths: readonly string[],
  fields?: readonly string[],
) => Promise<StoredDocument[]>;

export interface Documents {
  read: ReadDocuments;
  begin: BeginCommit;
}

/** A database of Firestore: its documents, and its client for all else. That ignores undefined properties. */
export interface Database extends Documents {
  client: () => Promise<Firestore>;
}

const CommitSchema = z.object({
  commitTime: z.string(),
  writeResults: z.array(z.object({ updateTime: z.string().optional() })),
});
const FoundSchema = z.object({ name: z.string(), fields: z.unknown(), updateTime: z.string() });
const ReadSchema = z.array(
  z.object({ found: FoundSchema.optional(), missing: z.string().optional(), readTime: z.string() }),
);
const RefusalSchema = z.object({ error: z.object({ status: z.string(), message: z.string() }) });

/** Firestore refused a request, or gave no answer. */
class DocumentsRefusedError extends Error {
  override readonly name = "DocumentsRefusedError";
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
export function firestoreDocuments(
  projectId: string,
  emulator = process.env.FIRESTORE_EMULATOR_HOST,
): Documents {
  const origin = emulator === undefined ? "https://firestore.googleapis.com" : `http://${emulator}`;
  const root = `projects/${projectId}/databases/(default)/documents`;
  const urls = {
    commit: new URL(`${origin}/v1/${root}:commit`),
    batchGet: new URL(`${origin}/v1/${root}:batchGet`),
  };
  const headers = {
    "content-type": "application/json",
    // For an emulator, the owner of the project, whom no rule holds back.
    ...(emulator !== undefined && { authorization: "Bearer owner" }),
  };

  async function ask(url: URL, message: object): Promise<unknown> {
    const asked = { url, method: "POST", headers, body: JSON.stringify(message), timeoutMs: TIMEOUT_MS };
    const answer = await askOnce(asked, emulator !== undefined).catch((cause: unknown) => {
      throw new DocumentsRefusedError(UNAVAILABLE, `Firestore gave no answer: ${String(cause)}`, { cause });
    });
    const text = answer.body.toString();
    if (answer.status === 200) return JSON.parse(text);
    throw refusalOf(answer.status, text);
  }

  const nameOf = (path: string) => `${root}/${path}`;
  return {
    async read(paths, fields) {
      const mask = fields && { mask: { fieldPaths: fields.map(quoted) } };
      const answers = ReadSchema.parse(await ask(urls.batchGet, { documents: paths.map(nameOf), ...mask }));
      const documents = new Map(
        answers.map(({ found, missing, readTime }) => [
          found?.name ?? missing,
          {
            content: found && decodeFields(found.fields),
            ...{ updateTime: found?.updateTime, readAt: Date.parse(readTime) },
          },
        ]),
      );
      return paths.map((path) => {
        const document = documents.get(nameOf(path));
        if (document === undefined) throw new RangeError(`Firestore gave no document for ${path}`);
        return document;
      });
    },
    begin() {
      const writes: object[] = [];
      const documentOf = (path: string, fields: Fields) => ({ name: nameOf(path), fields });
      return {
        create(path, content) {
          writes.push({
            update: documentOf(path, encodeFields(content)),
            currentDocument: { exists: false },
          });
        },
        set: (path, content) => void writes.push({ update: documentOf(path, encodeFields(content)) }),
        update(path, changes, updateTime) {
          const fields: Fields = {};
          for (const { field, value } of changes) if (value !== undefined) put(fields, field, value);
          writes.push({
            update: documentOf(path, fields),
            updateMask: { fieldPaths: changes.map(({ field }) => field.map(quoted).join(".")) },
            currentDocument: { updateTime },
          });
        },
        async send() {
          const { commitTime, writeResults } = CommitSchema.parse(await ask(urls.commit, { writes }));
          return writeResults.map(({ updateTime }) => updateTime ?? commitTime);
        },
      };
    },
  };
}

/** What the client has read, as it is read here. */
export function storedOf(document: DocumentSnapshot): StoredDocument {
  const { updateTime, readTime } = document;
  return {
    content: document.data(),
    updateTime: updateTime && isoOf(updateTime),
    readAt: readTime.toMillis(),
  };
}

function isoOf({ seconds, nanoseconds }: { seconds: number; nanoseconds: number }): string {
  const second = new Date(seconds * 1_000).toISOString().slice(0, 19);
  return `${second}.${String(nanoseconds).padStart(9, "0")}Z`;
}

function refusalOf(status: number, text: string): DocumentsRefusedError {
  const { data } = RefusalSchema.safeParse([jsonOf(text)].flat()[0]);
  if (data !== undefined) {
    return new DocumentsRefusedError(CODES.get(data.error.status) ?? UNKNOWN, data.error.message);
  }
  // Something between us and Firestore answered.
  return new DocumentsRefusedError(status >= 500 ? UNAVAILABLE : UNKNOWN, `${status}: ${text.slice(0, 500)}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Into the maps below which a field's path leads. */
function put(fields: Fields, [first = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    fields[first] = encodeValue(value);
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

// Documents of Firestore, read, written and transacted on through its JSON API: that is all that a step does. To load the client is a
// fifth of a cold start, and its batch takes three times the CPU of a commit, since it checks, converts and encodes each value in turn.
// Pages of queries, listeners, listings and sweeps are the client's, which is loaded when one is needed.
// https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents
import type { Firestore } from "@google-cloud/firestore";
import * as z from "zod";
import { decodeFields, encodeFields, encodeValue, type Fields } from "./firestore-values.ts";
import { askOnce } from "./google-requests.ts";

/** A commit that hangs longer may have been done or not. */
const TIMEOUT_MS = 5_000;

export interface StoredDocument {
  path: string;
  /** Undefined where there is no document. */
  content: Record<string, unknown> | undefined;
  /** When it was last written, to the nanosecond and in RFC 3339: its version. */
  updateTime: string | undefined;
  /** Milliseconds since 1970 by the store's clock. */
  readAt: number;
}

/** Writes, in their order. */
export interface Writer {
  /** Refused when the document is there. */
  create(path: string, content: object): void;
  /** Puts the content in the place of whatever is there. */
  set(path: string, content: object): void;
  /** Changes these fields alone of a document that is there, and only if it still is of that version, where one is given. */
  update(path: string, changes: readonly FieldChange[], version?: string): void;
  delete(path: string): void;
}

export interface Commit extends Writer {
  /**
   * When each write was made, in their order and in RFC 3339. It asks once: throws errors with the gRPC status as their `code`, as
   * the client does, and UNAVAILABLE also where no answer came.
   */
  send(): Promise<string[]>;
}

/** Asks once each time, and throws as `send` does. To be ended by one of the two. */
export interface DocumentTransaction extends Reader, Commit {
  rollback(): Promise<void>;
}

export interface FieldChange {
  /** Its name, below the names of the maps that it is in. */
  field: readonly string[];
  /** Undefined for a field that goes. */
  value: unknown;
}

/** Documents of one collection for which all conditions hold. */
export interface Question {
  collection: string;
  /** The path of the document that it is below, if it is below one. */
  below?: string;
  where: readonly (readonly [field: string, operator: "EQUAL" | "GREATER_THAN", value: unknown])[];
}

export interface Reader {
  /** As they are now, in the order of their paths; of `fields`, where given, these alone. It asks once, and throws as `send` does. */
  read(paths: readonly string[], fields?: readonly string[]): Promise<StoredDocument[]>;
  /** The same of documents that are looked for. */
  find(question: Question, fields?: readonly string[]): Promise<StoredDocument[]>;
}

export interface Documents extends Reader {
  /** Begins a commit. */
  begin(): Commit;
  /** Begins a transaction with the first read. */
  beginTransaction(): DocumentTransaction;
}

/** A database of Firestore: its documents, and its client for all else. That ignores undefined properties. */
export interface Database extends Documents {
  client(): Promise<Firestore>;
}

const CommitSchema = z.object({
  commitTime: z.string(),
  writeResults: z.array(z.object({ updateTime: z.string().optional() })).optional(),
});
const FoundSchema = z.object({ name: z.string(), fields: z.unknown(), updateTime: z.string() });
/** Of a list, one: a document that was found by its name or by a query, the name of one that is not there, or a transaction. */
const AnswersSchema = z.array(
  z.object({
    found: FoundSchema.optional(),
    document: FoundSchema.optional(),
    missing: z.string().optional(),
    transaction: z.string().optional(),
    readTime: z.string().optional(),
  }),
);
type Answers = z.infer<typeof AnswersSchema>;

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
  const urlOf = (method: string, below = "") => new URL(`${origin}/v1/${root}${below}:${method}`);
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

  function readerOf(askList: (url: URL, message: object) => Promise<Answers>): Reader {
    const documentOf = ({ found, document, missing, readTime }: Answers[number]): StoredDocument => {
      const { name, fields, updateTime } = found ?? document ?? { name: missing };
      return {
        path: (name ?? "").slice(root.length + 1),
        content: name === missing ? undefined : decodeFields(fields),
        ...{ updateTime, readAt: Date.parse(readTime ?? "") },
      };
    };
    return {
      async read(paths, fields) {
        if (paths.length === 0) return [];
        const mask = fields && { mask: { fieldPaths: fields.map(quoted) } };
        const answers = await askList(urlOf("batchGet"), { documents: paths.map(nameOf), ...mask });
        const documents = new Map(answers.map((answer) => [documentOf(answer).path, documentOf(answer)]));
        return paths.map((path) => {
          const document = documents.get(path);
          if (document === undefined) throw new RangeError(`Firestore gave no document for ${path}`);
          return document;
        });
      },
      async find({ collection, below, where }, fields) {
        const filters = where.map(([field, op, value]) => ({
          fieldFilter: { field: { fieldPath: quoted(field) }, op, value: encodeValue(value) },
        }));
        const structuredQuery = {
          from: [{ collectionId: collection }],
          where: { compositeFilter: { op: "AND", filters } },
          ...(fields && { select: { fields: fields.map((field) => ({ fieldPath: quoted(field) })) } }),
        };
        const url = urlOf("runQuery", below === undefined ? "" : `/${below}`);
        const answers = await askList(url, { structuredQuery });
        return answers.filter(({ document }) => document !== undefined).map(documentOf);
      },
    };
  }

  function commitWith(transaction: () => Promise<string> | undefined): Commit {
    const writes: object[] = [];
    const written = (path: string, fields: Fields) => ({ name: nameOf(path), fields });
    return {
      create(path, content) {
        writes.push({ update: written(path, encodeFields(content)), currentDocument: { exists: false } });
      },
      set: (path, content) => void writes.push({ update: written(path, encodeFields(content)) }),
      update(path, changes, version) {
        const fields: Fields = {};
        for (const { field, value } of changes) if (value !== undefined) put(fields, field, value);
        writes.push({
          update: written(path, fields),
          updateMask: { fieldPaths: changes.map(({ field }) => field.map(quoted).join(".")) },
          currentDocument: version === undefined ? { exists: true } : { updateTime: version },
        });
      },
      delete: (path) => void writes.push({ delete: nameOf(path) }),
      async send() {
        const answer = await ask(urlOf("commit"), { writes, transaction: await transaction() });
        const { commitTime, writeResults = [] } = CommitSchema.parse(answer);
        return writeResults.map(({ updateTime }) => updateTime ?? commitTime);
      },
    };
  }

  return {
    ...readerOf(async (url, message) => AnswersSchema.parse(await ask(url, message))),
    begin: () => commitWith(() => undefined),
    beginTransaction() {
      let begun: Promise<string> | undefined;
      const reader = readerOf(async (url, message) => {
        if (begun !== undefined) {
          return AnswersSchema.parse(await ask(url, { ...message, transaction: await begun }));
        }
        const first = ask(url, { ...message, newTransaction: { readWrite: {} } }).then((answer) =>
          AnswersSchema.parse(answer),
        );
        begun = first.then(transactionOf);
        // Who reads on or commits is told.
        begun.catch(() => {});
        return (await first).filter(
          ({ transaction, missing, ...found }) => missing ?? found.found ?? found.document,
        );
      });
      return {
        ...reader,
        ...commitWith(() => begun),
        async rollback() {
          const transaction = await begun?.catch(() => undefined);
          if (transaction !== undefined) await ask(urlOf("rollback"), { transaction });
        },
      };
    },
  };
}

function transactionOf(answers: Answers): string {
  const begun = answers.find(({ transaction }) => transaction !== undefined)?.transaction;
  if (begun === undefined) throw new RangeError("Firestore began no transaction");
  return begun;
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

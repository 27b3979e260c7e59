// Documents of Firestore, read, written and transacted on through its JSON API: that is all that a step does. To load the client is a
// fifth of a cold start, and its batch takes three times the CPU of a commit, since it checks, converts and encodes each value in turn.
// Pages of queries, listeners, listings and sweeps are the client's, which is loaded when one is needed.
// https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents
import type { Firestore } from "@google-cloud/firestore";
import * as z from "zod";
import { type FirestoreRequests, firestoreRequests } from "./firestore-requests.ts";
import { decodeFields, encodeFields, encodeValue, type Fields } from "./firestore-values.ts";

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

/** `emulator`: host and port of one that stands in for the real service. */
export function firestoreDocuments(projectId: string, emulator?: string): Documents {
  const requests = firestoreRequests(projectId, emulator);
  const { root, ask } = requests;
  return {
    ...readerOf(root, async (...asked) => AnswersSchema.parse(await ask(...asked))),
    begin: () => commitOf(requests, () => undefined),
    beginTransaction() {
      let begun: Promise<string> | undefined;
      const reader = readerOf(root, async (method, message, below) => {
        if (begun !== undefined) {
          return AnswersSchema.parse(await ask(method, { ...message, transaction: await begun }, below));
        }
        const first = ask(method, { ...message, newTransaction: { readWrite: {} } }, below).then((answer) =>
          AnswersSchema.parse(answer),
        );
        begun = first.then(transactionOf);
        // Whoever reads on or commits is told.
        begun.catch(() => {});
        return first;
      });
      return {
        ...reader,
        ...commitOf(requests, () => begun),
        async rollback() {
          const transaction = await begun?.catch(() => undefined);
          if (transaction !== undefined) await ask("rollback", { transaction });
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

type AskList = (method: string, message: object, below?: string) => Promise<Answers>;

function readerOf(root: string, ask: AskList): Reader {
  const documentsIn = (answers: Answers): StoredDocument[] =>
    answers.flatMap(({ found, document, missing, readTime }) => {
      const one = found ?? document;
      const name = one?.name ?? missing;
      // One answer may only tell the transaction that was begun.
      if (name === undefined) return [];
      const content = one && decodeFields(one.fields);
      const readAt = Date.parse(readTime ?? "");
      return [{ path: name.slice(root.length + 1), content, updateTime: one?.updateTime, readAt }];
    });
  return {
    async read(paths, fields) {
      if (paths.length === 0) return [];
      const mask = fields && { mask: { fieldPaths: fields.map(quoted) } };
      const answers = await ask("batchGet", { documents: paths.map((path) => `${root}/${path}`), ...mask });
      const documents = new Map(documentsIn(answers).map((document) => [document.path, document]));
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
      return documentsIn(await ask("runQuery", { structuredQuery }, below));
    },
  };
}

/** `transaction`: the one that has begun, if it is one. */
function commitOf({ root, ask }: FirestoreRequests, transaction: () => Promise<string> | undefined): Commit {
  const writes: object[] = [];
  const written = (path: string, fields: Fields) => ({ name: `${root}/${path}`, fields });
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
    delete: (path) => void writes.push({ delete: `${root}/${path}` }),
    async send() {
      const answer = await ask("commit", { writes, transaction: await transaction() });
      const { commitTime, writeResults = [] } = CommitSchema.parse(answer);
      return writeResults.map(({ updateTime }) => updateTime ?? commitTime);
    },
  };
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

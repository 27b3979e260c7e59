// Firestore documents through its JSON API, for all requests of a step. Saves a cold start the load of Google's client, and each commit the
// CPU of its batch (rows "cold start", "hop" and "steps a second" of `docs/proof/bench.md`; the reason is
// `docs/decisions/0121-firestore-is-asked-by-its-json-api.md`).
// https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents
import * as z from "zod";
import type { Commit, Documents, Reader, StoredDocument } from "./documents.ts";
import { decodeFields, encodeFields, encodeValue } from "./firestore-values.ts";
import { askGoogle, GoogleRefusedError, type RetryRule } from "./google-requests.ts";

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
const CommitSchema = z.object({
  commitTime: z.string(),
  writeResults: z.array(z.object({ updateTime: z.string().optional() })).optional(),
});

/** Less than a second in total, because the caller retries. A commit that takes longer may or may not have been made. */
const TIMES = { firstWaitMs: 100, factor: 1.3, longestWaitMs: 60_000, tryMs: 5_000, lastTryMs: 1_000 };
/** https://github.com/googleapis/google-cloud-node/blob/main/handwritten/firestore/dev/src/v1/firestore_client_config.json */
export const FIRESTORE_RETRIES = {
  // DEADLINE_EXCEEDED, INTERNAL, UNAVAILABLE
  batchGet: { ...TIMES, statuses: [504, 500, 503] },
  runQuery: { ...TIMES, statuses: [504, 500, 503] },
  // RESOURCE_EXHAUSTED, UNAVAILABLE
  commit: { ...TIMES, statuses: [429, 503] },
  // and DEADLINE_EXCEEDED, INTERNAL
  rollback: { ...TIMES, statuses: [504, 429, 500, 503] },
} as const satisfies Record<string, RetryRule>;

/** By their codes. https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
const CODES =
  "OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED".split(
    " ",
  );
/** By HTTP status, for answers of intermediaries: UNAVAILABLE from 500 on; other unlisted statuses are INVALID_ARGUMENT. */
const FRONT_END: Readonly<Record<number, string>> = {
  ...{ 401: "PERMISSION_DENIED", 403: "PERMISSION_DENIED" },
  ...{ 408: "UNAVAILABLE", 409: "UNAVAILABLE", 429: "UNAVAILABLE", 499: "UNAVAILABLE" },
};

/** The gRPC status of an error, which the client has as `code`. */
function codeOf(error: unknown): number {
  if (!(error instanceof GoogleRefusedError)) return CODES.indexOf("UNAVAILABLE");
  const { code, status = code >= 500 ? "UNAVAILABLE" : (FRONT_END[code] ?? "INVALID_ARGUMENT") } = error;
  return CODES.indexOf(CODES.includes(status) ? status : "UNKNOWN");
}

type Method = keyof typeof FIRESTORE_RETRIES;
/** The answer to a method of the documents, or of those below a path. */
type Ask<Answer> = (method: Method, message: object, below?: string) => Promise<Answer>;

function askOf(database: string, emulator: string | undefined): Ask<unknown> {
  const origin = emulator === undefined ? "https://firestore.googleapis.com" : `http://${emulator}`;
  return async (method, message, below) => {
    const parent = `${database}/documents${below === undefined ? "" : `/${below}`}`;
    const routed: Record<string, string> = method === "runQuery" ? { parent } : { database };
    try {
      const answer = await askGoogle({
        url: new URL(`${origin}/v1/${parent}:${method}`),
        ...{ method: "POST", routed, retry: FIRESTORE_RETRIES[method], isEmulated: emulator !== undefined },
        headers: { "content-type": "application/json", "google-cloud-resource-prefix": database },
        body: JSON.stringify(message),
      });
      return JSON.parse(answer.toString());
    } catch (error) {
      throw Object.assign(new Error(String(error), { cause: error }), { code: codeOf(error) });
    }
  };
}

/** `emulator`: host and port of an emulator. */
export function firestoreDocuments(
  projectId: string,
  emulator = process.env.FIRESTORE_EMULATOR_HOST,
): Documents {
  const database = `projects/${projectId}/databases/(default)`;
  const root = `${database}/documents`;
  const ask = askOf(database, emulator);
  const askList: Ask<Answers> = async (...asked) => AnswersSchema.parse(await ask(...asked));
  return {
    ...readerOf(root, askList),
    begin: () => commitOf(root, ask, () => undefined),
    beginTransaction() {
      let begun: Promise<string> | undefined;
      const reader = readerOf(root, async (method, message, below) => {
        if (begun !== undefined) return askList(method, { ...message, transaction: await begun }, below);
        const first = askList(method, { ...message, newTransaction: { readWrite: {} } }, below);
        begun = first.then(transactionOf);
        // The error is reported to the caller of the next read or commit.
        begun.catch(() => {});
        return first;
      });
      return {
        ...reader,
        ...commitOf(root, ask, () => begun),
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
  if (begun === undefined) throw new RangeError("Firestore started no transaction");
  return begun;
}

function readerOf(root: string, ask: Ask<Answers>): Reader {
  const documentsIn = (answers: Answers): StoredDocument[] =>
    answers.flatMap(({ found, document, missing, readTime }) => {
      const one = found ?? document;
      const name = one?.name ?? missing;
      // One answer may contain only the id of the started transaction.
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
        if (document === undefined) throw new RangeError(`Firestore returned no document for ${path}`);
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
function commitOf(root: string, ask: Ask<unknown>, transaction: () => Promise<string> | undefined): Commit {
  const writes: object[] = [];
  const written = (path: string, content: object) => ({
    name: `${root}/${path}`,
    fields: encodeFields(content),
  });
  return {
    create: (path, content) =>
      void writes.push({ update: written(path, content), currentDocument: { exists: false } }),
    set: (path, content) => void writes.push({ update: written(path, content) }),
    update(path, changes, version) {
      const content: Record<string, unknown> = {};
      for (const { field, value } of changes) if (value !== undefined) put(content, field, value);
      writes.push({
        update: written(path, content),
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
function put(map: Record<string, unknown>, [first = "", ...rest]: readonly string[], value: unknown): void {
  const inner: Record<string, unknown> = Object(map[first] ?? {});
  map[first] = rest.length === 0 ? value : inner;
  if (rest.length > 0) put(inner, rest, value);
}

/** https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents#Document */
function quoted(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replace(/[\\`]/g, "\\$&")}\``;
}

// Documents of Firestore through its JSON API, which is all that a step asks. What it saves, against Google's client over REST, is in
// `docs/decisions/0121-firestore-is-asked-by-its-json-api.md`: to load the client is a fifth of a cold start, and its batch takes three times the CPU of a commit, since it
// checks, converts and encodes each value in turn.
// https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents
import * as z from "zod";
import type { Commit, Documents, Reader, StoredDocument } from "./documents.ts";
import { decodeFields, encodeFields, encodeValue, type Fields } from "./firestore-values.ts";
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
const RefusalSchema = z.object({ error: z.object({ status: z.string(), message: z.string() }) });

type Method = "batchGet" | "runQuery" | "commit" | "rollback";

/** In all no longer than a second: whoever asks tries again. What hangs for longer than a try may have been done or not. */
const TIMES = { firstWaitMs: 100, factor: 1.3, longestWaitMs: 60_000, tryMs: 5_000, lastTryMs: 1_000 };
/** https://github.com/googleapis/google-cloud-node/blob/main/handwritten/firestore/dev/src/v1/firestore_client_config.json */
const RETRIES: Readonly<Record<Method, RetryRule>> = {
  // DEADLINE_EXCEEDED, INTERNAL, UNAVAILABLE
  batchGet: { ...TIMES, statuses: [504, 500, 503] },
  runQuery: { ...TIMES, statuses: [504, 500, 503] },
  // RESOURCE_EXHAUSTED, UNAVAILABLE
  commit: { ...TIMES, statuses: [429, 503] },
  // and DEADLINE_EXCEEDED, INTERNAL
  rollback: { ...TIMES, statuses: [504, 429, 500, 503] },
};

/** Firestore refused a request, or gave no answer. */
class FirestoreRefusedError extends Error {
  override readonly name = "FirestoreRefusedError";
  readonly code: number;
  constructor(code: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** By their codes. https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
const CODES =
  "OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED".split(
    " ",
  );
const [UNKNOWN, INVALID_ARGUMENT, PERMISSION_DENIED, UNAVAILABLE] = [2, 3, 7, 14];

interface Requests {
  /** What the names of all documents begin with. */
  root: string;
  /** The answer to a method of the documents, or of those below a path. */
  ask(method: Method, message: object, below?: string): Promise<unknown>;
}

function requestsOf(projectId: string, emulator: string | undefined): Requests {
  const origin = emulator === undefined ? "https://firestore.googleapis.com" : `http://${emulator}`;
  const database = `projects/${projectId}/databases/(default)`;
  const root = `${database}/documents`;
  return {
    root,
    async ask(method, message, below) {
      const parent = below === undefined ? root : `${root}/${below}`;
      const routed: Record<string, string> = method === "runQuery" ? { parent } : { database };
      try {
        const answer = await askGoogle({
          url: new URL(`${origin}/v1/${parent}:${method}`),
          ...{ method: "POST", routed, retry: RETRIES[method], isEmulated: emulator !== undefined },
          headers: { "content-type": "application/json", "google-cloud-resource-prefix": database },
          body: JSON.stringify(message),
        });
        return JSON.parse(answer.toString());
      } catch (error) {
        throw refusalBy(error);
      }
    },
  };
}

function refusalBy(error: unknown): FirestoreRefusedError {
  if (!(error instanceof GoogleRefusedError)) {
    const cause = { cause: error };
    return new FirestoreRefusedError(UNAVAILABLE, `Firestore gave no answer: ${String(error)}`, cause);
  }
  const { data } = RefusalSchema.safeParse([error.json()].flat()[0]);
  if (data === undefined) return new FirestoreRefusedError(codeOfStatus(error), error.message);
  const code = CODES.indexOf(data.error.status);
  return new FirestoreRefusedError(code < 0 ? UNKNOWN : code, data.error.message);
}

/** Of an answer that is none of Firestore's own: 413 for a commit beyond what Google's front end takes. */
function codeOfStatus({ code: status, isPassing }: GoogleRefusedError): number {
  if (status >= 500 || isPassing) return UNAVAILABLE;
  if (status === 401 || status === 403) return PERMISSION_DENIED;
  return status >= 400 ? INVALID_ARGUMENT : UNKNOWN;
}

/** `emulator`: host and port of one that stands in for the real service. */
export function firestoreDocuments(
  projectId: string,
  emulator = process.env.FIRESTORE_EMULATOR_HOST,
): Documents {
  const requests = requestsOf(projectId, emulator);
  const { root, ask } = requests;
  const askList: AskList = async (...asked) => AnswersSchema.parse(await ask(...asked));
  return {
    ...readerOf(root, askList),
    begin: () => commitOf(requests, () => undefined),
    beginTransaction() {
      let begun: Promise<string> | undefined;
      const reader = readerOf(root, async (method, message, below) => {
        if (begun !== undefined) return askList(method, { ...message, transaction: await begun }, below);
        const first = askList(method, { ...message, newTransaction: { readWrite: {} } }, below);
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

type AskList = (method: Method, message: object, below?: string) => Promise<Answers>;

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
function commitOf({ root, ask }: Requests, transaction: () => Promise<string> | undefined): Commit {
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
  const map = known?.mapValue === undefined ? { mapValue: { fields: {} } } : known;
  fields[first] = map;
  put(map.mapValue.fields, rest, value);
}

/** https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents#Document */
function quoted(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replace(/[\\`]/g, "\\$&")}\``;
}

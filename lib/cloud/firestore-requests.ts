// Requests of Firestore's JSON API, each made once.
// https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents
import * as z from "zod";
import { askOnce, isPassingStatus } from "./google-requests.ts";

/** What hangs longer may have been done or not. */
const TIMEOUT_MS = 5_000;

export interface FirestoreRequests {
  /** What the names of all documents begin with. */
  root: string;
  /**
   * The answer to a method of the documents, or of those below a path. Throws errors with the gRPC status as their `code`, as the client
   * does, and UNAVAILABLE also where no answer came.
   */
  ask(method: string, message: object, below?: string): Promise<unknown>;
}

const RefusalSchema = z.object({ error: z.object({ status: z.string(), message: z.string() }) });

/** Firestore refused a request, or gave no answer. */
class FirestoreRefusedError extends Error {
  override readonly name = "FirestoreRefusedError";
  /** https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
  readonly code: number;
  constructor(code: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const UNKNOWN = 2;
const INVALID_ARGUMENT = 3;
const PERMISSION_DENIED = 7;
const UNAVAILABLE = 14;
/** By their names in the JSON API's answers. */
const CODES = new Map<string, number>([
  ["CANCELLED", 1],
  ["UNKNOWN", UNKNOWN],
  ["INVALID_ARGUMENT", INVALID_ARGUMENT],
  ["DEADLINE_EXCEEDED", 4],
  ["NOT_FOUND", 5],
  ["ALREADY_EXISTS", 6],
  ["PERMISSION_DENIED", PERMISSION_DENIED],
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
export function firestoreRequests(
  projectId: string,
  emulator = process.env.FIRESTORE_EMULATOR_HOST,
): FirestoreRequests {
  const origin = emulator === undefined ? "https://firestore.googleapis.com" : `http://${emulator}`;
  const root = `projects/${projectId}/databases/(default)/documents`;
  const headers = {
    "content-type": "application/json",
    // For an emulator, the owner of the project, whom no rule holds back.
    ...(emulator !== undefined && { authorization: "Bearer owner" }),
  };
  return {
    root,
    async ask(method, message, below) {
      const url = new URL(`${origin}/v1/${root}${below === undefined ? "" : `/${below}`}:${method}`);
      const asked = { url, method: "POST", headers, body: JSON.stringify(message), timeoutMs: TIMEOUT_MS };
      const answer = await askOnce(asked, emulator !== undefined).catch((cause: unknown) => {
        throw new FirestoreRefusedError(UNAVAILABLE, `Firestore gave no answer: ${String(cause)}`, { cause });
      });
      const text = answer.body.toString();
      if (answer.status === 200) return JSON.parse(text);
      throw refusalOf(answer.status, text);
    },
  };
}

function refusalOf(status: number, text: string): FirestoreRefusedError {
  const { data } = RefusalSchema.safeParse([jsonOf(text)].flat()[0]);
  if (data !== undefined) {
    return new FirestoreRefusedError(CODES.get(data.error.status) ?? UNKNOWN, data.error.message);
  }
  // Something between us and Firestore answered.
  return new FirestoreRefusedError(codeOfStatus(status), `${status}: ${text.slice(0, 500)}`);
}

/** Of an answer that is none of Firestore's own: 413 for a commit beyond what Google's front end takes. */
function codeOfStatus(status: number): number {
  if (status >= 500 || isPassingStatus(status)) return UNAVAILABLE;
  if (status === 401 || status === 403) return PERMISSION_DENIED;
  return status >= 400 ? INVALID_ARGUMENT : UNKNOWN;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

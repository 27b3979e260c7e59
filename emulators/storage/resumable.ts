// Resumable uploads. As in the service, bytes of an unfinished upload are stored in whole quanta of 256 KiB. A broken upload resumes
// from the last quantum, also after this process was killed.
// https://cloud.google.com/storage/docs/performing-resumable-uploads
import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { ObjectAttributesSchema } from "./attributes.ts";
import type { BlobStore } from "./blobs.ts";
import { type Call, header, sendEmpty, sendJson } from "./call.ts";
import { digester, digestOf } from "./checksums.ts";
import { checkHashes, type DeclaredHashes, DeclaredHashesSchema, headerHashes } from "./declared-hashes.ts";
import { invalid, StorageError } from "./errors.ts";
import type { Objects } from "./objects.ts";
import { objectResource } from "./resources.ts";

const QUANTUM_BYTES = 256 << 10;
const SESSION_MS = 7 * 24 * 3600 * 1000;

const SessionSchema = z.object({
  bucket: z.string(),
  name: z.string(),
  attributes: ObjectAttributesSchema,
  preconditions: z.object({
    generationMatch: z.number().optional(),
    generationNotMatch: z.number().optional(),
    metagenerationMatch: z.number().optional(),
    metagenerationNotMatch: z.number().optional(),
  }),
  hashes: DeclaredHashesSchema,
});
type Session = z.infer<typeof SessionSchema>;

const RowSchema = z.object({
  session: z.string().transform((json) => SessionSchema.parse(JSON.parse(json))),
  /** The object when the upload was finished. Null while the upload is unfinished. */
  answer: z.string().nullable(),
});

export interface ResumableUploads {
  /** Creates a session and returns its id. */
  begin(session: Session): string;
  /** Serves a request on a session: an upload of bytes, a status query, or a cancellation. */
  continue(call: Call): Promise<void>;
}

interface ContentRange {
  // Undefined for a status query (`bytes */…`).
  readonly start: number | undefined;
  // Undefined: up to the end of the body.
  readonly end: number | undefined;
  readonly total: number | undefined;
}

export function sqliteResumableUploads(
  db: DatabaseSync,
  { objects, blobs, clock }: { objects: Objects; blobs: BlobStore; clock: () => number },
): ResumableUploads {
  db.exec(`CREATE TABLE IF NOT EXISTS storage_sessions (
    id TEXT PRIMARY KEY, created INTEGER NOT NULL, session TEXT NOT NULL, answer TEXT
  ) STRICT`);
  db.prepare("DELETE FROM storage_sessions WHERE created < ?").run(clock() - SESSION_MS);
  const insert = db.prepare("INSERT INTO storage_sessions VALUES (?, ?, ?, NULL)");
  const select = db.prepare("SELECT session, answer FROM storage_sessions WHERE id = ?");
  const finish = db.prepare("UPDATE storage_sessions SET answer = ? WHERE id = ?");
  const erase = db.prepare("DELETE FROM storage_sessions WHERE id = ?");
  blobs.sweepPartials((id) => select.get(id) !== undefined);
  /** The current writer of a session. A second request aborts the first. */
  const writers = new Map<string, { stop(): void; done: Promise<void> }>();

  async function takeOver(id: string, call: Call): Promise<() => void> {
    for (let current = writers.get(id); current; current = writers.get(id)) {
      current.stop();
      await current.done;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    writers.set(id, { stop: () => call.req.destroy(), done: promise });
    return () => {
      writers.delete(id);
      resolve();
    };
  }

  /** The number of stored bytes in whole quanta. Truncates bytes that a crash left beyond them. */
  function heldBytes(id: string): number {
    const size = blobs.partialSize(id);
    const whole = size - (size % QUANTUM_BYTES);
    if (whole !== size) blobs.truncatePartial(id, whole);
    return whole;
  }

  function sendIncomplete(call: Call, held: number): void {
    sendEmpty(call, 308, held === 0 ? {} : { range: `bytes=0-${held - 1}` });
  }

  /** Appends the body. Returns the bytes of the last, incomplete quantum, or undefined if the connection broke. */
  async function receive(call: Call, id: string, skipBytes: number): Promise<Buffer | undefined> {
    let pending: Buffer[] = [];
    let size = 0;
    let skip = skipBytes;
    try {
      for await (const chunk of call.req) {
        const fresh: Buffer = chunk.subarray(Math.min(skip, chunk.length));
        skip -= chunk.length - fresh.length;
        pending.push(fresh);
        size += fresh.length;
        if (size < QUANTUM_BYTES) continue;
        const all = Buffer.concat(pending, size);
        const whole = size - (size % QUANTUM_BYTES);
        blobs.appendPartial(id, all.subarray(0, whole));
        pending = [all.subarray(whole)];
        size -= whole;
      }
    } catch {
      // The connection broke. Whole quanta are stored, and the caller queries the status later.
      return undefined;
    }
    return Buffer.concat(pending, size);
  }

  /** Finishes the upload and returns the response, an object resource. */
  async function complete(call: Call, id: string, session: Session, tail: Buffer): Promise<string> {
    const { bucket, name, attributes, preconditions } = session;
    const hashes: DeclaredHashes = { ...session.hashes, ...headerHashes(call) };
    const held = blobs.partialSize(id);
    let digest = digestOf(tail);
    if (held > 0) {
      if (tail.length > 0) blobs.appendPartial(id, tail);
      const whole = digester();
      for await (const chunk of blobs.readPartial(id)) whole.update(chunk);
      digest = whole.digest();
    }
    try {
      checkHashes(digest, hashes);
      if (held === 0) blobs.put(digest.sha256, tail);
      else blobs.promotePartial(id, digest.sha256);
      const object = objects.write({ bucket, name, digest, attributes, preconditions });
      const answer = JSON.stringify(objectResource(object, call.origin));
      finish.run(answer, id);
      return answer;
    } catch (error) {
      erase.run(id);
      blobs.removePartial(id);
      throw error;
    }
  }

  async function advance(call: Call, id: string, session: Session): Promise<void> {
    const held = heldBytes(id);
    const range = contentRange(header(call, "content-range"));
    if (range.start === undefined) {
      call.req.resume();
      if (range.total !== held) return sendIncomplete(call, held);
    } else if (range.start > held) {
      const offset = `the upload offset is ${range.start} byte(s), which exceeds already uploaded size of ${held}`;
      throw invalid(`Invalid request. According to the Content-Range header, ${offset} byte(s).`);
    }
    const tail = range.start === undefined ? Buffer.alloc(0) : await receive(call, id, held - range.start);
    if (tail === undefined) return;
    const received = blobs.partialSize(id) + tail.length;
    const isLast = range.end === undefined ? true : range.total === range.end + 1;
    if (!isLast || (range.total !== undefined && received < range.total)) {
      return sendIncomplete(call, blobs.partialSize(id));
    }
    if (range.total !== undefined && received > range.total) {
      throw invalid(`Received ${received} bytes, which is more than the ${range.total} that were announced.`);
    }
    sendJson(call, await complete(call, id, session, tail));
  }

  return {
    begin(session) {
      const id = randomUUID();
      insert.run(id, clock(), JSON.stringify(session));
      return id;
    },
    async continue(call) {
      const id = call.query.get("upload_id") ?? "";
      const release = await takeOver(id, call);
      try {
        const row = select.get(id);
        if (!row) throw sessionNotFound();
        const { session, answer } = RowSchema.parse(row);
        if (call.method === "DELETE") {
          erase.run(id);
          blobs.removePartial(id);
          return sendEmpty(call, 499);
        }
        if (answer === null) return await advance(call, id, session);
        // The upload was finished before and its response was lost, so the response is repeated.
        call.req.resume();
        sendJson(call, answer);
      } finally {
        release();
      }
    },
  };
}

// Parses `bytes 0-99/200`, `bytes 0-99/*`, `bytes 0-*/*` and the status query `bytes */200`. No header means the whole content.
function contentRange(text: string | undefined): ContentRange {
  if (text === undefined) return { start: 0, end: undefined, total: undefined };
  const parts = /^bytes (?:\*|(\d+)-(\d+|\*))\/(\d+|\*|undefined)$/.exec(text);
  if (!parts) throw invalid(`Failed to parse Content-Range header: ${text}`);
  const number = (part: string | undefined) => (part && /^\d+$/.test(part) ? Number(part) : undefined);
  return { start: number(parts[1]), end: number(parts[2]), total: number(parts[3]) };
}

function sessionNotFound(): StorageError {
  return new StorageError({
    status: 404,
    reason: "notFound",
    code: "NoSuchUpload",
    message: "The specified upload session does not exist.",
  });
}

// Cloud Storage in this process: the JSON API as `@google-cloud/storage` speaks it, and object addresses under V4
// signatures. Objects live as files under `dataDir`, what is known of them in the suite's database.
import { createPublicKey, type KeyObject } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { DatabaseSync } from "node:sqlite";
import type { DataDir } from "../database.ts";
import { loopbackOnly } from "../loopback-only.ts";
import type { RunningService } from "../service.ts";
import { folderBlobStore, memoryBlobStore } from "./blobs.ts";
import { sqliteBuckets } from "./buckets.ts";
import { type Call, callOf } from "./call.ts";
import { allowOrigin } from "./cors.ts";
import { jsonErrorBody, StorageError, unimplemented, xmlErrorBody } from "./errors.ts";
import { jsonApi } from "./json-api.ts";
import { sqliteObjects } from "./objects.ts";
import { sqliteResumableUploads } from "./resumable.ts";
import { type ServiceAccount, serviceAccountOf } from "./service-account.ts";
import { type UploadStores, upload } from "./uploads.ts";
import { xmlApi } from "./xml-api.ts";

export interface StorageOptions {
  readonly db: DatabaseSync;
  readonly dataDir: DataDir;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Milliseconds since 1970: for generations, times and the expiry of signed URLs. */
  readonly clock?: () => number;
  /** Further service accounts whose signatures are good: public keys (PEM) by e-mail address. */
  readonly signers?: Readonly<Record<string, string>>;
}

export interface RunningStorage extends RunningService {
  /** Whose signatures this emulator accepts: see `writeKeyFile`. */
  readonly serviceAccount: ServiceAccount;
  /** `http://127.0.0.1:PORT`: what `STORAGE_EMULATOR_HOST` must be, scheme and all. */
  readonly endpoint: string;
}

export async function startStorage(options: StorageOptions): Promise<RunningStorage> {
  const { db, dataDir, clock = Date.now } = options;
  const serviceAccount = await serviceAccountOf(db);
  const signers = new Map<string, KeyObject>([
    [serviceAccount.client_email, createPublicKey(serviceAccount.private_key)],
  ]);
  for (const [email, pem] of Object.entries(options.signers ?? {})) signers.set(email, createPublicKey(pem));
  const blobs = dataDir === "memory" ? memoryBlobStore() : folderBlobStore(dataDir);
  const objects = sqliteObjects(db, blobs, clock);
  const stores: UploadStores = {
    blobs,
    objects,
    buckets: sqliteBuckets(db, clock),
    resumable: sqliteResumableUploads(db, { objects, blobs, clock }),
  };

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    let kind: AnswerKind = "json";
    try {
      const call = callOf(req, res);
      kind = answerKind(call);
      if (kind === "xml") return await xmlApi(call, { signers, nowMs: clock() }, stores);
      if (allowOrigin(call)) return;
      await dispatchJson(call, stores);
    } catch (error) {
      fail(res, error, kind);
    }
  }

  // A client keeps idle connections longer than Node's default of 5 s, and a POST on one that we just closed fails.
  const server = loopbackOnly(
    createServer({ keepAliveTimeout: 600_000 }, (req, res) => void serve(req, res)),
    { mayShow: isSignedAddress },
  );
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    host: `127.0.0.1:${port}`,
    endpoint: `http://127.0.0.1:${port}`,
    port,
    serviceAccount,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** How an error is written: the JSON API writes JSON, its downloads plain text, object addresses XML. */
type AnswerKind = "json" | "text" | "xml";

/** Whatever else a path begins with is a bucket's name. */
const JSON_PATH =
  /^(b|batch|projects)(\/|$)|^channels\/stop$|^storage\/v1\/|^(resumable\/)?(download|upload)\/storage\/v1\//;

/**
 * An object address that claims to be signed, which is checked before anything is answered. Only who was given it can ask for it, and
 * the studio at http://localhost:4000 shows images of http://127.0.0.1:9199, which is another site, without naming itself.
 */
function isSignedAddress({ url = "" }: IncomingMessage): boolean {
  const [path = "", query = ""] = url.split("?");
  return !JSON_PATH.test(path.slice(1)) && new URLSearchParams(query).has("X-Goog-Signature");
}

function answerKind(call: Call): AnswerKind {
  if (!JSON_PATH.test(call.path.join("/"))) return "xml";
  return call.query.get("alt") === "media" ? "text" : "json";
}

/** The client leaves `/storage/v1` away when `STORAGE_EMULATOR_HOST` is set, but not before uploads. */
function dispatchJson(call: Call, stores: UploadStores): Promise<void> {
  const path = call.path;
  const [first, second, third] = path;
  if ((first === "upload" || first === "resumable") && second !== undefined) {
    const [root, bucket, kind, ...rest] = path.slice(path.indexOf("b"));
    if (root === "b" && bucket !== undefined && kind === "o" && rest.length === 0) {
      return upload(call, bucket, stores);
    }
    throw unimplemented(`${call.method} /${path.join("/")}`);
  }
  if (first === "download") {
    call.query.set("alt", "media");
    return jsonApi(call, path.slice(3), stores);
  }
  const isPrefixed = first === "storage" && second === "v1" && third !== undefined;
  return jsonApi(call, isPrefixed ? path.slice(2) : path, stores);
}

function fail(res: ServerResponse, thrown: unknown, kind: AnswerKind): void {
  if (res.destroyed) return;
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const error =
    thrown instanceof StorageError
      ? thrown
      : new StorageError({
          status: 500,
          reason: "internalError",
          code: "InternalError",
          message: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
        });
  const body = { json: jsonErrorBody, text: (e: StorageError) => e.message, xml: xmlErrorBody }[kind](error);
  const types = {
    json: "application/json; charset=UTF-8",
    text: "text/html; charset=UTF-8",
    xml: "application/xml; charset=UTF-8",
  };
  const isBare = error.status === 304 || res.req.method === "HEAD";
  res.writeHead(error.status, {
    ...(isBare ? {} : { "content-type": types[kind], "content-length": Buffer.byteLength(body) }),
    "cache-control": "private, max-age=0",
  });
  res.end(isBare ? undefined : body);
}

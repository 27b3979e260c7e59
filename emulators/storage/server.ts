// Starts the Cloud Storage emulator: the JSON API for `@google-cloud/storage`, and the XML API at object addresses with V4 signatures.
// Objects are files under `dataDir`, and their metadata is in the suite's database.
import { createPublicKey, type KeyObject } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { DatabaseSync } from "node:sqlite";
import type { DataDir } from "../database.ts";
import { loopbackOnly } from "../loopback-only.ts";
import type { RunningService } from "../service.ts";
import { folderBlobStore, memoryBlobStore } from "./blobs.ts";
import { sqliteBuckets } from "./buckets.ts";
import { bucketOfHost, type Call, callOf } from "./call.ts";
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
  /** The clock for generations, times and the expiry of signed URLs, in milliseconds since 1970. */
  readonly clock?: () => number;
  /** Additional service accounts whose signatures are accepted: public keys (PEM) by e-mail address. */
  readonly signers?: Readonly<Record<string, string>>;
}

export interface RunningStorage extends RunningService {
  /** The account whose signatures this emulator accepts: see `writeKeyFile`. */
  readonly serviceAccount: ServiceAccount;
  /** `http://127.0.0.1:PORT`, the value of `STORAGE_EMULATOR_HOST`, which includes the scheme. */
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

  // Clients keep idle connections longer than Node's default of 5 s, and a POST on a connection that was just closed fails.
  const server = loopbackOnly(
    createServer({ keepAliveTimeout: 600_000 }, (req, res) => void serve(req, res)),
    // Only Google controls the DNS of these names, so they cannot be used for DNS rebinding.
    { answersHost: (host) => bucketOfHost(host) !== undefined, mayShow: isSignedAddress },
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

/** The format of errors: JSON for the JSON API, plain text for its downloads, XML for object addresses. */
type AnswerKind = "json" | "text" | "xml";

/** Paths of the JSON API. Every other path begins with a bucket's name. */
const JSON_PATH =
  /^(b|batch|projects)(\/|$)|^channels\/stop$|^storage\/v1\/|^(resumable\/)?(download|upload)\/storage\/v1\//;

/**
 * An object address with a signature, which is verified before the response. Pages of unknown sites may embed it: only someone who
 * received the address can know it, and the studio at http://localhost:4000 embeds images of http://127.0.0.1:9199, which is another
 * site, in requests without an Origin header.
 */
function isSignedAddress({ url = "" }: IncomingMessage): boolean {
  const [path = "", query = ""] = url.split("?");
  return !JSON_PATH.test(path.slice(1)) && new URLSearchParams(query).has("X-Goog-Signature");
}

function answerKind(call: Call): AnswerKind {
  if (call.isVirtualHosted || !JSON_PATH.test(call.path.join("/"))) return "xml";
  return call.query.get("alt") === "media" ? "text" : "json";
}

/** If `STORAGE_EMULATOR_HOST` is set, the client omits `/storage/v1`, except in uploads. */
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

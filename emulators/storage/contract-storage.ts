// The storage that the contract suites use: the one that STORAGE_EMULATOR_HOST names, or else an emulator of this package.
import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { type Bucket, Storage } from "@google-cloud/storage";
import { openDatabase } from "../database.ts";
import { startStorage } from "./server.ts";

// Node warns of more than ten listeners, and the client's download streams have more.
EventEmitter.defaultMaxListeners = 20;

export interface ContractStorage {
  readonly endpoint: string;
  readonly storage: Storage;
  /** A new bucket for the calling suite. */
  readonly bucket: Bucket;
  close(): Promise<void>;
}

export async function openContractStorage(): Promise<ContractStorage> {
  const given = process.env.STORAGE_EMULATOR_HOST;
  const own =
    given === undefined ? await startStorage({ db: openDatabase("memory"), dataDir: "memory" }) : undefined;
  const endpoint = given ?? own?.endpoint ?? "";
  process.env.STORAGE_EMULATOR_HOST = endpoint;
  const storage = new Storage({ projectId: "contract", retryOptions: { autoRetry: false } });
  const [bucket] = await storage.createBucket(`contract-${randomUUID()}`);
  return {
    endpoint,
    storage,
    bucket,
    async close() {
      if (own) delete process.env.STORAGE_EMULATOR_HOST;
      await own?.close();
    },
  };
}

export async function textOf(bucket: Bucket, name: string): Promise<string> {
  const [bytes] = await bucket.file(name).download();
  return bytes.toString();
}

/** The code of the error with which `work` rejects, as text. The client uses numbers and strings. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "none";
}

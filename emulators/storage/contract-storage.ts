// The storage that the contract suites drive: the one that STORAGE_EMULATOR_HOST names, or else this suite's own.
import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { type Bucket, Storage } from "@google-cloud/storage";
import { openDatabase } from "../database.ts";
import { startStorage } from "./server.ts";

// The client's own download streams have more than ten listeners, of which Node warns on every download.
EventEmitter.defaultMaxListeners = 20;

export interface ContractStorage {
  readonly endpoint: string;
  readonly storage: Storage;
  /** A bucket of this suite's own. */
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

/** The code of the error that `work` ends with, as text: the client gives a number or a string. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "none";
}

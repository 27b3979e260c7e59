// The emulator that the contract suites run against: the one that FIRESTORE_EMULATOR_HOST names (such as Google's), or else
// one of this package that is started for the suite.
import { randomUUID } from "node:crypto";
import { type CollectionReference, Firestore } from "@google-cloud/firestore";
import { openDatabase } from "../database.ts";
import type { RunningService } from "../service.ts";
import { STRICT_INDEXES } from "../suite-environment.ts";
import { readIndexFile } from "./indexes.ts";
import { startFirestore } from "./server.ts";

export interface ContractClient {
  readonly firestore: Firestore;
  readonly projectId: string;
  /** The host and port of the emulator. */
  readonly host: string;
  /** A root collection that no other test uses. Its id is also unique as a collection group. */
  collection(): CollectionReference;
  close(): Promise<void>;
}

export const CONTRACT_PROJECT = "demo-contract";

export async function connectFirestore(): Promise<ContractClient> {
  const given = process.env.FIRESTORE_EMULATOR_HOST;
  return given === undefined ? connectFirestoreAt(Date.now) : contractClient(given, null);
}

/** Starts an emulator whose clock is `clock`, in milliseconds since 1970. */
export async function connectFirestoreAt(clock: () => number): Promise<ContractClient> {
  const indexesFile = process.env[STRICT_INDEXES];
  const requireIndex = indexesFile ? readIndexFile(indexesFile) : undefined;
  const service = await startFirestore({ db: openDatabase("memory"), clock, requireIndex });
  return contractClient(service.host, service);
}

function contractClient(host: string, service: RunningService | null): ContractClient {
  const firestore = clientOf(host);
  return {
    ...{ firestore, projectId: CONTRACT_PROJECT, host },
    collection: () => firestore.collection(`c${randomUUID()}`),
    async close() {
      await firestore.terminate();
      await service?.close();
    },
  };
}

/** Creates a client for one host. The environment variable is set only while the client is created. */
export function clientOf(host: string, projectId = CONTRACT_PROJECT): Firestore {
  const before = process.env.FIRESTORE_EMULATOR_HOST;
  process.env.FIRESTORE_EMULATOR_HOST = host;
  const firestore = new Firestore({
    projectId,
    ignoreUndefinedProperties: true,
    // The REST client asks for credentials also when it talks to an emulator. These need no network.
    ...(process.env.FIRESTORE_PREFER_REST === "true" ? { apiKey: "emulator" } : {}),
  });
  if (before === undefined) delete process.env.FIRESTORE_EMULATOR_HOST;
  else process.env.FIRESTORE_EMULATOR_HOST = before;
  return firestore;
}

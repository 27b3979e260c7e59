// The database that tests of the stores run against, as the functions have it.
import type { Firestore } from "@google-cloud/firestore";
import { type Database, firestoreDocuments } from "./firestore-documents.ts";

/** Of the client of a contract suite (emulators/firestore/contract-client.ts). */
export function contractDatabase(client: {
  firestore: Firestore;
  projectId: string;
  host: string;
}): Database {
  const { firestore, projectId, host } = client;
  return { ...firestoreDocuments(projectId, host), client: async () => firestore };
}

/** Of the suite that this process's environment names. */
export function suiteDatabase(firestore: Firestore): Database {
  const { GOOGLE_CLOUD_PROJECT: projectId = "", FIRESTORE_EMULATOR_HOST: host = "" } = process.env;
  return contractDatabase({ firestore, projectId, host });
}

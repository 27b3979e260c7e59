// The database that the contract suites of the stores run against, as the functions have it.
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

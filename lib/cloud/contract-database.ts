// The database that tests of the stores run against, as the functions have it; with MEKURI_CLIENTS=official by Google's own client.
import { FieldPath, FieldValue, Firestore, Timestamp } from "@google-cloud/firestore";
import type { Database, Documents } from "./documents.ts";
import { firestoreDocuments } from "./firestore-documents.ts";
import { officialDocuments } from "./official-documents.ts";

interface ContractDatabase {
  firestore: Firestore;
  projectId: string;
  host: string;
}

/** Of the client of a contract suite (emulators/firestore/contract-client.ts). */
export function contractDatabase(client: ContractDatabase): Database {
  const isOfficial = process.env.MEKURI_CLIENTS === "official";
  const { firestore, projectId, host } = client;
  const documents = isOfficial ? officialContractDocuments(client) : firestoreDocuments(projectId, host);
  return { ...documents, client: async () => firestore };
}

/** The same documents by Google's own client. */
export function officialContractDocuments({
  projectId,
  host,
}: Omit<ContractDatabase, "firestore">): Documents {
  const before = process.env.FIRESTORE_EMULATOR_HOST;
  // The client prefers this variable.
  process.env.FIRESTORE_EMULATOR_HOST = host;
  const settings = { projectId, ignoreUndefinedProperties: true, preferRest: true, apiKey: "emulator" };
  const firestore = new Firestore(settings);
  if (before === undefined) delete process.env.FIRESTORE_EMULATOR_HOST;
  else process.env.FIRESTORE_EMULATOR_HOST = before;
  return officialDocuments(async () => ({ firestore, library: { FieldPath, FieldValue, Timestamp } }));
}

/** Of the suite that this process's environment names. */
export function suiteDatabase(firestore: Firestore): Database {
  const { GOOGLE_CLOUD_PROJECT: projectId = "", FIRESTORE_EMULATOR_HOST: host = "" } = process.env;
  return contractDatabase({ firestore, projectId, host });
}

// The database of all functions. Most requests do without its client, which loads with the first that needs it.
import { type Database, firestoreDocuments } from "../lib/cloud/firestore-documents.ts";
import { projectId } from "./clients.ts";
import { once } from "./once.ts";

export const database = once<Database>(() => ({
  ...firestoreDocuments(projectId()),
  client: async () => (await import("./firestore.ts")).firestore(),
}));

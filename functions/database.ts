// The database of all functions. Most requests do not need Google's client, which is loaded by the first that does.
import type { Database } from "../lib/cloud/documents.ts";
import { firestoreDocuments } from "../lib/cloud/firestore-documents.ts";
import { officialDocuments } from "../lib/cloud/official-documents.ts";
import { isOfficial, projectId } from "./clients.ts";
import { once } from "./once.ts";

const load = () => import("./firestore.ts");

export const database = once<Database>(() => ({
  ...(isOfficial("documents")
    ? officialDocuments(async () => (await load()).officialFirestore())
    : firestoreDocuments(projectId())),
  client: async () => (await load()).firestore(),
}));

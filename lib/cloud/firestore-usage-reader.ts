// Reads an owner's rows of the ledger.
import type { UsageReader } from "../api/usage-reader.ts";
import { LedgerRowSchema } from "../pipeline/ledger.ts";
import type { Database } from "./documents.ts";
import { orBusy } from "./firestore-errors.ts";
import { LEDGER } from "./firestore-paths.ts";

export function firestoreUsageReader({ client }: Pick<Database, "client">): UsageReader {
  return {
    async rowsOf(ownerId, since, limit) {
      const db = await client();
      const own = db.collection(LEDGER).where("ownerId", "==", ownerId).where("at", ">=", since);
      const { docs } = await orBusy(() => own.orderBy("at", "desc").limit(limit).get());
      return docs.map((document) => LedgerRowSchema.parse(document.data()));
    },
  };
}

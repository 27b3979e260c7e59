// Reads an owner's rows of the ledger.
import type { Firestore } from "@google-cloud/firestore";
import type { UsageReader } from "../api/usage-reader.ts";
import { LedgerRowSchema } from "../pipeline/ledger.ts";
import { orBusy } from "./firestore-errors.ts";
import { LEDGER } from "./firestore-paths.ts";

export function firestoreUsageReader(db: Firestore): UsageReader {
  return {
    async rowsOf(ownerId, since, limit) {
      const own = db.collection(LEDGER).where("ownerId", "==", ownerId).where("at", ">=", since);
      const { docs } = await orBusy(() => own.orderBy("at", "desc").limit(limit).get());
      return docs.map((document) => LedgerRowSchema.parse(document.data()));
    },
  };
}

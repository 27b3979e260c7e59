// Existing accounts get the daily limit that they have had, because new password accounts have a smaller one. A migrated account keeps its
// field when the migration is reverted; the earlier version does not read it, so nothing is lost when it is applied again.
import type { Migration } from "./migration.ts";

export const migration: Migration = {
  about: "gives each account without a daily limit the service's limit",
  documents: (db) => db.collection("users").select("schemaVersion", "dayLimit"),
  async up(document) {
    if (document.get("schemaVersion") !== 1) return undefined;
    return { schemaVersion: 2, dayLimit: document.get("dayLimit") ?? "service" };
  },
  async down(document) {
    return document.get("schemaVersion") === 2 ? { schemaVersion: 1 } : undefined;
  },
};

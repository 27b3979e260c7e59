// Accounts of before get the limit of the day that they have had: new ones by password begin with less.
// An account that is taken back keeps its field, which the version before does not read, so that nothing is lost on the way up again.
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

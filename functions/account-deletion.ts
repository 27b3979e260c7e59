// Wires the deletion of accounts, which only the sweep loads.
import { leaveBooks } from "../lib/api/leave-books.ts";
import { readSetting } from "../lib/cloud/config.ts";
import { firestoreAccountEraser } from "../lib/cloud/firestore-account-eraser.ts";
import { firestoreComments } from "../lib/cloud/firestore-comments.ts";
import { firestorePeople } from "../lib/cloud/firestore-people.ts";
import { identityAccounts } from "../lib/cloud/identity-accounts.ts";
import type { AccountDeletionParts } from "../lib/pipeline/account-deletion.ts";
import type { Erasers } from "../lib/pipeline/deletion.ts";
import type { Services } from "../lib/pipeline/services.ts";
import { createSessionCommands } from "../lib/pipeline/session.ts";
import { database } from "./database.ts";

/** The cancelled books of a deleted account call no webhook. */
export function accountDeletion(services: Services, { documents }: Erasers): AccountDeletionParts {
  const { schedules, settings } = services;
  const project = readSetting("MEKURI_IDENTITY_PROJECT");
  const emulator = readSetting("FIREBASE_AUTH_EMULATOR_HOST");
  const books = { people: firestorePeople(database()), comments: firestoreComments(database()) };
  return {
    accounts: firestoreAccountEraser(database()),
    commands: createSessionCommands({ ...services, webhooks: undefined }),
    ...{ schedules, documents, timings: settings.timings },
    leaveBooks: (owners, isLast) => leaveBooks(books, owners, isLast),
    deleteAtProvider: project === undefined ? undefined : identityAccounts(project, emulator).delete,
  };
}

// Sessions' documents lose what only their owner may know: every member of a book receives the document. The owner gets these fields from the
// API, which reads them from the schedule. A shared book is found by the hash of its token.
import { FieldValue, type QueryDocumentSnapshot } from "@google-cloud/firestore";
import * as z from "zod";
import { contentHash } from "../../pipeline/canonical-json.ts";
import { ClientSessionSchema } from "../../pipeline/client-documents.ts";
import { ownedSession } from "../../pipeline/owned-session.ts";
import { ScheduleSchema } from "../../pipeline/schedule.ts";
import { SESSIONS, schedulePath } from "../firestore-paths.ts";
import type { Migration } from "./migration.ts";

const OWN_PARAMS = ["storyHash", "given", "portraits", "budgetMicros", "expected"] as const;

const EarlierSchema = z.looseObject({
  params: z.looseObject({}),
  visibility: z.string().optional(),
  shareToken: z.string().optional(),
  shareKey: z.string().optional(),
  withdrawn: z.looseObject({ at: z.string() }).optional(),
});

export const migration: Migration = {
  about: "removes from sessions' documents what only their owner may know",
  documents: (db) => db.collection(SESSIONS),
  async up(document) {
    const { params, visibility, shareToken, shareKey, withdrawn } = EarlierSchema.parse(document.data());
    const fields: Record<string, unknown> = {};
    if (OWN_PARAMS.some((name) => name in params)) {
      const own: readonly string[] = OWN_PARAMS;
      fields.params = Object.fromEntries(Object.entries(params).filter(([name]) => !own.includes(name)));
    }
    if (withdrawn?.reason !== undefined) fields.withdrawn = { at: withdrawn.at };
    if (document.get("webhook") !== undefined) fields.webhook = FieldValue.delete();
    if (shareToken !== undefined && shareKey === undefined) fields.shareKey = contentHash(shareToken);
    // The list of public books has their tokens.
    if (shareToken !== undefined && visibility !== "public") fields.shareToken = FieldValue.delete();
    return Object.keys(fields).length === 0 ? undefined : fields;
  },
  async down(document, { db }) {
    if (EarlierSchema.parse(document.data()).params.storyHash !== undefined) return undefined;
    const found = await db.doc(schedulePath(document.id)).get();
    // A session that is being deleted.
    if (!found.exists) return undefined;
    const schedule = ScheduleSchema.parse(found.data());
    const { params, shareToken, withdrawn, webhook } = ownedSession(readSession(document), schedule);
    return known({ params, shareToken, withdrawn, webhook });
  },
};

const readSession = (document: QueryDocumentSnapshot) => ClientSessionSchema.parse(document.data());

/** Firestore stores no undefined values. */
const known = (fields: object): Record<string, unknown> => JSON.parse(JSON.stringify(fields));

// The public API of sessions.

import { randomBytes } from "node:crypto";
import { getRequestListener } from "@hono/node-server";
import { createApi } from "../lib/api/app.ts";
import { lowestLimit } from "../lib/api/generation.ts";
import { publishedKeys } from "../lib/api/published-keys.ts";
import { webhookSecrets } from "../lib/api/webhook-secrets.ts";
import { cdnAddressSigner } from "../lib/cloud/cdn-address-signer.ts";
import { readBucket, readCdn, readMoney, readSetting } from "../lib/cloud/config.ts";
import { firestoreComments } from "../lib/cloud/firestore-comments.ts";
import { firestoreEventReader } from "../lib/cloud/firestore-event-reader.ts";
import { firestoreModeration } from "../lib/cloud/firestore-moderation.ts";
import { firestoreOperatorRecords } from "../lib/cloud/firestore-operator-records.ts";
import { firestorePeople } from "../lib/cloud/firestore-people.ts";
import { firestoreSessionReader } from "../lib/cloud/firestore-session-reader.ts";
import { firestoreUsageReader } from "../lib/cloud/firestore-usage-reader.ts";
import { logWarning } from "../lib/cloud/log.ts";
import { bucketOfAccount } from "../lib/cloud/signing-account.ts";
import { storageAddressSigner } from "../lib/cloud/storage-address-signer.ts";
import { tracedFetch } from "../lib/cloud/traced-fetch.ts";
import { startNotices } from "../lib/models/hosted/settings.ts";
import { today } from "../lib/models/today.ts";
import { endBatchesOf } from "../lib/pipeline/end-batches.ts";
import { registerFunction } from "../lib/registered-functions.ts";
import { batches } from "./batches.ts";
import { bucket } from "./bucket.ts";
import { projectId } from "./clients.ts";
import { database } from "./database.ts";
import { estimateReader } from "./estimate-reader.ts";
import { gateWith } from "./gate.ts";
import { revisions } from "./revisions.ts";
import { tracing } from "./tracing.ts";
import { vocabulary } from "./vocabulary.ts";
import { webhookKey } from "./webhook-key.ts";
import { commands, erasers, services } from "./wiring.ts";

const FETCH_MS = 5_000;

/** Fetches the public signing keys from where `auth` publishes them. */
async function fetchKeys(): Promise<unknown> {
  const address = readSetting("MEKURI_JWKS_URL");
  if (address === undefined) throw new Error("the environment variable MEKURI_JWKS_URL is missing");
  const answer = await fetch(address, { signal: AbortSignal.timeout(FETCH_MS) });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer.json();
}

/** The bucket whose account signs URLs: with a key of its own if configured, else through IAM. */
function signingBucket() {
  const keyFile = readSetting("MEKURI_SIGNING_ACCOUNT_FILE");
  if (keyFile === undefined) return bucket();
  return bucketOfAccount(keyFile, { projectId: projectId(), name: readBucket() });
}

/** Signs URLs of the CDN if there is one, else of Cloud Storage. */
function signer() {
  const times = { lifeMs: readSetting("MEKURI_ADDRESS_MINUTES") * 60_000, now: Date.now };
  const storage = storageAddressSigner({ bucket: signingBucket(), ...times });
  const cdn = readCdn();
  return cdn === undefined ? storage : cdnAddressSigner({ ...cdn, ...times, storage });
}

const app = createApi({
  commands: commands(),
  revisions: revisions(),
  services: services(),
  sessions: firestoreSessionReader(database()),
  people: firestorePeople(database()),
  comments: firestoreComments(database()),
  events: firestoreEventReader(database()),
  moderation: firestoreModeration(database()),
  records: firestoreOperatorRecords(database()),
  usage: firestoreUsageReader(database()),
  signer: signer(),
  erasers: {
    ...erasers(),
    batches: (sessionId) => endBatchesOf({ schedules: services().schedules, batches }, sessionId),
  },
  webhooks: {
    ...webhookSecrets(webhookKey()),
    allowLoopback: readSetting("MEKURI_WEBHOOK_LOOPBACK") === "on",
  },
  newToken: () => randomBytes(16).toString("base64url"),
  settings: {
    reviewMinutes: readSetting("MEKURI_REVIEW_MINUTES"),
    limitMicros: lowestLimit(readMoney().limits),
    service: readMoney().limits.service,
  },
  reader: estimateReader,
  vocabulary,
  gate: gateWith(publishedKeys({ fetchJson: fetchKeys, clock: Date.now }), "manga"),
});

// Logged once when the API starts; a session that uses such a model shows the notice too.
for (const notice of startNotices(today())) logWarning(notice);

registerFunction("manga", getRequestListener(tracedFetch(app.fetch, tracing)));

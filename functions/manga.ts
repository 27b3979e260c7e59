// The public API.
import { http } from "@google-cloud/functions-framework";
import { getRequestListener } from "@hono/node-server";
import { createApi } from "../lib/api/app.ts";
import { publishedKeys } from "../lib/api/published-keys.ts";
import { readSetting } from "../lib/cloud/config.ts";
import { firestoreSessionReader } from "../lib/cloud/firestore-session-reader.ts";
import { tracedFetch } from "../lib/cloud/traced-fetch.ts";
import { firestore } from "./clients.ts";
import { gateWith } from "./gate.ts";
import { commands, revisions, tracing } from "./wiring.ts";

const FETCH_MS = 5_000;

/** The public keys of tokens, from where `auth` publishes them. */
async function fetchKeys(): Promise<unknown> {
  const address = readSetting("MEKURI_JWKS_URL");
  if (address === undefined) throw new Error("the environment variable MEKURI_JWKS_URL is missing");
  const answer = await fetch(address, { signal: AbortSignal.timeout(FETCH_MS) });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer.json();
}

const app = createApi({
  commands: commands(),
  revisions: revisions(),
  sessions: firestoreSessionReader(firestore()),
  gate: gateWith(publishedKeys({ fetchJson: fetchKeys, clock: Date.now })),
});

http("manga", getRequestListener(tracedFetch(app.fetch, tracing)));

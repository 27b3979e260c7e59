// Sign-in. The only function that holds the private signing keys.
import { randomUUID } from "node:crypto";
import { getRequestListener } from "@hono/node-server";
import { createLocalJWKSet } from "jose";
import { createAuthApi } from "../lib/api/auth-app.ts";
import type { MakeCustomToken } from "../lib/api/custom-token.ts";
import { scryptPasswords } from "../lib/api/passwords.ts";
import { createSignIn } from "../lib/api/sign-in.ts";
import { publicKeys } from "../lib/api/token-keys.ts";
import { auditLog } from "../lib/cloud/audit-log.ts";
import { readSetting } from "../lib/cloud/config.ts";
import { cloudCustomTokens, emulatedCustomTokens, keyFileCustomTokens } from "../lib/cloud/custom-tokens.ts";
import { firestoreAccountEraser } from "../lib/cloud/firestore-account-eraser.ts";
import { firestoreFamilies, firestoreUsers } from "../lib/cloud/firestore-identity.ts";
import { googleIds } from "../lib/cloud/google-ids.ts";
import { accountLookup } from "../lib/cloud/identity-accounts.ts";
import { identityPlatformIds } from "../lib/cloud/identity-platform.ts";
import { signingKeyFile } from "../lib/cloud/signing-key-file.ts";
import { tracedFetch } from "../lib/cloud/traced-fetch.ts";
import { deleteAccount } from "../lib/pipeline/account-deletion.ts";
import { registerFunction } from "../lib/registered-functions.ts";
import { database } from "./database.ts";
import { gateWith } from "./gate.ts";
import { tracing } from "./tracing.ts";

const keyFile = readSetting("MEKURI_SIGNING_KEYS_FILE");
if (keyFile === undefined) throw new Error("the environment variable MEKURI_SIGNING_KEYS_FILE is missing");
const signingKeys = signingKeyFile(keyFile, Date.now);

const isEmulated = readSetting("FIREBASE_AUTH_EMULATOR_HOST") !== undefined;
// Without signature checks, anybody could write a token for any user.
if (isEmulated && process.env.K_SERVICE !== undefined) {
  throw new Error("FIREBASE_AUTH_EMULATOR_HOST is set, but this runs in the cloud");
}
const audiences = readSetting("MEKURI_GOOGLE_AUDIENCES");
const identityProject = readSetting("MEKURI_IDENTITY_PROJECT");
const allowsGuests = readSetting("MEKURI_GUESTS") === "on";
const users = firestoreUsers(database());
const families = firestoreFamilies(database());
const accounts = firestoreAccountEraser(database());
const passwords = scryptPasswords();

function customTokens(): MakeCustomToken {
  if (isEmulated) return emulatedCustomTokens(Date.now);
  const account = readSetting("GOOGLE_APPLICATION_CREDENTIALS");
  return account === undefined ? cloudCustomTokens(Date.now) : keyFileCustomTokens(account, Date.now);
}

function identityPlatform(project: string) {
  const lookup = accountLookup(project, readSetting("FIREBASE_AUTH_EMULATOR_HOST"));
  return {
    readIdToken: identityPlatformIds({ project, isEmulated, clock: Date.now, lookup }),
    readProviderState: lookup,
  };
}

const provider =
  identityProject === undefined
    ? { readIdToken: undefined, readProviderState: undefined }
    : identityPlatform(identityProject);

const app = createAuthApi({
  gate: gateWith(
    async (header, token) => createLocalJWKSet(publicKeys(await signingKeys(), Date.now()))(header, token),
    "auth",
  ),
  signIn: createSignIn({
    users,
    families,
    passwords,
    signingKeys,
    issuer: readSetting("MEKURI_TOKEN_ISSUER"),
    readGoogleId: audiences.length === 0 ? undefined : googleIds({ audiences, isEmulated, clock: Date.now }),
    ...provider,
    allowsGuests,
    audit: auditLog,
    clock: Date.now,
    newId: randomUUID,
  }),
  ...{ users, families, passwords, signingKeys },
  readProviderState: provider.readProviderState,
  ways: {
    guest: allowsGuests,
    identityPlatform: identityProject !== undefined,
    google: identityProject !== undefined && readSetting("MEKURI_IDENTITY_GOOGLE") === "on",
  },
  deleteAccount: (ownerId) => deleteAccount(accounts, ownerId),
  makeCustomToken: customTokens(),
  clock: Date.now,
});

registerFunction("auth", getRequestListener(tracedFetch(app.fetch, tracing)));

// `npm run prove -- sign-up`: sign-up, verification, second factor, import of accounts and deletion, with Google's own Auth emulator and web
// client in place of Identity Platform, and the whole service in front of them. The emulator is a package of `emulators/upstream`. It checks
// no imported hash and knows no authenticator apps: `lib/cloud/account-import.test.ts` checks the hashes, and the second factor here is a phone.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import type { RequestListener, Server } from "node:http";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { deleteApp, type FirebaseApp, initializeApp } from "@firebase/app";
import {
  applyActionCode,
  connectAuthEmulator,
  createUserWithEmailAndPassword,
  getAuth,
  sendEmailVerification,
} from "@firebase/auth";
import type { Command } from "commander";
import { FailureError, newCommand, runs } from "../command/command.ts";
import { MEKURI } from "../command/run-script.ts";
import { openService, type SharedService } from "../serve/shared-service.ts";

const PROJECT = "demo-mekuri";
const UPSTREAM = join(import.meta.dirname, "../../emulators/upstream/package.json");
const MINA = { email: "mina@example.com", password: "correct horse" };
const OLD = { email: "old@example.com", password: "battery staple" };
const PHONE = "+15550100000";

export function signUp(): Command {
  const command = newCommand("sign-up", "sign-up, second factor and import, with Google's own Auth emulator");
  return runs(command, async () => {
    const folder = mkdtempSync(join(tmpdir(), "mekuri-sign-up-"));
    const vendor = await startVendor();
    const environment = {
      FIREBASE_AUTH_EMULATOR_HOST: hostOf(vendor),
      ...{ MEKURI_IDENTITY_PROJECT: PROJECT, MEKURI_LOOPBACK_LIMIT_FACTOR: "1000" },
      // So often runs the sweep.
      MEKURI_BATCH_LOOK_SECONDS: "1",
    };
    // The command that copies accounts joins it.
    const service = await openService({
      ...{ dataDir: folder, isolate: false, apiPort: 0, environment, onTrouble: () => {} },
    });
    try {
      await walk({ service, folder, environment, provider: `http://${hostOf(vendor)}` });
    } finally {
      await service.abandon();
      vendor.close();
      vendor.closeAllConnections();
      rmSync(folder, { recursive: true });
    }
  });
}

/** Google's own emulator, in this process. Throws `FailureError` if its package is not installed. */
async function startVendor(): Promise<Server> {
  const upstream = createRequire(UPSTREAM);
  if (!existsSync(join(UPSTREAM, "../node_modules/firebase-tools")))
    throw new FailureError("first install its package: npm ci --prefix emulators/upstream");
  const { createApp }: { createApp: (project: string) => Promise<RequestListener> } = upstream(
    "firebase-tools/lib/emulator/auth/server.js",
  );
  const server = createServer(await createApp(PROJECT)).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

const hostOf = (server: Server) => `127.0.0.1:${(server.address() as AddressInfo).port}`;

interface Walk {
  service: SharedService;
  folder: string;
  environment: Readonly<Record<string, string>>;
  /** Address of the emulator. */
  provider: string;
}

interface Answer {
  status: number;
  // The two services' answers; each use says what it expects of them.
  body: Record<string, string> & {
    mfaInfo?: { mfaEnrollmentId: string }[];
    users?: Record<string, unknown>[];
  };
}

function say(done: string): void {
  process.stdout.write(`${done}\n`);
}

async function walk({ service, folder, environment, provider }: Walk): Promise<void> {
  const send = async (url: string, method: string, body?: object, token?: string): Promise<Answer> => {
    const answer = await fetch(url, {
      method,
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: JSON.parse((await answer.text()) || "{}") };
  };
  const ours = (method: string, route: string, body?: object, token?: string) =>
    send(`${service.api}/api/v1/auth/${route}`, method, body, token);
  const google = `${provider}/identitytoolkit.googleapis.com`;
  const ask = async (method: string, body: object) => {
    const answer = await send(`${google}/${method}?key=any`, "POST", body);
    assert.equal(answer.status, 200, `${method}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const asOwner = (method: string, body: object) =>
    send(`${google}/v1/projects/${PROJECT}/accounts:${method}`, "POST", body, "owner");
  /** The last code that the emulator has sent to nobody. */
  const lastCode = async (kind: "oobCodes" | "verificationCodes"): Promise<Record<string, string>> => {
    const { body } = await send(`${provider}/emulator/v1/projects/${PROJECT}/${kind}`, "GET");
    return (body as unknown as Record<string, Record<string, string>[]>)[kind]?.at(-1) ?? {};
  };
  const dayLimitOf = async (ownerId = "") => {
    const host = service.emulators.FIRESTORE_EMULATOR_HOST;
    const path = `projects/${PROJECT}/databases/(default)/documents/users/${ownerId}`;
    const { body } = await send(`http://${host}/v1/${path}`, "GET", undefined, "owner");
    return JSON.stringify((body as unknown as { fields: { dayLimit: object } }).fields.dayLimit);
  };

  // A guest, with what it owns.
  const { body: guest } = await ours("POST", "guest", { key: "k".repeat(32) });
  const app: FirebaseApp = initializeApp({ apiKey: "any", projectId: PROJECT }, "sign-up");
  const auth = getAuth(app);
  connectAuthEmulator(auth, provider, { disableWarnings: true });
  const { user } = await createUserWithEmailAndPassword(auth, MINA.email, MINA.password);
  const first = await ours("POST", "exchange", {
    ...{ idToken: await user.getIdToken(), guestToken: guest.accessToken },
  });
  assert.deepEqual([first.status, first.body.ownerId], [200, guest.ownerId]);
  assert.match(await dayLimitOf(guest.ownerId), /new-account/);
  say("signed up with Google's web client; the guest became the account, with the budget of a new one");

  await sendEmailVerification(user);
  await applyActionCode(auth, (await lastCode("oobCodes")).oobCode ?? "");
  const verified = await ours("POST", "exchange", { idToken: await user.getIdToken(true) });
  assert.deepEqual([verified.status, verified.body.ownerId], [200, guest.ownerId]);
  assert.match(await dayLimitOf(guest.ownerId), /"service"/);
  assert.equal((await ours("GET", "me", undefined, verified.body.accessToken)).body.emailVerified, true);
  say("verified the address; the next exchange gave the account the service's budget");

  const idToken = await user.getIdToken();
  const enrolling = await ask("v2/accounts/mfaEnrollment:start", {
    ...{ idToken, phoneEnrollmentInfo: { phoneNumber: PHONE } },
  });
  const { sessionInfo } = enrolling.phoneSessionInfo as unknown as Record<string, string>;
  await ask("v2/accounts/mfaEnrollment:finalize", {
    ...{ idToken, phoneVerificationInfo: { sessionInfo, code: (await lastCode("verificationCodes")).code } },
  });
  const half = await ask("v1/accounts:signInWithPassword", { ...MINA, returnSecureToken: true });
  assert.equal(half.idToken, undefined, "a password alone gives no token");
  const mfaPendingCredential = half.mfaPendingCredential;
  const mfaEnrollmentId = half.mfaInfo?.[0]?.mfaEnrollmentId;
  const started = await ask("v2/accounts/mfaSignIn:start", { mfaPendingCredential, mfaEnrollmentId });
  const { sessionInfo: second } = started.phoneResponseInfo as unknown as Record<string, string>;
  const whole = await ask("v2/accounts/mfaSignIn:finalize", {
    mfaPendingCredential,
    phoneVerificationInfo: { sessionInfo: second, code: (await lastCode("verificationCodes")).code },
  });
  const twice = await ours("POST", "exchange", { idToken: whole.idToken });
  assert.deepEqual([twice.status, twice.body.ownerId], [200, guest.ownerId]);
  say("enrolled a second factor, signed in with both, and exchanged the token");

  await asOwner("update", { localId: user.uid, disableUser: true });
  assert.equal((await ours("POST", "exchange", { idToken: whole.idToken })).status, 401);
  await asOwner("update", { localId: user.uid, disableUser: false });
  say("a disabled account was refused");

  await migrateOld({ ours, ask, asOwner, lastCode, folder, environment });

  const again = await ours("POST", "exchange", { idToken: whole.idToken });
  assert.equal((await ours("DELETE", "me", {}, again.body.accessToken)).status, 204);
  for (let tries = 0; ; tries += 1) {
    const { body } = await asOwner("lookup", { localId: [user.uid] });
    if (body.users === undefined) break;
    assert.ok(tries < 60, "the account is still there after a minute");
    await sleep(1_000);
  }
  assert.equal((await ours("POST", "exchange", { idToken: whole.idToken })).status, 401);
  say("deleted the account; the sweep deleted it at the provider too");
  await deleteApp(app);
}

interface Migration extends Pick<Walk, "folder" | "environment"> {
  ours: (method: string, route: string, body?: object, token?: string) => Promise<Answer>;
  ask: (method: string, body: object) => Promise<Answer["body"]>;
  asOwner: (method: string, body: object) => Promise<Answer>;
  lastCode: (kind: "oobCodes") => Promise<Record<string, string>>;
}

async function migrateOld({ ours, ask, asOwner, lastCode, folder, environment }: Migration): Promise<void> {
  const run = promisify(execFile);
  const migrate = async (...args: string[]) =>
    (
      await run(process.execPath, [MEKURI, "migrate", "accounts", "--data", folder, ...args], {
        env: { ...process.env, ...environment },
      })
    ).stdout.split("\n")[0];
  const old = (await ours("POST", "register", OLD)).body;
  const login = async () => (await ours("POST", "login", OLD)).status;
  assert.match((await migrate("--dry-run")) ?? "", /^would copy 1 of 1/);
  assert.match((await migrate()) ?? "", /^copied 1 of 1/);
  assert.match((await migrate()) ?? "", /^copied 0 of 1 .* 1 were copied before$/);
  assert.equal(await login(), 200);
  assert.match((await migrate("--revert")) ?? "", /^took back 1 of 1/);
  assert.equal(await login(), 200);
  assert.match((await migrate()) ?? "", /^copied 1 of 1/);
  const localId = `password-${old.ownerId}`;
  assert.equal((await asOwner("lookup", { localId: [localId] })).body.users?.[0]?.email, OLD.email);
  say("copied an account with a password of ours, took it back, and copied it again; it signed in each time");

  // The emulator cannot check an imported hash, so the person resets the password.
  await sleep(1_100);
  await ask("v1/accounts:sendOobCode", { requestType: "PASSWORD_RESET", email: OLD.email });
  const { oobCode } = await lastCode("oobCodes");
  await ask("v1/accounts:resetPassword", { oobCode, newPassword: "a new password" });
  const proof = await ask("v1/accounts:signInWithPassword", {
    ...{ email: OLD.email, password: "a new password", returnSecureToken: true },
  });
  const entered = await ours("POST", "exchange", { idToken: proof.idToken });
  assert.deepEqual([entered.status, entered.body.ownerId], [200, old.ownerId]);
  assert.equal(await login(), 401);
  say("reset its password there; it is the same account, and the old password is refused");
}

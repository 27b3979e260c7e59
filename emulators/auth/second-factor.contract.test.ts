// Authenticator apps in the Auth emulator under Google's own web client: enrolment, sign-in with both factors, and withdrawal.
import { deleteApp, type FirebaseApp, initializeApp } from "@firebase/app";
import {
  connectAuthEmulator,
  createUserWithEmailAndPassword,
  getMultiFactorResolver,
  initializeAuth,
  inMemoryPersistence,
  type MultiFactorError,
  multiFactor,
  signInWithEmailAndPassword,
  TotpMultiFactorGenerator,
  type User,
} from "@firebase/auth";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import type { RunningService } from "../service.ts";
import { decodeToken } from "./id-token.ts";
import { startAuth } from "./server.ts";
import { codeOf, fromBase32, stepAt } from "./totp.ts";

const PROJECT = "demo-factor";
const MINA = ["mina@example.com", "correct horse"] as const;
const PERIOD_MS = 30_000;

let service: RunningService;
let app: FirebaseApp;
let now = Date.now();

beforeEach(async () => {
  now = Date.now();
  service = await startAuth({ db: openDatabase("memory"), projectId: PROJECT, clock: () => now });
  app = initializeApp({ apiKey: "any", projectId: PROJECT }, "second-factor");
});
afterEach(async () => {
  await deleteApp(app);
  await service.close();
});

function client() {
  const auth = initializeAuth(app, { persistence: inMemoryPersistence });
  connectAuthEmulator(auth, `http://${service.host}`, { disableWarnings: true });
  return auth;
}

const codeIn = (secret: string, periods = 0) => codeOf(fromBase32(secret), stepAt(now) + periods);

async function verify({ uid }: User): Promise<void> {
  const path = `identitytoolkit.googleapis.com/v1/projects/${PROJECT}/accounts:update`;
  const answer = await fetch(`http://${service.host}/${path}`, {
    ...{ method: "POST", body: JSON.stringify({ localId: uid, emailVerified: true }) },
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
  });
  expect(answer.status).toBe(200);
}

async function begin(user: User) {
  const session = await multiFactor(user).getSession();
  return TotpMultiFactorGenerator.generateSecret(session);
}

test("an account enrols an app, signs in with its code, and withdraws it", async () => {
  const auth = client();
  const { user } = await createUserWithEmailAndPassword(auth, ...MINA);
  await expect(begin(user)).rejects.toThrow("auth/unverified-email");
  await verify(user);
  const secret = await begin(user);
  expect([secret.codeLength, secret.hashingAlgorithm, secret.codeIntervalSeconds]).toEqual([6, "SHA1", 30]);
  const finish = (code: string) =>
    multiFactor(user).enroll(TotpMultiFactorGenerator.assertionForEnrollment(secret, code), "Phone");
  await expect(finish(codeIn(secret.secretKey, 9))).rejects.toThrow("auth/invalid-verification-code");
  await finish(codeIn(secret.secretKey));
  expect(multiFactor(user).enrolledFactors).toMatchObject([{ displayName: "Phone", factorId: "totp" }]);

  const half = await signInWithEmailAndPassword(auth, ...MINA).catch((error: MultiFactorError) => error);
  if (!("customData" in half)) throw new Error("a password alone signed in");
  const resolver = getMultiFactorResolver(auth, half);
  const [hint] = resolver.hints;
  const sign = (code: string) =>
    resolver.resolveSignIn(TotpMultiFactorGenerator.assertionForSignIn(hint?.uid ?? "", code));
  // The code of the enrolment cannot be used again.
  await expect(sign(codeIn(secret.secretKey))).rejects.toThrow("auth/invalid-verification-code");
  now += PERIOD_MS;
  const whole = await sign(codeIn(secret.secretKey));
  expect(decodeToken(await whole.user.getIdToken())).toMatchObject({
    ...{ email: MINA[0], email_verified: true },
    firebase: { sign_in_provider: "password", sign_in_second_factor: "totp" },
  });

  await multiFactor(whole.user).unenroll(hint?.uid ?? "");
  expect((await signInWithEmailAndPassword(auth, ...MINA)).user.uid).toBe(user.uid);
});

test("an enrolment ends after ten minutes, and belongs to one account", async () => {
  const auth = client();
  const { user } = await createUserWithEmailAndPassword(auth, ...MINA);
  await verify(user);
  const secret = await begin(user);
  const finish = (by: User) =>
    multiFactor(by).enroll(
      TotpMultiFactorGenerator.assertionForEnrollment(secret, codeIn(secret.secretKey)),
      "",
    );
  const other = (await createUserWithEmailAndPassword(auth, "rei@example.com", MINA[1])).user;
  await verify(other);
  await expect(finish(other)).rejects.toThrow();
  now += 11 * 60_000;
  await expect(finish(user)).rejects.toThrow();
  expect(multiFactor(user).enrolledFactors).toEqual([]);
});

test("addresses, passwords and their rules are those of Google's service", async () => {
  const auth = client();
  await createUserWithEmailAndPassword(auth, ...MINA);
  await expect(createUserWithEmailAndPassword(auth, "Mina@example.com", "another one")).rejects.toThrow(
    "auth/email-already-in-use",
  );
  await expect(createUserWithEmailAndPassword(auth, "rei@example.com", "short")).rejects.toThrow(
    "auth/weak-password",
  );
  await expect(signInWithEmailAndPassword(auth, MINA[0], "wrong")).rejects.toThrow("auth/invalid-credential");
});

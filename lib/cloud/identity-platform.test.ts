// ID tokens of Identity Platform, against a server that simulates Google, and every forged form of them.
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import {
  exportJWK,
  exportSPKI,
  type GenerateKeyPairResult,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
} from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { startAuth } from "../../emulators/auth/server.ts";
import { openDatabase } from "../../emulators/database.ts";
import { ask, sampleIdentity } from "../api/sample-identity.ts";
import { googleIds } from "./google-ids.ts";
import { accountLookup, identityAccounts, type ProviderAccount } from "./identity-accounts.ts";
import { identityPlatformIds } from "./identity-platform.ts";

const PROJECT = "our-project";
const now = Date.parse("2026-11-24T12:00:00Z");
const seconds = now / 1_000;

let server: Server;
let keyAddress: string;
let google: GenerateKeyPairResult;
let hostile: Record<string, string>;
const accounts: Record<string, ProviderAccount> = {
  "fb-1": { isDisabled: false, validSince: seconds - 900, isEmailVerified: true, isOperator: false },
  disabled: { isDisabled: true, validSince: 0, isEmailVerified: true, isOperator: false },
  revoked: { isDisabled: false, validSince: seconds - 30, isEmailVerified: true, isOperator: false },
};

const CLAIMS = {
  ...{ iss: `https://securetoken.google.com/${PROJECT}`, aud: PROJECT, sub: "fb-1", user_id: "fb-1" },
  ...{ iat: seconds - 10, exp: seconds + 3_590, auth_time: seconds - 60 },
  ...{ email: "mina@example.com", email_verified: true, name: "Mina" },
  firebase: { sign_in_provider: "password", identities: {} },
};

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const signed = (
  changes: object,
  header: object = {},
  by: GenerateKeyPairResult["privateKey"] = google.privateKey,
) =>
  new SignJWT(JSON.parse(JSON.stringify({ ...CLAIMS, ...changes })))
    .setProtectedHeader({ alg: "RS256", kid: "g1", typ: "JWT", ...header })
    .sign(by);

beforeAll(async () => {
  google = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(google.publicKey)), kid: "g1", alg: "RS256", use: "sig" };
  const other = { ...(await exportJWK((await generateKeyPair("RS256")).publicKey)), kid: "g3", alg: "RS256" };
  server = createServer((request, response) => {
    if (request.url === "/keys") response.end(JSON.stringify({ keys: [jwk] }));
    else if (request.url === "/google-keys") response.end(JSON.stringify({ keys: [other] }));
    else response.writeHead(503).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  keyAddress = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  hostile = await hostileTokens();
});
afterAll(() => server.close());

const reader = (more: { isEmulated?: boolean; keyAddress?: string } = {}) =>
  identityPlatformIds({
    ...{ project: PROJECT, isEmulated: false, clock: () => now, keyAddress },
    lookup: async (subject) => accounts[subject],
    ...more,
  });

async function hostileTokens(): Promise<Record<string, string>> {
  const stranger = await generateKeyPair("RS256", { extractable: true });
  const elliptic = await generateKeyPair("ES256");
  const edwards = await generateKeyPair("EdDSA");
  const pss = await generateKeyPair("PS256");
  const good = await signed({});
  const [head = "", claims = "", signature = ""] = good.split(".");
  const flipped = Buffer.from(signature, "base64url");
  flipped.writeUInt8(flipped.readUInt8(10) ^ 1, 10);
  const hmac = (secret: string, alg = "HS256") => {
    const content = `${part({ alg, kid: "g1", typ: "JWT" })}.${claims}`;
    return `${content}.${createHmac(alg.replace("HS", "sha"), secret).update(content).digest("base64url")}`;
  };
  const jwk = await exportJWK(google.publicKey);
  const withoutSub = { ...CLAIMS, sub: undefined };
  return {
    "expired a minute ago": await signed({ exp: seconds - 60 }),
    "issued more than an hour ago": await signed({ iat: seconds - 3_700, auth_time: seconds - 3_700 }),
    "issued an hour from now": await signed({ iat: seconds + 3_600, exp: seconds + 7_200 }),
    "not valid before an hour from now": await signed({ nbf: seconds + 3_600 }),
    "of a sign-in an hour from now": await signed({ auth_time: seconds + 3_600 }),
    "without an expiry": await signed({ exp: undefined }),
    "without a time of issue": await signed({ iat: undefined }),
    "without a time of sign-in": await signed({ auth_time: undefined }),
    "with a time of sign-in that is text": await signed({ auth_time: "yesterday" }),
    "with an expiry that is text": await signed({ exp: "tomorrow" }),
    "of another project": await signed({ iss: "https://securetoken.google.com/theirs", aud: "theirs" }),
    "for another audience": await signed({ aud: "theirs" }),
    "for two audiences": await signed({ aud: [PROJECT, "theirs"] }),
    "for our audience alone in a list": await signed({ aud: [PROJECT] }),
    "without an audience": await signed({ aud: undefined }),
    "of another project's issuer": await signed({ iss: "https://securetoken.google.com/theirs" }),
    "of an issuer that begins like ours": await signed({ iss: `${CLAIMS.iss}.evil.example` }),
    "of Google's sign-in": await signed({ iss: "https://accounts.google.com" }),
    "that is a session cookie": await signed({ iss: `https://session.firebase.google.com/${PROJECT}` }),
    "without an issuer": await signed({ iss: undefined }),
    "without a subject": await signed(withoutSub),
    "with an empty subject": await signed({ sub: "", user_id: "" }),
    "with a subject that is too long": await signed({ sub: "s".repeat(129), user_id: undefined }),
    "with a subject that is a list": await signed({ sub: ["fb-1"] }),
    "of two users": await signed({ user_id: "fb-2" }),
    "made of a custom token": await signed({ firebase: { sign_in_provider: "custom" } }),
    "of an anonymous user": await signed({ firebase: { sign_in_provider: "anonymous" } }),
    "without Firebase's claims": await signed({ firebase: undefined }),
    "of a tenant": await signed({ firebase: { sign_in_provider: "password", tenant: "t1" } }),
    "of a disabled account": await signed({ sub: "disabled", user_id: "disabled" }),
    "of a revoked sign-in": await signed({ sub: "revoked", user_id: "revoked" }),
    "of a deleted account": await signed({ sub: "gone", user_id: "gone" }),
    "with alg none": `${part({ alg: "none", kid: "g1", typ: "JWT" })}.${claims}.`,
    "with alg None and our signature": `${part({ alg: "None", kid: "g1" })}.${claims}.${signature}`,
    "unsigned, as of the emulator": new UnsecuredJWT(CLAIMS).encode(),
    "with HS256 and the public key as PEM": hmac(await exportSPKI(google.publicKey)),
    "with HS256 and the public key as JWK": hmac(JSON.stringify(jwk)),
    "with HS256 and the modulus": hmac(String(jwk.n)),
    "with HS512 and an empty secret": hmac("", "HS512"),
    "signed by a stranger": await signed({}, {}, stranger.privateKey),
    "signed with PS256": await signed({}, { alg: "PS256" }, pss.privateKey),
    "signed with ES256": await signed({}, { alg: "ES256" }, elliptic.privateKey),
    "signed with EdDSA": await signed({}, { alg: "EdDSA" }, edwards.privateKey),
    "of an unknown key": await signed({}, { kid: "g2" }),
    "with a key in its header": await signed(
      {},
      { jwk: await exportJWK(stranger.publicKey), kid: "g2" },
      stranger.privateKey,
    ),
    "with the address of keys": await signed(
      {},
      { jku: "https://evil.example/keys", kid: "x" },
      stranger.privateKey,
    ),
    "with changed claims": `${head}.${part({ ...CLAIMS, sub: "fb-2" })}.${signature}`,
    "with a changed header": `${part({ alg: "RS256", kid: "g1" })}.${claims}.${signature}`,
    "with one changed bit": `${head}.${claims}.${flipped.toString("base64url")}`,
    "without its signature": `${head}.${claims}.`,
    "with a cut signature": `${head}.${claims}.${signature.slice(0, -4)}`,
    "of two parts": `${head}.${claims}`,
    "that is encrypted": `${head}.${claims}.${signature}.${claims}.${signature}`,
    "whose claims are a list": `${head}.${part([])}.${signature}`,
    "whose claims are no JSON": `${head}.${Buffer.from("{").toString("base64url")}.${signature}`,
    "that is too long": await signed({ name: "n".repeat(9_000) }),
    "that is no token": "letmein",
    "that is empty": "",
  };
}

describe("an ID token of Identity Platform", () => {
  it("proves its person, and whether the address is verified", async () => {
    const operator = { isGranted: false, asOf: now };
    const person = {
      ...{ subject: "fb-1", email: "mina@example.com", isEmailVerified: true, name: "Mina" },
      operator,
    };
    expect(await reader()(await signed({}))).toEqual(person);
    expect(await reader()(await signed({ email: undefined }))).toMatchObject({
      isEmailVerified: false,
    });
    expect(await reader({ isEmulated: true })(new UnsecuredJWT(CLAIMS).encode())).toEqual(person);
  });

  it("is refused in every forged, expired, foreign or revoked form", async () => {
    expect(Object.keys(hostile).length).toBeGreaterThanOrEqual(40);
    const wrong: string[] = [];
    for (const [name, token] of Object.entries(hostile)) {
      const outcome = await reader()(token).then(
        () => "accepted",
        (error: unknown) => (error instanceof Error ? error.name : String(error)),
      );
      if (outcome !== "TokenRefusedError") wrong.push(`${name}: ${outcome}`);
    }
    expect(wrong).toEqual([]);
  });

  it("is refused in each of these forms by every route: exchange, Google, and as an access token", async () => {
    const readIdToken = reader();
    const audiences = [PROJECT];
    const keyAddresses = { google: keyAddress.replace("/keys", "/google-keys"), firebase: keyAddress };
    const readGoogleId = googleIds({ audiences, isEmulated: false, clock: () => now, keyAddresses });
    const { app, signIn, errors } = await sampleIdentity({ readIdToken, readGoogleId, loopbackFactor: 1e6 });
    const post = (route: string, idToken: string) =>
      ask(app, "POST", `/api/v1/auth/${route}`, { body: { idToken } });
    expect((await post("exchange", await signed({}))).status).toBe(200);
    const wrong: string[] = [];
    for (const [name, token] of Object.entries(hostile)) {
      const answers = [
        await post("exchange", token),
        await post("google", token),
        await ask(app, "GET", "/api/v1/auth/me", { token }),
      ];
      const statuses = answers.map(({ status }) => status);
      // A token of more than 8,192 characters is refused by the schema.
      if (!statuses.every((status) => status === 401 || (status === 422 && token.length > 8_192))) {
        wrong.push(`${name}: ${statuses}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(errors).toEqual([]);
    const { accessToken } = await signIn.exchange({ idToken: await signed({}) });
    for (const ours of [accessToken, "custom-token-of-fb-1"]) {
      expect((await post("exchange", ours)).status).toBe(401);
    }
  });

  it("causes a retryable error while the keys cannot be fetched or the account cannot be looked up", async () => {
    const away = reader({ keyAddress: keyAddress.replace("/keys", "/nothing") });
    await expect(away(await signed({}))).rejects.toMatchObject({ name: "BusyError" });
  });

  it.each([
    ["expired", { exp: seconds - 60 }],
    ["for another project", { aud: "theirs" }],
    ["made of a custom token", { firebase: { sign_in_provider: "custom" } }],
    ["revoked", { sub: "revoked", user_id: "revoked" }],
  ])("without a signature is refused if it is %s, with the emulator too", async (_, changes) => {
    const token = new UnsecuredJWT({ ...CLAIMS, ...changes }).encode();
    await expect(reader({ isEmulated: true })(token)).rejects.toMatchObject({ name: "TokenRefusedError" });
  });
});

it("an account is looked up at the Auth emulator", async () => {
  const db = openDatabase("memory");
  const auth = await startAuth({ db, projectId: PROJECT });
  const lookup = accountLookup(PROJECT, auth.host);
  expect(await lookup("fb-1")).toBeUndefined();
  const signUp = `http://${auth.host}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=any`;
  const answer = await fetch(signUp, { method: "POST", body: JSON.stringify({ returnSecureToken: true }) });
  const { localId } = (await answer.json()) as { localId: string };
  expect(await lookup(localId)).toEqual({
    isDisabled: false,
    validSince: 0,
    isEmailVerified: false,
    isOperator: false,
  });
  await auth.close();
  db.close();
  await expect(accountLookup(PROJECT, "127.0.0.1:9")(localId)).rejects.toMatchObject({ name: "BusyError" });
}, 20_000);

it("an account is deleted at the provider once, and a missing one is no error", async () => {
  const asked: unknown[] = [];
  let status = 200;
  const google = createServer(async (request, response) => {
    asked.push([request.url?.split(":").at(-1), await json(request)]);
    const error = { code: 400, message: "USER_NOT_FOUND", errors: [{ message: "USER_NOT_FOUND" }] };
    response.writeHead(status).end(JSON.stringify(status === 200 ? {} : { error }));
    status = 400;
  }).listen(0, "127.0.0.1");
  await once(google, "listening");
  const accounts = identityAccounts(PROJECT, `127.0.0.1:${(google.address() as AddressInfo).port}`);
  for (let count = 0; count < 2; count += 1) await accounts.delete("fb-1");
  expect(asked).toEqual(Array(2).fill(["delete", { localId: "fb-1" }]));
  google.close();
  await expect(identityAccounts(PROJECT, "127.0.0.1:9").delete("fb-1")).rejects.toMatchObject({
    name: "BusyError",
  });
}, 20_000);

describe("the claim of operators", () => {
  /** Google's `accounts:lookup` and `accounts:update` for one account. */
  async function provider(account: Record<string, unknown>) {
    const asked: unknown[] = [];
    const answer = async (request: IncomingMessage) => {
      const body = z.record(z.string(), z.unknown()).parse(await json(request));
      asked.push([request.url?.split(":").at(-1), request.headers.authorization, body]);
      if (request.url?.endsWith("accounts:update")) Object.assign(account, body);
      const [wanted] = [body.localId ?? body.email].flat();
      return [account.localId, account.email].includes(wanted) ? { users: [account] } : {};
    };
    const google = createServer((request, response) => {
      void answer(request).then((found) => response.end(JSON.stringify(found)));
    }).listen(0, "127.0.0.1");
    await once(google, "listening");
    const host = `127.0.0.1:${(google.address() as AddressInfo).port}`;
    return { host, asked, close: () => google.close() };
  }

  it("is given and taken beside the account's other claims", async () => {
    const account = { localId: "fb-1", email: "mina@example.com", customAttributes: '{"plan":"free"}' };
    const { host, asked, close } = await provider(account);
    const accounts = identityAccounts(PROJECT, host);
    const lookup = accountLookup(PROJECT, host);
    expect(await accounts.findByEmail("nobody@example.com")).toBeUndefined();
    expect(await accounts.findByEmail("mina@example.com")).toEqual({
      ...{ subject: "fb-1", isEmailVerified: false },
    });
    for (const isGranted of [true, true, false]) {
      await accounts.setOperator("fb-1", isGranted);
      expect((await lookup("fb-1"))?.isOperator).toBe(isGranted);
      expect(JSON.parse(account.customAttributes)).toEqual({
        plan: "free",
        ...(isGranted && { operator: true }),
      });
    }
    expect(asked).toContainEqual([
      ...["update", "Bearer owner"],
      { localId: "fb-1", customAttributes: '{"plan":"free","operator":true}' },
    ]);
    account.customAttributes = '{"operator":"yes"}';
    expect((await lookup("fb-1"))?.isOperator).toBe(false);
    close();
  });

  it("is read from the provider at an exchange, not from the token, and is in force until it is revoked", async () => {
    const account: ProviderAccount = {
      ...{ isDisabled: false, validSince: 0, isEmailVerified: true, isOperator: false },
    };
    let at = now;
    const readIdToken = identityPlatformIds({
      ...{ project: PROJECT, isEmulated: false, clock: () => at, keyAddress, lookup: async () => account },
    });
    const identity = await sampleIdentity({ readIdToken, loopbackFactor: 1_000 });
    const exchange = async () => {
      const body = { idToken: await signed({ operator: true }) };
      const answer = await ask(identity.app, "POST", "/api/v1/auth/exchange", { body });
      const { ownerId } = (await answer.json()) as { ownerId: string };
      return { ownerId, isOperator: await identity.gate.isOperator(ownerId) };
    };
    const { ownerId, isOperator } = await exchange();
    expect(isOperator).toBe(false);
    await identity.users.setOperator(ownerId, true);
    expect(await identity.gate.isOperator(ownerId)).toBe(true);
    await identity.users.setOperator(ownerId, false);
    // A sign-in whose lookup was before the revocation ends after it.
    account.isOperator = true;
    expect(await exchange()).toEqual({ ownerId, isOperator: false });
    at += 1_000;
    expect(await exchange()).toEqual({ ownerId, isOperator: true });
  });
});

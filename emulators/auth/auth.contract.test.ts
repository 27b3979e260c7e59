// The Auth emulator under the real web SDK: sign in, renew, look up, delete, and errors.
import { deleteApp, type FirebaseApp, initializeApp } from "@firebase/app";
import {
  connectAuthEmulator,
  deleteUser,
  initializeAuth,
  inMemoryPersistence,
  sendPasswordResetEmail,
  signInAnonymously,
  signInWithCustomToken,
} from "@firebase/auth";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { openDatabase } from "../database.ts";
import type { RunningService } from "../service.ts";
import { decodeToken, unsignedToken } from "./id-token.ts";
import { startAuth } from "./server.ts";

const PROJECT = "demo-auth";
const AUDIENCE = "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit";
const START = Date.UTC(2026, 0, 1);

const AnswerSchema = z.looseObject({
  error: z
    .looseObject({
      code: z.number(),
      message: z.string(),
      status: z.string(),
      errors: z.array(z.looseObject({ reason: z.string(), domain: z.string() })),
    })
    .optional(),
  users: z.array(z.unknown()).optional(),
});

const db = openDatabase("memory");
const apps: FirebaseApp[] = [];
let service: RunningService;
let now = START;

beforeEach(async () => {
  now = START;
  service = await startAuth({ db, projectId: PROJECT, clock: () => now });
});

afterEach(async () => {
  await Promise.all(apps.splice(0).map(deleteApp));
  await service.close();
});

function client() {
  const app = initializeApp({ apiKey: "any", projectId: PROJECT }, `app-${Math.random()}`);
  apps.push(app);
  const auth = initializeAuth(app, { persistence: inMemoryPersistence });
  connectAuthEmulator(auth, `http://${service.host}`, { disableWarnings: true });
  return auth;
}

function customToken(uid: string, claims: object = {}): string {
  return unsignedToken({ aud: AUDIENCE, iat: START / 1000, exp: START / 1000 + 3600, uid, claims });
}

async function post(path: string, body: object, key = "?key=any") {
  const response = await fetch(`http://${service.host}/${path}${key}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "http://localhost:5000" },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: AnswerSchema.parse(await response.json()),
  };
}

test("a custom token signs its user in, and the id token has the right claims", async () => {
  const { user } = await signInWithCustomToken(client(), customToken("ada", { plan: "paid" }));
  expect(user.uid).toBe("ada");
  expect(user.isAnonymous).toBe(false);
  const token = await user.getIdToken();
  expect(token.split(".")[2]).toBe("");
  expect(decodeToken(token)).toEqual({
    plan: "paid",
    iss: `https://securetoken.google.com/${PROJECT}`,
    aud: PROJECT,
    auth_time: START / 1000,
    user_id: "ada",
    sub: "ada",
    iat: START / 1000,
    exp: START / 1000 + 3600,
    firebase: { identities: {}, sign_in_provider: "custom" },
  });
});

test("a custom token is accepted signed, unsigned or as bare JSON", async () => {
  const signed = `${customToken("bob")}c2lnbmF0dXJl`;
  expect((await signInWithCustomToken(client(), signed)).user.uid).toBe("bob");
  expect((await signInWithCustomToken(client(), '{"uid":"eve"}')).user.uid).toBe("eve");
});

test("a renewed id token keeps the claims and the time of the sign-in, also after a restart", async () => {
  const auth = client();
  const { user } = await signInWithCustomToken(auth, customToken("ada", { plan: "paid" }));
  now += 600_000;
  const port = service.port;
  await service.close();
  service = await startAuth({ db, port, projectId: PROJECT, clock: () => now });
  // After this delay the client's process has noticed that its idle connections were closed.
  await fetch(`http://${service.host}/`).catch(() => {});
  expect(decodeToken(await user.getIdToken(true))).toMatchObject({
    plan: "paid",
    sub: "ada",
    auth_time: START / 1000,
    iat: now / 1000,
    exp: now / 1000 + 3600,
  });
});

test("a user can be looked up", async () => {
  const { user } = await signInWithCustomToken(client(), customToken("ada"));
  now += 5_000;
  await user.reload();
  expect(user.metadata.creationTime).toBe(new Date(START).toUTCString());
  const { body } = await post("identitytoolkit.googleapis.com/v1/accounts:lookup", {
    idToken: unsignedToken({ sub: "ada", aud: PROJECT, exp: now / 1000 + 60 }),
  });
  expect(body.users).toEqual([
    expect.objectContaining({ localId: "ada", customAuth: true, createdAt: String(START) }),
  ]);
});

test("an anonymous user gets a new id", async () => {
  const [one, two] = await Promise.all([signInAnonymously(client()), signInAnonymously(client())]);
  expect(one.user.isAnonymous).toBe(true);
  expect(one.user.uid).not.toBe(two.user.uid);
  expect(decodeToken(await one.user.getIdToken())).toMatchObject({
    provider_id: "anonymous",
    firebase: { sign_in_provider: "anonymous" },
  });
});

test("the tokens of a deleted user are refused", async () => {
  const { user } = await signInWithCustomToken(client(), customToken("gone"));
  const { refreshToken } = user;
  const idToken = await user.getIdToken();
  await deleteUser(user);
  const lookup = await post("identitytoolkit.googleapis.com/v1/accounts:lookup", { idToken });
  expect(lookup.body.error?.message).toBe("USER_NOT_FOUND");
  const grant = { grant_type: "refresh_token", refresh_token: refreshToken };
  expect((await post("securetoken.googleapis.com/v1/token", grant)).body.error?.message).toBe(
    "INVALID_REFRESH_TOKEN",
  );
});

test("one request deletes all accounts of the project", async () => {
  const { user } = await signInWithCustomToken(client(), customToken("ada"));
  await fetch(`http://${service.host}/emulator/v1/projects/${PROJECT}/accounts`, { method: "DELETE" });
  await expect(user.reload()).rejects.toThrow("auth/user-token-expired");
});

test("errors reach the caller with the SDK's own error codes", async () => {
  await expect(signInWithCustomToken(client(), "nonsense")).rejects.toThrow("auth/invalid-custom-token");
  await expect(sendPasswordResetEmail(client(), "a@example.org")).rejects.toThrow(/accounts:sendOobCode/i);
});

test.each([
  ["signInWithCustomToken", {}, "MISSING_CUSTOM_TOKEN"],
  ["signInWithCustomToken", { token: "a.b.c" }, "INVALID_CUSTOM_TOKEN"],
  ["signInWithCustomToken", { token: unsignedToken({ uid: "ada", aud: "other" }) }, "INVALID_CUSTOM_TOKEN"],
  ["signInWithCustomToken", { token: '{"uid":""}' }, "MISSING_IDENTIFIER"],
  ["signInWithCustomToken", { token: `{"uid":"${"a".repeat(129)}"}` }, "INVALID_CUSTOM_TOKEN"],
  ["signInWithCustomToken", { token: '{"uid":"a","claims":[]}' }, "INVALID_CLAIMS"],
  ["signInWithCustomToken", { token: '{"uid":"a","claims":{"aud":"b"}}' }, "FORBIDDEN_CLAIM"],
  ["lookup", {}, "MISSING_ID_TOKEN"],
  ["lookup", { idToken: "a.b.c" }, "INVALID_ID_TOKEN"],
  ["lookup", { idToken: unsignedToken({ sub: "ada", aud: "other", exp: 1e12 }) }, "INVALID_ID_TOKEN"],
  ["lookup", { idToken: unsignedToken({ sub: "ada", aud: PROJECT, exp: START / 1000 }) }, "TOKEN_EXPIRED"],
  [
    "signUp",
    { displayName: "A" },
    "The embedded Auth emulator does not support accounts:signUp with displayName.",
  ],
])("%s of %j is refused with %s", async (operation, request, message) => {
  const { status, body } = await post(`identitytoolkit.googleapis.com/v1/accounts:${operation}`, request);
  expect(body.error).toMatchObject({ code: status, message: expect.stringContaining(message) });
  expect(body.error?.errors[0]).toMatchObject({ reason: "invalid", domain: "global" });
  expect(status).toBe(operation === "signUp" ? 501 : 400);
});

test.each([
  [{}, "MISSING_GRANT_TYPE"],
  [{ grant_type: "password" }, "INVALID_GRANT_TYPE"],
  [{ grant_type: "refresh_token" }, "MISSING_REFRESH_TOKEN"],
  [{ grant_type: "refresh_token", refresh_token: "unknown" }, "INVALID_REFRESH_TOKEN"],
])("a token for %j is refused with %s", async (request, message) => {
  expect((await post("securetoken.googleapis.com/v1/token", request)).body.error?.message).toBe(message);
});

test("a method that is not covered is refused by name, and a call needs an API key", async () => {
  const other = await post("identitytoolkit.googleapis.com/v1/accounts:sendOobCode", {});
  expect(other.status).toBe(501);
  expect(other.body.error).toMatchObject({
    status: "NOT_IMPLEMENTED",
    message: expect.stringContaining("accounts:sendOobCode"),
  });
  expect((await post("identitytoolkit.googleapis.com/v1/accounts:signUp", {}, "")).status).toBe(403);
});

test("a page of another loopback origin may call the emulator (CORS)", async () => {
  const preflight = await fetch(`http://${service.host}/identitytoolkit.googleapis.com/v1/accounts:signUp`, {
    method: "OPTIONS",
    headers: { origin: "http://localhost:5000", "access-control-request-headers": "x-client-version" },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-origin")).toBe("http://localhost:5000");
  expect(preflight.headers.get("access-control-allow-headers")).toBe("x-client-version");
  const { headers } = await post("identitytoolkit.googleapis.com/v1/accounts:signUp", {});
  expect(headers.get("access-control-allow-origin")).toBe("http://localhost:5000");
});

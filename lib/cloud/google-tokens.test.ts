// Google's ID tokens and Firebase's custom tokens, against a server that simulates Google.
import { createVerify, generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import {
  decodeJwt,
  exportJWK,
  type GenerateKeyPairResult,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  UnsecuredJWT,
} from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startAuth } from "../../emulators/auth/server.ts";
import { openDatabase } from "../../emulators/database.ts";
import { newSigningKeys, rotateKeys } from "../api/token-keys.ts";
import { cloudCustomTokens, emulatedCustomTokens, keyFileCustomTokens } from "./custom-tokens.ts";
import { googleIds } from "./google-ids.ts";
import { signingKeyFile } from "./signing-key-file.ts";

const now = Date.now();
const clock = () => now;
const seconds = Math.floor(now / 1_000);
const AUDIENCE = "client-7.apps.googleusercontent.com";
const PROJECT = "our-project";
const OWNER = { ownerId: "owner-1", familyId: "family-1" };

let server: Server;
let origin: string;
let folder: string;
let google: GenerateKeyPairResult;
const account = generateKeyPairSync("rsa", { modulusLength: 2048 });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mekuri-tokens-"));
  google = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(google.publicKey)), kid: "g1", alg: "RS256", use: "sig" };
  server = createServer(async (request, response) => {
    const { url = "", headers } = request;
    const isMetadata = headers["metadata-flavor"] === "Google";
    if (url === "/keys") response.end(JSON.stringify({ keys: [jwk] }));
    else if (url.endsWith("/default/email") && isMetadata)
      response.end("auth@our-project.iam.gserviceaccount.com");
    else if (url.endsWith("/default/token") && isMetadata)
      response.end('{"access_token":"at","expires_in":60}');
    else if (url.endsWith("auth@our-project.iam.gserviceaccount.com:signBlob")) {
      if (headers.authorization !== "Bearer at") response.statusCode = 401;
      const { payload } = JSON.parse(String(await buffer(request)));
      const signature = sign("RSA-SHA256", Buffer.from(payload, "base64"), account.privateKey);
      response.end(JSON.stringify({ signedBlob: signature.toString("base64") }));
    } else response.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const reader = (isEmulated = false, keys = "/keys") =>
  googleIds({
    ...{ audiences: [AUDIENCE, PROJECT], isEmulated, clock },
    keyAddresses: { google: `${origin}${keys}`, firebase: `${origin}${keys}` },
  });

const googleClaims = {
  ...{ iss: "https://accounts.google.com", aud: AUDIENCE, sub: "107", iat: seconds, exp: seconds + 3_600 },
  ...{ email: "mina@example.com", email_verified: true, name: "Mina" },
};
const firebaseClaims = {
  ...{ iss: `https://securetoken.google.com/${PROJECT}`, aud: PROJECT, sub: "fb-1", iat: seconds },
  ...{ exp: seconds + 3_600, firebase: { sign_in_provider: "google.com" } },
};
const signed = (
  claims: Record<string, unknown>,
  by: GenerateKeyPairResult["privateKey"] = google.privateKey,
  header: object = {},
) => new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "g1", typ: "JWT", ...header }).sign(by);

describe("an ID token", () => {
  it("of Google's or Firebase's has its subject", async () => {
    expect(await reader()(await signed(googleClaims))).toEqual({
      ...{ kind: "google", subject: "107", email: "mina@example.com", isEmailVerified: true, name: "Mina" },
    });
    expect(await reader()(await signed({ ...googleClaims, iss: "accounts.google.com" }))).toMatchObject({
      kind: "google",
    });
    expect(await reader()(await signed(firebaseClaims))).toMatchObject({ kind: "firebase", subject: "fb-1" });
  });

  it.each([
    ["for another client", { ...googleClaims, aud: "client-8.apps.googleusercontent.com" }, "invalid"],
    ["of another issuer", { ...googleClaims, iss: "https://accounts.google.com.evil.example" }, "invalid"],
    [
      "of another project",
      { ...firebaseClaims, iss: "https://securetoken.google.com/theirs", aud: "theirs" },
      "invalid",
    ],
    ["of Firebase, for a client of Google's", { ...firebaseClaims, aud: AUDIENCE }, "invalid"],
    ["that has expired", { ...googleClaims, exp: seconds - 60 }, "expired"],
    ["without a subject", { ...googleClaims, sub: undefined }, "invalid"],
    ["made of a custom token", { ...firebaseClaims, firebase: { sign_in_provider: "custom" } }, "invalid"],
    ["of an anonymous user", { ...firebaseClaims, firebase: { sign_in_provider: "anonymous" } }, "invalid"],
  ])("%s is refused", async (_, claims, refusal) => {
    const token = await signed(JSON.parse(JSON.stringify(claims)));
    await expect(reader()(token)).rejects.toMatchObject({ name: "TokenRefusedError", refusal });
  });

  it("is refused if another signer signed it, or none", async () => {
    const stranger = await generateKeyPair("RS256");
    const unsigned = new UnsecuredJWT(firebaseClaims).encode();
    for (const token of [await signed(googleClaims, stranger.privateKey), unsigned, "x", "a.b.c"]) {
      await expect(reader()(token)).rejects.toMatchObject({ name: "TokenRefusedError" });
    }
  });

  it("without a signature counts with an emulator, if it is of Firebase", async () => {
    const emulated = reader(true);
    expect(await emulated(new UnsecuredJWT(firebaseClaims).encode())).toMatchObject({ subject: "fb-1" });
    const others = [
      new UnsecuredJWT(googleClaims).encode(),
      new UnsecuredJWT({ ...firebaseClaims, exp: seconds - 60 }).encode(),
      new UnsecuredJWT({ ...firebaseClaims, aud: "theirs" }).encode(),
    ];
    for (const token of others)
      await expect(emulated(token)).rejects.toMatchObject({ name: "TokenRefusedError" });
  });

  it("causes a retryable error while Google's keys cannot be fetched", async () => {
    await expect(reader(false, "/nothing")(await signed(googleClaims))).rejects.toMatchObject({
      name: "BusyError",
    });
  });
});

describe("a custom token of Firebase", () => {
  const AUDIENCE_OF_CUSTOM =
    "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit";

  it("for the emulator is taken by it, and its user is the owner", async () => {
    const db = openDatabase("memory");
    const auth = await startAuth({ db, projectId: PROJECT });
    const token = await emulatedCustomTokens(Date.now)(OWNER);
    const response = await fetch(
      `http://${auth.host}/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=any`,
      { method: "POST", body: JSON.stringify({ token, returnSecureToken: true }) },
    );
    const { idToken } = (await response.json()) as { idToken: string };
    expect(decodeJwt(idToken)).toMatchObject({ sub: "owner-1", sid: "family-1", aud: PROJECT });
    await auth.close();
    db.close();
  });

  it("is signed with a service account's key file", async () => {
    const path = join(folder, "account.json");
    const key = account.privateKey.export({ type: "pkcs8", format: "pem" });
    const email = "signer@our-project.iam.gserviceaccount.com";
    const file = { type: "service_account", client_email: email, private_key: key, private_key_id: "k1" };
    writeFileSync(path, JSON.stringify(file));
    const token = await keyFileCustomTokens(path, clock)(OWNER);
    const { payload } = await jwtVerify(token, account.publicKey, { currentDate: new Date(now) });
    expect(payload).toEqual({
      ...{ iss: email, sub: email, aud: AUDIENCE_OF_CUSTOM, uid: "owner-1" },
      ...{ iat: seconds, exp: seconds + 3_600, claims: { sid: "family-1" } },
    });
  });

  it("is signed through IAM in the cloud", async () => {
    const token = await cloudCustomTokens(clock, { metadata: origin, credentials: origin })(OWNER);
    const [head, claims, signature = ""] = token.split(".");
    const verifier = createVerify("RSA-SHA256").update(`${head}.${claims}`);
    expect(verifier.verify(account.publicKey, signature, "base64url")).toBe(true);
    expect(decodeJwt(token)).toMatchObject({
      uid: "owner-1",
      iss: "auth@our-project.iam.gserviceaccount.com",
    });
  });

  it("is unavailable while the signing service does not answer", async () => {
    const away = cloudCustomTokens(clock, { metadata: "http://127.0.0.1:9", credentials: origin });
    await expect(away(OWNER)).rejects.toMatchObject({ name: "BusyError" });
  });
});

it("the file of signing keys is read again after a change, and not before it is next checked", async () => {
  const path = join(folder, "keys.json");
  const time = { now: 0 };
  const read = signingKeyFile(path, () => time.now);
  await expect(read()).rejects.toThrow(/ENOENT/);
  const first = await newSigningKeys(0);
  writeFileSync(path, JSON.stringify(first));
  expect(await read()).toEqual(first);
  const second = await rotateKeys(first, 3_600_000);
  writeFileSync(path, JSON.stringify(second));
  expect(await read()).toEqual(first);
  time.now += 6_000;
  expect(await read()).toEqual(second);
  writeFileSync(path, '{"keys":[]}');
  time.now += 6_000;
  await expect(read()).rejects.toThrow();
});

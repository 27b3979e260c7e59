// Forged and malformed access tokens are refused.
import { createHmac } from "node:crypto";
import { exportJWK, generateKeyPair, importJWK, type JWTHeaderParameters, SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, SAMPLE_ISSUER, sampleIdentity } from "./sample-identity.ts";
import type { TokenPair } from "./sign-in.ts";
import { publicKeys } from "./token-keys.ts";

let identity: Awaited<ReturnType<typeof sampleIdentity>>;
let pair: TokenPair;
let hostile: Record<string, string>;

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const readPart = (token: string, index: number): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split(".")[index] ?? "", "base64url").toString());

beforeAll(async () => {
  identity = await sampleIdentity();
  pair = await identity.signIn.guest(undefined);
  hostile = await hostileTokens();
});

const me = (token: string) => ask(identity.app, "GET", "/api/v1/auth/me", { token });

async function hostileTokens(): Promise<Record<string, string>> {
  const { accessToken, refreshToken } = pair;
  const [head = "", claims = "", signature = ""] = accessToken.split(".");
  const header = readPart(accessToken, 0);
  const payload = readPart(accessToken, 1);
  const now = Math.floor(identity.time.now / 1_000);
  const [key] = identity.held.keys.keys;
  const ours = await importJWK(key, "EdDSA");
  const stranger = await generateKeyPair("EdDSA", { extractable: true });
  const rsa = await generateKeyPair("RS256");
  const elliptic = await generateKeyPair("ES256");
  const published = publicKeys(identity.held.keys, identity.time.now).keys[0];
  const strangerJwk = await exportJWK(stranger.publicKey);

  type Changes = { header?: object; payload?: object };
  /** Signed with our own key, so that only the changed part can be the reason for a refusal. */
  const signed = ({ header: changedHeader, payload: changed }: Changes, by = ours) => {
    const claimsNow = Object.fromEntries(
      Object.entries({ ...payload, ...changed }).filter(([, value]) => value !== undefined),
    );
    const headerNow = { ...header, ...changedHeader } as JWTHeaderParameters;
    return new SignJWT(claimsNow).setProtectedHeader(headerNow).sign(by);
  };
  const unsigned = (alg: string) => `${part({ ...header, alg })}.${claims}.`;
  const hmac = (secret: string | Buffer, alg = "HS256") => {
    const content = `${part({ ...header, alg })}.${claims}`;
    const digest = createHmac(alg.replace("HS", "sha"), secret).update(content).digest("base64url");
    return `${content}.${digest}`;
  };
  const flipped = Buffer.from(signature, "base64url");
  flipped.writeUInt8(flipped.readUInt8(10) ^ 1, 10);

  return {
    "alg none": unsigned("none"),
    "alg None": unsigned("None"),
    "alg NONE with our signature": `${part({ ...header, alg: "NONE" })}.${claims}.${signature}`,
    "our algorithm without a signature": `${head}.${claims}.`,
    "HS256 with the public key's x": hmac(String(published?.x)),
    "HS256 with the public key's bytes": hmac(Buffer.from(String(published?.x), "base64url")),
    "HS256 with the published JWK": hmac(JSON.stringify(published)),
    "HS512 with an empty secret": hmac("", "HS512"),
    "RS256 by a stranger under our kid": await signed({ header: { alg: "RS256" } }, rsa.privateKey),
    "PS256 by a stranger under our kid": await signed(
      { header: { alg: "PS256" } },
      (await generateKeyPair("PS256")).privateKey,
    ),
    "ES256 by a stranger under our kid": await signed({ header: { alg: "ES256" } }, elliptic.privateKey),
    "EdDSA by a stranger under our kid": await signed({}, stranger.privateKey),
    "a stranger's key in the header (jwk)": await signed(
      { header: { jwk: strangerJwk } },
      stranger.privateKey,
    ),
    "a stranger's keys by address (jku)": await signed(
      { header: { jku: "https://evil.example/jwks.json", kid: "evil" } },
      stranger.privateKey,
    ),
    "a stranger's certificate by address (x5u)": await signed(
      { header: { x5u: "https://evil.example/cert.pem" } },
      stranger.privateKey,
    ),
    "an unknown kid": await signed({ header: { kid: "unknown" } }),
    "no kid": await signed({ header: { kid: undefined } }),
    "an empty kid": await signed({ header: { kid: "" } }),
    "a kid that is a path": await signed({ header: { kid: "../../../../dev/null" } }),
    "a kid that is a query": await signed({ header: { kid: "x' UNION SELECT 'secret" } }),
    "no typ": await signed({ header: { typ: undefined } }),
    "typ JWT": await signed({ header: { typ: "JWT" } }),
    "typ of a refresh token": await signed({ header: { typ: "rt+jwt" } }),
    "a critical header that nobody knows": `${part({ ...header, crit: ["b64"], b64: false })}.${claims}.${signature}`,
    "a refresh token": refreshToken,
    "the audience of a refresh token": await signed({ payload: { aud: "mekuri-auth" } }),
    "another audience": await signed({ payload: { aud: "https://api.example" } }),
    "no audience": await signed({ payload: { aud: undefined } }),
    "another issuer": await signed({ payload: { iss: "https://evil.example" } }),
    "an issuer that begins like ours": await signed({ payload: { iss: `${SAMPLE_ISSUER}.evil.example` } }),
    "no issuer": await signed({ payload: { iss: undefined } }),
    "no subject": await signed({ payload: { sub: undefined } }),
    "a subject that is no text": await signed({ payload: { sub: ["id1"] } }),
    "no family": await signed({ payload: { sid: undefined } }),
    "another's family": await signed({ payload: { sub: "somebody-else" } }),
    "a family that never was": await signed({ payload: { sid: "none" } }),
    "no jti": await signed({ payload: { jti: undefined } }),
    "not before an hour from now": await signed({ payload: { nbf: now + 3_600 } }),
    "no nbf": await signed({ payload: { nbf: undefined } }),
    "expired a minute ago": await signed({ payload: { exp: now - 60 } }),
    "never expires": await signed({ payload: { exp: undefined } }),
    "an expiry that is no number": await signed({ payload: { exp: "tomorrow" } }),
    "claims changed under our signature": `${head}.${part({ ...payload, sub: "somebody-else" })}.${signature}`,
    "a header changed under our signature": `${part({ ...header, extra: 1 })}.${claims}.${signature}`,
    "one bit of the signature changed": `${head}.${claims}.${flipped.toString("base64url")}`,
    "the signature cut short": `${head}.${claims}.${signature.slice(0, -4)}`,
    "two parts": `${head}.${claims}`,
    "five parts (JWE)": `${head}.${claims}.${signature}.${claims}.${signature}`,
    "claims that are no JSON": `${head}.${Buffer.from("{").toString("base64url")}.${signature}`,
    "a header that is no JSON": `${Buffer.from("{").toString("base64url")}.${claims}.${signature}`,
    "an array of claims": `${head}.${Buffer.from("[]").toString("base64url")}.${signature}`,
    "no JWT at all": "letmein",
    "dots alone": "..",
    "the owner's id": pair.ownerId,
  };
}

describe("an access token", () => {
  it("is accepted as issued", async () => {
    const response = await me(pair.accessToken);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ ownerId: pair.ownerId, kind: "guest" });
  });

  it("is refused in every forged form, with a problem that does not reveal which check failed", async () => {
    const names = Object.keys(hostile);
    expect(names.length).toBeGreaterThanOrEqual(50);
    const wrong: string[] = [];
    for (const [name, token] of Object.entries(hostile)) {
      const response = await me(token);
      const { code } = (await response.json()) as { code: string };
      const told = response.headers.get("www-authenticate") ?? "";
      const isRight =
        response.status === 401 &&
        /^(invalid-token|token-expired|token-revoked)$/.test(code) &&
        told.includes("error=");
      if (!isRight) wrong.push(`${name}: ${response.status} ${code} ${told}`);
    }
    expect(wrong).toEqual([]);
    expect(identity.errors).toEqual([]);
  });

  it("is refused as a refresh token, as is every forged one", async () => {
    const tokens = [pair.accessToken, ...Object.values(hostile)].filter(
      (token) => token !== pair.refreshToken,
    );
    const answers = await Promise.all(
      tokens.map((refreshToken) =>
        ask(identity.app, "POST", "/api/v1/auth/refresh", { body: { refreshToken } }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  });

  it.each([["Basic dXNlcjpwYXNz"], ["Bearer"], ["Bearer  "], ["Bearer a b"], ["bearer"], ["Token x"], ["x"]])(
    "must come as Bearer, not as %j",
    async (authorization) => {
      const response = await ask(identity.app, "GET", "/api/v1/auth/me", { headers: { authorization } });
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toContain("Bearer");
    },
  );

  it("is valid for an hour", async () => {
    const startedAt = identity.time.now;
    identity.time.now = startedAt + 3_599_000;
    expect((await me(pair.accessToken)).status).toBe(200);
    identity.time.now = startedAt + 3_606_000;
    const late = await me(pair.accessToken);
    expect(late.status).toBe(401);
    expect(await late.json()).toMatchObject({ code: "token-expired" });
    identity.time.now = startedAt;
  });
});

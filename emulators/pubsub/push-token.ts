// Signs the OIDC tokens of authenticated push with a key that is kept in the suite's database, and publishes the public key as a
// JWK set for verification.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  sign,
} from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { z } from "zod";
import { type Clock, systemClock } from "./clock.ts";

/** RFC 7517: public RSA keys. */
export interface JwkSet {
  readonly keys: readonly {
    readonly kty: "RSA";
    readonly use: "sig";
    readonly alg: "RS256";
    readonly kid: string;
    readonly n: string;
    readonly e: string;
  }[];
}

export interface PushTokenSigner {
  /** Returns a JWT for this audience that is valid for at least five more minutes. */
  sign(identity: { serviceAccountEmail: string; audience: string }): Promise<string>;
  jwks(): Promise<JwkSet>;
}

/** `iss` of Google's tokens. */
export const PUSH_TOKEN_ISSUER = "https://accounts.google.com";

const TOKEN_SECONDS = 3600;
const RENEW_SECONDS_BEFORE = 300;
const RowSchema = z.object({ pem: z.string() });
const PublicKeySchema = z.object({ n: z.string(), e: z.string() });

/** The key is created at first use and stored, so that tokens can be verified after a restart. */
export function pushTokenSigner(db: DatabaseSync, clock: Clock = systemClock): PushTokenSigner {
  db.exec(
    "CREATE TABLE IF NOT EXISTS pubsub_push_key (only INTEGER PRIMARY KEY CHECK (only = 1), pem TEXT NOT NULL)",
  );
  let key: Promise<{ privateKey: KeyObject; jwk: JwkSet["keys"][number] }> | undefined;
  const tokens = new Map<string, { token: string; renewAt: number }>();

  function ownKey() {
    key ??= loadOrMake();
    return key;
  }

  async function loadOrMake() {
    const privateKey = await storedKey(db);
    const { n, e } = PublicKeySchema.parse(createPublicKey(privateKey).export({ format: "jwk" }));
    const kid = createHash("sha256").update(n).digest("hex").slice(0, 40);
    return { privateKey, jwk: { kty: "RSA", use: "sig", alg: "RS256", kid, n, e } as const };
  }

  return {
    async sign({ serviceAccountEmail, audience }) {
      const now = Math.floor(clock.now() / 1000);
      const cacheKey = `${serviceAccountEmail} ${audience}`;
      const cached = tokens.get(cacheKey);
      if (cached !== undefined && now < cached.renewAt) return cached.token;
      const { privateKey, jwk } = await ownKey();
      const subject = createHash("sha256").update(serviceAccountEmail).digest().readUIntBE(0, 6);
      const claims = {
        aud: audience,
        azp: String(subject),
        email: serviceAccountEmail,
        email_verified: true,
        exp: now + TOKEN_SECONDS,
        iat: now,
        iss: PUSH_TOKEN_ISSUER,
        sub: String(subject),
      };
      const signed = `${encode({ alg: "RS256", kid: jwk.kid, typ: "JWT" })}.${encode(claims)}`;
      const token = `${signed}.${sign("RSA-SHA256", Buffer.from(signed), privateKey).toString("base64url")}`;
      tokens.set(cacheKey, { token, renewAt: now + TOKEN_SECONDS - RENEW_SECONDS_BEFORE });
      return token;
    },
    jwks: async () => ({ keys: [(await ownKey()).jwk] }),
  };
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

async function storedKey(db: DatabaseSync): Promise<KeyObject> {
  const row = db.prepare("SELECT pem FROM pubsub_push_key").get();
  if (row !== undefined) return createPrivateKey(RowSchema.parse(row).pem);
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ format: "pem", type: "pkcs8" });
  db.prepare("INSERT INTO pubsub_push_key VALUES (1, ?)").run(pem);
  return privateKey;
}

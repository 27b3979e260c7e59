// Sign-in in one process for tests: real tokens and keys, in-memory stores, a manual clock.
import type { HttpBindings } from "@hono/node-server";
import { createLocalJWKSet, type JWTVerifyGetKey } from "jose";
import { deleteAccount as deleteAlone } from "../pipeline/account-deletion.ts";
import type { AuditEvent } from "./audit.ts";
import { createAuthApi } from "./auth-app.ts";
import { createAuthenticate } from "./authenticate.ts";
import type { Gate } from "./base-app.ts";
import type { AddressRules } from "./client-address.ts";
import type { ReadIdToken, ReadProviderState } from "./id-token.ts";
import type { Api } from "./identity.ts";
import { memoryAccountEraser, memoryFamilies, memoryUsers } from "./memory-identity-stores.ts";
import { memoryLimiter } from "./memory-limiter.ts";
import { memoryModeration } from "./memory-moderation.ts";
import { scryptPasswords } from "./passwords.ts";
import { createSignIn, type ReadGoogleId, type TokenPair } from "./sign-in.ts";
import { newSigningKeys, publicKeys } from "./token-keys.ts";

export const SAMPLE_ISSUER = "mekuri-test";

export interface SampleIdentityOptions {
  readGoogleId?: ReadGoogleId;
  readIdToken?: ReadIdToken;
  readProviderState?: ReadProviderState | undefined;
  allowsGuests?: boolean;
  loopbackFactor?: number;
  addresses?: AddressRules;
  /** Default: deletes the account, which has no books. */
  deleteAccount?: ((ownerId: string) => Promise<boolean>) | undefined;
}

export async function sampleIdentity({
  readGoogleId,
  readIdToken,
  readProviderState,
  allowsGuests = true,
  loopbackFactor = 1_000,
  addresses = { trustedProxies: 1 },
  ...more
}: SampleIdentityOptions = {}) {
  const time = { now: Date.parse("2026-11-24T12:00:00Z") };
  const clock = () => time.now;
  const held = { keys: await newSigningKeys(time.now) };
  const signingKeys = async () => held.keys;
  const keys: JWTVerifyGetKey = (header, token) =>
    createLocalJWKSet(publicKeys(held.keys, time.now))(header, token);
  const families = memoryFamilies(clock);
  const users = memoryUsers(clock);
  // Low cost parameters: these tests are not about the hash.
  const passwords = scryptPasswords({ log2N: 10, r: 8, p: 1 });
  const errors: unknown[] = [];
  const events: AuditEvent[] = [];
  let ids = 0;
  const signIn = createSignIn({
    ...{ users, families, passwords, signingKeys, clock, allowsGuests },
    ...{ readGoogleId, readIdToken, readProviderState },
    audit: (event) => events.push(event),
    issuer: SAMPLE_ISSUER,
    newId: () => `id-${String(++ids).padStart(4, "0")}`,
  });
  const gate: Gate = {
    authenticate: createAuthenticate({ issuer: SAMPLE_ISSUER, keys, families, clock }),
    isOperator: async (ownerId) => (await users.read(ownerId))?.operator?.isGranted === true,
    limiter: memoryLimiter(clock),
    limits: { ...addresses, loopbackFactor },
    allowedOrigins: ["https://studio.example"],
    onError: (error) => errors.push(error),
    audit: (event) => events.push(event),
    way: "auth",
  };
  const moderation = memoryModeration(clock, new Set());
  const accounts = memoryAccountEraser({ users, families, sessions: new Map(), moderation, clock });
  const { deleteAccount = (ownerId: string) => deleteAlone(accounts, ownerId) } = more;
  const makeCustomToken = async ({ ownerId }: { ownerId: string }) => `custom-token-of-${ownerId}`;
  const app = createAuthApi({
    ...{ gate, signIn, users, families, passwords, signingKeys, makeCustomToken, clock },
    ...{ readProviderState, deleteAccount },
    ways: { guest: allowsGuests, identityPlatform: readIdToken !== undefined, google: false },
  });
  return { time, held, families, users, signIn, gate, app, errors, events };
}

export interface Asked {
  /** Becomes the Authorization header with `Bearer`. */
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Sends a request to an app as its server would: the caller's address is in X-Forwarded-For. */
export async function ask(app: Api, method: string, path: string, asked: Asked = {}): Promise<Response> {
  const { token, body, headers = {} } = asked;
  const bindings = { incoming: { socket: { remoteAddress: "127.0.0.1" } } } as unknown as HttpBindings;
  const init: RequestInit = {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  return app.request(`http://localhost${path}`, init, bindings);
}

/** Signs in a new guest and returns the tokens. */
export async function newGuest(identity: { signIn: { guest(key?: string): Promise<TokenPair> } }) {
  return identity.signIn.guest(undefined);
}

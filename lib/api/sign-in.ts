// Sign-in by each method, and token pairs, which are refreshed until they are revoked.
import { createHash } from "node:crypto";
import { createLocalJWKSet } from "jose";
import type { Audit, SignInMethod } from "./audit.ts";
import { refusedToken, TokenRefusedError, unauthorized } from "./identity.ts";
import type { Passwords } from "./passwords.ts";
import { ApiProblem } from "./problems.ts";
import {
  type FamilyStore,
  type LiveFamily,
  newFamily,
  planRefresh,
  type Refresh,
  revoke,
} from "./token-families.ts";
import { publicKeys, type SigningKeys } from "./token-keys.ts";
import { ACCESS_SECONDS, REFRESH_SECONDS } from "./token-lifetimes.ts";
import { signToken, type TokenSubject, verifyToken } from "./tokens.ts";
import type { LoginName, User, UserStore } from "./users.ts";

export interface SignInParts {
  users: UserStore;
  families: FamilyStore;
  passwords: Passwords;
  /** The current signing keys; they may be rotated at any time. */
  signingKeys: () => Promise<SigningKeys>;
  issuer: string;
  /** Verifies a Google ID token and returns its subject. Throws `TokenRefusedError`. Undefined: not configured. */
  readGoogleId: ReadGoogleId | undefined;
  allowsGuests: boolean;
  audit: Audit;
  /** Milliseconds since 1970. */
  clock: () => number;
  newId: () => string;
}

export interface GoogleIdentity {
  kind: "google" | "firebase";
  subject: string;
  email?: string | undefined;
  name?: string | undefined;
}
export type ReadGoogleId = (idToken: string) => Promise<GoogleIdentity>;

export interface TokenPair {
  ownerId: string;
  tokenType: "Bearer";
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
  refreshToken: string;
  /** Seconds. */
  refreshExpiresIn: number;
}

/** All throw `BusyError` when a store is down, and `ApiProblem` for invalid requests. */
export interface SignIn {
  register(account: { email: string; password: string; name?: string | undefined }): Promise<TokenPair>;
  login(account: { email: string; password: string }): Promise<TokenPair>;
  google(idToken: string): Promise<TokenPair>;
  /** The same key signs in as the same guest; without one, a new guest is created. */
  guest(key: string | undefined): Promise<TokenPair>;
  /** Throws `TokenRefusedError` too. Reuse of a token ends its family. */
  refresh(refreshToken: string): Promise<TokenPair>;
  /** Throws `TokenRefusedError` too, unless the family has already ended. */
  logout(refreshToken: string): Promise<void>;
}

export function createSignIn(parts: SignInParts): SignIn {
  const { users, families, passwords, signingKeys, issuer, audit, clock, newId } = parts;

  async function pairOf(family: LiveFamily): Promise<TokenPair> {
    const { ownerId, familyId, current } = family;
    const subject = { ownerId, familyId, tokenId: current.tokenId };
    const signing = { issuer, issuedAt: current.issuedAt, signingKeys: await signingKeys() };
    return {
      ownerId,
      tokenType: "Bearer",
      accessToken: await signToken("access", { ...subject, tokenId: `${current.tokenId}.access` }, signing),
      expiresIn: ACCESS_SECONDS,
      refreshToken: await signToken("refresh", subject, signing),
      refreshExpiresIn: REFRESH_SECONDS,
    };
  }

  /** Starts a sign-in, and records it, or its refusal. `about.owner`: the account, as soon as `prove` knows it. */
  async function begin(
    method: SignInMethod,
    prove: (about: { owner?: string }) => Promise<{ ownerId: string; isNew: boolean }>,
  ): Promise<TokenPair> {
    const about: { owner?: string } = {};
    try {
      const { ownerId: owner, isNew } = await prove(about);
      const ids = { familyId: newId(), ownerId: owner, tokenId: newId() };
      const pair = await pairOf(await families.create((now) => newFamily(ids, now)));
      if (isNew) audit({ event: "account-created", method, owner });
      audit({ event: "sign-in", method, owner, family: ids.familyId });
      return pair;
    } catch (error) {
      const problem = error instanceof TokenRefusedError ? refusedToken(error) : error;
      if (problem instanceof ApiProblem) {
        audit({ event: "sign-in-refused", method, reason: problem.code, ...about });
      }
      throw error;
    }
  }

  async function readRefresh(refreshToken: string): Promise<TokenSubject> {
    const now = clock();
    const keys = createLocalJWKSet(publicKeys(await signingKeys(), now));
    return verifyToken("refresh", refreshToken, { issuer, keys, now });
  }

  const newUser = (kind: User["kind"], about: Pick<User, "email" | "name">): User => ({
    ...{ schemaVersion: 2, ownerId: newId(), kind, createdAt: new Date(clock()).toISOString() },
    // These accounts can be created without limit, so they get the lower daily limit.
    dayLimit: kind === "password" || kind === "guest" ? "new-account" : "service",
    ...about,
  });

  return {
    register: ({ email, password, name }) =>
      begin("password", async (about) => {
        const hash = await passwords.hash(password);
        const user = newUser("password", { email: email.trim(), name });
        const created = await users.create(emailLogin(email), user, hash);
        about.owner = created.ownerId;
        if (!created.isNew)
          throw new ApiProblem(409, "email-taken", "An account with this address exists already; log in.");
        return created;
      }),
    login: ({ email, password }) =>
      begin("password", async (about) => {
        const name = emailLogin(email);
        const login = await users.findLogin(name);
        if (login !== undefined) about.owner = login.ownerId;
        const known = login?.passwordHash;
        const isRight = await passwords.check(password, known);
        if (!isRight || login === undefined || known === undefined) {
          throw unauthorized("wrong-login", "No account has this address and password.");
        }
        if (passwords.isOutdated(known)) await users.replaceHash(name, known, await passwords.hash(password));
        return { ownerId: login.ownerId, isNew: false };
      }),
    google: (idToken) =>
      begin("google", async () => {
        if (parts.readGoogleId === undefined) {
          throw new ApiProblem(403, "google-off", "This service does not offer sign-in with Google.");
        }
        const { kind, subject, email, name } = await parts.readGoogleId(idToken);
        return users.create({ kind, subject }, newUser(kind, { email, name }));
      }),
    guest: (key) =>
      begin("guest", async () => {
        if (!parts.allowsGuests) throw new ApiProblem(403, "guests-off", "This service accepts no guests.");
        const subject = key === undefined ? newId() : createHash("sha256").update(key).digest("base64url");
        return users.create({ kind: "guest", subject }, newUser("guest", {}));
      }),
    async refresh(refreshToken) {
      const { familyId, tokenId } = await readRefresh(refreshToken);
      const childId = newId();
      const refreshed = await families.update<Refresh>(familyId, (family, now) => {
        const value = planRefresh(family, { tokenId, childId }, now);
        return value.outcome === "child" || value.outcome === "reuse"
          ? { family: value.family, value }
          : { value };
      });
      if (refreshed.outcome === "reuse") {
        audit({ event: "token-reuse", owner: refreshed.family.ownerId, family: familyId });
      }
      if (refreshed.outcome === "reuse" || refreshed.outcome === "revoked") {
        throw new TokenRefusedError("revoked", `refused: ${refreshed.outcome}`);
      }
      return pairOf(refreshed.family);
    },
    async logout(refreshToken) {
      const { familyId } = await readRefresh(refreshToken);
      const owner = await families.update(familyId, (family, now) =>
        family?.status === "live"
          ? { family: revoke(family, "logout", now), value: family.ownerId }
          : { value: undefined },
      );
      if (owner !== undefined) audit({ event: "sign-out", owner, family: familyId });
    },
  };
}

/** Addresses are compared without case, because in practice mail servers ignore it. */
export function emailLogin(email: string): LoginName {
  return { kind: "password", subject: email.trim().normalize("NFKC").toLowerCase() };
}

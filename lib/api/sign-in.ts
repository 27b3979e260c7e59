// Sign-in by each method, and token pairs, which are refreshed until they are revoked.
import { createHash } from "node:crypto";
import { createLocalJWKSet, decodeJwt } from "jose";
import type { Audit, SignInMethod } from "./audit.ts";
import type { ReadIdToken, ReadProviderState } from "./id-token.ts";
import { refusedToken, TokenRefusedError, unauthorized } from "./identity.ts";
import { isOwnPassword } from "./own-password.ts";
import type { Passwords } from "./passwords.ts";
import { ApiProblem } from "./problems.ts";
import {
  ending,
  type FamilyStore,
  familyEnd,
  type LiveFamily,
  newFamily,
  planRefresh,
  type Refresh,
  revoke,
} from "./token-families.ts";
import { publicKeys, type SigningKeys } from "./token-keys.ts";
import { ACCESS_SECONDS, REFRESH_SECONDS } from "./token-lifetimes.ts";
import { signToken, type TokenSubject, verifyToken } from "./tokens.ts";
import { type Entry, type LoginName, MOST_GUESTS, type User, type UserStore } from "./users.ts";

export interface SignInParts {
  users: UserStore;
  families: FamilyStore;
  passwords: Passwords;
  /** The current signing keys; they may be rotated at any time. */
  signingKeys: () => Promise<SigningKeys>;
  issuer: string;
  /** Verifies a Google ID token and returns its subject. Throws `TokenRefusedError`. Undefined: not configured. */
  readGoogleId: ReadGoogleId | undefined;
  /** Verifies an ID token of Identity Platform. Throws `TokenRefusedError`. Undefined: not configured. */
  readIdToken: ReadIdToken | undefined;
  /** What Identity Platform says about an account. Undefined: not configured. */
  readProviderState: ReadProviderState | undefined;
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
  isEmailVerified: boolean;
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

/** A sign-in with an access token of a guest: the guest becomes the account, or joins it, with its books. */
interface WithGuest {
  guestToken?: string | undefined;
}

/** All throw `BusyError` when a store is down, `ApiProblem` for invalid requests, and `TokenRefusedError` for a refused guest token. */
export interface SignIn {
  register(
    account: { email: string; password: string; name?: string | undefined } & WithGuest,
  ): Promise<TokenPair>;
  login(account: { email: string; password: string } & WithGuest): Promise<TokenPair>;
  google(idToken: string): Promise<TokenPair>;
  /** Throws `TokenRefusedError` too. */
  exchange(proof: { idToken: string } & WithGuest): Promise<TokenPair>;
  /** The same key signs in as the same guest; without one, a new guest is created. */
  guest(key: string | undefined): Promise<TokenPair>;
  /** Throws `TokenRefusedError` too. Reuse of a token ends its family. */
  refresh(refreshToken: string): Promise<TokenPair>;
  /** Throws `TokenRefusedError` too, unless the family has already ended. */
  logout(refreshToken: string): Promise<void>;
  /** An account's sign-ins that have not ended, the last used first. */
  list(ownerId: string): Promise<SignInSummary[]>;
  /** Ends those sign-ins of the account that `isWanted` accepts. May be repeated. */
  end(ownerId: string, isWanted: (signInId: string) => boolean): Promise<void>;
}

export interface SignInSummary {
  signInId: string;
  way?: User["kind"];
  startedAt: string;
  lastUsedAt: string;
}

/** Most sign-ins in a list. */
const MOST_LISTED = 100;

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
    prove: (about: { owner?: string }) => Promise<{ user: User; isNew: boolean; way: User["kind"] }>,
  ): Promise<TokenPair> {
    const about: { owner?: string } = {};
    try {
      const { user, isNew, way } = await prove(about);
      const { ownerId: owner, alsoOwns } = user;
      const ids = { familyId: newId(), ownerId: owner, tokenId: newId() };
      const rights = { way, ...(alsoOwns && { alsoOwns }) };
      const pair = await pairOf(await families.create((now) => newFamily(ids, now, rights)));
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

  /** Signs in by a login, and takes in the guest. Throws `ApiProblem` if the guest cannot be taken in. */
  async function enter(
    name: LoginName,
    { guestToken, ...entry }: Omit<Entry, "guestId"> & WithGuest,
  ): Promise<{ user: User; isNew: boolean; way: User["kind"] }> {
    const guestId = guestToken === undefined ? undefined : await readGuest(guestToken, name);
    const entered = await users.enter(name, { ...entry, guestId });
    switch (entered.outcome) {
      case "guest-has-account":
        throw new ApiProblem(
          409,
          "guest-has-account",
          "The guest belongs to another account; sign in with that.",
        );
      case "too-many-guests":
        throw new ApiProblem(409, "too-many-guests", `An account can take in ${MOST_GUESTS} guests at most.`);
      default:
        if (guestId !== undefined) await endGuest(guestId, entered.user);
        return { user: entered.user, isNew: entered.outcome === "created", way: name.kind };
    }
  }

  /** The owner of a guest's access token. Undefined if the guest was taken in before, by a request whose answer was lost. */
  async function readGuest(guestToken: string, name: LoginName): Promise<string | undefined> {
    const now = clock();
    const keys = createLocalJWKSet(publicKeys(await signingKeys(), now));
    const { ownerId, familyId } = await verifyToken("access", guestToken, { issuer, keys, now });
    const family = await families.read(familyId);
    if (family?.status === "live" && family.ownerId === ownerId) return ownerId;
    const [login, guest] = await Promise.all([users.findLogin(name), users.read(ownerId)]);
    if (login !== undefined && [ownerId, guest?.joinedTo].includes(login.ownerId)) return undefined;
    throw new TokenRefusedError("revoked", "the guest's sign-in has ended");
  }

  /** Ends the sign-ins from when the person was a guest: whoever else knows the guest's key must not get into the account. */
  async function endGuest(guestId: string, user: User): Promise<void> {
    const until = guestId === user.ownerId ? (user.accountSince ?? 0) : Number.POSITIVE_INFINITY;
    for (const { familyId, createdAt } of await families.listOf(guestId)) {
      if (createdAt < until) await families.update(familyId, ending("joined"));
    }
  }

  async function readRefresh(refreshToken: string): Promise<TokenSubject> {
    const now = clock();
    const keys = createLocalJWKSet(publicKeys(await signingKeys(), now));
    return verifyToken("refresh", refreshToken, { issuer, keys, now });
  }

  const newUser = (
    kind: User["kind"],
    about: Pick<User, "email" | "name" | "emailVerified" | "operator">,
  ): User => ({
    ...{ schemaVersion: 2, ownerId: newId(), kind, createdAt: new Date(clock()).toISOString() },
    // These accounts can be created without limit, so they get the lower daily limit until an address is verified.
    dayLimit: kind === "google" || about.emailVerified ? "service" : "new-account",
    ...about,
  });

  const exchange: SignIn["exchange"] = ({ idToken, guestToken }) =>
    begin("identity-platform", async () => {
      if (parts.readIdToken === undefined) {
        throw new ApiProblem(403, "identity-off", "This service does not use Identity Platform.");
      }
      const { subject, email, isEmailVerified, name, operator } = await parts.readIdToken(idToken);
      const user = newUser("firebase", { email, name, emailVerified: isEmailVerified, operator });
      return enter({ kind: "firebase", subject }, { user, guestToken });
    });

  return {
    exchange,
    register: ({ email, password, name, guestToken }) =>
      begin("password", async (about) => {
        const login = emailLogin(email);
        // An account that exists is not changed by a registration, whoever the guest is.
        const known = await users.findLogin(login);
        if (known !== undefined) throw emailTaken(about, known);
        const passwordHash = await passwords.hash(password);
        const user = newUser("password", { email: email.trim(), name });
        const entered = await enter(login, { user, passwordHash, guestToken });
        if (!entered.isNew) throw emailTaken(about, entered.user);
        return entered;
      }),
    login: ({ email, password, guestToken }) =>
      begin("password", async (about) => {
        const name = emailLogin(email);
        const login = await users.findLogin(name);
        if (login !== undefined) about.owner = login.ownerId;
        const known = login?.passwordHash;
        const isRight = await isOwnPassword(parts, login, password);
        if (!isRight || login === undefined || known === undefined) {
          throw unauthorized("wrong-login", "No account has this address and password.");
        }
        if (passwords.isOutdated(known)) await users.replaceHash(name, known, await passwords.hash(password));
        return enter(name, { user: newUser("password", {}), passwordHash: known, guestToken });
      }),
    async google(idToken) {
      // The exchange also asks Identity Platform whether the sign-in was revoked or the account is disabled.
      if (parts.readIdToken !== undefined && isOfFirebase(idToken)) return exchange({ idToken });
      return begin("google", async () => {
        if (parts.readGoogleId === undefined) {
          throw new ApiProblem(403, "google-off", "This service does not offer sign-in with Google.");
        }
        const { kind, subject, email, isEmailVerified, name } = await parts.readGoogleId(idToken);
        const about = kind === "firebase" ? { email, name, emailVerified: isEmailVerified } : { email, name };
        return enter({ kind, subject }, { user: newUser(kind, about) });
      });
    },
    guest: (key) =>
      begin("guest", async (about) => {
        if (!parts.allowsGuests) throw new ApiProblem(403, "guests-off", "This service accepts no guests.");
        const subject = key === undefined ? newId() : createHash("sha256").update(key).digest("base64url");
        const entered = await enter({ kind: "guest", subject }, { user: newUser("guest", {}) });
        const { kind, joinedTo, ownerId } = entered.user;
        if (kind === "guest" && joinedTo === undefined) return entered;
        about.owner = joinedTo ?? ownerId;
        const detail = "This guest has become an account; sign in with the account.";
        throw unauthorized("guest-has-account", detail);
      }),
    async refresh(refreshToken) {
      const { familyId, tokenId, ownerId } = await readRefresh(refreshToken);
      const childId = newId();
      const user = await users.read(ownerId);
      const refreshed = await families.update<Refresh>(familyId, (family, now) => {
        if (family?.status === "live" && (user === undefined || hasEndedFor(family, user))) {
          return { family: revoke(family, "joined", now), value: { outcome: "revoked" } };
        }
        const value = planRefresh(family, { tokenId, childId }, now);
        if (value.outcome === "reuse") return { family: value.family, value };
        if (value.outcome !== "child") return { value };
        const fresh = { ...value.family, ...(user?.alsoOwns && { alsoOwns: user.alsoOwns }) };
        return { family: fresh, value: { ...value, family: fresh } };
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
      const { familyId, ownerId: owner } = await readRefresh(refreshToken);
      const hasEnded = await families.update(familyId, ending("logout"));
      if (hasEnded) audit({ event: "sign-out", owner, family: familyId });
    },
    async list(ownerId) {
      const now = clock();
      const live = (await families.listOf(ownerId)).filter(
        (family): family is LiveFamily => family.status === "live" && familyEnd(family) > now,
      );
      return live
        .toSorted((a, b) => b.current.issuedAt - a.current.issuedAt)
        .slice(0, MOST_LISTED)
        .map(({ familyId, way, createdAt, current }) => ({
          ...{ signInId: familyId, ...(way && { way }) },
          startedAt: new Date(createdAt).toISOString(),
          lastUsedAt: new Date(current.issuedAt).toISOString(),
        }));
    },
    async end(ownerId, isWanted) {
      for (const { familyId, status } of await families.listOf(ownerId)) {
        if (status !== "live" || !isWanted(familyId)) continue;
        const hasEnded = await families.update(familyId, ending("ended"));
        if (hasEnded) audit({ event: "sign-out", owner: ownerId, family: familyId });
      }
    },
  };
}

/** Whether the sign-in is from when the user was a guest, who has become an account since. */
function hasEndedFor({ createdAt }: LiveFamily, { accountSince, joinedTo }: User): boolean {
  return joinedTo !== undefined || (accountSince !== undefined && createdAt < accountSince);
}

function emailTaken(about: { owner?: string }, { ownerId }: { ownerId: string }): ApiProblem {
  about.owner = ownerId;
  return new ApiProblem(409, "email-taken", "An account with this address exists already; log in.");
}

/** Whether the token says that Firebase issued it. Its signature is checked later. */
function isOfFirebase(idToken: string): boolean {
  try {
    return decodeJwt(idToken).iss?.startsWith("https://securetoken.google.com/") === true;
  } catch {
    return false;
  }
}

/** Addresses are compared without case, because in practice mail servers ignore it. */
export function emailLogin(email: string): LoginName {
  return { kind: "password", subject: email.trim().normalize("NFKC").toLowerCase() };
}

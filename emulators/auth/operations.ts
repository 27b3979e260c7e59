// The operations of the Identity Toolkit and the Secure Token service, from request to response, as in Google's Auth emulator:
// https://cloud.google.com/identity-platform/docs/use-rest-api
import { randomBytes } from "node:crypto";
import type { Account, Accounts, SignIn } from "./accounts.ts";
import { AuthError } from "./auth-error.ts";
import { decodeToken, InvalidTokenError, readIdToken, unsignedToken } from "./id-token.ts";
import type { PasswordAccounts } from "./password-accounts.ts";
import { passwordOperations, shownFactors } from "./second-factor.ts";

const CUSTOM_TOKEN_AUDIENCE =
  "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit";
const LIFETIME_SECONDS = 3_600;
const MAX_UID_LENGTH = 128;

/** Claims that a custom token may not set. https://firebase.google.com/docs/auth/admin/custom-claims */
const RESERVED_CLAIMS = new Set(
  "acr amr at_hash aud auth_time azp cnf c_hash exp firebase iat iss jti nbf nonce sub".split(" "),
);

/** A request's parameters, from JSON or from a form. */
export type Parameters = Readonly<Record<string, unknown>>;

interface Operations extends Omit<ReturnType<typeof passwordOperations>, "signUp"> {
  signInWithCustomToken(request: Parameters): object;
  signUp(request: Parameters): object;
  lookup(request: Parameters): object;
  /** By ids, for the project's owner. https://cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts/lookup */
  lookupById(request: Parameters): object;
  /** Only `emailVerified`, for the project's owner. */
  update(request: Parameters): object;
  delete(request: Parameters): object;
  /** `grant_type=refresh_token` */
  token(request: Parameters): object;
  removeAll(): object;
}

interface Ground {
  readonly accounts: Accounts;
  readonly passwords: PasswordAccounts;
  readonly projectId: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** All throw `AuthError`. */
export function authOperations({ accounts, passwords, projectId, clock }: Ground): Operations {
  function idTokenFor({ uid, provider, claims, signedInAt }: SignIn): string {
    const iat = Math.floor(clock() / 1000);
    return unsignedToken({
      ...claims,
      ...(provider === "anonymous" ? { provider_id: "anonymous" } : {}),
      iss: `https://securetoken.google.com/${projectId}`,
      aud: projectId,
      auth_time: Math.floor(signedInAt / 1000),
      user_id: uid,
      sub: uid,
      iat,
      exp: iat + LIFETIME_SECONDS,
      firebase: {
        identities: {},
        sign_in_provider: provider,
        ...("firebase" in claims ? (claims.firebase ?? {}) : {}),
      },
    });
  }

  function start(uid: string, provider: SignIn["provider"], claims: object) {
    const signIn: SignIn = { uid, provider, claims, signedInAt: clock() };
    const { isNew, refreshToken } = accounts.signIn(signIn);
    return {
      isNew,
      tokens: { idToken: idTokenFor(signIn), refreshToken, expiresIn: String(LIFETIME_SECONDS) },
    };
  }

  function accountOf({ idToken }: Parameters) {
    if (typeof idToken !== "string" || idToken === "") throw new AuthError("MISSING_ID_TOKEN");
    const account = accounts.find(uidOf(idToken));
    if (account === null) throw new AuthError("USER_NOT_FOUND");
    return account;
  }

  function uidOf(idToken: string): string {
    try {
      return readIdToken(idToken, { projectId, nowMs: clock() }).sub;
    } catch (error) {
      if (!(error instanceof InvalidTokenError)) throw error;
      throw new AuthError(error.hasExpired ? "TOKEN_EXPIRED" : `INVALID_ID_TOKEN : ${error.message}`);
    }
  }

  const { signUp: signUpWithPassword, ...byPassword } = passwordOperations({
    ...{ passwords, clock, uidOf: (request) => accountOf(request).uid },
    begin({ uid, email, isVerified }, factorId) {
      const factor = factorId && { sign_in_second_factor: "totp", second_factor_identifier: factorId };
      const firebase = { identities: { email: [email] }, ...factor };
      return start(uid, "password", { email, email_verified: isVerified, firebase }).tokens;
    },
  });

  return {
    ...byPassword,
    signInWithCustomToken({ token }) {
      const { uid, claims } = readCustomToken(token);
      const { isNew, tokens } = start(uid, "custom", claims);
      return { kind: "identitytoolkit#VerifyCustomTokenResponse", isNewUser: isNew, ...tokens };
    },
    signUp(request) {
      if (request.email !== undefined) return signUpWithPassword(request);
      const asked = Object.keys(request).find(
        (name) => name !== "returnSecureToken" && name !== "clientType",
      );
      if (asked !== undefined) throw AuthError.notImplemented(`accounts:signUp with ${asked}`);
      const uid = randomBytes(21).toString("base64url");
      const { tokens } = start(uid, "anonymous", {});
      return { kind: "identitytoolkit#SignupNewUserResponse", localId: uid, ...tokens };
    },
    lookup: (request) => foundOf([accountOf(request)], passwords),
    lookupById({ localId }) {
      if (!Array.isArray(localId)) throw AuthError.notImplemented("accounts:lookup without localId");
      return foundOf(
        localId.flatMap((uid) => accounts.find(String(uid)) ?? []),
        passwords,
      );
    },
    update({ localId, emailVerified, ...others }) {
      const [further] = Object.keys(others);
      if (further !== undefined) throw AuthError.notImplemented(`accounts:update with ${further}`);
      if (typeof localId !== "string" || passwords.find(localId) === null)
        throw new AuthError("USER_NOT_FOUND");
      passwords.setVerified(localId, emailVerified === true);
      return { kind: "identitytoolkit#SetAccountInfoResponse", localId };
    },
    delete(request) {
      const { uid } = accountOf(request);
      accounts.remove(uid);
      passwords.remove(uid);
      return { kind: "identitytoolkit#DeleteAccountResponse" };
    },
    token({ grant_type: grantType, grantType: camelGrantType, refresh_token: snake, refreshToken: camel }) {
      const type = grantType ?? camelGrantType;
      if (type === undefined) throw new AuthError("MISSING_GRANT_TYPE");
      if (type !== "refresh_token") throw new AuthError("INVALID_GRANT_TYPE");
      const refreshToken = snake ?? camel;
      if (typeof refreshToken !== "string" || refreshToken === "")
        throw new AuthError("MISSING_REFRESH_TOKEN");
      const signIn = accounts.refresh(refreshToken, clock());
      if (signIn === null) throw new AuthError("INVALID_REFRESH_TOKEN");
      const idToken = idTokenFor(signIn);
      return {
        id_token: idToken,
        access_token: idToken,
        expires_in: String(LIFETIME_SECONDS),
        refresh_token: refreshToken,
        token_type: "Bearer",
        user_id: signIn.uid,
        project_id: projectId,
      };
    },
    removeAll() {
      accounts.removeAll();
      passwords.removeAll();
      return {};
    },
  };
}

/** Without an account the field is absent, as Google leaves out empty lists. */
function foundOf(found: readonly Account[], passwords: PasswordAccounts): object {
  const users = found.map(({ uid, isAnonymous, createdAt, lastLoginAt, lastRefreshAt }) => ({
    localId: uid,
    createdAt: String(createdAt),
    lastLoginAt: String(lastLoginAt),
    lastRefreshAt: new Date(lastRefreshAt).toISOString(),
    ...(isAnonymous ? {} : (addressOf(uid, passwords) ?? { customAuth: true })),
  }));
  return { kind: "identitytoolkit#GetAccountInfoResponse", ...(users.length > 0 && { users }) };
}

/** Undefined for an account without an address. */
function addressOf(uid: string, passwords: PasswordAccounts): object | undefined {
  const known = passwords.find(uid);
  if (known === null) return undefined;
  const { email, isVerified: emailVerified } = known;
  const mfaInfo = shownFactors(passwords, uid);
  const providerUserInfo = [{ providerId: "password", email, federatedId: email, rawId: email }];
  return { email, emailVerified, providerUserInfo, ...(mfaInfo.length > 0 && { mfaInfo }) };
}

/** Reads a custom token. Like Google's emulator, this one does not check the signature and accepts bare JSON. */
function readCustomToken(token: unknown): { readonly uid: string; readonly claims: object } {
  if (typeof token !== "string" || token === "") throw new AuthError("MISSING_CUSTOM_TOKEN");
  const payload = token.startsWith("{") ? parseJson(token) : decodeToken(token);
  if (payload === null) throw new AuthError("INVALID_CUSTOM_TOKEN : Invalid assertion format");
  if (!token.startsWith("{") && payload.aud !== CUSTOM_TOKEN_AUDIENCE) {
    throw new AuthError(`INVALID_CUSTOM_TOKEN : The audience must be ${CUSTOM_TOKEN_AUDIENCE}`);
  }
  const uid = payload.uid ?? payload.user_id;
  if (typeof uid !== "string" || uid === "") throw new AuthError("MISSING_IDENTIFIER");
  if (uid.length > MAX_UID_LENGTH) throw new AuthError("INVALID_CUSTOM_TOKEN : The uid is too long");
  const { claims = {} } = payload;
  if (typeof claims !== "object" || claims === null || Array.isArray(claims)) {
    throw new AuthError("INVALID_CLAIMS");
  }
  const reserved = Object.keys(claims).find((name) => RESERVED_CLAIMS.has(name));
  if (reserved !== undefined) throw new AuthError(`FORBIDDEN_CLAIM : ${reserved}`);
  return { uid, claims };
}

function parseJson(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

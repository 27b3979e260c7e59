// Sign-in by address and password, and authenticator apps as second factors, in the forms of Identity Platform's REST API:
// https://cloud.google.com/identity-platform/docs/reference/rest/v2/accounts.mfaEnrollment
// Google's own emulator knows codes by phone only, so the order of checks and the errors for apps follow the published descriptions and the
// emulator's code for phones; nothing of them has been seen at Google's service.
import { randomBytes } from "node:crypto";
import { AuthError } from "./auth-error.ts";
import type { Parameters } from "./operations.ts";
import type { PasswordAccount, PasswordAccounts } from "./password-accounts.ts";
import { base32, stepOfCode, USUAL_TOTP } from "./totp.ts";

/** Identity Platform's default of `adjacentIntervals`. */
const ADJACENT = 5;
const MOST_FACTORS = 5;
/** Milliseconds in which an enrolment, and a sign-in, has to be completed. */
const ENROL_MS = 10 * 60_000;
const SIGN_IN_MS = 60 * 60_000;

interface Tokens {
  idToken: string;
  refreshToken: string;
  expiresIn: string;
}

interface Ground {
  passwords: PasswordAccounts;
  clock: () => number;
  /** A new sign-in of the account; `factorId` of its second factor. */
  begin: (account: PasswordAccount, factorId: string | undefined) => Tokens;
  /** The account of an ID token. Throws `AuthError`. */
  uidOf: (request: Parameters) => string;
}

type Operation = (request: Parameters) => object;

/** By the path after the service's version. All throw `AuthError`. */
export function passwordOperations({ passwords, clock, begin, uidOf }: Ground) {
  // An enrolment or a sign-in that a restart interrupts begins again.
  const enrolling = new Map<string, { uid: string; secret: Uint8Array; untilMs: number }>();
  const pending = new Map<string, { uid: string; untilMs: number }>();

  function accountOf(request: Parameters): PasswordAccount {
    const account = passwords.find(uidOf(request));
    if (account === null) throw new AuthError("UNSUPPORTED_FIRST_FACTOR");
    return account;
  }

  /** A map's entry, removed if its time is over. */
  function live<T extends { untilMs: number }>(all: Map<string, T>, key: string, refusal: string): T {
    const found = all.get(key);
    if (found === undefined || found.untilMs < clock()) {
      all.delete(key);
      throw new AuthError(refusal);
    }
    return found;
  }

  const signUp: Operation = (request) => {
    const [email, password] = [textIn(request, "email"), textIn(request, "password")];
    if (!email.includes("@")) throw new AuthError("INVALID_EMAIL");
    if (password.length < 6) throw new AuthError("WEAK_PASSWORD : Password should be at least 6 characters");
    const uid = randomBytes(21).toString("base64url");
    if (!passwords.add({ uid, email, password })) throw new AuthError("EMAIL_EXISTS");
    const account = { uid, email: email.toLowerCase(), isVerified: false };
    const tokens = begin(account, undefined);
    return { kind: "identitytoolkit#SignupNewUserResponse", localId: uid, email: account.email, ...tokens };
  };

  const signInWithPassword: Operation = (request) => {
    const account = passwords.check(textIn(request, "email"), textIn(request, "password"));
    if (account === null) throw new AuthError("INVALID_LOGIN_CREDENTIALS");
    const { uid, email } = account;
    const about = {
      ...{ kind: "identitytoolkit#VerifyPasswordResponse", localId: uid, email, registered: true },
    };
    const mfaInfo = shownFactors(passwords, uid);
    if (mfaInfo.length === 0) return { ...about, ...begin(account, undefined) };
    const mfaPendingCredential = randomBytes(24).toString("base64url");
    pending.set(mfaPendingCredential, { uid, untilMs: clock() + SIGN_IN_MS });
    return { ...about, mfaPendingCredential, mfaInfo };
  };

  const startEnrolment: Operation = (request) => {
    const { uid, isVerified } = accountOf(request);
    if (request.totpEnrollmentInfo === undefined) {
      throw AuthError.notImplemented("accounts/mfaEnrollment:start without totpEnrollmentInfo");
    }
    if (!isVerified) {
      throw new AuthError("UNVERIFIED_EMAIL : Need to verify email first before enrolling second factors.");
    }
    const [secret, sessionInfo] = [randomBytes(20), randomBytes(24).toString("base64url")];
    const untilMs = clock() + ENROL_MS;
    enrolling.set(sessionInfo, { uid, secret, untilMs });
    return {
      totpSessionInfo: {
        sharedSecretKey: base32(secret),
        verificationCodeLength: USUAL_TOTP.digits,
        hashingAlgorithm: USUAL_TOTP.algorithm.toUpperCase(),
        periodSec: USUAL_TOTP.periodSeconds,
        sessionInfo,
        finalizeEnrollmentTime: new Date(untilMs).toISOString(),
      },
    };
  };

  const finishEnrolment: Operation = (request) => {
    const account = accountOf(request);
    const { uid } = account;
    const given = objectIn(request, "totpVerificationInfo");
    const sessionInfo = textIn(given, "sessionInfo");
    const { uid: of, secret } = live(enrolling, sessionInfo, "SESSION_EXPIRED");
    if (of !== uid) throw new AuthError("INVALID_SESSION_INFO");
    if (passwords.factorsOf(uid).length >= MOST_FACTORS) throw new AuthError("SECOND_FACTOR_LIMIT_EXCEEDED");
    const code = textIn(given, "verificationCode");
    const usedStep = stepOfCode(secret, code, { nowMs: clock(), adjacent: ADJACENT });
    if (usedStep === undefined) throw new AuthError("INVALID_CODE");
    enrolling.delete(sessionInfo);
    const id = randomBytes(15).toString("base64url");
    const { displayName } = request;
    passwords.addFactor(uid, {
      ...{ id, secret, usedStep, enrolledAt: clock() },
      displayName: typeof displayName === "string" ? displayName : undefined,
    });
    const { idToken, refreshToken } = begin(account, id);
    return { idToken, refreshToken, totpAuthInfo: {} };
  };

  const withdraw: Operation = (request) => {
    const account = accountOf(request);
    if (!passwords.removeFactor(account.uid, textIn(request, "mfaEnrollmentId"))) {
      throw new AuthError("MFA_ENROLLMENT_NOT_FOUND");
    }
    const { idToken, refreshToken } = begin(account, undefined);
    return { idToken, refreshToken };
  };

  const finishSignIn: Operation = (request) => {
    const credential = textIn(request, "mfaPendingCredential");
    const { uid } = live(pending, credential, "INVALID_MFA_PENDING_CREDENTIAL");
    const account = passwords.find(uid);
    const factor = passwords.factorsOf(uid).find(({ id }) => id === request.mfaEnrollmentId);
    if (account === null || factor === undefined) throw new AuthError("MFA_ENROLLMENT_NOT_FOUND");
    const code = textIn(objectIn(request, "totpVerificationInfo"), "verificationCode");
    const { secret, usedStep: used } = factor;
    const step = stepOfCode(secret, code, { nowMs: clock(), adjacent: ADJACENT, used });
    if (step === undefined || !passwords.useStep(factor.id, step)) throw new AuthError("INVALID_CODE");
    pending.delete(credential);
    const { idToken, refreshToken } = begin(account, factor.id);
    return { idToken, refreshToken };
  };

  return { signUp, signInWithPassword, startEnrolment, finishEnrolment, withdraw, finishSignIn };
}

/** As `mfaInfo` of answers. */
export function shownFactors(passwords: PasswordAccounts, uid: string): object[] {
  return passwords.factorsOf(uid).map(({ id, displayName, enrolledAt }) => ({
    mfaEnrollmentId: id,
    ...(displayName !== undefined && { displayName }),
    enrolledAt: new Date(enrolledAt).toISOString(),
    totpInfo: {},
  }));
}

function textIn(request: Parameters, name: string): string {
  const text = request[name];
  if (typeof text !== "string" || text === "") {
    throw new AuthError(`MISSING_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`);
  }
  return text;
}

function objectIn(request: Parameters, name: string): Parameters {
  const inner = request[name];
  if (typeof inner !== "object" || inner === null)
    throw AuthError.notImplemented(`a request without ${name}`);
  return inner as Parameters;
}

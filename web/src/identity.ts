// Sign-in by Identity Platform, over its REST API: the browser proves who somebody is, and gets an ID token, which `account.ts` exchanges for
// tokens of Mekuri. Loaded with the account's screen.
// https://cloud.google.com/identity-platform/docs/use-rest-api
import { notReached } from "./api.ts";

/** Reasons for which a proof fails; the account's words have a text for each. */
export type IdentityRefusal =
  | "wrongLogin"
  | "taken"
  | "weak"
  | "disabled"
  | "tooMany"
  | "wrongCode"
  | "tooOld"
  | "tooManyFactors"
  | "noSuchWay"
  | "cancelled"
  | "provider";

export class IdentityError extends Error {
  override readonly name = "IdentityError";
  readonly refusal: IdentityRefusal;
  constructor(refusal: IdentityRefusal, message: string) {
    super(message);
    this.refusal = refusal;
  }
}

/** An ID token, or the second factor that is needed for it. */
export type Proof = { idToken: string } | { secondFactor: SecondFactor };

export interface SecondFactor {
  pending: string;
  /** Absent: the account's factor is none that a browser can ask for without the vendor's SDK, such as a message to a phone. */
  enrollmentId: string | undefined;
}

/** By the beginning of the vendor's message. https://firebase.google.com/docs/reference/rest/auth#section-error-format */
const REFUSALS: readonly (readonly [RegExp, IdentityRefusal])[] = [
  [/^(INVALID_LOGIN_CREDENTIALS|INVALID_PASSWORD|EMAIL_NOT_FOUND)/, "wrongLogin"],
  [/^(EMAIL_EXISTS|FEDERATED_USER_ID_ALREADY_LINKED)/, "taken"],
  [/^(WEAK_PASSWORD|PASSWORD_DOES_NOT_MEET_REQUIREMENTS)/, "weak"],
  [/^USER_DISABLED/, "disabled"],
  [/^(TOO_MANY_ATTEMPTS_TRY_LATER|QUOTA_EXCEEDED|RESET_PASSWORD_EXCEED_LIMIT)/, "tooMany"],
  [/^(INVALID_CODE|INVALID_MFA_PENDING_CREDENTIAL|SESSION_EXPIRED|INVALID_SESSION_INFO)/, "wrongCode"],
  [/^(UNVERIFIED_EMAIL|CREDENTIAL_TOO_OLD_LOGIN_AGAIN|TOKEN_EXPIRED)/, "tooOld"],
  [/^(SECOND_FACTOR_LIMIT_EXCEEDED|SECOND_FACTOR_EXISTS|MAXIMUM_SECOND_FACTOR)/, "tooManyFactors"],
  [
    /^(OPERATION_NOT_ALLOWED|CONFIGURATION_NOT_FOUND|PASSWORD_LOGIN_DISABLED|INVALID_PROVIDER_ID)/,
    "noSuchWay",
  ],
];

interface Answer {
  idToken?: string;
  mfaPendingCredential?: string;
  mfaInfo?: EnrolledFactor[];
  authUri?: string;
  sessionId?: string;
  users?: { mfaInfo?: EnrolledFactor[] }[];
  totpSessionInfo?: {
    sharedSecretKey?: string;
    sessionInfo?: string;
    verificationCodeLength?: number;
    hashingAlgorithm?: string;
    periodSec?: number;
  };
}

/** https://cloud.google.com/identity-platform/docs/reference/rest/v1/MfaEnrollment */
interface EnrolledFactor {
  mfaEnrollmentId: string;
  displayName?: string;
  enrolledAt?: string;
  totpInfo?: object;
}

/** Throws `IdentityError`, and `ApiError` without a network. */
export async function post(
  method: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const settings: { apiKey: string; emulators?: { auth: string } } = await (
    await fetch("/__/firebase/init.json").catch(() => {
      throw notReached();
    })
  ).json();
  const host = "identitytoolkit.googleapis.com";
  const origin =
    settings.emulators === undefined ? `https://${host}` : `http://${settings.emulators.auth}/${host}`;
  const answer = await fetch(`${origin}/${method}?key=${encodeURIComponent(settings.apiKey)}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  }).catch(() => {
    throw notReached();
  });
  const given = (await answer.json().catch(() => ({}))) as Answer & { error?: { message?: string } };
  if (answer.ok) return given;
  const message = given.error?.message ?? answer.statusText;
  const [, refusal = "provider"] = REFUSALS.find(([pattern]) => pattern.test(message)) ?? [];
  throw new IdentityError(refusal, message);
}

function proofIn({ idToken, mfaPendingCredential: pending, mfaInfo = [] }: Answer): Proof {
  if (idToken !== undefined) return { idToken };
  if (pending === undefined) throw new IdentityError("provider", "neither a token nor a second factor");
  const byCode = mfaInfo.find(({ totpInfo }) => totpInfo !== undefined);
  return { secondFactor: { pending, enrollmentId: byCode?.mfaEnrollmentId } };
}

const withToken = { returnSecureToken: true };

/** Creates an account, and sends the mail by which its address is verified. All throw `IdentityError`, and `ApiError` without a network. */
export async function signUp(email: string, password: string, tongue: string): Promise<Proof> {
  const { idToken = "" } = await post("v1/accounts:signUp", { email, password, ...withToken });
  // The account exists: a mail that could not be sent is no reason to fail.
  await post("v1/accounts:sendOobCode", { requestType: "VERIFY_EMAIL", idToken }, mailIn(tongue)).catch(
    () => {},
  );
  return { idToken };
}

export async function signInWithPassword(email: string, password: string): Promise<Proof> {
  return proofIn(await post("v1/accounts:signInWithPassword", { email, password, ...withToken }));
}

/** `code`: of the person's authenticator app. */
export async function finishSecondFactor(
  { pending, enrollmentId }: SecondFactor,
  code: string,
): Promise<Proof> {
  return proofIn(
    await post("v2/accounts/mfaSignIn:finalize", {
      ...{ mfaPendingCredential: pending, mfaEnrollmentId: enrollmentId },
      totpVerificationInfo: { verificationCode: code },
    }),
  );
}

/** Sends a mail by which a forgotten password is changed, if there is such an account. */
export async function sendReset(email: string, tongue: string): Promise<void> {
  await post("v1/accounts:sendOobCode", { requestType: "PASSWORD_RESET", email }, mailIn(tongue)).catch(
    (error: unknown) => {
      // Nobody learns from it which addresses have accounts.
      if (!(error instanceof IdentityError) || error.refusal !== "wrongLogin") throw error;
    },
  );
}

const mailIn = (tongue: string) => ({ "x-firebase-locale": tongue });

/** Storage key of the id that ties Google's answer to this tab. */
const PENDING = "mekuri.google";
const RETURN = "/account";

/** Leaves the page for Google's, which returns to the account's screen. */
export async function leaveForGoogle(): Promise<void> {
  const continueUri = `${location.origin}${RETURN}`;
  const asked = await post("v1/accounts:createAuthUri", { providerId: "google.com", continueUri });
  const { authUri, sessionId } = asked;
  if (authUri === undefined || sessionId === undefined) throw new IdentityError("noSuchWay", "no address");
  sessionStorage.setItem(PENDING, sessionId);
  location.assign(authUri);
}

/** The proof with which Google returned to this page. Undefined if this page is no such return; it is one only once. */
export async function returnedFromGoogle(): Promise<Proof | undefined> {
  const sessionId = sessionStorage.getItem(PENDING);
  const requestUri = location.href;
  const { searchParams, hash } = new URL(requestUri);
  const answer = new URLSearchParams(hash.slice(1));
  for (const [name, value] of searchParams) answer.set(name, value);
  if (sessionId === null || !["code", "id_token", "error"].some((name) => answer.has(name))) return undefined;
  sessionStorage.removeItem(PENDING);
  // The answer can be used once, so it stays neither in the address nor in the history.
  history.replaceState(history.state, "", RETURN);
  if (answer.has("error")) throw new IdentityError("cancelled", answer.get("error") ?? "");
  return proofIn(await post("v1/accounts:signInWithIdp", { requestUri, sessionId, ...withToken }));
}

// An account's authenticator apps at Identity Platform: listed, enrolled and withdrawn over its REST API, with an ID token of a new sign-in,
// because the studio keeps none. Loaded with the account's screen.
// https://cloud.google.com/identity-platform/docs/reference/rest/v2/accounts.mfaEnrollment
import { IdentityError, post } from "./identity.ts";

export interface Factor {
  id: string;
  /** Absent: the person gave none. */
  name: string | undefined;
  since: string | undefined;
  /** False for a factor of another kind, such as codes by phone. */
  isApp: boolean;
}

/** All throw `IdentityError`, and `ApiError` without a network. */
export async function listFactors(idToken: string): Promise<Factor[]> {
  const { users: [user] = [] } = await post("v1/accounts:lookup", { idToken });
  return (user?.mfaInfo ?? []).map(
    ({ mfaEnrollmentId: id, displayName: name, enrolledAt: since, totpInfo }) => ({
      ...{ id, name, since, isApp: totpInfo !== undefined },
    }),
  );
}

export interface Enrolment {
  /** In Base32, as authenticator apps read it. */
  key: string;
  /** `otpauth:` address with the key, which apps read from a QR code or open as a link. */
  address: string;
  sessionInfo: string;
}

export async function startEnrolment(idToken: string, email: string): Promise<Enrolment> {
  const { totpSessionInfo } = await post("v2/accounts/mfaEnrollment:start", {
    idToken,
    totpEnrollmentInfo: {},
  });
  const { sharedSecretKey: key, sessionInfo, ...rules } = totpSessionInfo ?? {};
  if (key === undefined || sessionInfo === undefined) throw new IdentityError("noSuchWay", "no key");
  return { key, sessionInfo, address: addressOf(key, email, rules) };
}

export interface TotpRules {
  verificationCodeLength?: number;
  hashingAlgorithm?: string;
  periodSec?: number;
}

/** https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export function addressOf(key: string, email: string, rules: TotpRules): string {
  const { verificationCodeLength = 6, hashingAlgorithm = "SHA1", periodSec = 30 } = rules;
  const query = `secret=${key}&issuer=${ISSUER}&algorithm=${hashingAlgorithm}`;
  const label = `${ISSUER}:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?${query}&digits=${verificationCodeLength}&period=${periodSec}`;
}

const ISSUER = "Mekuri";

/** Completes it with the app's first code. Returns a newer ID token. */
export async function finishEnrolment(
  idToken: string,
  { sessionInfo }: Pick<Enrolment, "sessionInfo">,
  code: string,
): Promise<string> {
  const answer = await post("v2/accounts/mfaEnrollment:finalize", {
    ...{ idToken, displayName: ISSUER, totpVerificationInfo: { sessionInfo, verificationCode: code } },
  });
  return answer.idToken ?? idToken;
}

/** Returns a newer ID token. */
export async function withdrawFactor(idToken: string, mfaEnrollmentId: string): Promise<string> {
  const answer = await post("v2/accounts/mfaEnrollment:withdraw", { idToken, mfaEnrollmentId });
  return answer.idToken ?? idToken;
}

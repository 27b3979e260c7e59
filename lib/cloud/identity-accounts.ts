// The accounts of Identity Platform, as the project's owner reads and changes them.
// https://cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts/lookup
// https://cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts/update
import * as z from "zod";
import { BusyError } from "../pipeline/errors.ts";
import { askGoogle, type RetryRule } from "./google-requests.ts";

/** What Identity Platform stores about an account. */
export interface ProviderAccount {
  isDisabled: boolean;
  /** Seconds since 1970: earlier sign-ins are revoked. */
  validSince: number;
  isEmailVerified: boolean;
  /** Whether it has the custom claim `operator`. */
  isOperator: boolean;
}

/** Undefined if there is no such account. Throws `BusyError` if Identity Platform cannot be asked. */
export type LookUpAccount = (subject: string) => Promise<ProviderAccount | undefined>;

/** What operators' commands need. All throw `BusyError` if Identity Platform cannot be asked. */
interface IdentityAccounts {
  findByEmail(email: string): Promise<{ subject: string; isEmailVerified: boolean } | undefined>;
  /** Gives or takes the custom claim `operator`, and keeps all other claims. May be repeated. */
  setOperator(subject: string, isGranted: boolean): Promise<void>;
}

/** Custom claims: JSON of at most a thousand characters. */
const ClaimsSchema = z
  .string()
  .max(1_000)
  .transform((text): unknown => (text === "" ? {} : JSON.parse(text)))
  .pipe(z.record(z.string(), z.unknown()));

const FoundSchema = z.object({
  users: z
    .array(
      z.object({
        localId: z.string(),
        disabled: z.boolean().default(false),
        /** Seconds, as text. */
        validSince: z.coerce.number().default(0),
        emailVerified: z.boolean().default(false),
        customAttributes: ClaimsSchema.default({}),
      }),
    )
    .max(1)
    .default([]),
});

/** A lookup changes nothing, and a change sets a value, so both are retried. */
const RETRIED: RetryRule = {
  ...{ statuses: [429, 500, 502, 503, 504], firstWaitMs: 100, factor: 2, longestWaitMs: 1_000 },
  ...{ tryMs: 5_000, lastTryMs: 8_000 },
};

/** `emulator`: host and port of the Auth emulator, if it is used. */
export function accountLookup(project: string, emulator: string | undefined): LookUpAccount {
  const ask = asking(project, emulator);
  return async (subject) => {
    const found = await findOne(ask, { localId: [subject] });
    if (found === undefined) return undefined;
    const { disabled, validSince, emailVerified, customAttributes } = found;
    const isOperator = customAttributes.operator === true;
    return { isDisabled: disabled, validSince, isEmailVerified: emailVerified, isOperator };
  };
}

/** `emulator`: host and port of the Auth emulator, if it is used. */
export function identityAccounts(project: string, emulator: string | undefined): IdentityAccounts {
  const ask = asking(project, emulator);
  return {
    async findByEmail(email) {
      const found = await findOne(ask, { email: [email] });
      return found && { subject: found.localId, isEmailVerified: found.emailVerified };
    },
    async setOperator(subject, isGranted) {
      const { operator: _, ...others } = (await findOne(ask, { localId: [subject] }))?.customAttributes ?? {};
      const claims = isGranted ? { ...others, operator: true } : others;
      await ask("update", { localId: subject, customAttributes: JSON.stringify(claims) });
    },
  };
}

type Ask = (method: "lookup" | "update", body: object) => Promise<unknown>;

function asking(project: string, emulator: string | undefined): Ask {
  const host = "identitytoolkit.googleapis.com";
  const origin = emulator === undefined ? `https://${host}` : `http://${emulator}/${host}`;
  return async (method, body) => {
    const answer = await askGoogle({
      url: new URL(`${origin}/v1/projects/${project}/accounts:${method}`),
      ...{ method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } },
      ...{ isEmulated: emulator !== undefined, retry: RETRIED },
    }).catch((error: unknown) => {
      throw new BusyError("Identity Platform cannot be asked", undefined, { cause: error });
    });
    return JSON.parse(answer.toString());
  };
}

async function findOne(ask: Ask, by: { localId: [string] } | { email: [string] }) {
  return FoundSchema.parse(await ask("lookup", by)).users[0];
}

// The accounts of Identity Platform, as the project's owner reads and changes them.
// https://cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts/lookup
// https://cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts/update
// https://cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts/delete
import * as z from "zod";
import { BusyError } from "../pipeline/errors.ts";
import { askGoogle, GoogleRefusedError, type RetryRule } from "./google-requests.ts";

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

/** Changes of accounts. All throw `BusyError` if Identity Platform cannot be asked. */
export interface IdentityAccounts {
  findByEmail(email: string): Promise<{ subject: string; isEmailVerified: boolean } | undefined>;
  /** Gives or takes the custom claim `operator`, and keeps all other claims. May be repeated. */
  setOperator(subject: string, isGranted: boolean): Promise<void>;
  /** Deletes the account for good. Does nothing if there is none. */
  delete(subject: string): Promise<void>;
  /** Creates at most 1,000 accounts. Returns the reasons of those that were refused, by their ids. */
  create(accounts: readonly ImportedAccount[], hashes: ImportHashes): Promise<Map<string, string>>;
  /** Since when sign-ins of the accounts that exist are valid, in seconds since 1970, by their ids. */
  validSince(subjects: readonly string[]): Promise<Map<string, number>>;
  /** Deletes at most 1,000 accounts. Missing ones are no error. */
  deleteAll(subjects: readonly string[]): Promise<void>;
}

/** An account for `batchCreate`. */
export interface ImportedAccount {
  localId: string;
  email: string;
  emailVerified: boolean;
  displayName?: string;
  /** Milliseconds since 1970. */
  createdAt: string;
  /** Both in URL-safe Base64. */
  passwordHash: string;
  salt: string;
}

/** How the hashes of a `batchCreate` were made. */
export interface ImportHashes {
  hashAlgorithm: "STANDARD_SCRYPT";
  /** N, r and p of RFC 7914, and the hash's length in bytes. */
  cpuMemCost: number;
  blockSize: number;
  parallelization: number;
  dkLen: number;
}

/** Accounts that one lookup may name: https://firebase.google.com/docs/auth/admin/manage-users#bulk_retrieve_user_data */
const MOST_LOOKED_UP = 100;

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
    .max(MOST_LOOKED_UP)
    .default([]),
});

const CreatedSchema = z.object({
  error: z
    .array(z.object({ index: z.int().default(0), message: z.string().max(500) }))
    .max(1_000)
    .default([]),
});

/** Every request may be repeated, so all are retried. A repeated creation refuses what the first one made. */
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
    async delete(subject) {
      await ask("delete", { localId: subject }).catch((error: unknown) => {
        const { cause } = error instanceof BusyError ? error : {};
        const isMissing = cause instanceof GoogleRefusedError && /USER_NOT_FOUND/.test(cause.message);
        if (!isMissing) throw error;
      });
    },
    async create(accounts, hashes) {
      // Refuses an account whose address or id another one has, and creates all others.
      const rules = { sanityCheck: true, allowOverwrite: false };
      const answer = CreatedSchema.parse(await ask("batchCreate", { users: accounts, ...hashes, ...rules }));
      return new Map(answer.error.map(({ index, message }) => [accounts[index]?.localId ?? "", message]));
    },
    async validSince(subjects) {
      const found = new Map<string, number>();
      for (let first = 0; first < subjects.length; first += MOST_LOOKED_UP) {
        const localId = subjects.slice(first, first + MOST_LOOKED_UP);
        const { users } = FoundSchema.parse(await ask("lookup", { localId }));
        for (const user of users) found.set(user.localId, user.validSince);
      }
      return found;
    },
    async deleteAll(localIds) {
      // Without `force` it deletes only disabled accounts.
      await ask("batchDelete", { localIds, force: true });
    },
  };
}

type Method = "lookup" | "update" | "delete" | "batchCreate" | "batchDelete";
type Ask = (method: Method, body: object) => Promise<unknown>;

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

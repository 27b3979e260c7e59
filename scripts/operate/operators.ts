// `mekuri keys operator`: makes an account an operator, or takes that back. Where Identity Platform proves who somebody is, as in the cloud,
// the account is Identity Platform's with that address, and gets the custom claim `operator`. On a service without it, it is the account with
// a password of ours.
import { emailLogin } from "../../lib/api/sign-in.ts";
import type { LoginName, UserStore } from "../../lib/api/users.ts";
import { isCloud, openStores } from "../serve/open-stores.ts";
import { auditCommand } from "./audit-command.ts";
import { NoAccountError } from "./day-budget.ts";

/**
 * Returns the account's id; undefined if its person has not signed in yet, who is then an operator from the first sign-in on. Throws
 * `NoAccountError`, `BusyError`, and `FailureError` if the audit cannot record it.
 */
export async function setOperator(
  email: string,
  isGranted: boolean,
  dataDir: string,
): Promise<string | undefined> {
  const stores = await openStores(dataDir, (message) => process.stderr.write(`keys: ${message}\n`));
  try {
    const [{ firestoreUsers }, { identityAccounts }, { database }, { readSetting }] = await Promise.all([
      import("../../lib/cloud/firestore-identity.ts"),
      import("../../lib/cloud/identity-accounts.ts"),
      import("../../functions/database.ts"),
      import("../../lib/cloud/config.ts"),
    ]);
    const users = firestoreUsers(database());
    const project =
      readSetting("MEKURI_IDENTITY_PROJECT") ??
      (isCloud(process.env) ? process.env.GOOGLE_CLOUD_PROJECT : undefined);
    if (project === undefined) return await setOwn(users, email, isGranted);

    const accounts = identityAccounts(project, readSetting("FIREBASE_AUTH_EMULATOR_HOST"));
    const account = await accounts.findByEmail(email);
    if (account === undefined) {
      throw new NoAccountError(
        `Identity Platform has no account ${email}; its person signs up and verifies the address first`,
      );
    }
    if (isGranted && !account.isEmailVerified) {
      throw new NoAccountError(
        `the address ${email} is not verified, so the account may be somebody else's; its person verifies it first`,
      );
    }
    const login: LoginName = { kind: "firebase", subject: account.subject };
    const ownerId = (await users.findLogin(login))?.ownerId;
    await record(isGranted, ownerId);
    if (isGranted) {
      await accounts.setOperator(account.subject, true);
      await setUser(users, ownerId, true);
    } else {
      // The stored account comes first, which ends the rights at once. A sign-in that read the claim before it was removed may write it
      // back, so the account is set again afterwards, which is then the later answer.
      await setUser(users, ownerId, false);
      await accounts.setOperator(account.subject, false);
      await setUser(users, (await users.findLogin(login))?.ownerId, false);
    }
    return ownerId;
  } finally {
    await stores.close();
  }
}

async function setOwn(users: UserStore, email: string, isGranted: boolean): Promise<string> {
  const ownerId = (await users.findLogin(emailLogin(email)))?.ownerId;
  if (ownerId === undefined) {
    throw new NoAccountError(`there is no account ${email}; register it with POST /api/v1/auth/register`);
  }
  await record(isGranted, ownerId);
  await setUser(users, ownerId, isGranted);
  return ownerId;
}

async function setUser(users: UserStore, ownerId: string | undefined, isGranted: boolean): Promise<void> {
  if (ownerId !== undefined) await users.setOperator(ownerId, isGranted);
}

function record(isGranted: boolean, owner: string | undefined): Promise<void> {
  const command = isGranted ? "keys-operator" : "keys-operator-revoke";
  return auditCommand({ command, ...(owner && { owner }) });
}

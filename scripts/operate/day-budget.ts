// `npm run mekuri -- keys day-budget`: sets the daily limit of one account's sessions. Works on the service of a data folder, which is
// started if necessary, or in the cloud if GOOGLE_CLOUD_PROJECT names a project.
import { emailLogin } from "../../lib/api/sign-in.ts";
import { type DayLimit, DayLimitSchema } from "../../lib/pipeline/ledger.ts";
import { openStores } from "../serve/open-stores.ts";
import { auditCommand } from "./audit-command.ts";

/** The account does not exist. */
export class NoAccountError extends Error {
  override readonly name = "NoAccountError";
}

/** Micro-dollars, `service` (the default for everybody) or `new-account`; undefined for anything else. */
export function readDayLimit(word: string): DayLimit | undefined {
  return DayLimitSchema.safeParse(/^\d{1,13}$/.test(word) ? Number(word) : word).data;
}

/** `account`: its id, or the address of a password account. Returns its id. Throws `NoAccountError`, and `FailureError` if the audit cannot record it. */
export async function setDayBudget(account: string, limit: DayLimit, dataDir: string): Promise<string> {
  const stores = await openStores(dataDir, (message) => process.stderr.write(`keys: ${message}\n`));
  try {
    const [{ firestoreUsers }, { database }] = await Promise.all([
      import("../../lib/cloud/firestore-identity.ts"),
      import("../../functions/database.ts"),
    ]);
    const users = firestoreUsers(database());
    const byAddress = account.includes("@") ? await users.findLogin(emailLogin(account)) : undefined;
    const ownerId = byAddress?.ownerId ?? account;
    await auditCommand({ command: "keys-day-budget", owner: ownerId });
    if (await users.setDayLimit(ownerId, limit)) return ownerId;
    throw new NoAccountError(
      `there is no account ${account}; give the address of a password account, or the ownerId of GET /api/v1/auth/me`,
    );
  } finally {
    await stores.close();
  }
}

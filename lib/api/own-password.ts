// Checks a password of ours. An account that was imported into Identity Platform keeps it as a second way in, until the account is disabled
// or deleted there, or its password is changed: then the old one is refused here too.
import type { ReadProviderState } from "./id-token.ts";
import type { Passwords } from "./passwords.ts";
import type { Login } from "./users.ts";

export interface OwnPasswordParts {
  passwords: Pick<Passwords, "check">;
  /** Undefined on a service without Identity Platform. */
  readProviderState: ReadProviderState | undefined;
}

/** Takes equally long for an unknown login. Throws `BusyError` if Identity Platform is needed and cannot be asked. */
export async function isOwnPassword(
  { passwords, readProviderState }: OwnPasswordParts,
  login: Login | undefined,
  password: string,
): Promise<boolean> {
  if (!(await passwords.check(password, login?.passwordHash))) return false;
  const imported = login?.imported;
  if (imported === undefined || readProviderState === undefined) return true;
  const there = await readProviderState(imported.providerId);
  // The provider revokes earlier sign-ins when a password changes: https://firebase.google.com/docs/auth/admin/manage-sessions
  return there !== undefined && !there.isDisabled && there.validSince <= imported.validSince;
}

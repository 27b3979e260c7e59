// Confirms the deletion of an account: by a sign-in of the last ten minutes, or by the account's password. A token that was left in a browser
// or stolen is not enough.
import { isOwnPassword, type OwnPasswordParts } from "./own-password.ts";
import { ApiProblem } from "./problems.ts";
import { emailLogin } from "./sign-in.ts";
import type { FamilyStore } from "./token-families.ts";
import type { User, UserStore } from "./users.ts";

const RECENT_MS = 10 * 60_000;

export interface ConfirmationParts extends OwnPasswordParts {
  users: Pick<UserStore, "findLogin">;
  families: Pick<FamilyStore, "read">;
  /** Milliseconds since 1970. */
  clock: () => number;
}

/** Throws `ApiProblem` (403) if it is not confirmed, and `BusyError`. */
export async function confirmDeletion(
  { users, families, passwords, readProviderState, clock }: ConfirmationParts,
  { user, familyId, password }: { user: User; familyId: string; password?: string | undefined },
): Promise<void> {
  if (password === undefined) {
    const signIn = await families.read(familyId);
    if (signIn !== undefined && clock() - signIn.createdAt <= RECENT_MS) return;
    throw unconfirmed(
      "Sign in again, or give the account's password: this sign-in is older than ten minutes.",
    );
  }
  const { kind, email, ownerId } = user;
  const login =
    kind === "password" && email !== undefined ? await users.findLogin(emailLogin(email)) : undefined;
  const own = login?.ownerId === ownerId ? login : undefined;
  if (!(await isOwnPassword({ passwords, readProviderState }, own, password)))
    throw unconfirmed("This is not the account's password.");
}

function unconfirmed(detail: string): ApiProblem {
  return new ApiProblem(403, "not-confirmed", detail);
}

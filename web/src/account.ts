// Signing in to an account and out of it, and the account's sign-ins.
import {
  ApiError,
  ask,
  forgetAccount,
  forgetPerson,
  forgetToken,
  keepAccount,
  keptRefreshToken,
  signedIn,
} from "./api.ts";
import { forgetDrafts } from "./drafts.ts";
import { forgetBookHere } from "./forget-book.ts";

export interface Me {
  ownerId: string;
  kind: "password" | "google" | "firebase" | "guest";
  email?: string;
  /** Whether Identity Platform has verified the address. Absent where it is not asked. */
  emailVerified?: boolean;
  createdAt: string;
}

export interface SignIn {
  signInId: string;
  way?: Me["kind"];
  startedAt: string;
  lastUsedAt: string;
  isThis: boolean;
}

interface Signed {
  ownerId: string;
  refreshToken: string;
}

export const readMe = () => ask<Me>("GET", "/auth/me");

export const readSignIns = async () => (await ask<{ signIns: SignIn[] }>("GET", "/auth/sign-ins")).signIns;

/** The ways to sign in that the service offers. */
export interface Ways {
  guest: boolean;
  identityPlatform: boolean;
  google: boolean;
}

export const readWays = () => ask<Ways>("GET", "/auth/ways", { isOpen: true });

/** This browser's guest becomes the account or joins it, with all books. Throws `ApiError`. */
async function enter(route: string, body: object): Promise<void> {
  const guestToken = await ownGuestToken();
  keepAccount(await ask<Signed>("POST", `/auth/${route}`, { body: { ...body, guestToken }, isOpen: true }));
}

export const enterAccount = (how: "register" | "login", account: { email: string; password: string }) =>
  enter(how, account);

/** The same by an ID token of Identity Platform. */
export const exchange = (idToken: string) => enter("exchange", { idToken });

/** Undefined on a service without guests. */
async function ownGuestToken(): Promise<string | undefined> {
  try {
    return (await signedIn()).accessToken;
  } catch (error) {
    if (error instanceof ApiError && error.code === "guests-off") return undefined;
    throw error;
  }
}

/** Ends this sign-in. The new load of the page ends its listeners, and those of other tabs. */
export async function signOut(): Promise<void> {
  const refreshToken = keptRefreshToken();
  if (refreshToken !== undefined) {
    await ask("POST", "/auth/logout", { body: { refreshToken }, isOpen: true });
  }
  forgetAccount();
  location.assign("/account");
}

/** The ids of all books. */
export async function listBookIds(): Promise<string[]> {
  const ids: string[] = [];
  let after = "";
  for (;;) {
    const { sessions, next } = await ask<{ sessions: { sessionId: string }[]; next?: string }>(
      "GET",
      `/manga/sessions?limit=100${after}`,
    );
    ids.push(...sessions.map(({ sessionId }) => sessionId));
    if (next === undefined) return ids;
    after = `&cursor=${encodeURIComponent(next)}`;
  }
}

/** Deletes the account or the guest, and what this browser stores about its books. Throws `ApiError`. */
export async function deleteAccount({
  isGuest,
  password,
  books,
}: {
  isGuest: boolean;
  /** The account's, if it has one here. */
  password: string | undefined;
  books: readonly string[];
}): Promise<void> {
  // A guest confirms it by a new sign-in with its key.
  if (isGuest) forgetToken();
  await ask("DELETE", "/auth/me", { body: { password } });
  for (const sessionId of books) await forgetBookHere(sessionId);
  forgetDrafts("");
  forgetPerson();
}

/** Without an id, all others. */
export const endSignIn = (signInId?: string) =>
  ask("DELETE", signInId === undefined ? "/auth/sign-ins" : `/auth/sign-ins/${encodeURIComponent(signInId)}`);

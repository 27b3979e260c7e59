// Signing in to an account and out of it, and the account's sign-ins.
import { ask, forgetAccount, keepAccount, keptRefreshToken, signedIn } from "./api.ts";

export interface Me {
  ownerId: string;
  kind: "password" | "google" | "firebase" | "guest";
  email?: string;
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

/** This browser's guest becomes the account (`register`) or joins it (`login`), with all books. Throws `ApiError`. */
export async function enterAccount(
  how: "register" | "login",
  account: { email: string; password: string },
): Promise<void> {
  const { accessToken: guestToken } = await signedIn();
  const signed = await ask<Signed>("POST", `/auth/${how}`, {
    body: { ...account, guestToken },
    isOpen: true,
  });
  keepAccount(signed);
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

/** Without an id, all others. */
export const endSignIn = (signInId?: string) =>
  ask("DELETE", signInId === undefined ? "/auth/sign-ins" : `/auth/sign-ins/${encodeURIComponent(signInId)}`);

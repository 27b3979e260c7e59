// Sign-in: the function `auth`, the only one that holds the keys that sign.

import { contentHash } from "../pipeline/canonical-json.ts";
import {
  deleteMeRoute,
  endOthersRoute,
  endSignInRoute,
  exchangeRoute,
  firebaseTokenRoute,
  googleRoute,
  guestRoute,
  keysRoute,
  loginRoute,
  logoutRoute,
  meRoute,
  refreshRoute,
  registerRoute,
  signInsRoute,
  waysRoute,
} from "./auth-routes.ts";
import { createBaseApp, type Gate } from "./base-app.ts";
import { confirmDeletion } from "./confirm-deletion.ts";
import { CUSTOM_TOKEN_SECONDS, type MakeCustomToken } from "./custom-token.ts";
import type { Api } from "./identity.ts";
import { PASSWORD_TRIES, SIGN_INS } from "./limit-rules.ts";
import type { OwnPasswordParts } from "./own-password.ts";
import { ApiProblem } from "./problems.ts";
import { emailLogin, type SignIn } from "./sign-in.ts";
import type { FamilyStore } from "./token-families.ts";
import { KEYS_MAX_AGE_SECONDS, publicKeys, type SigningKeys } from "./token-keys.ts";
import type { UserStore } from "./users.ts";

export interface AuthParts extends OwnPasswordParts {
  gate: Gate;
  signIn: SignIn;
  users: Pick<UserStore, "read" | "findLogin">;
  families: Pick<FamilyStore, "read">;
  /** False if there is no such account. May be repeated. Throws `BusyError`. */
  deleteAccount: (ownerId: string) => Promise<boolean>;
  ways: { guest: boolean; identityPlatform: boolean; google: boolean };
  signingKeys: () => Promise<SigningKeys>;
  makeCustomToken: MakeCustomToken;
  /** Milliseconds since 1970. */
  clock: () => number;
}

export function createAuthApi(parts: AuthParts): Api {
  const { gate, signIn, users, signingKeys, makeCustomToken, clock } = parts;
  const { app, limits } = createBaseApp(gate);
  /** Counts a sign-in for the client's addresses and, with an email, an attempt for that account. */
  const countSignIn = async (context: Parameters<typeof limits.spend>[0], email?: string) => {
    await limits.spend(context, SIGN_INS, limits.addressesOf(context));
    if (email !== undefined)
      await limits.spend(context, PASSWORD_TRIES, [contentHash(emailLogin(email).subject)]);
  };

  app.openapi(registerRoute, async (context) => {
    const account = context.req.valid("json");
    await countSignIn(context, account.email);
    return context.json(await signIn.register(account), 201);
  });
  app.openapi(loginRoute, async (context) => {
    const account = context.req.valid("json");
    await countSignIn(context, account.email);
    return context.json(await signIn.login(account), 200);
  });
  app.openapi(exchangeRoute, async (context) => {
    await countSignIn(context);
    return context.json(await signIn.exchange(context.req.valid("json")), 200);
  });
  app.openapi(googleRoute, async (context) => {
    await countSignIn(context);
    return context.json(await signIn.google(context.req.valid("json").idToken), 200);
  });
  app.openapi(guestRoute, async (context) => {
    await countSignIn(context);
    return context.json(await signIn.guest(context.req.valid("json").key), 200);
  });
  app.openapi(refreshRoute, async (context) =>
    context.json(await signIn.refresh(context.req.valid("json").refreshToken), 200),
  );
  app.openapi(logoutRoute, async (context) => {
    await signIn.logout(context.req.valid("json").refreshToken);
    return context.body(null, 204);
  });
  app.openapi(meRoute, async (context) => {
    const user = await users.read(context.get("ownerId"));
    if (user === undefined) throw noSuchUser();
    const { ownerId, kind, email, emailVerified, name, createdAt } = user;
    return context.json({ ownerId, kind, email, emailVerified, name, createdAt }, 200);
  });
  app.openapi(waysRoute, (context) => context.json({ ...parts.ways, password: true as const }, 200));
  app.openapi(deleteMeRoute, async (context) => {
    const ownerId = context.get("ownerId");
    const user = await users.read(ownerId);
    // Without an account this completes a deletion that was interrupted before the sign-ins had ended.
    if (user !== undefined) {
      const { password } = context.req.valid("json");
      if (password !== undefined) await countSignIn(context, user.email ?? ownerId);
      await confirmDeletion(parts, { user, password, familyId: context.get("familyId") });
    }
    if (!(await parts.deleteAccount(ownerId))) throw noSuchUser();
    gate.audit({ event: "account-deleted", owner: ownerId });
    return context.body(null, 204);
  });
  app.openapi(signInsRoute, async (context) => {
    const signIns = await signIn.list(context.get("ownerId"));
    const thisId = context.get("familyId");
    return context.json(
      { signIns: signIns.map((one) => ({ ...one, isThis: one.signInId === thisId })) },
      200,
    );
  });
  app.openapi(endOthersRoute, async (context) => {
    await signIn.end(context.get("ownerId"), (signInId) => signInId !== context.get("familyId"));
    return context.body(null, 204);
  });
  app.openapi(endSignInRoute, async (context) => {
    const { signInId } = context.req.valid("param");
    await signIn.end(context.get("ownerId"), (one) => one === signInId);
    return context.body(null, 204);
  });
  app.openapi(firebaseTokenRoute, async (context) => {
    const customToken = await makeCustomToken({
      ownerId: context.get("ownerId"),
      familyId: context.get("familyId"),
    });
    return context.json({ customToken, expiresIn: CUSTOM_TOKEN_SECONDS }, 200);
  });
  app.openapi(keysRoute, async (context) => {
    const { keys } = publicKeys(await signingKeys(), clock());
    return context.json({ keys }, 200, { "cache-control": `public, max-age=${KEYS_MAX_AGE_SECONDS}` });
  });
  return app;
}

function noSuchUser(): ApiProblem {
  return new ApiProblem(404, "no-such-user", "The account no longer exists.");
}

// The schemas of the routes on which people sign in and stay signed in.
import { z } from "@hono/zod-openapi";
import { apiRoute, body, FOR_EVERYBODY, json, optionalBody, problem } from "./route-parts.ts";
import { UserKindSchema } from "./users.ts";

const AUTH_PATH = "/api/v1/auth";

const email = z.email().max(254);
/** 8 to 128 arbitrary characters. */
const password = z.string().min(8).max(128);

const guestToken = z.string().max(4_096).optional().openapi({
  description: "An access token of a guest, who becomes this account or joins it, with all books.",
});

const TokenPairSchema = z
  .object({
    ownerId: z.string(),
    tokenType: z.literal("Bearer"),
    accessToken: z.string(),
    /** Seconds. */
    expiresIn: z.int(),
    /** Can be used once. A repeat within the grace period gets the same answer. */
    refreshToken: z.string(),
    /** Seconds. */
    refreshExpiresIn: z.int(),
  })
  .openapi("TokenPair");

const tokens = json(TokenPairSchema, "Signed in.");
const refused = problem("Refused: the credentials are wrong, expired, already used, or revoked.");
const guestRefused = problem(
  "The guest belongs to another account, or the account has taken in too many guests.",
);
const switchedOff = problem("This kind of sign-in is disabled.");

export const registerRoute = apiRoute({
  method: "post",
  path: `${AUTH_PATH}/register`,
  security: FOR_EVERYBODY,
  request: {
    body: body(
      z
        .strictObject({ email, password, name: z.string().trim().min(1).max(120).optional(), guestToken })
        .openapi("Register"),
    ),
  },
  responses: {
    ...{ 201: tokens, 401: refused },
    409: problem("An account with this address exists already, or the guest cannot become it."),
  },
});

export const loginRoute = apiRoute({
  method: "post",
  path: `${AUTH_PATH}/login`,
  security: FOR_EVERYBODY,
  request: {
    body: body(z.strictObject({ email, password: z.string().max(128), guestToken }).openapi("Login")),
  },
  responses: { 200: tokens, 401: refused, 409: guestRefused },
});

export const exchangeRoute = apiRoute({
  method: "post",
  path: `${AUTH_PATH}/exchange`,
  security: FOR_EVERYBODY,
  request: {
    body: body(
      z
        .strictObject({
          /** An ID token of Identity Platform (Firebase Authentication). */
          idToken: z.string().max(8_192),
          guestToken,
        })
        .openapi("Exchange"),
    ),
  },
  responses: { 200: tokens, 401: refused, 403: switchedOff, 409: guestRefused },
});

export const googleRoute = apiRoute({
  method: "post",
  path: `${AUTH_PATH}/google`,
  security: FOR_EVERYBODY,
  request: {
    body: body(
      z
        .strictObject({
          /** An ID token of Google's or Firebase's sign-in. */
          idToken: z.string().max(8_192),
        })
        .openapi("GoogleSignIn"),
    ),
  },
  responses: { 200: tokens, 401: refused, 403: switchedOff },
});

export const guestRoute = apiRoute({
  method: "post",
  path: `${AUTH_PATH}/guest`,
  security: FOR_EVERYBODY,
  request: {
    body: optionalBody(
      z
        .strictObject({
          /** A random secret of at least 32 characters, kept by the client. The same key signs in as the same guest. */
          key: z
            .string()
            .max(256)
            .regex(/^[\x21-\x7e]{32,256}$/)
            .optional(),
        })
        .openapi("GuestSignIn"),
    ),
  },
  responses: {
    ...{ 200: tokens, 403: switchedOff },
    401: problem("The guest has become an account."),
  },
});

const RefreshTokenSchema = z.strictObject({ refreshToken: z.string().max(4_096) }).openapi("RefreshToken");

export const refreshRoute = apiRoute({
  method: "post",
  path: `${AUTH_PATH}/refresh`,
  security: FOR_EVERYBODY,
  request: { body: body(RefreshTokenSchema) },
  responses: { 200: tokens, 401: refused },
});

export const logoutRoute = apiRoute({
  method: "post",
  path: `${AUTH_PATH}/logout`,
  security: FOR_EVERYBODY,
  request: { body: body(RefreshTokenSchema) },
  responses: { 204: { description: "All tokens of this sign-in are revoked." }, 401: refused },
});

export const meRoute = apiRoute({
  method: "get",
  path: `${AUTH_PATH}/me`,
  responses: {
    200: json(
      z
        .object({
          ownerId: z.string(),
          kind: UserKindSchema,
          email: z.string().optional(),
          /** Whether Identity Platform has verified the address. Absent for other accounts. */
          emailVerified: z.boolean().optional(),
          name: z.string().optional(),
          createdAt: z.iso.datetime(),
        })
        .openapi("User"),
      "The owner of the token.",
    ),
    404: problem("The account no longer exists."),
  },
});

export const deleteMeRoute = apiRoute({
  method: "delete",
  path: `${AUTH_PATH}/me`,
  request: {
    body: optionalBody(
      z
        .strictObject({
          /** Needed unless the sign-in began in the last ten minutes. */
          password: z.string().max(128).optional(),
        })
        .openapi("DeleteAccount"),
    ),
  },
  responses: {
    204: { description: "The account is deleted, and within minutes all its books." },
    403: problem("The deletion is not confirmed: the sign-in is too old, or the password is wrong."),
    404: problem("The account no longer exists."),
  },
});

export const waysRoute = apiRoute({
  method: "get",
  path: `${AUTH_PATH}/ways`,
  security: FOR_EVERYBODY,
  responses: {
    200: json(
      z
        .object({
          guest: z.boolean(),
          /** With an address and a password of this service. */
          password: z.literal(true),
          /** `POST /auth/exchange` with an ID token. */
          identityPlatform: z.boolean(),
          /** With Google, through Identity Platform. */
          google: z.boolean(),
        })
        .openapi("SignInWays"),
      "The ways to sign in that this service offers.",
    ),
  },
});

export const signInsRoute = apiRoute({
  method: "get",
  path: `${AUTH_PATH}/sign-ins`,
  responses: {
    200: json(
      z
        .object({
          signIns: z.array(
            z.object({
              signInId: z.string(),
              /** How the person signed in. Absent for sign-ins from before it was recorded. */
              way: UserKindSchema.optional(),
              startedAt: z.iso.datetime(),
              /** The last refresh of its tokens, which lasts an hour. */
              lastUsedAt: z.iso.datetime(),
              /** Whether it is the sign-in of this request. */
              isThis: z.boolean(),
            }),
          ),
        })
        .openapi("SignIns"),
      "The account's sign-ins that have not ended, the last used first, at most 100.",
    ),
  },
});

export const endOthersRoute = apiRoute({
  method: "delete",
  path: `${AUTH_PATH}/sign-ins`,
  responses: { 204: { description: "All other sign-ins of the account have ended." } },
});

export const endSignInRoute = apiRoute({
  method: "delete",
  path: `${AUTH_PATH}/sign-ins/{signInId}`,
  request: { params: z.object({ signInId: z.string().max(128) }) },
  responses: { 204: { description: "The sign-in has ended, or is none of the account." } },
});

export const firebaseTokenRoute = apiRoute({
  method: "post",
  path: `${AUTH_PATH}/firebase-token`,
  responses: {
    200: json(
      z
        .object({
          /** For Firebase's `signInWithCustomToken`. Its `uid` is the owner's id. */
          customToken: z.string(),
          /** Seconds. */
          expiresIn: z.int(),
        })
        .openapi("FirebaseToken"),
      "A token with which Firestore listeners read the owner's documents.",
    ),
  },
});

export const keysRoute = apiRoute({
  method: "get",
  path: "/.well-known/jwks.json",
  security: FOR_EVERYBODY,
  responses: {
    200: json(
      z
        .object({
          keys: z.array(
            z.object({
              ...{ kty: z.string(), crv: z.string(), alg: z.string(), use: z.string() },
              ...{ kid: z.string(), x: z.string() },
            }),
          ),
        })
        .openapi("KeySet"),
      "The public keys of access tokens (RFC 7517).",
    ),
  },
});

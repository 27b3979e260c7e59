// Which caller an Authorization header identifies.
import { expect, test } from "vitest";
import { callerOf } from "./authorization.ts";
import { unsignedToken } from "./id-token.ts";

const NOW_MS = 1_000_000;
const good = { sub: "ada", aud: "demo-x", exp: 1_001, email: "ada@example.org" };

test("a valid id token identifies its user, with all claims", () => {
  expect(callerOf(`Bearer ${unsignedToken(good)}`, NOW_MS)).toEqual({
    kind: "user",
    uid: "ada",
    token: good,
  });
});

test("a mock token of the web SDK, which has no expiry, is valid", () => {
  const madeUp = { ...good, iat: 0, exp: 3_600 };
  expect(callerOf(`Bearer ${unsignedToken(madeUp)}`, 9_000_000)).toMatchObject({ uid: "ada" });
  expect(() => callerOf(`Bearer ${unsignedToken({ ...madeUp, exp: 3_601 })}`, 9_000_000)).toThrow("expired");
});

test("no header means an anonymous caller, and `Bearer owner` an administrator", () => {
  expect(callerOf(undefined, NOW_MS)).toEqual({ kind: "anonymous" });
  expect(callerOf("Bearer owner", NOW_MS)).toEqual({ kind: "admin" });
});

test.each([
  ["has expired", `Bearer ${unsignedToken({ ...good, exp: 1_000 })}`],
  ["names several projects", `Bearer ${unsignedToken({ ...good, aud: ["demo-x"] })}`],
  ["has no expiry", `Bearer ${unsignedToken({ ...good, exp: undefined })}`],
  ["names no user", `Bearer ${unsignedToken({ ...good, sub: "" })}`],
  ["is not a token", "Bearer secret"],
  ["has no claims", "Bearer e30.W10."],
  ["is not a bearer token", "Basic b3duZXI="],
])("refuses a header whose token %s", (_what, header) => {
  expect(() => callerOf(header, NOW_MS)).toThrow();
});

test("a token that a service account signed for itself identifies an administrator, and a custom token does not", () => {
  const account = "robot@demo-x.iam.gserviceaccount.com";
  const own = { iss: account, sub: account, scope: "https://www.googleapis.com/auth/datastore", exp: 1_001 };
  expect(callerOf(`Bearer ${unsignedToken(own)}`, NOW_MS)).toEqual({ kind: "admin" });
  const custom = { ...own, aud: "https://identitytoolkit.googleapis.com/x", uid: "ada" };
  expect(callerOf(`Bearer ${unsignedToken(custom)}`, NOW_MS)).toMatchObject({ kind: "user" });
  expect(() => callerOf(`Bearer ${unsignedToken({ ...own, sub: "ada" })}`, NOW_MS)).toThrow("no project");
});

// The address with which an authenticator app takes its key.
import { expect, test } from "vitest";
import { addressOf } from "./second-factor.ts";

test("names the service, the account and the rules of the codes", () => {
  expect(addressOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "mina@example.com", {})).toBe(
    "otpauth://totp/Mekuri:mina%40example.com?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=Mekuri&algorithm=SHA1&digits=6&period=30",
  );
});

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { qrCode } from "./qr-code.ts";
import { addressOf } from "./second-factor.ts";

const ADDRESS = addressOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "mina@example.com", {});

// The codes of `uqr` 0.1.3 for these texts (level M, no border, `boostEcc: false`, the mask that both prefer); the decoder of `qr` 0.7.0
// reads the texts from them. All lengths from 1 to 213 in steps of four were compared in the same way.
test.each([
  [9, 21, "4cd1df3b528aff5bc990243939b1ba2de245a892d647e2d2d180a422d507d662"],
  [40, 29, "74002d7c036c25632ba0d50fb64567a93a298157b220984494b006bf6c255e79"],
  [110, 45, "75c316dac59b7f053fc1cd0e7a8b19feff47c6de81166e08dec7e16cf4f50609"],
  [150, 49, "4ae42cf186b14ea79e28c0d9468d8fb143d120618f9af93fa5bb9a0c0cb88c62"],
  [213, 57, "1f6a8206fcde2ec15d211b378b462c6c2df27705a806f6f70a09f70d9dcf9341"],
])("%i bytes become the code of %i modules that other programs make", (length, size, hash) => {
  const code = qrCode(ADDRESS.repeat(2).slice(0, length));
  expect(code).toHaveLength(size);
  const rows = code.map((row) => row.map((isDark) => (isDark ? "1" : "0")).join(""));
  expect(createHash("sha256").update(rows.join("\n")).digest("hex")).toBe(hash);
});

test("a text that is too long is refused, and that of the longest address is not", () => {
  expect(() => qrCode("x".repeat(214))).toThrow(RangeError);
  expect(ADDRESS).toBe(
    "otpauth://totp/Mekuri:mina%40example.com?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=Mekuri&algorithm=SHA1&digits=6&period=30",
  );
});

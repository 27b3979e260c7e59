import { expect, test } from "vitest";
import { base32, codeOf, fromBase32, stepAt, stepOfCode, USUAL_TOTP } from "./totp.ts";

const SEED = "12345678901234567890";
const of = (bytes: number) => Buffer.from(SEED.repeat(4).slice(0, bytes));

// RFC 6238, appendix B.
test.each([
  [59, "94287082", "46119246", "90693936"],
  [1_111_111_109, "07081804", "68084774", "25091201"],
  [1_111_111_111, "14050471", "67062674", "99943326"],
  [1_234_567_890, "89005924", "91819424", "93441116"],
  [2_000_000_000, "69279037", "90698825", "38618901"],
  [20_000_000_000, "65353130", "77737706", "47863826"],
])("the codes at second %i are those of RFC 6238", (seconds, ...codes) => {
  const usual = { digits: 8, periodSeconds: 30 };
  const step = stepAt(seconds * 1000);
  expect([
    codeOf(of(20), step, { ...usual, algorithm: "sha1" }),
    codeOf(of(32), step, { ...usual, algorithm: "sha256" }),
    codeOf(of(64), step, { ...usual, algorithm: "sha512" }),
  ]).toEqual(codes);
});

// RFC 4226, appendix D.
test("the codes of the first counters are those of RFC 4226", () => {
  const codes = Array.from({ length: 10 }, (_, counter) => codeOf(of(20), counter, USUAL_TOTP));
  expect(codes).toEqual("755224 287082 359152 969429 338314 254676 287922 162583 399871 520489".split(" "));
});

// RFC 4648, section 10.
test("secrets are in Base32", () => {
  expect(["f", "fo", "foo", "foob", "fooba", "foobar"].map((text) => base32(Buffer.from(text)))).toEqual([
    "MY",
    "MZXQ",
    "MZXW6",
    "MZXW6YQ",
    "MZXW6YTB",
    "MZXW6YTBOI",
  ]);
  expect(Buffer.from(fromBase32("MZXW6YTBOI")).toString()).toBe("foobar");
  expect(() => fromBase32("mz1")).toThrow(RangeError);
});

test("a code is valid in the periods around its own, once", () => {
  const secret = of(20);
  const nowMs = 1_234_567_890_000;
  const code = codeOf(secret, stepAt(nowMs));
  const at = (laterMs: number, used?: number) =>
    stepOfCode(secret, code, { nowMs: nowMs + laterMs, adjacent: 1, used });
  expect(at(0)).toBe(stepAt(nowMs));
  expect([at(30_000), at(-30_000), at(60_000), at(-90_000)]).toEqual([
    ...[stepAt(nowMs), stepAt(nowMs), undefined, undefined],
  ]);
  expect(at(0, stepAt(nowMs))).toBeUndefined();
});

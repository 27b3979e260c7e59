import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SealBrokenError, type SealedFor, sealer } from "./seal.ts";

const key = Buffer.alloc(32, 1);
const purpose: SealedFor = { ownerId: "ann", sessionId: "s1", field: "story" };

describe("a sealed text", () => {
  test("is decrypted only for its purpose, and has different bytes every time", () => {
    const { seal, open } = sealer(key);
    const sealed = seal("昔々、ある所に", purpose);
    expect(open(sealed, purpose)).toBe("昔々、ある所に");
    expect(Buffer.from(sealed).equals(Buffer.from(seal("昔々、ある所に", purpose)))).toBe(false);
    expect(Buffer.from(sealed).includes("昔々")).toBe(false);
  });

  test.each([
    ["owner", { ownerId: "bob" }],
    ["session", { sessionId: "s2" }],
    ["field", { field: "feedback" }],
  ])("does not open for another %s", (_what, change) => {
    const { seal, open } = sealer(key);
    expect(() => open(seal("x", purpose), { ...purpose, ...change })).toThrow(SealBrokenError);
  });

  test("does not open when a bit of it was changed, or was cut off", () => {
    const { seal, open } = sealer(key);
    const sealed = Buffer.from(seal("a story", purpose));
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => open(changed, purpose)).toThrow(SealBrokenError);
    }
    expect(() => open(sealed.subarray(0, 20), purpose)).toThrow(SealBrokenError);
  });

  test("opens after the key was changed, while the old key is still there", () => {
    const newer = Buffer.alloc(32, 2);
    const sealed = sealer(key).seal("x", purpose);
    const both = sealer({
      current: 2,
      keys: new Map([
        [1, key],
        [2, newer],
      ]),
    });
    expect(both.open(sealed, purpose)).toBe("x");
    const alone = sealer({ current: 2, keys: new Map([[2, newer]]) });
    expect(() => alone.open(sealed, purpose)).toThrow("there is no key 1");
  });
});

test("nonces never repeat, however often the same text is encrypted", () => {
  const times = Number(process.env.SEAL_TIMES ?? 10_000);
  const { seal } = sealer(key);
  const nonces = new Set<string>();
  for (let i = 0; i < times; i++) {
    const sealed = seal("x", purpose);
    nonces.add(Buffer.from(sealed.subarray(3, 15)).toString("latin1"));
  }
  expect(nonces.size).toBe(times);
}, 300_000);

test("a sealed value cannot be opened with another owner, session or field, however their texts concatenate", () => {
  const { seal, open } = sealer(key);
  const word = fc.string({ maxLength: 6, unit: fc.constantFrom(...'ab",[]\\ 雨') });
  const place = fc.record({ ownerId: word, sessionId: word, field: word });
  fc.assert(
    fc.property(place, place, (mine, theirs) => {
      fc.pre(JSON.stringify(mine) !== JSON.stringify(theirs));
      expect(() => open(seal("x", mine), theirs)).toThrow(SealBrokenError);
    }),
    { numRuns: 500 },
  );
});

test("a key of the wrong length is refused", () => {
  expect(() => sealer(Buffer.alloc(16))).toThrow(RangeError);
});

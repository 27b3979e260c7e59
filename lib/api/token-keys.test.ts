// Key rotation while tokens are signed and verified: no valid token is refused.
import fc from "fast-check";
import { decodeProtectedHeader } from "jose";
import { describe, expect, it } from "vitest";
import { publishedKeys } from "./published-keys.ts";
import {
  newSigningKeys,
  publicKeys,
  RotationTooEarlyError,
  rotateKeys,
  type SigningKeys,
} from "./token-keys.ts";
import { REFRESH_SECONDS } from "./token-lifetimes.ts";
import { signToken, verifyToken } from "./tokens.ts";

const MINUTE = 60_000;
const ISSUER = "mekuri-test";
const subject = { ownerId: "o", familyId: "f", tokenId: "t" };

describe("the keys that sign", () => {
  it("are two, the current and the next one, published without their secrets", async () => {
    const keys = await newSigningKeys(0);
    const shown = publicKeys(keys, 0);
    expect(shown.keys).toHaveLength(2);
    expect(JSON.stringify(shown)).not.toContain(keys.keys[0].d);
    const token = await signToken("access", subject, { issuer: ISSUER, issuedAt: 0, signingKeys: keys });
    expect(decodeProtectedHeader(token)).toEqual({ alg: "EdDSA", typ: "at+jwt", kid: keys.keys[0].kid });
  });

  it("rotate only after every verifier knows the next one", async () => {
    const keys = await newSigningKeys(0);
    await expect(rotateKeys(keys, 14 * MINUTE)).rejects.toThrow(RotationTooEarlyError);
    const rotated = await rotateKeys(keys, 15 * MINUTE);
    expect(rotated.keys[0].kid).toBe(keys.keys[1].kid);
    await expect(rotateKeys(rotated, 29 * MINUTE)).rejects.toThrow(/the next key can sign from/);
  });

  it("are removed when all tokens that they signed have expired", async () => {
    const keys = await newSigningKeys(0);
    const rotated = await rotateKeys(keys, 15 * MINUTE);
    const end = 15 * MINUTE + REFRESH_SECONDS * 1_000;
    expect(publicKeys(rotated, end - 1).keys).toHaveLength(3);
    expect(publicKeys(rotated, end).keys).toHaveLength(2);
    expect((await rotateKeys(rotated, end)).keys).toHaveLength(3);
  });

  it("sign the same claims to the same token, so that a repeated answer is the same", async () => {
    const signing = { issuer: ISSUER, issuedAt: 0, signingKeys: await newSigningKeys(0) };
    expect(await signToken("refresh", subject, signing)).toBe(await signToken("refresh", subject, signing));
  });
});

describe("a verifier that fetches the keys", () => {
  function world(keys: SigningKeys) {
    const state = { now: 0, keys, fetches: 0, isDown: false };
    const find = publishedKeys({
      clock: () => state.now,
      fetchJson: async () => {
        state.fetches += 1;
        if (state.isDown) throw new Error("no answer");
        return publicKeys(state.keys, state.now);
      },
    });
    const sign = (signingKeys = state.keys) =>
      signToken("access", subject, { issuer: ISSUER, issuedAt: state.now, signingKeys });
    const check = (token: string) =>
      verifyToken("access", token, { issuer: ISSUER, keys: find, now: state.now });
    return { state, sign, check };
  }

  it("accepts all valid tokens while keys rotate under load", async () => {
    // Days of traffic in random steps; keys rotate exactly when a rotation is due.
    const waits = fc.array(fc.integer({ min: 1, max: 20 * MINUTE }), { minLength: 30, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(waits, async (steps) => {
        const { state, sign, check } = world(await newSigningKeys(0));
        let rotations = 0;
        let held = await sign();
        for (const wait of steps) {
          state.now += wait;
          try {
            state.keys = await rotateKeys(state.keys, state.now);
            rotations += 1;
          } catch (error) {
            if (!(error instanceof RotationTooEarlyError)) throw error;
          }
          const fresh = await sign();
          // Tokens of the previous key, at most half an hour old, are valid too.
          await Promise.all([check(fresh), check(held), check(fresh)]);
          held = fresh;
        }
        expect(rotations).toBeGreaterThan(0);
      }),
      { numRuns: 8 },
    );
  });

  it("fetches once for concurrent requests, and not again for every unknown key", async () => {
    const { state, sign, check } = world(await newSigningKeys(0));
    const token = await sign();
    await Promise.all(Array.from({ length: 20 }, () => check(token)));
    expect(state.fetches).toBe(1);
    const strange = await sign(await newSigningKeys(0));
    for (let tries = 0; tries < 50; tries++) await expect(check(strange)).rejects.toThrow("not one of ours");
    expect(state.fetches).toBe(1);
    state.now += 31_000;
    for (let tries = 0; tries < 50; tries++) await expect(check(strange)).rejects.toThrow("not one of ours");
    expect(state.fetches).toBe(2);
    await check(token);
  });

  it("uses its cached keys while none are published, and throws busy if it has none", async () => {
    const { state, sign, check } = world(await newSigningKeys(0));
    const token = await sign();
    state.isDown = true;
    await expect(check(token)).rejects.toMatchObject({ name: "BusyError" });
    state.isDown = false;
    await check(token);
    state.isDown = true;
    state.now += 30 * MINUTE;
    await check(token);
  });

  it("fetches again when its keys are old, and so drops retired ones", async () => {
    const { state, sign, check } = world(await newSigningKeys(0));
    const token = await sign();
    await check(token);
    state.keys = await newSigningKeys(0);
    state.now += 6 * MINUTE;
    await expect(check(token)).rejects.toThrow("not one of ours");
  });
});

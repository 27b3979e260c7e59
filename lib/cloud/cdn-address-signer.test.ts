import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AddressSigner } from "../api/address-signer.ts";
import { cdnAddressSigner, signAddress } from "./cdn-address-signer.ts";

const HOUR_MS = 3_600_000;
const key = { name: "my-key", secret: Buffer.from("nZtRohdNF9m3cKM24IcK4w==", "base64") };
const object = { sessionId: "s1", hash: "a".repeat(64) };

const storage: AddressSigner = {
  sign: async ({ saveAs }) => ({ url: `https://storage.example/${saveAs}`, expiresAt: "then" }),
  size: async () => 7,
};

function signerAt(now: number): AddressSigner {
  return cdnAddressSigner({
    origin: "https://images.example",
    key,
    lifeMs: HOUR_MS,
    now: () => now,
    storage,
  });
}

describe("an address of the CDN", () => {
  // The vectors of Google's own samples: https://github.com/GoogleCloudPlatform/python-docs-samples/tree/main/cdn
  it.each([
    [
      "http://35.186.234.33/index.html",
      "http://35.186.234.33/index.html?Expires=1549751401&KeyName=my-key&Signature=CRFqQnVfFyiUyR63OQf-HRUpIwc=",
    ],
    [
      "http://www.example.com/",
      "http://www.example.com/?Expires=1549751401&KeyName=my-key&Signature=OqDUFfHpN5Vxga6r80bhsgxKves=",
    ],
  ])("is signed as Google's samples sign %s", (address, signed) => {
    expect(signAddress(address, key, 1_549_751_401_999)).toBe(signed);
  });

  it("keeps the parameters that the address already has", () => {
    expect(signAddress("https://a.example/b?c=d", key, 1_000)).toMatch(
      /^https:\/\/a\.example\/b\?c=d&Expires=1&KeyName=my-key&Signature=[\w-]{27}=$/,
    );
  });

  it("signs everything before the signature, and expires after an hour at least and a quarter more at most", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 4_000_000_000_000 }), async (now) => {
        const { url, expiresAt } = await signerAt(now).sign(object);
        const [, signed = "", signature = ""] = /^(.*)&Signature=(.*)$/.exec(url) ?? [];
        expect(Buffer.from(signature, "base64url")).toEqual(
          createHmac("sha1", key.secret).update(signed).digest(),
        );
        const { origin, pathname, searchParams } = new URL(url);
        expect(origin + pathname).toBe(`https://images.example/sessions/s1/objects/${object.hash}`);
        const life = Date.parse(expiresAt) - now;
        expect(life).toBeGreaterThan(HOUR_MS);
        expect(life).toBeLessThanOrEqual(HOUR_MS * 1.25);
        expect(Number(searchParams.get("Expires"))).toBe(Math.floor(Date.parse(expiresAt) / 1_000));
      }),
    );
  });

  it("is the same for a quarter of its lifetime, so that browsers can cache the file", async () => {
    const [first, later, next] = await Promise.all(
      [0, HOUR_MS / 4 - 1, HOUR_MS / 4].map((now) => signerAt(now).sign(object)),
    );
    expect(later).toEqual(first);
    expect(next?.url).not.toBe(first?.url);
  });

  it("is Cloud Storage's for files with a name, and so is the size", async () => {
    const { url } = await signerAt(0).sign({ ...object, saveAs: "book.pdf" });
    expect(url).toBe("https://storage.example/book.pdf");
    expect(await signerAt(0).size(object)).toBe(7);
  });
});

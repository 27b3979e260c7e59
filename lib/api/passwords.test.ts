// Password hashing and verification.
import { describe, expect, it } from "vitest";
import { scryptPasswords } from "./passwords.ts";

const cheap = { log2N: 10, r: 8, p: 1 };
const passwords = scryptPasswords(cheap);

describe("a password", () => {
  it("is stored as a hash that names its parameters, with a new salt each time", async () => {
    const [one, two] = await Promise.all([passwords.hash("correct horse"), passwords.hash("correct horse")]);
    expect(one).toMatch(/^\$scrypt\$ln=10,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(await passwords.check("correct horse", one)).toBe(true);
    expect(await passwords.check("correct house", one)).toBe(false);
    expect(await passwords.check("", one)).toBe(false);
  });

  it("matches in any Unicode normalisation form", async () => {
    const hash = await passwords.hash("パスワード・é");
    expect(await passwords.check("パスワード・e\u0301".normalize("NFD"), hash)).toBe(true);
  });

  it("matches no unknown account, with as much work as for a known one", async () => {
    const dear = scryptPasswords({ log2N: 13, r: 8, p: 1 });
    const hash = await dear.hash("correct horse");
    /** CPU time of this process in microseconds, which does not depend on the machine's load. */
    const workOf = async (stored: string | undefined) => {
      const before = process.cpuUsage();
      for (let tries = 0; tries < 10; tries++) expect(await dear.check("wrong", stored)).toBe(false);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await workOf(hash);
    const [known, unknown] = [await workOf(hash), await workOf(undefined)];
    // Without the dummy hash, an unknown account would take a hundredth.
    expect(unknown / known).toBeGreaterThan(0.3);
    expect(unknown / known).toBeLessThan(3);
  });

  it("is verified with the parameters of its own hash, which may be outdated", async () => {
    const dearer = scryptPasswords({ log2N: 11, r: 8, p: 1 });
    const hash = await passwords.hash("correct horse");
    expect(await dearer.check("correct horse", hash)).toBe(true);
    expect(dearer.isOutdated(hash)).toBe(true);
    expect(passwords.isOutdated(hash)).toBe(false);
    await expect(passwords.check("x", "plain text")).rejects.toThrow(/not a scrypt hash/);
  });
});

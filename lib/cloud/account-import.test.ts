// The import of accounts into Identity Platform and back, against a server that stores them and checks their passwords as the vendor says:
// STANDARD_SCRYPT over the typed bytes, with the request's own parameters.
import { randomUUID, scryptSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { isOwnPassword } from "../api/own-password.ts";
import { scryptPasswords } from "../api/passwords.ts";
import { emailLogin } from "../api/sign-in.ts";
import type { UserStore } from "../api/users.ts";
import { importAccounts, revertAccounts } from "./account-import.ts";
import { contractDatabase } from "./contract-database.ts";
import { firestoreUsers } from "./firestore-identity.ts";
import { accountLookup, type IdentityAccounts, identityAccounts } from "./identity-accounts.ts";

const CreateSchema = z.object({
  ...{ hashAlgorithm: z.literal("STANDARD_SCRYPT"), cpuMemCost: z.int(), blockSize: z.int() },
  ...{ parallelization: z.int(), dkLen: z.int(), sanityCheck: z.literal(true) },
  allowOverwrite: z.literal(false),
  users: z
    .array(
      z.looseObject({ localId: z.string(), email: z.email(), passwordHash: z.string(), salt: z.string() }),
    )
    .max(1_000),
});
type Stored = z.infer<typeof CreateSchema>["users"][number] & {
  cost: Omit<z.infer<typeof CreateSchema>, "users">;
  validSince: string;
};

/** Accounts at the provider, by their ids. */
const accounts = new Map<string, Stored>();
let seconds = 1_000;
/** How many of the next creations store the accounts and lose the answer. */
let lost = 0;

const server = createServer(async (request, response) => {
  const method = request.url?.split(":").at(-1);
  const body = await json(request);
  const answer = (): object => {
    if (method === "lookup") {
      const { localId } = z.object({ localId: z.array(z.string()).max(100) }).parse(body);
      return { users: localId.flatMap((id) => accounts.get(id) ?? []) };
    }
    if (method === "batchDelete") {
      const { localIds } = z.object({ localIds: z.array(z.string()), force: z.literal(true) }).parse(body);
      for (const id of localIds) accounts.delete(id);
      return {};
    }
    const { users, ...cost } = CreateSchema.parse(body);
    const error = users.flatMap((user, index) => {
      if (accounts.has(user.localId)) return { index, message: "localId belongs to an existing account" };
      if ([...accounts.values()].some(({ email }) => email === user.email))
        return { index, message: "email exists in other account in database" };
      accounts.set(user.localId, { ...user, cost, validSince: String(seconds) });
      return [];
    });
    return error.length === 0 ? {} : { error };
  };
  response.writeHead(method === "batchCreate" && lost-- > 0 ? 403 : 200).end(JSON.stringify(answer()));
});

/** Sign-in at the provider: RFC 7914 with the parameters of the import, over the bytes as they were typed. */
function signsInThere(email: string, password: string): boolean {
  const account = [...accounts.values()].find((one) => one.email === email);
  if (account === undefined) return false;
  const { cpuMemCost: N, blockSize: r, parallelization: p, dkLen } = account.cost;
  const salt = Buffer.from(account.salt, "base64url");
  const derived = scryptSync(Buffer.from(password), salt, dkLen, { N, r, p, maxmem: 2 ** 28 });
  return derived.equals(Buffer.from(account.passwordHash, "base64url"));
}

let client: ContractClient;
let users: UserStore;
let target: IdentityAccounts;
let lookup: ReturnType<typeof accountLookup>;
/** The parameters of the service, and cheaper ones for most accounts. */
const [real, cheap] = [scryptPasswords(), scryptPasswords({ log2N: 10, r: 8, p: 1 })];

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  [target, lookup] = [identityAccounts("our-project", host), accountLookup("our-project", host)];
  client = await connectFirestore();
  users = firestoreUsers(contractDatabase(client));
});
afterAll(async () => {
  server.close();
  await client.close();
});
beforeEach(async () => {
  accounts.clear();
  lost = 0;
  for (const name of ["logins", "users"]) {
    const { docs } = await client.firestore.collection(name).get();
    await Promise.all(docs.map(({ ref }) => ref.delete()));
  }
});

async function register(email: string, password: string, passwords = cheap): Promise<string> {
  const ownerId = randomUUID();
  await users.enter(emailLogin(email), {
    user: {
      ...{ schemaVersion: 2, ownerId, kind: "password", email, dayLimit: "new-account" },
      createdAt: "2026-11-24T12:00:00.000Z",
    },
    passwordHash: await passwords.hash(password),
  });
  return ownerId;
}

async function signsInHere(email: string, password: string): Promise<boolean> {
  const parts = { passwords: cheap, readProviderState: lookup };
  return isOwnPassword(parts, await users.findLogin(emailLogin(email)), password);
}
const ownerThere = async (ownerId: string) =>
  (await users.findLogin({ kind: "firebase", subject: `password-${ownerId}` }))?.ownerId;
const options = { batchSize: 100, isRehearsal: false };
const move = (changes = {}) => importAccounts(client.firestore, target, { ...options, ...changes });
const revert = (changes = {}) => revertAccounts(client.firestore, target, { ...options, ...changes });

describe("an account with a password of ours", () => {
  it("signs in after the import with the same password, here and there, as the same owner", async () => {
    const ownerId = await register("mina@example.com", "correct horse", real);
    const report = { accounts: 1, moved: 1, before: 0, refused: {} };
    expect(await move({ isRehearsal: true })).toEqual(report);
    expect(accounts.size).toBe(0);
    expect(await move()).toEqual(report);
    expect(signsInThere("mina@example.com", "correct horse")).toBe(true);
    expect(signsInThere("mina@example.com", "correct horsf")).toBe(false);
    expect(await ownerThere(ownerId)).toBe(ownerId);
    expect(await signsInHere("mina@example.com", "correct horse")).toBe(true);
    const [account] = [...accounts.values()];
    expect(account).toMatchObject({ emailVerified: false, createdAt: "1795521600000" });
    expect(account?.cost).toMatchObject({ cpuMemCost: 32_768, blockSize: 8, parallelization: 3, dkLen: 32 });
  });

  it("signs in after the way back too", async () => {
    const ownerId = await register("mina@example.com", "correct horse");
    await move();
    expect(await revert({ isRehearsal: true })).toMatchObject({ moved: 1 });
    expect(await revert()).toEqual({ accounts: 1, moved: 1, before: 0, refused: {} });
    expect(accounts.size).toBe(0);
    expect(await ownerThere(ownerId)).toBeUndefined();
    expect(await signsInHere("mina@example.com", "correct horse")).toBe(true);
    expect(await revert()).toMatchObject({ moved: 0, before: 1 });
    expect(await move()).toMatchObject({ moved: 1 });
    expect(signsInThere("mina@example.com", "correct horse")).toBe(true);
  });

  it("is refused here with the old password after it was changed there, and is not taken back then", async () => {
    const ownerId = await register("mina@example.com", "correct horse");
    await move();
    const account = accounts.get(`password-${ownerId}`);
    if (account === undefined) throw new Error("not imported");
    account.validSince = String(seconds + 60);
    expect(await signsInHere("mina@example.com", "correct horse")).toBe(false);
    expect(await revert()).toMatchObject({ moved: 0, refused: { "its password was changed there": 1 } });
    expect(accounts.size).toBe(1);
  });

  it.each(["disabled", "deleted"])("is refused here if it is %s there", async (change) => {
    const ownerId = await register("mina@example.com", "correct horse");
    await move();
    const account = accounts.get(`password-${ownerId}`);
    if (change === "deleted") accounts.clear();
    else Object.assign(account ?? {}, { disabled: true });
    expect(await signsInHere("mina@example.com", "correct horse")).toBe(false);
  });

  it("whose password changes by NFKC signs in here only", async () => {
    // Full-width letters, as a Japanese keyboard types them.
    const typed = "ｃｏｒｒｅｃｔ　ｈｏｒｓｅ";
    await register("mina@example.com", typed);
    await move();
    expect(signsInThere("mina@example.com", typed)).toBe(false);
    expect(await signsInHere("mina@example.com", typed)).toBe(true);
  });
});

describe("an import", () => {
  it("takes batches and accounts with different parameters, leaves guests, and does nothing the second time", async () => {
    const owners = [await register("one@example.com", "password one", real)];
    for (let n = 2; n <= 8; n += 1) owners.push(await register(`${n}@example.com`, `password ${n}`));
    await users.enter(
      { kind: "guest", subject: "g" },
      {
        user: {
          ...{ schemaVersion: 2, ownerId: "guest", kind: "guest", dayLimit: "new-account" },
          createdAt: "2026-11-24T12:00:00.000Z",
        },
      },
    );
    const progress: number[] = [];
    const report = await move({
      batchSize: 3,
      onProgress: ({ moved }: { moved: number }) => progress.push(moved),
    });
    expect(report).toEqual({ accounts: 8, moved: 8, before: 0, refused: {} });
    expect(progress.length).toBeGreaterThanOrEqual(3);
    expect(accounts.size).toBe(8);
    expect(signsInThere("8@example.com", "password 8")).toBe(true);
    for (const ownerId of owners) expect(await ownerThere(ownerId)).toBe(ownerId);
    expect(await move()).toEqual({ accounts: 8, moved: 0, before: 8, refused: {} });
  });

  it("continues after an answer that was lost", async () => {
    await register("mina@example.com", "correct horse");
    lost = 1;
    await expect(move()).rejects.toMatchObject({ name: "BusyError" });
    expect(accounts.size).toBe(1);
    expect(await signsInHere("mina@example.com", "correct horse")).toBe(true);
    seconds += 60;
    expect(await move()).toEqual({ accounts: 1, moved: 1, before: 0, refused: {} });
    expect(await signsInHere("mina@example.com", "correct horse")).toBe(true);
  });

  it("leaves an account whose address is taken there, with the reason and without naming it", async () => {
    await register("taken@example.com", "correct horse");
    await register("mina@example.com", "correct horse");
    const stored = { localId: "theirs", email: "taken@example.com", passwordHash: "", salt: "" };
    accounts.set("theirs", { ...stored, validSince: "0" } as Stored);
    const report = await move();
    expect(report).toMatchObject({ moved: 1, refused: { "email exists in other account in database": 1 } });
    expect(await signsInHere("taken@example.com", "correct horse")).toBe(true);
    expect(signsInThere("mina@example.com", "correct horse")).toBe(true);
  });
});

// Contract suite of security rules for any emulator and any client library: the project's rules on every path for every kind of
// caller, and every expression of the language with a case that it allows and one that it denies.
import { readFileSync } from "node:fs";
import { type Firestore, GeoPoint, Timestamp } from "@google-cloud/firestore";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BEFORE, CLAIMS, EXPRESSIONS, UPDATE } from "../rules/expression-cases.ts";
import { clientOf } from "./contract-client.ts";

/** The caller: a user with its token's claims, or an anonymous caller. */
export type RulesCaller = { readonly uid: string; readonly claims?: object } | null;

/** The operations of one caller. Each rejects with the library's own error. */
export interface RulesClient {
  get(path: string): Promise<unknown>;
  /** Lists a collection, optionally with a filter. */
  list(path: string, filter?: readonly [field: string, equals: string]): Promise<unknown>;
  set(path: string, data: object): Promise<unknown>;
  update(path: string, data: object): Promise<unknown>;
  delete(path: string): Promise<unknown>;
}

/** An emulator, and a client library that is connected to it. */
export interface RulesBench {
  readonly host: string;
  /** A project that no other suite uses, because rules apply to a whole project. */
  readonly projectId: string;
  /** Whether the emulator checks a token's expiry and project and the client reports it. Google's emulator does not check. */
  readonly areTokensChecked: boolean;
  putRules(source: string): Promise<void>;
  client(caller: RulesCaller): RulesClient;
  close(): Promise<void>;
}

const RULES = readFileSync(new URL("../../firestore.rules", import.meta.url), "utf8");

const signedInAs = (familyId: string) => ({ sid: familyId });
const ADA = { uid: "ada", claims: { ...CLAIMS, ...signedInAs("of-ada") } };
const BOB = { uid: "bob", claims: signedInAs("of-bob") };
/** An account that Ada, as a guest, has joined. */
const CARL = { uid: "carl", claims: signedInAs("of-carl") };
/** Members of Ada's book; Erin joined it as a guest who is now a part of her account. */
const DORA = { uid: "dora", claims: signedInAs("of-dora") };
const ERIN = { uid: "erin", claims: signedInAs("of-erin") };
const PEOPLE = { readers: ["dora", "guest-erin"], editors: ["guest-erin"] };
const FAMILIES = {
  "of-ada": { ownerId: "ada", status: "live" },
  "of-bob": { ownerId: "bob", status: "live" },
  "of-carl": { ownerId: "carl", status: "live", alsoOwns: ["ada"] },
  "of-dora": { ownerId: "dora", status: "live" },
  "of-erin": { ownerId: "erin", status: "live", alsoOwns: ["guest-erin"] },
  "ended-of-dora": { ownerId: "dora", status: "revoked" },
  "ended-of-ada": { ownerId: "ada", status: "revoked" },
};

type Outcome = "allowed" | "permission-denied" | "unauthenticated";

async function outcomeOf(attempt: Promise<unknown>): Promise<Outcome> {
  try {
    await attempt;
    return "allowed";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : error;
    if (code === "permission-denied" || code === "unauthenticated") return code;
    throw error;
  }
}

/** All but `create` act on a document that exists. */
const METHODS: Readonly<Record<string, (client: RulesClient, path: string) => Promise<unknown>>> = {
  get: (client, path) => client.get(path),
  list: (client, path) => client.list(parentOf(path)),
  create: (client, path) => client.set(`${parentOf(path)}/new`, { ownerId: "ada" }),
  update: (client, path) => client.update(path, { ownerId: "ada", touched: true }),
  delete: (client, path) => client.delete(path),
};

const parentOf = (path: string) => path.slice(0, path.lastIndexOf("/"));

/** The methods that the owner may call. Nobody else may call any. */
const PATHS: readonly (readonly [string, readonly string[]])[] = [
  // Listing sessions needs the owner's filter: see below.
  ["sessions/s1", ["get"]],
  ["sessions/s1/phases/concept", ["get", "list"]],
  ["sessions/s1/pages/001", ["get", "list"]],
  ["sessions/s1/comments/001", ["get", "list"]],
  ["sessions/s1/events/concept.1.done", ["get", "list"]],
  ["sessions/s1/feedback/f1", ["get", "list"]],
  ["sessions/s1/private/schedule", []],
  ["sessions/s1/steps/concept", []],
  ["sessions/s1/pages/001/panels/k1", []],
  ["sessions/s1/unknown/u1", []],
  ["people/s1", []],
  ["people/s2", []],
  ["idempotency/k1", []],
  ["deadLetters/d1", []],
  ["users/ada", []],
  ["tokenFamilies/t1", []],
];

const CALLERS: readonly (readonly [string, RulesCaller, Outcome])[] = [
  ["another user", BOB, "permission-denied"],
  ["nobody", null, "permission-denied"],
  [
    "the owner after the sign-in has ended",
    { uid: "ada", claims: signedInAs("ended-of-ada") },
    "permission-denied",
  ],
  ["the owner without a sign-in", { uid: "ada" }, "permission-denied"],
  ["the owner with an unknown sign-in", { uid: "ada", claims: signedInAs("unknown") }, "permission-denied"],
  ["the owner with another's sign-in", { uid: "ada", claims: signedInAs("of-bob") }, "permission-denied"],
  [
    "the owner with an expired token",
    { uid: "ada", claims: { ...signedInAs("of-ada"), exp: 1 } },
    "unauthenticated",
  ],
  ["the owner in another project", { uid: "ada", claims: { aud: "demo-other" } }, "unauthenticated"],
];

/** Declares the tests. */
export function describeRules(openBench: () => Promise<RulesBench>): void {
  let bench: RulesBench;
  let server: Firestore;
  beforeAll(async () => {
    bench = await openBench();
    server = clientOf(bench.host, bench.projectId);
  }, 300_000);
  afterAll(async () => {
    await server.terminate();
    await bench.close();
  });

  describe("firestore.rules", () => {
    beforeAll(() => bench.putRules(RULES));
    beforeEach(async () => {
      const families = Object.entries(FAMILIES).map(([id, family]) =>
        server.doc(`tokenFamilies/${id}`).set(family),
      );
      await Promise.all([...families, ...PATHS.map(([path]) => server.doc(path).set({ ownerId: "ada" }))]);
    });

    describe.each(PATHS)("%s", (path, allowed) => {
      test.each(Object.entries(METHODS))(
        `its owner may ${allowed.join(" and ") || "do nothing"}: %s`,
        async (name, attempt) => {
          const expected = allowed.includes(name) ? "allowed" : "permission-denied";
          expect(await outcomeOf(attempt(bench.client(ADA), path))).toBe(expected);
          // So may the account that the owner joined.
          expect(await outcomeOf(attempt(bench.client(CARL), path))).toBe(expected);
        },
      );

      test.for(CALLERS)("%s may do nothing", async ([_who, caller, refusal], { skip }) => {
        skip(refusal === "unauthenticated" && !bench.areTokensChecked, "Tokens are not checked here.");
        const client = bench.client(caller);
        for (const attempt of Object.values(METHODS)) {
          expect(await outcomeOf(attempt(client, path))).toBe(refusal);
        }
      });
    });

    test.each([
      ["sessions/s1", ["get"], ["get"]],
      ["sessions/s1/phases/concept", ["get", "list"], ["get", "list"]],
      ["sessions/s1/pages/001", ["get", "list"], ["get", "list"]],
      ["sessions/s1/comments/001", ["get", "list"], ["get", "list"]],
      ["sessions/s1/events/concept.1.done", [], ["get", "list"]],
      ["sessions/s1/feedback/f1", [], []],
      ["sessions/s1/private/schedule", [], []],
      ["sessions/s1/steps/concept", [], []],
      ["people/s1", [], []],
      // A book to which nobody was invited.
      ["sessions/s2", [], []],
      ["sessions/s2/pages/001", [], []],
    ])("%s: readers may %j, editors %j", async (path, ofReaders, ofEditors) => {
      await server.doc("people/s1").set(PEOPLE);
      await server.doc("sessions/s2").set({ ownerId: "ada" });
      await server.doc("people/s2").delete();
      for (const [name, attempt] of Object.entries(METHODS)) {
        const may = async (caller: RulesCaller) => {
          const outcome = await outcomeOf(attempt(bench.client(caller), path));
          return [name, outcome === "allowed"];
        };
        expect(await may(DORA)).toEqual([name, ofReaders.includes(name)]);
        expect(await may(ERIN)).toEqual([name, ofEditors.includes(name)]);
        expect(await may(BOB)).toEqual([name, false]);
        expect(await may({ uid: "dora", claims: signedInAs("ended-of-dora") })).toEqual([name, false]);
      }
      await server.doc("people/s1").set({ readers: [], editors: [] });
      for (const caller of [DORA, ERIN]) {
        expect(await outcomeOf(bench.client(caller).get(path))).toBe("permission-denied");
      }
    });

    test("sessions can be listed only with a filter for their owner", async () => {
      const list = (caller: RulesCaller, owner?: string) =>
        outcomeOf(
          bench.client(caller).list("sessions", owner === undefined ? undefined : ["ownerId", owner]),
        );
      expect(await list(ADA, "ada")).toBe("allowed");
      expect(await list(CARL, "ada")).toBe("allowed");
      expect(await list(CARL, "bob")).toBe("permission-denied");
      expect(await list(ADA, "bob")).toBe("permission-denied");
      expect(await list(ADA)).toBe("permission-denied");
      expect(await list(BOB, "ada")).toBe("permission-denied");
      expect(await list(null, "ada")).toBe("permission-denied");
    });

    test("server clients are not subject to the rules", async () => {
      const schedule = server.doc("sessions/s1/private/schedule");
      expect((await schedule.get()).exists).toBe(true);
      await schedule.delete();
      expect((await schedule.get()).exists).toBe(false);
    });
  });

  describe("an expression", () => {
    async function seed(): Promise<void> {
      const others = {
        at: new Timestamp(86_400, 5_000),
        place: new GeoPoint(35, 139),
        raw: Buffer.from("hi"),
        other: server.doc("things/two"),
      };
      await server.doc("things/one").set({ ...BEFORE, ...others });
      await server.doc("things/two").set({ ownerId: "bob" });
    }

    async function updateUnder(condition: string): Promise<Outcome> {
      await bench.putRules(`rules_version = '2';
service cloud.firestore { match /databases/{database}/documents {
  match /things/{id} { allow update: if ${condition}; }
} }`);
      return outcomeOf(bench.client(ADA).update("things/one", UPDATE));
    }

    test.each(EXPRESSIONS)("%s allows, %s denies", async (holds, fails) => {
      await seed();
      expect(await updateUnder(fails)).toBe("permission-denied");
      expect(await updateUnder(holds)).toBe("allowed");
    });
  });
}

// Property: for any writes and interruptions, a client that applies a listener's messages has the query's result at every
// snapshot.
import fc from "fast-check";
import { expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import { openEngine } from "./engine.ts";
import { openListen } from "./listen-stream.ts";
import { compileQuery, type StructuredQuery } from "./query.ts";
import type { Write } from "./writes.ts";

const DATABASE = "projects/p/databases/d";
const ROOT = `${DATABASE}/documents`;

interface Message {
  readonly targetChange?: { readonly targetChangeType: string; readonly resumeToken?: string };
  readonly documentChange?: {
    readonly document: { readonly name: string; readonly fields: object };
    readonly targetIds: readonly number[];
    readonly removedTargetIds: readonly number[];
  };
  readonly documentDelete?: { readonly document: string };
  readonly documentRemove?: { readonly document: string };
}

const name = fc.constantFrom("c/a", "c/b", "c/d", "c/a/c/x", "o/a").map((path) => `${ROOT}/${path}`);
const write: fc.Arbitrary<Write> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ name, n: fc.nat(5) }).map(({ name: target, n }) => set(target, n)) },
  { weight: 1, arbitrary: name.map((target) => ({ delete: target })) },
);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.array(write, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant("interrupt" as const) },
);
const query: fc.Arbitrary<StructuredQuery> = fc.record(
  {
    from: fc.boolean().map((allDescendants) => [{ collectionId: "c", allDescendants }]),
    where: fc.nat(5).map((n) => ({
      fieldFilter: { field: { fieldPath: "n" }, op: "LESS_THAN", value: { integerValue: String(n) } },
    })),
    orderBy: fc
      .constantFrom("ASCENDING", "DESCENDING")
      .map((direction) => [{ field: { fieldPath: "n" }, direction }]),
    limit: fc.nat(2).map((value) => ({ value })),
    offset: fc.nat(1),
  },
  { requiredKeys: ["from"] },
);

function set(target: string, n: number): Write {
  return { update: { name: target, fields: { n: { integerValue: String(n) } } } };
}

test("a listener's documents equal the query's result at every snapshot", async () => {
  await fc.assert(
    fc.asyncProperty(query, fc.array(step, { maxLength: 12 }), async (structuredQuery, steps) => {
      const db = openDatabase("memory");
      const engine = openEngine({ db });
      const held = new Map<string, object>();
      let token: string | undefined;
      let snapshots = 0;
      function follow(message: Message): void {
        const gone = (message.documentDelete ?? message.documentRemove)?.document;
        if (gone !== undefined) held.delete(gone);
        if (message.documentChange !== undefined) {
          const { document } = message.documentChange;
          held.set(document.name, document.fields);
        }
        if (message.targetChange?.targetChangeType === "RESET") held.clear();
        token = message.targetChange?.resumeToken ?? token;
        if (message.targetChange?.targetChangeType === "NO_CHANGE") snapshots += 1;
      }
      function listen() {
        const session = openListen(engine, { send: follow, fail: expect.unreachable });
        const resumed = token === undefined ? {} : { resumeToken: token };
        const addTarget = { targetId: 1, query: { parent: ROOT, structuredQuery }, ...resumed };
        session.receive({ database: DATABASE, addTarget });
        return session;
      }
      async function check(): Promise<void> {
        const { value } = await engine.query(compileQuery(ROOT, structuredQuery), { kind: "latest" });
        const expected = value.documents.map((document): [string, object] => [
          document.name,
          document.fields,
        ]);
        expect(new Map([...held].sort())).toEqual(new Map(expected.sort()));
      }
      let session = listen();
      let resume = false;
      for (const each of steps) {
        if (each === "interrupt") {
          session.close();
          resume = true;
          continue;
        }
        await engine.commit(DATABASE, each);
        if (resume && each.length > 1) continue;
        if (resume) session = listen();
        resume = false;
        await check();
      }
      if (resume) session = listen();
      await check();
      expect(snapshots).toBeGreaterThan(0);
      session.close();
      engine.close();
      db.close();
    }),
    { numRuns: 300 },
  );
});

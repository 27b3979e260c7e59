// The clients' documents of a session in the earlier form, migrated and reverted.
import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Firestore } from "@google-cloud/firestore";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { type ContractClient, connectFirestore } from "../../../emulators/firestore/contract-client.ts";
import { CastSchema } from "../../manga/cast.ts";
import { ConceptSchema } from "../../manga/concept.ts";
import { PlotSchema } from "../../manga/plot.ts";
import { contractDatabase } from "../contract-database.ts";
import { MIGRATIONS, pagePath, phasePath } from "../firestore-paths.ts";
import { firestoreSessionReader } from "../firestore-session-reader.ts";
import { localKeyWrapper } from "../key-wrapper.ts";
import { migration } from "./0003-open-words.ts";
import { createMigrator } from "./migrator.ts";

const DocumentsSchema = z.object({
  documents: z.object({
    phases: z.array(
      z.looseObject({ phase: z.enum(["concept", "characters", "plot"]), output: z.looseObject({}) }),
    ),
    pages: z.array(z.looseObject({ number: z.int() })),
  }),
});
const { documents } = DocumentsSchema.parse(
  JSON.parse(readFileSync(new URL("../../manga/earlier/fixtures/closed-form.json", import.meta.url), "utf8")),
);

let client: ContractClient;
let db: Firestore;
let sessionId: string;

beforeAll(async () => {
  client = await connectFirestore();
  db = client.firestore;
});
afterAll(() => client.close());

beforeEach(async () => {
  for (const collection of ["sessions", MIGRATIONS]) await db.recursiveDelete(db.collection(collection));
  sessionId = randomUUID();
  const batch = db.batch();
  for (const phase of documents.phases) batch.set(db.doc(phasePath(sessionId, phase.phase)), phase);
  for (const page of documents.pages) batch.set(db.doc(pagePath(sessionId, page.number)), page);
  await batch.commit();
});

const migrator = () =>
  createMigrator({
    tools: { db, keys: localKeyWrapper([randomBytes(32)]), serviceKey: undefined },
    migrations: new Map([["0003-open-words", migration]]),
    ...{ holder: "test", batchSize: 2 },
  });

async function stored() {
  const phases = await db.collection(`sessions/${sessionId}/phases`).get();
  const pages = await db.collection(`sessions/${sessionId}/pages`).get();
  return {
    phases: phases.docs.map((one) => one.data()),
    pages: pages.docs.map((one) => one.data()),
  };
}

/** Animals had clothes in the data but not in pictures: these are not restored. */
const withoutFur = (phases: readonly Record<string, unknown>[]) =>
  JSON.parse(JSON.stringify(phases), (_key, value) =>
    value?.kind === "cat" && value.clothes !== undefined ? { ...value, clothes: null } : value,
  );

const byPhase = (one: { phase?: unknown }, other: { phase?: unknown }) =>
  String(one.phase).localeCompare(String(other.phase));

test("documents of both kinds are migrated in batches, and restored unchanged", async () => {
  const { up, down } = migrator();
  expect(await up({ isRehearsal: true })).toMatchObject([{ looked: 6, changed: 6 }]);
  expect((await stored()).pages).toEqual(documents.pages);
  expect(await up()).toMatchObject([{ looked: 6, changed: 6 }]);
  const raised = await stored();
  const outputs = new Map(raised.phases.map(({ phase, output }) => [phase, output]));
  expect(() => ConceptSchema.parse(outputs.get("concept"))).not.toThrow();
  expect(CastSchema.parse(outputs.get("characters")).characters[1]?.beard).toBe("full");
  expect(PlotSchema.parse(outputs.get("plot")).places).toHaveLength(4);
  expect(raised.pages[0]?.panels[0].people).toEqual([{ character: "c2", side: 0.62 }]);

  const back = await down();
  expect(back).toMatchObject({ looked: 6, changed: 6 });
  expect(back.lost).toBeUndefined();
  const { phases, pages } = await stored();
  expect(withoutFur(phases.toSorted(byPhase))).toEqual(withoutFur(documents.phases.toSorted(byPhase)));
  expect(pages).toEqual(documents.pages);
});

test("documents that are not migrated yet are converted to the same form on read", async () => {
  const reader = firestoreSessionReader(contractDatabase(client));
  const before = [await reader.readPhase(sessionId, "plot"), await reader.readPages(sessionId)];
  await migrator().up();
  expect([await reader.readPhase(sessionId, "plot"), await reader.readPages(sessionId)]).toEqual(before);
});

test("words that no list had become neutral ones when reverted, and the documents are counted", async () => {
  await migrator().up();
  const at = db.doc(phasePath(sessionId, "characters"));
  const { characters } = CastSchema.parse((await at.get()).get("output"));
  const [mina, ...others] = characters;
  const camel = {
    ...mina,
    ...{ kind: "camel", age: "72", hair: "golden mane", marks: ["red saddle"] },
    outfits: [{ id: "o1", worn: ["red saddle cloth"], scenes: [] }],
  };
  await at.update({ output: { characters: [camel, ...others] } });
  const plotAt = db.doc(phasePath(sessionId, "plot"));
  const plot = PlotSchema.parse((await plotAt.get()).get("output"));
  const figure = plot.pages[0]?.beats[0]?.figures[0];
  if (figure === undefined) throw new Error("somebody is in the first beat");
  Object.assign(figure, { doing: "polishes a halberd", hands: [{ what: "rag of silk" }], feeling: "proud" });
  await plotAt.update({ output: plot });

  const rehearsed = await migrator().down({ isRehearsal: true });
  expect(rehearsed).toMatchObject({ changed: 6, lost: 2 });
  expect(await migrator().down()).toMatchObject({ changed: 6, lost: 2 });
  expect((await at.get()).get("output").characters[0]).toMatchObject({
    ...{ kind: "creature", age: "elder", hair: { style: "short", fill: "dark" } },
  });
  expect((await plotAt.get()).get("output").pages[0].beats[0].people[0]).toEqual({
    ...{ character: "c2", pose: "stand", expression: "calm" },
    words: "polishes a halberd, proud, rag of silk",
  });
});

test("a run interrupted between pages continues there, and counts nothing twice", async () => {
  const seen: string[] = [];
  let isStopped = false;
  const watched = {
    ...migration,
    async up(...[document, tools]: Parameters<typeof migration.up>) {
      if (document.ref.path.endsWith("pages/003") && !isStopped) throw new Error("stopped");
      seen.push(document.ref.path);
      return migration.up(document, tools);
    },
  };
  const run = () =>
    createMigrator({
      tools: { db, keys: localKeyWrapper([randomBytes(32)]), serviceKey: undefined },
      migrations: new Map([["0003-open-words", watched]]),
      ...{ holder: "test", batchSize: 1 },
    });
  await expect(run().up()).rejects.toThrow("stopped");
  isStopped = true;
  expect(await run().up()).toMatchObject([{ looked: 6, changed: 6 }]);
  expect(seen).toHaveLength(6);
});

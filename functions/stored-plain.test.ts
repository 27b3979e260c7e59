// Which of a user's words are stored unencrypted, and where: runs a session with marked words, and compares every document, object, key,
// message and log line with the table of docs/operate/privacy.md.

import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type CollectionReference, Firestore } from "@google-cloud/firestore";
import { PubSub } from "@google-cloud/pubsub";
import { Storage } from "@google-cloud/storage";
import { createCanvas } from "@napi-rs/canvas";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readPortraits } from "../lib/api/own-portraits.ts";
import { suiteDatabase } from "../lib/cloud/contract-database.ts";
import { firestoreSessionReader } from "../lib/cloud/firestore-session-reader.ts";
import { modelIds, parseModels } from "../lib/models/model-sets.ts";
import { changeAbout } from "../lib/pipeline/about.ts";
import { deleteSession } from "../lib/pipeline/deletion.ts";
import { CannotReviseError } from "../lib/pipeline/reviser.ts";
import { PHASES } from "../lib/pipeline/step-id.ts";
import { type HostedFunctions, hostFunctions } from "../scripts/serve/functions-here.ts";

/** More text than one page can letter. Every marked word begins with `zq`. */
const STORY = Array.from("abcdef", (letter) =>
  [
    `Rain fell on the zqstory${letter}a street all night. Zqname walked slowly to the zqstory${letter}b station.`,
    `"Wait for the zqstory${letter}c train," said Zqname. "No," said Tom.`,
    `Tom thought of the zqstory${letter}d letter and sighed.`,
  ].join(" "),
).join("\n\n");

interface Stored {
  /** Path as in docs/operate/privacy.md, with ids and hashes. */
  path: string;
  text: string;
}

let functions: HostedFunctions;
let db: Firestore;
let pubsub: PubSub;
let storage: Storage;
let sessionId = "";
const logged: Stored[] = [];
const messages: Stored[] = [];
/** The step that made each object, by the object's hash; includes replaced results. */
const givenBy = new Map<string, string>();
/** Marked words that a page of the book shows. */
const lettered = new Set<string>();

const wiring = () => import("./wiring.ts");

beforeAll(async () => {
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    logged.push({ path: "logs", text: String(text) });
    return true;
  });
  functions = await hostFunctions({ names: [...PHASES, "sweep"] });
  const projectId = process.env.GOOGLE_CLOUD_PROJECT;
  db = new Firestore({ projectId });
  storage = new Storage({ projectId });
  pubsub = new PubSub({ projectId });
  for (const topic of (await pubsub.getTopics())[0]) {
    const name = topic.name.split("/").at(-1) ?? "";
    const [subscription] = await topic.createSubscription(`read-${name}`);
    subscription.on("message", ({ data, attributes, ack }) => {
      messages.push({ path: `topics/${name}`, text: JSON.stringify([String(data), attributes]) });
      ack();
    });
  }
  const { commands, memo } = await wiring();
  const image = createCanvas(400, 500).toBuffer("image/png").toString("base64");
  const own = await readPortraits([{ name: "Zqname", image }]);
  ({ sessionId } = await commands().startSession({
    ...{ ownerId: "ann", text: STORY, files: own.map(({ file }) => file) },
    params: {
      ...{
        title: "The zqtitle",
        genre: "zqgenre",
        artDirection: "as a zqlook",
        portraits: own.map(({ portrait }) => portrait),
      },
      ...{ language: "en", direction: "ltr", style: "manga", seed: 1, pages: 1, formats: ["csv"] },
      models: modelIds(parseModels("offline")),
      ...{ review: [], reviewTimeoutMinutes: 30 },
    },
  }));
  await noteResults(1);
  await change();
  await noteResults(3);
  // The offline models' results are not cached. These entries stand for a hosted model's, of which long ones are stored apart.
  for (const length of [1, 400_000]) {
    const memorable = { kind: "answer", key: `answer of ${length}` } as const;
    const packed = { value: "zqmemo ".repeat(length), bytes: [] };
    await memo().keep({ ownerId: "ann", model: "hosted@1", version: 1, memorable }, { sessionId, packed });
  }
}, 180_000);

afterAll(async () => {
  vi.restoreAllMocks();
  await pubsub?.close();
  await db?.terminate();
  await functions?.close();
});

/** Changes a line, a name, a description, and makes two wishes. */
async function change(): Promise<void> {
  const { revisions } = await import("./revisions.ts");
  const { services } = await wiring();
  const [page] = await firestoreSessionReader(suiteDatabase(db)).readPages(sessionId);
  const text = page?.texts.find(({ id }) => id.includes("w"))?.id ?? "";
  const edits = [{ page: 1, text, change: { text: "The zqedit line" } }];
  const mine = { sessionId, by: "ann" };
  await revisions().editTexts({ ...mine, edits });
  await noteResults(2);
  await revisions().renamePerson({ ...mine, from: "Tom", to: "Zqrename" });
  await changeAbout(services(), {
    ...{ sessionId, newToken: () => "token" },
    change: { description: "A zqabout book", tags: ["zqtag"] },
  });
  const wish = { option: undefined, text: "zqwish zqwish zqwish", intensity: 0.5, target: {} };
  await expect(revisions().carryOut({ ...mine, mostRunning: undefined, wish })).rejects.toThrow(
    CannotReviseError,
  );
}

/** Waits for a version to be complete, and records which step made which object. */
async function noteResults(version: number): Promise<void> {
  const reader = firestoreSessionReader(suiteDatabase(db));
  for (;;) {
    const session = await reader.read(sessionId);
    if (session?.status === "failed") throw new Error(session.error?.message);
    if (session?.status === "completed" && session.version === version) break;
    await sleep(50);
  }
  for (const mark of marksIn(asText(await reader.readPages(sessionId)))) lettered.add(mark);
  const { services } = await wiring();
  const schedule = await services().schedules.read(sessionId);
  for (const [step, { output }] of Object.entries(schedule?.results ?? {})) givenBy.set(output, step);
  for (const { snapshot } of schedule?.versions ?? []) {
    if (snapshot !== undefined) givenBy.set(snapshot, "version");
  }
}

/** Bytes decoded as text, if they are text. */
const asText = (content: unknown) =>
  JSON.stringify(content, (_key, value) =>
    value?.type === "Buffer" ? Buffer.from(value.data).toString("utf8") : value,
  );

async function documents(): Promise<Stored[]> {
  const found: Stored[] = [];
  const walk = async (collection: CollectionReference): Promise<void> => {
    for (const ref of await collection.listDocuments()) {
      const document = await ref.get();
      if (document.exists) found.push({ path: ref.path, text: asText(document.data()) });
      for (const below of await ref.listCollections()) await walk(below);
    }
  };
  for (const collection of await db.listCollections()) await walk(collection);
  return found;
}

async function objects(): Promise<Stored[]> {
  const bucket = storage.bucket(`${process.env.GOOGLE_CLOUD_PROJECT}-books`);
  const [files] = await bucket.getFiles();
  return Promise.all(
    files.map(async (file) => {
      const [[bytes], [{ contentType = "" }]] = await Promise.all([file.download(), file.getMetadata()]);
      const isPicture = contentType.startsWith("image/");
      const kind = givenBy.get(file.name.split("/").at(-1) ?? "") ?? (isPicture ? "picture" : "file");
      return { path: `objects: ${kind}`, text: bytes.toString("utf8") };
    }),
  );
}

async function keys(): Promise<Stored[]> {
  const { redis } = await import("./clients.ts");
  const shared = redis();
  if (shared === undefined) throw new Error("the suite has a Redis");
  const names = await shared.keys("*");
  return Promise.all(
    names.map(async (name) => {
      const isHash = (await shared.type(name)) === "hash";
      const value: unknown = isHash ? await shared.hgetall(name) : await shared.get(name);
      return { path: `redis: ${name}`, text: asText(value) };
    }),
  );
}

const everything = async () => [...(await documents()), ...(await objects()), ...(await keys())];

const MARK = /zq(?:story[a-f][a-d]|name|title|genre|look|edit|rename|about|tag|wish|memo)/g;

/** The marked words in a text, in lower case. */
const marksIn = (text: string) => [...new Set(text.toLowerCase().match(MARK) ?? [])];

interface Row {
  what: string;
  places: RegExp[];
}

/** Rows of the table whose form begins with "plain". In a place, `{…}` and `*` match anything without a slash. */
function plainRows(): Row[] {
  const page = readFileSync(new URL("../docs/operate/privacy.md", import.meta.url), "utf8");
  return page
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter(([, , , form = ""]) => form.startsWith("plain"))
    .map(([, what = "", where = ""]) => ({
      what,
      places: [...where.matchAll(/`([^`]+)`/g)].map(([, place = ""]) => {
        const parts = place.split(/\{[^}]*\}|\*/).map((part) => part.replace(/[.+?^$()|[\]\\]/g, "\\$&"));
        return new RegExp(`^${parts.join("[^/]+")}$`);
      }),
    }));
}

test("marked words are unencrypted only where docs/operate/privacy.md says so", async () => {
  const all = [...(await everything()), ...messages, ...logged];
  expect(all.length).toBeGreaterThan(100);
  expect(messages.length).toBeGreaterThan(10);
  expect(all.filter(({ path }) => path.startsWith("redis: mekuri:memo:"))).toHaveLength(2);
  const rows = plainRows();
  expect(rows.length).toBeGreaterThan(5);
  const told = rows
    .filter(({ what }) => what.startsWith("sentences of the story"))
    .flatMap((row) => row.places);
  const isListed = (path: string, mark: string) => {
    if (/^zq(wish|memo)/.test(mark)) return false;
    const isHidden = mark.startsWith("zqstory") && !lettered.has(mark);
    const places = isHidden ? told : rows.flatMap((row) => row.places);
    return places.some((place) => place.test(path));
  };
  const found = all.flatMap(({ path, text }) => marksIn(text).map((mark) => ({ path, mark })));
  const unlisted = found.filter(({ path, mark }) => !isListed(path, mark));
  expect([...new Set(unlisted.map(({ path, mark }) => `${path}: ${mark}`))]).toEqual([]);
  // Guards the test itself: it did see sentences that are not lettered, and each kind of word.
  const kinds = ["zqname", "zqtitle", "zqgenre", "zqlook", "zqedit", "zqrename", "zqabout", "zqtag"];
  expect(found.map(({ mark }) => mark)).toEqual(expect.arrayContaining(kinds));
  for (const place of told) expect(found.map(({ path }) => path).some((path) => place.test(path))).toBe(true);
  expect(found.some(({ mark }) => mark.startsWith("zqstory") && !lettered.has(mark))).toBe(true);
}, 60_000);

test("a deletion of the session leaves no marked word, and nothing encrypted for it", async () => {
  const { commands, erasers } = await wiring();
  await deleteSession({ commands: commands(), erasers: erasers() }, sessionId);
  const left = await everything();
  expect(left.filter(({ text }) => marksIn(text).length > 0).map(({ path }) => path)).toEqual([]);
  const kept = left.filter(({ path }) => /^(sessions|memo|objects|redis: mekuri:memo)/.test(path));
  expect(kept.map(({ path }) => path)).toEqual([]);
}, 60_000);

// The whole suite in one process: the real clients find every service by the environment, and the data folder keeps all data.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deleteApp, initializeApp } from "@firebase/app";
import {
  connectAuthEmulator,
  initializeAuth,
  inMemoryPersistence,
  signInWithCustomToken,
} from "@firebase/auth";
import {
  connectFirestoreEmulator,
  doc,
  getDoc,
  initializeFirestore,
  setLogLevel,
} from "@firebase/firestore/lite";
import { Firestore } from "@google-cloud/firestore";
import { PubSub } from "@google-cloud/pubsub";
import { Storage } from "@google-cloud/storage";
import { Redis } from "@upstash/redis";
import { afterEach, expect, test } from "vitest";
import { FolderInUseError } from "./folder-lock.ts";
import { PortInUseError, type RunningSuite, type SuiteOptions, startSuite } from "./suite.ts";
import { portsOf } from "./suite-environment.ts";

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "mekuri-suite-"));
  cleanups.push(() => rmSync(made, { recursive: true }));
  return made;
}

async function start(options: Partial<SuiteOptions> = {}): Promise<RunningSuite> {
  const suite = await startSuite({ dataDir: "memory", ports: "auto", environment: {}, ...options });
  cleanups.push(() => suite.close());
  return suite;
}

/** The real clients, configured by the environment. */
function clients({ env }: RunningSuite) {
  const projectId = env.GOOGLE_CLOUD_PROJECT;
  const pubsub = new PubSub({ projectId, apiEndpoint: env.PUBSUB_EMULATOR_HOST, emulatorMode: true });
  const firestore = new Firestore({ projectId, host: env.FIRESTORE_EMULATOR_HOST, ssl: false });
  const restored = process.env.STORAGE_EMULATOR_HOST;
  process.env.STORAGE_EMULATOR_HOST = env.STORAGE_EMULATOR_HOST;
  const storage = new Storage({ projectId });
  if (restored === undefined) delete process.env.STORAGE_EMULATOR_HOST;
  else process.env.STORAGE_EMULATOR_HOST = restored;
  const redis = new Redis({ url: env.UPSTASH_REDIS_REST_URL, token: env.UPSTASH_REDIS_REST_TOKEN });
  const close = async () => {
    await Promise.all([pubsub.close(), firestore.terminate()]);
  };
  cleanups.push(close);
  return { pubsub, firestore, storage, redis, close };
}

const NAMES = [
  "FIREBASE_AUTH_EMULATOR_HOST",
  "FIRESTORE_EMULATOR_HOST",
  "GOOGLE_CLOUD_PROJECT",
  "PUBSUB_EMULATOR_HOST",
  "STORAGE_EMULATOR_HOST",
  "UPSTASH_REDIS_REST_TOKEN",
  "UPSTASH_REDIS_REST_URL",
];

test("the environment names every service with its own port, and Storage with its scheme", async () => {
  const { env } = await start();
  expect(Object.keys(env).sort()).toEqual(NAMES);
  expect(env.GOOGLE_CLOUD_PROJECT).toBe("demo-mekuri");
  expect(env.FIREBASE_AUTH_EMULATOR_HOST).toMatch(/^127\.0\.0\.1:\d+$/);
  expect(env.FIRESTORE_EMULATOR_HOST).toMatch(/^127\.0\.0\.1:\d+$/);
  expect(env.PUBSUB_EMULATOR_HOST).toMatch(/^127\.0\.0\.1:\d+$/);
  expect(env.STORAGE_EMULATOR_HOST).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(env.UPSTASH_REDIS_REST_URL).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(new Set(Object.values(env).map((value) => value.split(":").at(-1))).size).toBe(7);
});

test.each([false, true])(
  "the real clients work with it, and find all data after a restart on the same folder: redisThread %s",
  async (redisThread) => {
    const dataDir = folder();
    const first = await startSuite({ dataDir, ports: "auto", environment: {}, redisThread });
    const before = clients(first);
    await before.firestore.doc("books/one").set({ pages: 8 });
    const [topic] = await before.pubsub.createTopic("artwork");
    await topic.createSubscription("artwork-pull");
    await topic.publishMessage({ data: Buffer.from("p001") });
    const [bucket] = await before.storage.createBucket("mekuri-images");
    await bucket.file("page.png").save("ink");
    await before.redis.set("memo", "kept");
    await before.close();
    await first.close();

    const second = await start({ dataDir });
    const after = clients(second);
    expect((await after.firestore.doc("books/one").get()).data()).toEqual({ pages: 8 });
    const message = await new Promise((resolve) => {
      const subscription = after.pubsub.subscription("artwork-pull");
      subscription.once("message", (received) => {
        received.ack();
        subscription.close().then(() => resolve(received.data.toString()));
      });
    });
    expect(message).toBe("p001");
    const [content] = await after.storage.bucket("mekuri-images").file("page.png").download();
    expect(content.toString()).toBe("ink");
    expect(await after.redis.get("memo")).toBe("kept");
    expect(second.env.UPSTASH_REDIS_REST_TOKEN).toBe(first.env.UPSTASH_REDIS_REST_TOKEN);
  },
);

test("a long script delays no other emulator if Redis has a thread", async () => {
  const { firestore, redis } = clients(await start({ redisThread: true }));
  await Promise.all([firestore.doc("books/one").get(), redis.get("loaded")]);
  const answered: string[] = [];
  await Promise.all([
    redis.eval("for turn = 1, 10000000 do end return 1", [], []).then(() => answered.push("script")),
    firestore
      .doc("books/one")
      .get()
      .then(() => firestore.doc("books/two").get())
      .then(() => answered.push("documents")),
  ]);
  expect(answered).toEqual(["documents", "script"]);
});

test("clients reconnect to a suite that restarts on the same ports", async () => {
  const first = await start();
  await first.close();
  const second = await start({ ports: portsOf(first.env) });
  const { UPSTASH_REDIS_REST_TOKEN: _random, ...addresses } = first.env;
  expect(second.env).toMatchObject(addresses);
});

test("a second suite on the same folder is refused, and the error names the process that has the lock", async () => {
  const dataDir = folder();
  const first = await start({ dataDir });
  const second = startSuite({ dataDir, ports: "auto", environment: {} });
  await expect(second).rejects.toThrow(FolderInUseError);
  await expect(second).rejects.toThrow(new RegExp(`${dataDir}.*process ${process.pid}`));
  await first.close();
  await start({ dataDir });
});

test("emulators that the environment names are used instead of new ones", async () => {
  const environment = {
    GOOGLE_CLOUD_PROJECT: "demo-other",
    FIREBASE_AUTH_EMULATOR_HOST: "127.0.0.1:19099",
    FIRESTORE_EMULATOR_HOST: "127.0.0.1:18080",
    STORAGE_EMULATOR_HOST: "localhost:19199",
  };
  const { env, storageAccount, pushKeysUrl } = await start({ environment });
  expect(env).toMatchObject({ ...environment, STORAGE_EMULATOR_HOST: "http://localhost:19199" });
  expect(storageAccount).toBeUndefined();
  expect(await (await fetch(pushKeysUrl ?? "")).json()).toMatchObject({
    keys: [{ kty: "RSA", alg: "RS256" }],
  });
});

test("a suite of another process is used as a whole and needs no folder", async () => {
  const dataDir = folder();
  const elsewhere = await start({ dataDir });
  const { env, pushKeysUrl } = await start({ dataDir, environment: elsewhere.env });
  expect(pushKeysUrl).toBeUndefined();
  expect(env).toEqual(elsewhere.env);
});

test("an Upstash database on the network is not used as an emulator", async () => {
  const environment = {
    UPSTASH_REDIS_REST_URL: "https://real.upstash.io",
    UPSTASH_REDIS_REST_TOKEN: "secret",
  };
  const { env } = await start({ environment });
  expect(env.UPSTASH_REDIS_REST_URL).toMatch(/^http:\/\/127\.0\.0\.1:/);
  expect(env.UPSTASH_REDIS_REST_TOKEN).not.toBe("secret");
});

test("the error for a port in use names its variable, and nothing keeps running", async () => {
  const occupant = createServer();
  // If listening fails, another program occupies the port, which serves the test equally.
  await new Promise<void>((resolve) =>
    occupant.once("error", () => resolve()).listen(8085, "127.0.0.1", resolve),
  );
  cleanups.push(() => occupant.close());
  const dataDir = folder();
  const environment = {
    FIREBASE_AUTH_EMULATOR_HOST: "127.0.0.1:1",
    FIRESTORE_EMULATOR_HOST: "127.0.0.1:1",
    STORAGE_EMULATOR_HOST: "127.0.0.1:1",
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:1",
    UPSTASH_REDIS_REST_TOKEN: "t",
  };
  const starting = startSuite({ dataDir, ports: "default", environment });
  await expect(starting).rejects.toThrow(PortInUseError);
  await expect(starting).rejects.toThrow(/8085.*PUBSUB_EMULATOR_HOST/);
  await start({ dataDir });
});

test("a rules file applies to web clients and not to server clients", async () => {
  const rulesFile = fileURLToPath(new URL("../firestore.rules", import.meta.url));
  const suite = await start({ rulesFile });
  const { firestore } = clients(suite);
  await firestore.doc("sessions/s1").set({ ownerId: "ada" });
  for (const ownerId of ["ada", "bob"]) {
    await firestore.doc(`tokenFamilies/of-${ownerId}`).set({ ownerId, status: "live" });
  }
  const { env } = suite;
  const app = initializeApp({ apiKey: "any", projectId: env.GOOGLE_CLOUD_PROJECT });
  cleanups.push(() => deleteApp(app));
  const auth = initializeAuth(app, { persistence: inMemoryPersistence });
  connectAuthEmulator(auth, `http://${env.FIREBASE_AUTH_EMULATOR_HOST}`, { disableWarnings: true });
  setLogLevel("silent");
  const web = initializeFirestore(app, {});
  const [host = "", port] = env.FIRESTORE_EMULATOR_HOST.split(":");
  connectFirestoreEmulator(web, host, Number(port));
  const session = doc(web, "sessions/s1");
  await signInWithCustomToken(auth, JSON.stringify({ uid: "ada", claims: { sid: "of-ada" } }));
  expect((await getDoc(session)).data()).toEqual({ ownerId: "ada" });
  await signInWithCustomToken(auth, JSON.stringify({ uid: "bob", claims: { sid: "of-bob" } }));
  await expect(getDoc(session)).rejects.toThrow("Missing or insufficient permissions.");
});

test("the error for a rules file with a syntax error names the line, and nothing keeps running", async () => {
  const rulesFile = join(folder(), "firestore.rules");
  writeFileSync(rulesFile, "rules_version = '2';\nservice cloud.firestore {\n  allow everything;\n}");
  const dataDir = folder();
  const starting = startSuite({ dataDir, ports: "auto", environment: {}, rulesFile });
  await expect(starting).rejects.toThrow(`${rulesFile}, line 3: "everything" is not a method`);
  await start({ dataDir });
});

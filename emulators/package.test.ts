// The published form of the package: packed by npm, unpacked into an empty folder, and used there with the real clients.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Firestore } from "@google-cloud/firestore";
import { PubSub } from "@google-cloud/pubsub";
import { Storage } from "@google-cloud/storage";
import { Redis } from "@upstash/redis";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";

const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "mekuri-emulators-package-"));
const app = join(folder, "app");
const installed = join(app, "node_modules/@mekuri/emulators");
const PackedSchema = z.union([
  z.array(z.object({ filename: z.string() })),
  z.record(z.string(), z.object({ filename: z.string() })).transform((packed) => Object.values(packed)),
]);
const ManifestSchema = z.object({
  exports: z.record(z.string(), z.object({ types: z.string(), default: z.string() })),
  dependencies: z.record(z.string(), z.string()),
});

let child: ChildProcess | undefined;

/** `npm pack` builds the package (`prepack`). Dependencies come from the folder above the app, where npm would install them from the registry. */
beforeAll(() => {
  const args = ["pack", "--workspace", "@mekuri/emulators", "--pack-destination", folder, "--json"];
  const packed = execFileSync("npm", [...args, "--loglevel=error"], { cwd: ROOT, encoding: "utf8" });
  const [file] = PackedSchema.parse(JSON.parse(packed));
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xf", join(folder, file?.filename ?? ""), "--strip-components=1", "-C", installed]);
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(app, "package.json"), JSON.stringify({ name: "app", type: "module" }));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  if (child?.exitCode === null) {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  rmSync(folder, { recursive: true, force: true });
});

const manifest = () =>
  ManifestSchema.parse(JSON.parse(readFileSync(join(installed, "package.json"), "utf8")));

/** Starts a program of the app and returns the first line of its output. */
async function start(source: string): Promise<string> {
  writeFileSync(join(app, "start.mjs"), source);
  child = spawn(process.execPath, ["start.mjs"], { cwd: app, stdio: ["ignore", "pipe", "inherit"] });
  let written = "";
  for await (const chunk of child.stdout ?? []) {
    written += chunk;
    if (written.includes("\n")) break;
  }
  return written;
}

test("contains the files of its exports, and imports only its declared dependencies", () => {
  const { exports, dependencies } = manifest();
  const files = globSync("dist/**/*.js", { cwd: installed });
  for (const { types, default: code } of Object.values(exports)) {
    expect(files.map((file) => `./${file}`)).toContain(code);
    expect(readFileSync(join(installed, types), "utf8")).not.toContain('.ts"');
  }
  const specifiers = files.flatMap((file) => {
    const source = readFileSync(join(installed, file), "utf8");
    return [...source.matchAll(/(?:from|import\() ?"([^".][^"]*)"/g)].map(([, name = ""]) => name);
  });
  const packages = specifiers
    .filter((name) => !name.startsWith("node:"))
    .map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    );
  expect(Object.keys(dependencies)).toEqual(expect.arrayContaining([...new Set(packages)]));
  expect(files.filter((file) => /test|contract|bench/.test(file))).toEqual([]);
});

test("starts in an empty folder, and the clients for Firestore, Pub/Sub, Storage and Redis work with it", async () => {
  const line = await start(`
    import { startSuite } from "@mekuri/emulators";
    const suite = await startSuite({ dataDir: "memory", ports: "auto", environment: {}, redisThread: true });
    process.once("SIGTERM", () => suite.close().then(() => process.exit(0)));
    console.log(JSON.stringify(suite.env));
  `);
  for (const [name, value] of Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(line)))) {
    vi.stubEnv(name, value);
  }
  const projectId = "demo-mekuri";

  const firestore = new Firestore({ projectId });
  await firestore.doc("books/one").set({ pages: 3 });
  expect((await firestore.collection("books").where("pages", ">", 2).get()).size).toBe(1);
  await firestore.terminate();

  const pubsub = new PubSub({ projectId });
  const [topic] = await pubsub.createTopic("pages");
  const [subscription] = await topic.createSubscription("reader");
  const received = new Promise((resolve) =>
    subscription.on("message", (message) => {
      message.ack();
      resolve(message.data.toString());
    }),
  );
  await topic.publishMessage({ data: Buffer.from("めくり") });
  expect(await received).toBe("めくり");
  await pubsub.close();

  const [bucket] = await new Storage({ projectId }).createBucket("books");
  await bucket.file("page.txt").save("ink");
  expect(String((await bucket.file("page.txt").download())[0])).toBe("ink");

  const redis = Redis.fromEnv({ retry: false });
  await redis.set("page", 3);
  expect(await redis.get("page")).toBe(3);
});

test("has types that compile in a strict project", () => {
  writeFileSync(
    join(app, "use.ts"),
    `import { type RunningSuite, startSuite } from "@mekuri/emulators";
     import { openDatabase } from "@mekuri/emulators/database";
     import { startFirestore } from "@mekuri/emulators/firestore";
     import { readIndexFile } from "@mekuri/emulators/indexes";
     import { startPubSub } from "@mekuri/emulators/pubsub";
     import { readRulesFile } from "@mekuri/emulators/rules";
     import { startStorage } from "@mekuri/emulators/storage";
     const suite: RunningSuite = await startSuite({ dataDir: "memory", ports: "auto" });
     const host: string = suite.env.FIRESTORE_EMULATOR_HOST;
     const db = openDatabase("memory");
     const rules = readRulesFile("firestore.rules");
     await startFirestore({ db, rules, requireIndex: readIndexFile("firestore.indexes.json") });
     await startPubSub({ db });
     await startStorage({ db, dataDir: "memory" });
     // @ts-expect-error: an invalid value of ports
     await startSuite({ dataDir: "memory", ports: host });`,
  );
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2024", "--types", "node"];
  execFileSync(process.execPath, [tsc, ...options, "--skipLibCheck", "use.ts"], { cwd: app, stdio: "pipe" });
});

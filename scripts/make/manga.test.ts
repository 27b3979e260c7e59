// The commands from outside, as users run them: real processes, the real service, real files. Books with separate folders are made
// concurrently.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Book, BookSchema } from "../../lib/manga/book.ts";
import { readManifest } from "../../reader/src/read-manifest.ts";
import { MEKURI } from "../command/run-script.ts";

// Each command is several processes, and other tests run beside it.
vi.setConfig({ testTimeout: 300_000 });

const STORY = `夜の駅

　雪の夜だった。古い駅に、灯りがひとつともっている。
「だれかいますか」とユキが言った。
　返事はない。ユキはそっと扉を押した。ギィ、と音がした。
　黒い猫が、ベンチの上で丸くなっていた。
「なんだ、お前か」
「にゃあ」と猫が鳴いた。
　ユキは笑って、猫のとなりに座った。
「いっしょに、始発を待とうか」
　雪はまだ降っていた。
`;

let folder: string;
let storyFile: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mekuri-manga-"));
  storyFile = join(folder, "story.txt");
  writeFileSync(storyFile, STORY);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Shorter than the test's timeout: then the output so far and the running processes of a hanging command are reported. */
const HANGS_MS = 240_000;

interface Run {
  child: ChildProcess;
  /** Resolves when standard error matches the pattern. Rejects if the command ends before. */
  seen(pattern: RegExp): Promise<void>;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

interface StartOptions {
  stdin?: string | undefined;
  env?: Record<string, string>;
}

function start(command: string, args: readonly string[], { stdin, env = {} }: StartOptions = {}): Run {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", MEKURI, command, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    cwd: folder,
    env: { ...process.env, ...env },
  });
  child.stdin?.end(stdin ?? "");
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
    child.emit("told");
  });
  const late = new AbortController();
  const ended = Promise.race([
    once(child, "close").then(([code]) => ({ code: code as number | null, stdout, stderr })),
    wait(HANGS_MS, undefined, { signal: late.signal }).then(() => {
      throw new Error(
        `${command} ${args.join(" ")} has not ended:\n${stderr}\n${processesWith(folder).join("\n")}`,
      );
    }),
  ]).finally(() => late.abort());
  ended.catch(() => {});
  return {
    child,
    ended,
    async seen(pattern) {
      const over = ended.then(() => "over");
      while (!pattern.test(stderr)) {
        const next = await Promise.race([once(child, "told"), over]);
        if (next === "over" && !pattern.test(stderr)) throw new Error(`ended without ${pattern}:\n${stderr}`);
      }
    },
  };
}

const manga = (args: readonly string[], stdin?: string) => start("make", args, { stdin });

const readBook = (out: string): Book =>
  BookSchema.parse(JSON.parse(readFileSync(join(out, "book.json"), "utf8")));

/** The bytes of every page, in order. */
function pagesOf(out: string): Buffer[] {
  const names = readdirSync(join(out, "pages"))
    .filter((name) => name.endsWith(".png"))
    .sort();
  return names.map((name) => readFileSync(join(out, "pages", name)));
}

/** Running processes whose command line contains the text, with their state. */
function processesWith(text: string): string[] {
  return execFileSync("ps", ["-eo", "pid,stat,etimes,args"], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(text) && line.includes("-process.ts"));
}

describe("npm run manga", () => {
  it("writes the book, its pages and its data, and prints only session.json", async () => {
    const out = join(folder, "first");
    // This command runs with the default memory limit. Later commands may use more memory, and make the same book.
    const { code, stdout, stderr } = await start(
      "make",
      [storyFile, "--data", "memory", "--out", out, "--json"],
      { env: { MEKURI_LOCAL_MEMORY: "small" } },
    ).ended;
    expect(stderr).toContain("夜の駅");
    expect(code).toBe(0);
    const session = JSON.parse(stdout);
    expect(JSON.parse(readFileSync(join(out, "session.json"), "utf8"))).toEqual(session);
    expect(session).toMatchObject({ status: "completed", costMicros: 0 });
    const manifest = readFileSync(join(out, "reader.json"), "utf8");
    const read = readManifest(JSON.parse(manifest), pathToFileURL(join(out, "reader.json")).href);
    expect(read.pages).toHaveLength(readBook(out).pages.length + 1);
    for (const { renditions } of read.pages) {
      expect(renditions.map(({ src }) => existsSync(fileURLToPath(src)))).toEqual([true, true, true]);
    }
    const images = (read.strip ?? []).flatMap(({ renditions }) => renditions.map(({ src }) => src));
    expect(images.map((src) => existsSync(fileURLToPath(src)))).not.toContain(false);
    // The cover's file beside the pages, and the strip's own images.
    expect([images[0], images[3]].map((src) => src?.slice(src.indexOf("first/")))).toEqual([
      ...["first/cover-360.webp", "first/strip/001.webp"],
    ]);
    const phases = ["concept", "characters", "plot", "storyboard", "artwork", "lettering", "finish"];
    expect(session.phases.map(({ phase }: { phase: string }) => phase)).toEqual(phases);
    for (const phase of session.phases) {
      expect(phase.steps).toBeGreaterThan(0);
      expect(phase.ms).toBeGreaterThanOrEqual(0);
      expect(Date.parse(phase.endedAt)).toBeGreaterThanOrEqual(Date.parse(phase.startedAt));
    }
    const book = readBook(out);
    expect(book.pages).toHaveLength(session.pages);
    expect(book.pages.flatMap(({ panels }) => panels)).toHaveLength(session.panels);
    const pages = pagesOf(out);
    expect(pages).toHaveLength(session.pages);
    for (const page of pages) expect(page.subarray(1, 4).toString()).toBe("PNG");
    expect(readFileSync(join(out, "book.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    expect(readFileSync(join(out, "book.cbz")).subarray(0, 2).toString()).toBe("PK");
  });

  it("has every line of dialogue in the book, in order, and every sentence in a panel or in leftOut", () => {
    const book = readBook(join(folder, "first"));
    const spoken = book.sentences.filter(({ kind }) => kind === "speech").map(({ text }) => text);
    expect(spoken).toEqual(["だれかいますか", "なんだ、お前か", "にゃあ", "いっしょに、始発を待とうか"]);
    const lettered = book.pages.flatMap(({ panels }) =>
      panels.flatMap(({ words }) => words.texts.map(({ text }) => text)),
    );
    let at = -1;
    for (const line of spoken) {
      const next = lettered.findIndex((text, index) => index > at && text.includes(line.slice(0, 4)));
      expect(next, line).toBeGreaterThan(at);
      at = next;
    }
    // The balloon's tail replaces this sentence.
    expect(book.leftOut.map(({ text }) => text)).toEqual(["とユキが言った。"]);
    const untold = book.sentences.filter(({ panels }) => panels.length === 0);
    expect(untold.map(({ unit }) => unit)).toEqual(book.leftOut.map(({ unit }) => unit));
  });

  it.concurrent("makes the same bytes for the same story and seed, also in a worker pool, and another book for another seed", async () => {
    const first = join(folder, "first");
    const again = join(folder, "again");
    const other = join(folder, "other");
    const seeded = ["--out", other, "--seed", "7"];
    const ofStory = [storyFile, "--data", "memory"];
    const runs = [
      start("make", [...ofStory, "--out", again], { env: { MEKURI_WORK_THREADS: "1" } }),
      manga([...ofStory, ...seeded]),
    ].map(({ ended }) => ended);
    for (const { code, stderr } of await Promise.all(runs)) expect(code, stderr).toBe(0);
    expect(pagesOf(again)).toEqual(pagesOf(first));
    const timeless = (out: string) => ({ ...readBook(out), sessionId: "", createdAt: "" });
    expect(timeless(again)).toEqual(timeless(first));
    expect(pagesOf(other)).not.toEqual(pagesOf(first));
  });

  it.concurrent.each([/concept: /, /concept: done/, /storyboard: done/])(
    "goes on after SIGKILL at %s with --resume and finishes with the same pages",
    async (moment) => {
      const data = mkdtempSync(join(folder, "killed-data-"));
      const out = mkdtempSync(join(folder, "resumed-"));
      const killed = manga([storyFile, "--data", data]);
      await killed.seen(moment);
      killed.child.kill("SIGKILL");
      await killed.ended;
      const resumed = await manga(["--resume", "--data", data, "--out", out]).ended;
      expect(resumed.code, resumed.stderr).toBe(0);
      expect(pagesOf(out)).toEqual(pagesOf(join(folder, "first")));
    },
  );

  it.concurrent("reports an error if there is nothing to resume", async () => {
    const { code, stderr } = await manga(["--resume", "--data", join(folder, "empty-data")]).ended;
    expect(code).toBe(2);
    expect(stderr).toContain("there is no unfinished session");
  });

  it.concurrent("cancels its session on Ctrl-C, stops all its processes, and exits with 130", async () => {
    const data = join(folder, "cancelled-data");
    const run = manga([storyFile, "--data", data, "--models", "simulated"]);
    await run.seen(/concept: 0 of 1/);
    run.child.kill("SIGINT");
    const { code, stderr } = await run.ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(/session \S+ is cancelled/);
    expect(processesWith(data)).toEqual([]);
  });

  it.concurrent("makes two books at the same time with one data folder", async () => {
    const data = join(folder, "shared-data");
    const outs = [join(folder, "one"), join(folder, "two")];
    const runs = outs.map((out) => manga([storyFile, "--data", data, "--out", out]).ended);
    for (const { code, stderr } of await Promise.all(runs)) expect(code, stderr).toBe(0);
    for (const out of outs) expect(pagesOf(out)).toEqual(pagesOf(join(folder, "first")));
  });

  it.concurrent("reads standard input, and writes only the formats asked for", async () => {
    const out = join(folder, "english");
    const text = "The rain had stopped. “Look,” said Anna. “A rainbow!” The dog barked. Woof!";
    const args = [
      "-",
      "--language",
      "en",
      "--direction",
      "ltr",
      "--formats",
      "pdf,cbz,print-pdf,epub,csv,webp,psd,webtoon",
      "--data",
      "memory",
      "--out",
      out,
    ];
    const { code, stderr } = await manga(args, text).ended;
    expect(code, stderr).toBe(0);
    expect(readdirSync(out).sort()).toEqual([
      "book-print.pdf",
      "book.cbz",
      "book.epub",
      "book.json",
      "book.pdf",
      "book.schema.json",
      "lettering.csv",
      "pages",
      "psd",
      "session.json",
      "webtoon",
    ]);
    expect(readdirSync(join(out, "pages"))[0]).toBe("001.webp");
    expect(readBook(out)).toMatchObject({ language: "en", direction: "ltr" });
  });

  it.concurrent("approves its gates if there is no terminal", async () => {
    const out = join(folder, "reviewed");
    const args = [storyFile, "--review", "characters,storyboard", "--data", "memory", "--out", out];
    const { code, stderr } = await manga(args).ended;
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(/review of characters: approved/);
    expect(stderr).toMatch(/review of storyboard: approved/);
  });
});

describe("npm run manga with invalid input", () => {
  it.concurrent.each([
    [["missing.txt"], "", /no file missing\.txt/],
    [["."], "", /is a folder/],
    [["-"], "", /the story is empty/],
    [["-"], "too short", /9 characters; at least 10/],
    [["-"], "長い。".repeat(16_667), /50001 characters; at most 50000/],
    [["-"], "\u0000\u0001\u0002 binary \u0000", /binary/],
    [["-", "--pages", "0"], STORY, /1 to 100/],
    [["-", "--language", "en"], STORY, /story is Japanese, not English/],
    [["-", "--models", "imagen"], STORY, /set GEMINI_API_KEY .*set VERTEX_PROJECT/],
    [["--colour"], "", /unknown option/],
  ])("exits with 2 and says why (%j)", async (args, stdin, reason) => {
    const { code, stdout, stderr } = await manga([...args, "--data", "memory"], stdin).ended;
    expect(stderr).toMatch(reason);
    expect(code).toBe(2);
    expect(stdout).toBe("");
  });

  it("leaves a folder with other content alone", async () => {
    const out = join(folder, "thesis");
    const file = join(out, "thesis.txt");
    execFileSync("mkdir", [out]);
    writeFileSync(file, "mine");
    const { code, stderr } = await manga([storyFile, "--out", out, "--data", "memory"]).ended;
    expect(code).toBe(2);
    expect(stderr).toContain("contains other files");
    expect(readdirSync(out)).toEqual(["thesis.txt"]);
  });
});

describe("npm start", () => {
  it("prints one line of JSON, makes two books at the same time, and ends on a signal", async () => {
    const run = start("start", ["--data", "memory", "--port", "0", "--json"]);
    const [line] = await once(run.child.stdout ?? run.child, "data");
    const { api, studio, emulators } = JSON.parse(String(line));
    expect(studio).toBe(`${api}/`);
    expect(Object.keys(emulators).sort()).toEqual([
      "FIREBASE_AUTH_EMULATOR_HOST",
      "FIRESTORE_EMULATOR_HOST",
      "GOOGLE_CLOUD_PROJECT",
      "PUBSUB_EMULATOR_HOST",
      "STORAGE_EMULATOR_HOST",
      "UPSTASH_REDIS_REST_TOKEN",
      "UPSTASH_REDIS_REST_URL",
    ]);
    const { sessionClient } = await import("./session-client.ts");
    const client = sessionClient({ api, emulators, guestKey: "0".repeat(32) });
    const watch = async () =>
      client.follow(await client.generate({ text: STORY }), () => {}, AbortSignal.timeout(240_000));
    const [one, two] = await Promise.all([watch(), watch()]);
    expect([one.status, two.status]).toEqual(["completed", "completed"]);
    await client.close();
    run.child.kill("SIGTERM");
    expect((await run.ended).code).toBe(0);
  });

  it("exits with 2 for an invalid option, and names it", async () => {
    expect((await start("start", ["--port", "http"]).ended).code).toBe(2);
    const { code, stderr } = await start("start", ["--what"]).ended;
    expect(code).toBe(2);
    expect(stderr).toContain("--what");
  });
});

it("creates no data folder that was not requested", () => {
  expect(existsSync(join(folder, ".local"))).toBe(false);
});

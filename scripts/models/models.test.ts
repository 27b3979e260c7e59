// A whole book through Gemini's protocol, as a command, against the strict local server; and the command that runs the server.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { BookSchema } from "../../lib/manga/book.ts";
import { CATALOG } from "../../lib/models/catalog.ts";
import { MEKURI } from "../command/run-script.ts";

// The tests run whole commands, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mekuri-models-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The environment without the user's keys and servers. */
const CLEAN = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:GEMINI|VERTEX|MEKURI_(?:WORDS|PICTURES|SDAPI|COMFYUI))_/.test(name),
    ),
  ),
  MEKURI_LOCAL_PORTS: "off",
};

function start(command: string, args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", MEKURI, command, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: folder,
    env: { ...CLEAN, ...env },
  });
}

async function finish(child: ChildProcess): Promise<{ code: number; stdout: string; stderr: string }> {
  const told = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.on("data", (chunk) => {
      told[stream] += chunk;
    });
  }
  const [code] = await once(child, "close");
  return { code: z.int().parse(code), ...told };
}

const CountsSchema = z.object({
  micros: z.int(),
  errors: z.record(z.string(), z.int()),
  models: z.record(z.string(), z.object({ calls: z.int(), images: z.int() })),
});

/** Date of models and prices. */
const DAY = "2026-11-29";

describe("npm run models", () => {
  it("makes a book of the server's pictures, whose cost equals the server's count to the micro-dollar", async () => {
    const server = start("models", ["serve", "--port", "0", "--today", DAY]);
    const [line] = await once(server.stdout ?? server, "data");
    const baseUrl = /GEMINI_BASE_URL=(\S+)/.exec(String(line))?.[1] ?? "";
    const out = join(folder, "book");
    const args = ["--models", "gemini", "--pages", "2", "--data", "memory", "--out", out, "--json"];
    const { code, stdout, stderr } = await finish(
      start("make", args, {
        ...{ GEMINI_API_KEY: "test", GEMINI_BASE_URL: baseUrl },
        MEKURI_MODEL_REQUESTS_PER_MINUTE: "gemini-nano-banana-2.1=600",
      }),
    );
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(/about 2 pages, about \$0\.\d\d/);
    const counts = CountsSchema.parse(await (await fetch(`${baseUrl}/counts`)).json());
    const session = JSON.parse(stdout);
    expect(session).toMatchObject({ status: "completed", pages: 2 });
    expect(counts.micros).toBeGreaterThan(100_000);
    expect(session.costMicros).toBe(counts.micros);
    expect(counts.errors).toEqual({});
    const book = BookSchema.parse(JSON.parse(readFileSync(join(out, "book.json"), "utf8")));
    const pictures = session.panels + (book.sheets ?? []).length;
    expect(counts.models["gemini-nano-banana-2.1"]).toEqual({ calls: pictures, images: pictures });
    expect(counts.models["gemini-3.5-flash-lite"]?.calls).toBe(pictures);
    expect(book.models).toEqual({
      reader: expect.stringMatching(/^gemini\/gemini-3\.8-flash@\d+$/),
      director: book.models.reader,
      artist: expect.stringMatching(/^gemini\/gemini-nano-banana-2\.1@\d+$/),
    });
    server.kill("SIGTERM");
    expect((await finish(server)).code).toBe(0);
  });

  it("serves the given date, models and quotas, and prints its counts at the end", async () => {
    const options = ["--today", DAY, "--writer", "sloppy", "--requests-per-day", "image=0", "--imagen"];
    const server = start("models", ["serve", "--port", "0", ...options]);
    const told = finish(server);
    const [line] = await once(server.stdout ?? server, "data");
    const baseUrl = /GEMINI_BASE_URL=(\S+)/.exec(String(line))?.[1] ?? "";
    const ask = async (path: string, headers: Record<string, string>, body: unknown) => {
      const init = { method: "POST", headers: { "content-type": "application/json", ...headers } };
      return (await fetch(`${baseUrl}${path}`, { ...init, body: JSON.stringify(body) })).status;
    };
    const words = { contents: [{ role: "user", parts: [{ text: "a cat" }] }] };
    const key = { "x-goog-api-key": "test" };
    const bearer = { authorization: "Bearer token" };
    const imagen =
      "/v1/projects/p/locations/us-central1/publishers/google/models/imagen-4.0-generate-001:predict";
    expect(await ask("/v1/models/gemini-3.8-flash:generateContent", key, words)).toBe(200);
    expect(await ask("/v1/models/gemini-3.1-flash-image:generateContent", key, words)).toBe(404);
    expect(await ask("/v1/models/gemini-nano-banana-2.1:generateContent", key, words)).toBe(429);
    expect(await ask(imagen, bearer, { instances: [{ prompt: "a cat" }] })).toBe(429);
    server.kill("SIGTERM");
    const { code, stdout } = await told;
    expect([code, JSON.parse(stdout.trim().split("\n").at(-1) ?? "")]).toEqual([
      0,
      expect.objectContaining({ requests: 4, slips: {}, errors: { NOT_FOUND: 1, RESOURCE_EXHAUSTED: 2 } }),
    ]);
  });

  it("without a key says what is missing and what it would call", async () => {
    const { code, stdout } = await finish(start("models", ["check"]));
    expect(code).toBe(0);
    expect(stdout).toMatch(/set GEMINI_API_KEY/);
    for (const task of ["concept", "characters", "plan", "beats", "storyboard", "translation"]) {
      expect(stdout).toContain(`would ask gemini-3.8-flash: schema of ${task}`);
    }
    expect(stdout).toContain("would ask gemini-3.5-flash-lite: schema of look");
    expect(stdout).toMatch(/would ask gemini-nano-banana-2\.1: picture 1K, a person and a thing/);
    expect(stdout).toMatch(/would ask gemini-3\.1-flash-lite-image: picture 1K/);
    const price = Number(/at most \$(\d\.\d+) together/.exec(stdout)?.[1]);
    expect(price).toBeLessThan(0.25);
  });

  it("lists the catalog, and exits with 1 a month before a default retires", async () => {
    const listed = await finish(start("models", ["list", "--today", DAY]));
    expect(listed.code, listed.stdout).toBe(0);
    expect(listed.stdout).toMatch(/gemini-nano-banana-2\.1 \* +image .*1K \$0\.0336/);
    expect(listed.stdout).toMatch(/notice: vertexai: .*24 June 2026/);
    expect(listed.stdout).toMatch(/notice: imagen: .*leaves Vertex AI/);
    const rows = join(folder, "rows.json");
    const row = CATALOG.find(({ id }) => id === "gemini-3.8-flash");
    const services = { ...row?.services, gemini: { ...row?.services.gemini, retires: "2026-12-20" } };
    writeFileSync(rows, JSON.stringify([{ ...row, services }]));
    const late = await finish(start("models", ["list", "--today", DAY], { MEKURI_MODELS_FILE: rows }));
    expect(late.code).toBe(1);
    expect(late.stdout).toMatch(
      /error: a default model is being retired: the Gemini API retires gemini-3\.8-flash on 2026-12-20/,
    );
    const early = await finish(
      start("models", ["list", "--today", "2026-11-01"], { MEKURI_MODELS_FILE: rows }),
    );
    expect(early.code).toBe(0);
  });

  it("sends a request for each schema and each model that a book needs, and prints the cost", async () => {
    const server = start("models", ["serve", "--port", "0", "--today", DAY]);
    const [line] = await once(server.stdout ?? server, "data");
    const env = {
      GEMINI_API_KEY: "test",
      GEMINI_BASE_URL: /GEMINI_BASE_URL=(\S+)/.exec(String(line))?.[1] ?? "",
    };
    const { code, stdout } = await finish(start("models", ["check"], env));
    expect(code, stdout).toBe(0);
    expect(stdout).toMatch(/gemini-nano-banana-2\.1 +picture 1K.* s +\$0\.0\d+ +works/);
    expect(stdout).toMatch(/9 of 9 work/);
    server.kill("SIGTERM");
    await once(server, "close");
  });

  it("prints the fix if a model cannot be asked", async () => {
    const server = start("models", ["serve", "--port", "0", "--today", DAY, "--requests-per-day", "image=0"]);
    const [line] = await once(server.stdout ?? server, "data");
    const env = {
      GEMINI_API_KEY: "test",
      GEMINI_BASE_URL: /GEMINI_BASE_URL=(\S+)/.exec(String(line))?.[1] ?? "",
    };
    const { code, stdout } = await finish(start("models", ["check"], env));
    expect(code).toBe(1);
    expect(stdout).toMatch(/7 of 9 work/);
    expect(stdout).toMatch(/fix: .*quota.* is 0: enable billing/s);
    const all = await finish(start("models", ["check", "--all"], env));
    expect(all.code).toBe(1);
    expect(all.stdout).toMatch(/add --yes to ask without a terminal/);
    server.kill("SIGTERM");
    await once(server, "close");
  });

  it("records a server's answers, and replays them without the server", async () => {
    const server = start("models", ["serve", "--port", "0", "--today", DAY]);
    const [line] = await once(server.stdout ?? server, "data");
    const upstream = /GEMINI_BASE_URL=(\S+)/.exec(String(line))?.[1] ?? "";
    const kept = join(folder, "fixtures");
    const check = async (helper: ChildProcess) => {
      const [lead] = await once(helper.stdout ?? helper, "data");
      const baseUrl = /GEMINI_BASE_URL=(\S+)/.exec(String(lead))?.[1] ?? "";
      const key = "a-key-of-somebody";
      const told = await finish(
        start("models", ["check"], { GEMINI_API_KEY: key, GEMINI_BASE_URL: baseUrl }),
      );
      helper.kill("SIGTERM");
      await once(helper, "close");
      return told;
    };
    const recorded = await check(
      start("models", ["record", "--to", kept, "--upstream", upstream, "--port", "0"]),
    );
    server.kill("SIGTERM");
    await once(server, "close");
    expect(recorded.code, recorded.stdout).toBe(0);
    const replayed = await check(start("models", ["replay", "--from", kept, "--port", "0"]));
    const timeless = (text: string) => text.replaceAll(/[\d.]+ s/g, "");
    expect(timeless(replayed.stdout)).toBe(timeless(recorded.stdout));
    expect(
      readdirSync(kept)
        .map((name) => readFileSync(join(kept, name), "utf8"))
        .join(),
    ).not.toContain("a-key-of-somebody");
  });

  it.each([
    [["serve", "--profile", "stormy"]],
    [["serve", "--port", "http"]],
    [["serve", "--today", "tomorrow"]],
    [["serve", "--writer", "lazy"]],
    [["serve", "--requests-per-day", "video=1"]],
    [["record"]],
    [["record", "--to", "x", "--upstream", "google"]],
    [["ask"]],
    [["--what"]],
  ])("exits with 2 for %j", async (args) => {
    const { code, stderr } = await finish(start("models", args));
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^mekuri: /)]);
  });
});

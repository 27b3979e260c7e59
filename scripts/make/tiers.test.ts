// The tiers as in the README: a draft with one panel kept and drawn as final, and a whole book in the vendor's batches, by the real command
// against the strict server.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as z from "zod";
import { BookSchema } from "../../lib/manga/book.ts";
import { MEKURI } from "../command/run-script.ts";
import { guestOf } from "../serve/guest.ts";
import { openService } from "../serve/shared-service.ts";

// The tests run whole commands, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 });

const STORY = "雨の夜、ミナは駅で猫を見つけた。\n「待って」とミナは言った。\n猫は走り出した。";
const PAGES = ["--pages", "2", "--formats", "png"];
const DRAFT = "gemini-3.1-flash-lite-image";
const BEST = "gemini-3-pro-image";

let folder: string;
let story: string;
let server: ChildProcess;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mekuri-tiers-"));
  story = join(folder, "story.txt");
  writeFileSync(story, STORY);
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:GEMINI|VERTEX|MEKURI_(?:WORDS|PICTURES|SDAPI|COMFYUI))_/.test(name),
  );
  environment = { ...Object.fromEntries(own), MEKURI_LOCAL_PORTS: "off" };
  server = start("models", ["serve", "--port", "0", "--today", "2026-11-29"]);
  const [line] = await once(server.stdout ?? server, "data");
  const [, key = "", url = ""] = /GEMINI_API_KEY=(\S+) GEMINI_BASE_URL=(\S+)/.exec(String(line)) ?? [];
  environment = { ...environment, GEMINI_API_KEY: key, GEMINI_BASE_URL: url };
});
afterAll(async () => {
  server.kill("SIGTERM");
  await once(server, "exit");
  rmSync(folder, { recursive: true, force: true });
});

function start(command: string, args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", MEKURI, command, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: folder,
    env: { ...environment, ...env },
  });
}

const SessionSchema = z.object({
  ...{ sessionId: z.string(), status: z.string(), costMicros: z.int() },
  ...{ pages: z.int(), panels: z.int() },
});

/** Runs the command, and returns its output and the written files. */
async function manga(args: readonly string[], { out, env }: { out: string; env?: Record<string, string> }) {
  const child = start("make", [...args, "--out", out, "--json"], env);
  const said = Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : "")));
  const [code] = await once(child, "close");
  const [stdout = "", stderr = ""] = await said;
  expect(code, stderr).toBe(0);
  return {
    stderr,
    session: SessionSchema.parse(JSON.parse(stdout)),
    book: BookSchema.parse(JSON.parse(readFileSync(join(out, "book.json"), "utf8"))),
    pages: readdirSync(join(out, "pages")).filter((name) => name.endsWith(".png")),
  };
}

const CountsSchema = z.object({
  micros: z.int(),
  errors: z.record(z.string(), z.int()),
  batches: z.record(z.string(), z.int()),
  models: z.record(z.string(), z.object({ calls: z.int(), images: z.int(), micros: z.int() })),
});
const counts = async () =>
  CountsSchema.parse(await (await fetch(`${environment.GEMINI_BASE_URL}/counts`)).json());

const FieldsSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

/** The ledger's rows in a data folder that no command is using. */
function ledgerOf(data: string) {
  const database = new DatabaseSync(join(data, "emulators.sqlite"), { readOnly: true });
  const stored = database
    .prepare("SELECT fields FROM firestore_documents WHERE collection_id = ?")
    .all("ledger");
  database.close();
  return stored.map((row) => {
    const fields = FieldsSchema.parse(JSON.parse(String(row.fields)));
    const of = (name: string) => String(Object.values(fields[name] ?? {})[0] ?? "");
    return { step: of("step"), model: of("model"), state: of("state"), micros: Number(of("micros")) };
  });
}

/** Rows of pictures with a cost, by step. */
const paidBy = (rows: ReturnType<typeof ledgerOf>, model: string) =>
  rows
    .filter((row) => row.model === model && row.micros > 0)
    .map(({ step }) => step)
    .toSorted();

const sumOf = (rows: ReturnType<typeof ledgerOf>) => rows.reduce((sum, { micros }) => sum + micros, 0);

/** The pictures of a book by step: of its panels, and its sheets. */
function picturesOf(book: z.infer<typeof BookSchema>): Map<string, string> {
  const panels = book.pages.flatMap(({ number, panels }) =>
    panels.map(({ id, artwork }) => [`artwork/p${String(number).padStart(3, "0")}/${id}`, artwork] as const),
  );
  return new Map([...panels, ...(book.sheets ?? []).map(({ step, image }) => [step, image] as const)]);
}

it("draws a kept panel of a draft as final over its picture, and pays for nothing else", async () => {
  const data = join(folder, "draft");
  const first = await manga([story, "--models", "gemini", "--tier", "draft", ...PAGES, "--data", data], {
    out: join(folder, "draft-book"),
  });
  expect(first.session).toMatchObject({ status: "completed", pages: 2 });
  expect(first.pages.length).toBeGreaterThanOrEqual(2);
  expect(first.book.tier).toBe("draft");
  expect(new Set(first.book.takes?.map(({ made, model, size }) => `${made} ${model} ${size}`))).toEqual(
    new Set([`drawn ${DRAFT} 1K`]),
  );
  const drafted = picturesOf(first.book);
  const asked = await counts();
  expect(asked.models[DRAFT]).toMatchObject({ calls: drafted.size, images: drafted.size });

  const { sessionId } = first.session;
  const [kept = ""] = [...drafted.keys()].filter((step) => /^artwork\/p001\/k\d+$/.test(step));
  const [, page = "", panel = ""] = /^artwork\/p(\d+)\/(k\d+)$/.exec(kept) ?? [];
  await mark(data, `/api/v1/manga/sessions/${sessionId}/pages/${Number(page)}/panels/${panel}/kept`);

  const last = await manga(["--resume", sessionId, "--tier", "final", "--data", data], {
    out: join(folder, "final-book"),
  });
  expect(last.stderr).toMatch(/gemini-3-pro-image@\d+ draws the panels again/);
  expect(last.session).toMatchObject({ sessionId, status: "completed", pages: 2 });
  expect(last.pages).toEqual(first.pages);
  expect(last.book.finals).toEqual([`p${page}/${panel}`]);
  const take = last.book.takes?.find((one) => one.panel === `p${page}/${panel}`);
  const draft = drafted.get(kept);
  expect(take).toMatchObject({ made: "final", model: BEST });
  expect(take?.references.at(-1)).toMatchObject({ role: "draft", step: kept });
  // The request contains the draft's image, byte for byte.
  const images = new Map(
    first.book.pages.flatMap((one) => one.panels.map(({ artwork }) => [artwork, one.number])),
  );
  expect(images.has(draft ?? "")).toBe(true);
  const finals = picturesOf(last.book);
  for (const [step, picture] of drafted) {
    if (step === kept) expect(finals.get(step)).not.toBe(picture);
    else expect(finals.get(step)).toBe(picture);
  }
  expect(finals.size).toBe(drafted.size);

  const rows = ledgerOf(data);
  expect(paidBy(rows, DRAFT)).toEqual([...drafted.keys()].toSorted());
  expect(paidBy(rows, BEST)).toEqual([kept]);
  const whole = await counts();
  expect(whole.models[BEST]).toMatchObject({ calls: 1, images: 1 });
  expect(whole.models[DRAFT]).toEqual(asked.models[DRAFT]);
  expect(whole.models["gemini-3.8-flash"]).toEqual(asked.models["gemini-3.8-flash"]);
  expect(whole.errors).toEqual({});
  expect(sumOf(rows)).toBe(whole.micros);
  expect(last.session.costMicros).toBe(whole.micros);

  // The provenance of each page is that of its current pictures.
  const [own, others] = [Number(page), Number(page) === 1 ? 2 : 1];
  expect(last.book).toMatchObject({ tier: "draft", models: first.book.models });
  // The credit line on the last page names both models, although no panel of that page was drawn again.
  expect(others).toBe(last.book.pages.length);
  expect(last.book.pages.at(-1)?.image).not.toBe(first.book.pages.at(-1)?.image);
  const shares = last.book.drawnBy?.map(({ artist, tier }) => `${artist.replace(/@.*/, "")} ${tier}`);
  expect(shares?.toSorted()).toEqual([`gemini/${BEST} final`, `gemini/${DRAFT} draft`].toSorted());
  expect(last.book.drawnBy?.find(({ tier }) => tier === "final")?.pictures).toEqual([`p${page}/${panel}`]);
  expect(madeIn(join(folder, "final-book"), own)).toEqual({
    artists: [BEST, DRAFT].toSorted(),
    tiers: ["draft", "final"],
  });
  expect(madeIn(join(folder, "final-book"), others)).toEqual({ artists: [DRAFT], tiers: ["draft"] });

  await mark(data, `/api/v1/manga/sessions/${sessionId}/pages/${Number(page)}/panels/${panel}/kept`, false);
  const all = await manga(["--resume", sessionId, "--tier", "final", "--data", data], {
    out: join(folder, "all-final-book"),
  });
  expect(all.book.finals).toHaveLength(all.session.panels);
  expect(all.book.tier).toBe("final");
  expect(all.book.models.artist).toMatch(new RegExp(`^gemini/${BEST}@`));
  expect(all.book.models.reader).toBe(first.book.models.reader);
  // The sheets that the panels are based on are the draft's.
  const sheets = all.book.sheets?.map(({ step }) => step);
  expect(all.book.drawnBy?.find(({ tier }) => tier === "draft")?.pictures).toEqual(sheets);
  for (const number of [1, 2]) {
    expect(madeIn(join(folder, "all-final-book"), number)).toEqual({ artists: [BEST], tiers: ["final"] });
  }
});

/** Models in the metadata of a page's PNG, sorted. */
function madeIn(out: string, page: number) {
  const png = readFileSync(join(out, "pages", `00${page}.png`), "utf8");
  const [, seq = ""] = /<mekuri:artist>(.*?)<\/mekuri:artist>/s.exec(png) ?? [];
  const artists = [...seq.matchAll(/<rdf:li>gemini\/(.*?)@\d+<\/rdf:li>/g)].map(([, name]) => name);
  const [, tier = ""] = /<mekuri:tier>(.*?)<\/mekuri:tier>/.exec(png) ?? [];
  return { artists: artists.toSorted(), tiers: tier.split(", ").toSorted() };
}

/** Marks a panel as kept or not kept, as the studio does. */
async function mark(data: string, path: string, kept = true): Promise<void> {
  const options = { dataDir: data, isolate: false, apiPort: 0 };
  const troubles: string[] = [];
  const service = await openService({
    ...{ ...options, environment },
    onTrouble: (trouble) => void troubles.push(trouble),
  });
  try {
    const guest = guestOf(service.api, service.guestKey, service.tokenFile);
    const { status } = await guest.fetch(path, { method: "PUT", body: { kept } });
    expect(status).toBe(200);
  } finally {
    await service.close();
  }
  expect(troubles).toEqual([]);
}

it("makes a final book in batches at half the price, each submitted and paid once", async () => {
  const before = await counts();
  const data = join(folder, "slow");
  const args = [story, "--models", "gemini", "--tier", "final", "--slow", ...PAGES, "--data", data];
  const { session, book, pages } = await manga(args, {
    out: join(folder, "slow-book"),
    // What a claim that lapses had reserved counts in full, so a machine that stalls for a lease must not let one lapse.
    env: { MEKURI_BATCH_LOOK_SECONDS: "5", MEKURI_LEASE_SECONDS: "60" },
  });
  expect(session).toMatchObject({ status: "completed", pages: 2 });
  expect(pages.length).toBeGreaterThanOrEqual(2);
  expect(book.tier).toBe("final");
  const drawn = picturesOf(book);
  const takes = book.takes?.map(({ panel, made, model }) => `${panel} ${made} ${model}`);
  expect(takes).toHaveLength(session.panels);
  expect(new Set(takes?.map((one) => one.replace(/^\S+ /, "")))).toEqual(new Set([`drawn ${BEST}`]));

  const whole = await counts();
  const rows = ledgerOf(data);
  expect(Object.values(whole.batches)).toEqual(Array.from({ length: drawn.size }, () => 1));
  const images = (before.models[BEST]?.images ?? 0) + drawn.size;
  expect(whole.models[BEST]).toMatchObject({ images });
  expect(whole.errors).toEqual({});
  expect(rows.filter(({ state }) => state !== "settled")).toEqual([]);
  expect(paidBy(rows, BEST)).toEqual([...drawn.keys()].toSorted());
  expect(sumOf(rows)).toBe(whole.micros - before.micros);
  expect(session.costMicros).toBe(whole.micros - before.micros);
});

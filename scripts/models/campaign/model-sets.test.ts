// Combinations of reader, director and artist each make a whole book, hosted ones through the strict local servers. The default run covers
// each pair of two parts; `MODEL_SETS_CAMPAIGN=1` runs every combination.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import tls from "node:tls";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startComfyServer } from "../../../emulators/models/comfyui/comfyui-server.ts";
import { localCertificate, writeLocalCredentials } from "../../../emulators/models/credentials.ts";
import { type Answerer, RawText } from "../../../emulators/models/generate.ts";
import { startChatServer } from "../../../emulators/models/openai/chat-server.ts";
import { startImagesServer } from "../../../emulators/models/openai/images-server.ts";
import { startSdapiServer } from "../../../emulators/models/sdapi/sdapi-server.ts";
import { type ModelServer, startModelServer } from "../../../emulators/models/server.ts";
import { sampleService } from "../../../lib/api/sample-service.ts";
import { BookSchema } from "../../../lib/manga/book.ts";
import { FinishedBookSchema } from "../../../lib/manga/finished-book.ts";
import { isHostedId } from "../../../lib/manga/model-ids.ts";
import { CATALOG } from "../../../lib/models/catalog.ts";
import { MODEL_PARTS, type ModelSet, modelIds, modelSetName } from "../../../lib/models/model-sets.ts";
import { SessionParamsSchema } from "../../../lib/pipeline/params.ts";
import { catalogOffers } from "../offers.ts";
import { offlineAnswers } from "../writers/offline-answers.ts";

const ALL = process.env.MODEL_SETS_CAMPAIGN === "1";
const TEXT = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。";

const { words, direction, pictures } = MODEL_PARTS;
const directionAt = (index: number) => direction[index % direction.length] ?? "code";

/** Each reader with each artist, directors in rotation, so that each pair of parts occurs. */
const pairs = (): ModelSet[] =>
  words.flatMap((reads, row) =>
    pictures.map((draws, column) => ({
      ...{ words: reads, direction: directionAt(row + column), pictures: draws },
    })),
  );
const all = (): ModelSet[] =>
  words.flatMap((reads) =>
    direction.flatMap((directs) =>
      pictures.map((draws) => ({ words: reads, direction: directs, pictures: draws })),
    ),
  );
const SETS = ALL ? all() : pairs();

const TLS = localCertificate();
const trusted = tls.getCACertificates("default");
const folder = mkdtempSync(join(tmpdir(), "mekuri-sets-"));
const service = sampleService();
/** Tasks of the text requests since the last book. */
let tasks: string[] = [];
let server: ModelServer;
/** Local model servers. */
const own: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  for (const level of ["warn", "debug"] as const) vi.spyOn(console, level).mockImplementation(() => {});
  vi.spyOn(process, "emitWarning").mockImplementation(() => {});
  tls.setDefaultCACertificates([...trusted, TLS.cert]);
  const answer = offlineAnswers();
  const noted: Answerer = (question) => {
    const task = /^<data>\n\{"task":"(\w+)"/.exec(
      question.texts.find((text) => text.startsWith("<data>")) ?? "",
    );
    tasks.push(task?.[1] ?? "?");
    return answer(question);
  };
  server = await startModelServer({
    ...{ offers: catalogOffers("2026-11-29"), tls: TLS, imagen: true, answer: noted },
  });
  const [chat, images, sdapi, comfy] = await Promise.all([
    startChatServer({ models: ["large"], contextTokens: 200_000, answer: asWritten(noted) }),
    startImagesServer({ program: "openai", models: ["gpt-image-2"] }),
    startSdapiServer({ steps: 1 }),
    startComfyServer({ steps: 1 }),
  ]);
  own.push(chat, images, sdapi, comfy);
  const environment = {
    ...{
      GEMINI_API_KEY: "test",
      GEMINI_BASE_URL: server.url,
      VERTEX_PROJECT: "demo",
      VERTEX_BASE_URL: server.url,
    },
    GOOGLE_APPLICATION_CREDENTIALS: writeLocalCredentials(folder, server.url),
    ...{ MEKURI_WORDS_URL: chat.url, MEKURI_WORDS_MODEL: "large", MEKURI_WORDS_CONTEXT: "200000" },
    ...{
      MEKURI_WORDS_PRICE: "100000,400000",
      MEKURI_PICTURES_URL: images.url,
      MEKURI_PICTURES_MODEL: "gpt-image-2",
    },
    ...{ MEKURI_SDAPI_URL: sdapi.url, MEKURI_COMFYUI_URL: comfy.url },
    MEKURI_COMFYUI_PANEL_GRAPH: "examples/comfyui/panel.json",
    MEKURI_COMFYUI_PORTRAIT_GRAPH: "examples/comfyui/portrait.json",
    MEKURI_MODEL_REQUESTS_PER_MINUTE: CATALOG.map(({ id }) => `${id}=999999`).join(),
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  tls.setDefaultCACertificates(trusted);
  await Promise.all([server, ...own].map((one) => one?.close()));
  rmSync(folder, { recursive: true });
});

/** The strict schema requires an empty string for unstated facts; these answers omit them, as models without a grammar do. */
const asWritten =
  (answer: Answerer): Answerer =>
  async (question) => {
    const value = await answer(question);
    return value === undefined ? undefined : new RawText(JSON.stringify(value));
  };

/** A book of one page with a new owner, so that there are no cache hits. */
async function bookBy(owner: string, models: string) {
  tasks = [];
  const request = { text: TEXT, pages: 1, models, formats: [] };
  const accepted = await service.send("POST", "/api/v1/manga/generate", request, { as: owner });
  expect(accepted.status, await accepted.clone().text()).toBe(202);
  const { sessionId } = (await accepted.json()) as { sessionId: string };
  await service.deliver();
  return { sessionId, ...(await bookOf(sessionId)) };
}

async function bookOf(sessionId: string) {
  const session = service.projector.sessions.get(sessionId);
  expect({ status: session?.status, error: session?.error }).toEqual({
    status: "completed",
    error: undefined,
  });
  const finished = FinishedBookSchema.parse(await service.output(sessionId, "finish"));
  const bytes = await service.services.blobs.get(sessionId, finished.book);
  return { session, book: BookSchema.parse(JSON.parse(Buffer.from(bytes).toString("utf8"))) };
}

test("the combinations of a default run cover each pair of parts", () => {
  const met = (one: keyof ModelSet, other: keyof ModelSet) =>
    new Set(pairs().map((set) => `${set[one]} ${set[other]}`)).size;
  expect(met("words", "direction")).toBe(words.length * direction.length);
  expect(met("words", "pictures")).toBe(words.length * pictures.length);
  expect(met("direction", "pictures")).toBe(direction.length * pictures.length);
});

test.each(SETS.map((set) => [modelSetName(set), set] as const))(
  "%s makes a whole book",
  async (name, set) => {
    const { book, session } = await bookBy(`owner-of-${name}`, name);
    const ids = modelIds(set);
    expect(book.models).toEqual(ids);
    expect(book.madeBy).toBeUndefined();
    const panels = book.pages.flatMap((page) => page.panels);
    expect(panels.length).toBeGreaterThan(0);
    expect(book.cast.characters.length).toBeGreaterThan(0);
    const spoken = book.pages.flatMap(({ texts }) => texts.map(({ text }) => text.replaceAll(/\s/g, "")));
    expect(spoken.join("")).toContain("待って");
    // The parts of the set decide which tasks reach a hosted model.
    expect(tasks.includes("concept")).toBe(isHostedId(ids.reader));
    expect(tasks.includes("storyboard")).toBe(isHostedId(ids.director));
    // These local servers have no price here.
    const isFree = /^offline\/code\+(?:offline|openai|sdapi|comfyui)$/.test(name);
    expect((session?.costMicros ?? 0) > 0).toBe(!isFree);
  },
);

test("a session started with other versions is finished by the current ones, and its book and timeline say so", async () => {
  const older = { writer: "offline-author@1", artist: "offline-artist@1" };
  const params = SessionParamsSchema.omit({ storyHash: true }).parse({
    ...{ title: "雨", pages: 1, language: "ja", direction: "rtl", style: "manga", seed: 3, models: older },
    ...{ review: [], reviewTimeoutMinutes: 30, formats: [] },
  });
  const { sessionId } = await service.commands.startSession({ ownerId: "ann", text: TEXT, params });
  await service.deliver();
  const { book } = await bookOf(sessionId);
  const now = modelIds({ words: "offline", direction: "code", pictures: "offline" });
  expect(book.models).toEqual({ reader: older.writer, director: older.writer, artist: older.artist });
  expect(book.madeBy).toEqual({ reader: [now.reader], director: [now.director], artist: [now.artist] });
  const events = [...service.projector.events.values()].filter(({ kind }) => kind === "note");
  const told = (id: string) => events.filter(({ message }) => message?.startsWith(`Made by ${id}`)).length;
  expect(told(now.reader)).toBe(3);
  expect(told(now.director)).toBe(1);
  expect(told(now.artist)).toBeGreaterThan(0);
});

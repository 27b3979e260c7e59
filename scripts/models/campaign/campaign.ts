// Books through Gemini's protocol, on the real service, against the strict server with a sloppy writer and injected errors: how every
// session ended, whether all dialogue is in balloons, the number of calls, and whether the ledger agrees with the server.
import type { Counts } from "../../../emulators/models/account.ts";
import { PROFILES, type Profile } from "../../../emulators/models/profile.ts";
import { startModelServer } from "../../../emulators/models/server.ts";
import { BookSchema } from "../../../lib/manga/book.ts";
import { FinishedBookSchema } from "../../../lib/manga/finished-book.ts";
import { segmentStory } from "../../../lib/manga/segment.ts";
import type { ClientSession } from "../../../lib/pipeline/client-documents.ts";
import { type SessionClient, sessionClient } from "../../make/session-client.ts";
import { startService } from "../../serve/service.ts";
import { catalogOffers } from "../offers.ts";
import { NO_SLIPS, type SloppyOptions, sloppyWriter } from "../writers/sloppy-writer.ts";
import { type SpeechDifference, speechDifferences } from "./campaign-speech.ts";
import type { CampaignStory } from "./campaign-stories.ts";

export interface CampaignOptions {
  /** One session for each. */
  stories: readonly CampaignStory[];
  /** Number of concurrent sessions. */
  atOnce: number;
  /** Selects failing calls, refused subjects and slips. */
  seed: number;
  profile: Profile;
  rates?: SloppyOptions["rates"];
  /** Seconds that stand for the vendor's minute. Latencies and waits after a 429 are scaled with it. */
  windowSeconds: number;
  /** ISO date of models and prices. */
  today: string;
  /** A process for each function. */
  isolate: boolean;
  /** Requests of each model that all processes together may make within that minute. */
  requestsPerMinute: number;
  /** Time limit: sessions that have not ended by then are stuck. */
  limitMs: number;
}

export interface CampaignReport {
  ended: EndedSession[];
  /** Names of the stories whose sessions did not end in time. */
  stuck: string[];
  /** Calls that the server answered with 200, by the model's kind. */
  answered: { text: number; image: number };
  /** Attempts that it answered with an error, by status. */
  errors: Counts["errors"];
  /** Counts of the answers' endings. */
  endings: Counts["endings"];
  slips: Record<string, number>;
  /** The maximum number of requests of each model within a minute. */
  busiest: Counts["busiest"];
  /** The server's charges, and the costs that the sessions report. */
  chargedMicros: number;
  costMicros: number;
  seconds: number;
}

interface EndedSession extends Pick<ClientSession, "status" | "error" | "costMicros" | "pages" | "panels"> {
  story: string;
  /** Dialogue that the book lost or altered. */
  speech: SpeechDifference[];
}

export async function runCampaign(options: CampaignOptions): Promise<CampaignReport> {
  const { seed, profile, windowSeconds, today } = options;
  const offers = catalogOffers(today);
  const writer = sloppyWriter({ seed, ...(options.rates && { rates: options.rates }) });
  const server = await startModelServer({
    ...{ offers, profile, seed, answer: writer.answer },
    ...{ windowMs: windowSeconds * 1_000, timeFactor: windowSeconds / 60 },
  });
  try {
    const books = await makeBooks(
      { ...options, models: "gemini" },
      {
        GEMINI_API_KEY: "test",
        GEMINI_BASE_URL: server.url,
        MEKURI_MODELS_TODAY: today,
        MEKURI_MODEL_REQUESTS_PER_MINUTE: offers
          .map(({ id }) => `${id}=${options.requestsPerMinute}`)
          .join(","),
        MEKURI_MODEL_WINDOW_SECONDS: String(windowSeconds),
      },
    );
    const { models, errors, endings, busiest, micros } = server.counts();
    const answered = (kind: "text" | "image") =>
      offers
        .filter((offer) => offer.kind === kind)
        .reduce((sum, { id }) => sum + (models[id]?.calls ?? 0), 0);
    return {
      ...{ ...books, errors, endings, busiest, slips: writer.slips() },
      answered: { text: answered("text"), image: answered("image") },
      chargedMicros: micros,
      costMicros: books.ended.reduce((sum, { costMicros }) => sum + costMicros, 0),
    };
  } finally {
    await server.close();
  }
}

export interface BooksOptions extends Pick<CampaignOptions, "stories" | "atOnce" | "isolate" | "limitMs"> {
  /** Reader, director and artist: `openai+offline`. */
  models: string;
}

export interface Books {
  ended: EndedSession[];
  /** Names of the stories whose sessions did not end in time. */
  stuck: string[];
  seconds: number;
}

/** Makes the books on a separate service with these environment variables. */
export async function makeBooks(
  { stories, atOnce, isolate, limitMs, models }: BooksOptions,
  variables: Readonly<Record<string, string>>,
): Promise<Books> {
  const startedAt = performance.now();
  const outside = { ...process.env };
  Object.assign(process.env, variables, {
    MEKURI_LOOPBACK_LIMIT_FACTOR: "100000",
    // A high limit, because one owner has all books, and reservations are several times a call's cost.
    MEKURI_DAY_BUDGET_MICRODOLLARS: "2000000000",
    MEKURI_LOG_LEVEL: "warning",
  });
  const service = await startService({
    ...{ dataDir: "memory", isolate, apiPort: 0, heapLimits: [], onTrouble: complain },
  });
  const client = sessionClient(service);
  try {
    const limit = AbortSignal.timeout(limitMs);
    const stuck: string[] = [];
    const ended: EndedSession[] = [];
    const waiting = [...stories.entries()];
    const takeNext = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, story] = next;
        const session = await makeBook(client, story, { seed: index + 1, limit, models });
        if (session === undefined) stuck.push(story.name);
        else ended.push(session);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, takeNext));
    return { ended, stuck, seconds: Math.round((performance.now() - startedAt) / 1_000) };
  } finally {
    await client.close();
    await service.stop();
    for (const name of Object.keys(process.env)) if (!(name in outside)) delete process.env[name];
    Object.assign(process.env, outside);
  }
}

interface BookOrder {
  models: string;
  seed: number;
  limit: AbortSignal;
}

/** Undefined for a session that does not end in time. */
async function makeBook(
  client: SessionClient,
  { name, text, language, pages }: CampaignStory,
  { seed, limit, models }: BookOrder,
): Promise<EndedSession | undefined> {
  const request = { text, language, seed, models, formats: [], pages };
  const sessionId = await client.generate(request);
  let session: ClientSession;
  try {
    session = await client.follow(sessionId, () => {}, limit);
  } catch (error) {
    if (limit.aborted) return undefined;
    throw error;
  }
  const { status, error, costMicros, pages: made, panels, result } = session;
  const speech =
    status === "completed" ? await lostSpeech(client, { sessionId, result }, { text, language }) : [];
  return { story: name, status, error, costMicros, pages: made, panels, speech };
}

async function lostSpeech(
  client: SessionClient,
  { sessionId, result }: Pick<ClientSession, "sessionId" | "result">,
  { text, language }: Pick<CampaignStory, "text" | "language">,
): Promise<SpeechDifference[]> {
  const { book: hash } = FinishedBookSchema.parse(result);
  const bytes = await client.download(sessionId, hash);
  const book = BookSchema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  return speechDifferences(segmentStory(text, language), book);
}

/** The options for the same sessions without errors and slips, which give the number of calls that the books need. */
export function faultless(options: CampaignOptions): CampaignOptions {
  return { ...options, profile: PROFILES.instant, rates: NO_SLIPS };
}

function complain(message: string): void {
  process.stderr.write(`mekuri: ${message}\n`);
}

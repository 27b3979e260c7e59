// Many books at once by way of Gemini's protocol, on the real service: once with a server that never fails, once with one that does.
// What is compared: how every session ended, how many requests it took, how many left within any window, and what the bill says.
import { PROFILES, type Profile } from "../../emulators/models/profile.ts";
import { startModelServer } from "../../emulators/models/server.ts";
import type { ClientSession } from "../../lib/pipeline/client-documents.ts";
import { sessionClient } from "../manga/session-client.ts";
import { startService } from "../service/service.ts";
import { catalogOffers } from "./offers.ts";
import { offlineAnswers } from "./offline-answers.ts";

export interface CampaignOptions {
  sessions: number;
  /** Decides which requests fail. */
  seed: number;
  profile: Profile;
  /** A process for each function. */
  isolate: boolean;
  /** Requests that all processes together may make of each model within a window. */
  limits: Readonly<Record<string, number>>;
  windowSeconds: number;
  /** All sessions must have ended by then; those that have not are stuck. */
  limitMs: number;
}

export interface CampaignReport {
  ended: Pick<ClientSession, "status" | "error" | "costMicros" | "panels">[];
  stuck: number;
  requests: number;
  /** Requests that the complete books need when nothing fails. */
  needed: number;
  /** Of the server, by status. */
  errors: Record<string, number>;
  /** The most requests of each model within any window. */
  busiest: Record<string, number>;
  /** What the server charged, and what the sessions say that they cost. */
  chargedMicros: number;
  costMicros: number;
  seconds: number;
}

/** Each short enough for a page or two, each with something to say and to see. */
const STORIES = [
  `終電のあと
雨がホームをたたいていた。ユイは最後の電車に間に合わなかった。
「もう来ないよ」と駅員の佐藤が言った。
「知っています」とユイは答えた。「でも、待ちたいんです」
佐藤は傘をさしだした。二人はだまって線路を見ていた。`,
  `The Lighthouse Cat
Every night the cat climbed the stairs of the lighthouse. Old Tom was waiting with a lamp.
"You are late," said Tom.
The cat sat down by the window. A ship was passing in the storm.
"They see us," said Tom, and smiled.`,
];

export async function runCampaign(options: CampaignOptions): Promise<CampaignReport> {
  const startedAt = performance.now();
  const server = await startModelServer({
    ...{ offers: catalogOffers(new Date().toISOString().slice(0, 10)), answer: offlineAnswers() },
    ...{ profile: options.profile, seed: options.seed, windowMs: options.windowSeconds * 1_000 },
  });
  const outside = { ...process.env };
  Object.assign(process.env, {
    GEMINI_API_KEY: "test",
    GEMINI_BASE_URL: server.url,
    MEKURI_MODEL_REQUESTS_PER_MINUTE: Object.entries(options.limits)
      .map(([model, limit]) => `${model}=${limit}`)
      .join(","),
    MEKURI_MODEL_WINDOW_SECONDS: String(options.windowSeconds),
    MEKURI_LOOPBACK_LIMIT_FACTOR: "100000",
    // One owner has all the books, and what is reserved for a call is a multiple of what it costs.
    MEKURI_DAY_BUDGET_MICRODOLLARS: "2000000000",
    MEKURI_LOG_LEVEL: "warning",
  });
  const { isolate } = options;
  const service = await startService({
    dataDir: "memory",
    isolate,
    apiPort: 0,
    heapLimits: [],
    onTrouble: complain,
  });
  const client = sessionClient(service);
  try {
    const limit = AbortSignal.timeout(options.limitMs);
    const followed = await Promise.all(
      Array.from({ length: options.sessions }, async (_, index) => {
        const text = STORIES[index % STORIES.length];
        const request = { text, pages: 1, models: "gemini", seed: index + 1, formats: [] };
        const sessionId = await client.generate(request);
        // A session that does not end in time is stuck.
        return client.follow(sessionId, () => {}, limit).catch(() => undefined);
      }),
    );
    const ended = followed.filter((session) => session !== undefined);
    const { requests, errors, busiest, micros } = server.counts();
    return {
      ended: ended.map(({ status, error, costMicros, panels }) => ({ status, error, costMicros, panels })),
      stuck: followed.length - ended.length,
      ...{ requests, errors, busiest },
      needed: ended
        .filter(({ status }) => status === "completed")
        .reduce((sum, one) => sum + neededBy(one), 0),
      chargedMicros: micros,
      costMicros: ended.reduce((sum, { costMicros }) => sum + costMicros, 0),
      seconds: Math.round((performance.now() - startedAt) / 1_000),
    };
  } finally {
    await client.close();
    await service.stop();
    await server.close();
    for (const name of Object.keys(process.env)) if (!(name in outside)) delete process.env[name];
    Object.assign(process.env, outside);
  }
}

/** One for each text, and for each picture one more to look at it. */
function neededBy({ phases }: ClientSession): number {
  const steps = (phase: keyof ClientSession["phases"]) => phases[phase]?.steps ?? 0;
  const texts = steps("concept") + 1 + steps("plot") + steps("storyboard");
  const pictures = steps("characters") - 1 + steps("artwork");
  return texts + 2 * pictures;
}

/** The same sessions with a server that never fails and has room for all: the number of requests that the books need. */
export function faultless(options: CampaignOptions): CampaignOptions {
  return { ...options, profile: PROFILES.instant, limits: ROOM };
}

const ROOM = {
  "gemini-3.8-flash": 10_000,
  "gemini-3.1-flash-image": 10_000,
  "gemini-3.5-flash-lite": 10_000,
};

function complain(message: string): void {
  process.stderr.write(`mekuri: ${message}\n`);
}

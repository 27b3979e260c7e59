// The whole service in one process for tests: the real phases and the offline models on in-memory stores, behind the API.

import type { HttpBindings } from "@hono/node-server";
import { keepingArtist, keepingReader } from "../kept-answers.ts";
import { codeDirector } from "../models/code-director.ts";
import { findDirectors } from "../models/directors.ts";
import { offlineArtist } from "../models/offline/artist/artist.ts";
import { offlineReader } from "../models/offline/reader/offline-reader.ts";
import { offlineReviser } from "../models/offline/reviser/reviser.ts";
import { pooledEstimateReader } from "../models/reading/pooled-estimate-reader.ts";
import {
  type LatencyProfile,
  simulatedArtist,
  simulatedDirector,
  simulatedReader,
} from "../models/simulated.ts";
import { singleCallArtist, singleCallDirector, singleCallReader } from "../models/single-call.ts";
import type { EstimateReader } from "../models/story-reader.ts";
import { concept } from "../phases/1-concept.ts";
import { characters } from "../phases/2-characters.ts";
import { plot } from "../phases/3-plot.ts";
import { storyboard } from "../phases/4-storyboard.ts";
import { artwork } from "../phases/5-artwork.ts";
import { lettering } from "../phases/6-lettering.ts";
import { finish } from "../phases/7-finish.ts";
import { mangaStepEditor } from "../phases/step-editor.ts";
import type { MangaTools } from "../phases/tools.ts";
import { systemClock } from "../pipeline/clock.ts";
import { createRunner } from "../pipeline/handle.ts";
import type { Limits } from "../pipeline/ledger.ts";
import { createMemo } from "../pipeline/memo.ts";
import { memoryLedger } from "../pipeline/memory-ledger.ts";
import { memoryMemoCache, memoryMemoStore, OPEN_SEAL } from "../pipeline/memory-memo.ts";
import { memoryBlobs, memoryDeadLetters, memoryPublisher, memoryStores } from "../pipeline/memory-stores.ts";
import { createRevisionCommands } from "../pipeline/revisions.ts";
import type { Schedule } from "../pipeline/schedule.ts";
import { createSessionCommands } from "../pipeline/session.ts";
import { DEFAULT_SETTINGS } from "../pipeline/settings.ts";
import { loadJson } from "../pipeline/store-result.ts";
import { sampleArtists, sampleDrafter, sampleReaders } from "../sample-book.ts";
import { inlineWork } from "../work/inline-work.ts";
import { type ApiParts, createApi } from "./app.ts";
import type { Gate } from "./base-app.ts";
import { memoryAddressSigner } from "./memory-address-signer.ts";
import { memoryComments } from "./memory-comments.ts";
import { memoryEventReader } from "./memory-event-reader.ts";
import { memoryModeration } from "./memory-moderation.ts";
import { memoryPeople } from "./memory-people.ts";
import { memorySessionReader } from "./memory-session-reader.ts";
import { memoryUsageReader } from "./memory-usage-reader.ts";
import { memoryOperatorRecords } from "./operate/memory-operator-records.ts";
import { webhookSecrets } from "./webhook-secrets.ts";

/** A story of three scenes, two people and a cat. Its book has three pages and is made within a second. */
export const SAMPLE_STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。",
  "ミナは路地を走った。「どこへ行くの」とミナは聞いた。猫は振り返った。",
  "朝になった。ミナは猫を抱いて家に帰った。「ただいま」とミナは笑った。",
].join("\n\n");

export type Send = (
  method: string,
  path: string,
  body?: unknown,
  /** `as`: the owner who sends the request, default `local`; null: without a token. */
  extra?: { headers?: Record<string, string>; from?: string; as?: string | null },
) => Promise<Response>;

type SampleReaders = Partial<Pick<ApiParts, "sessions" | "events" | "reader"> & Pick<MangaTools, "artist">>;

/**
 * `gate` replaces parts of the middleware's dependencies: by default an access token is the owner's id, and nothing is rate-limited.
 * `readers` replaces the in-memory readers, the story reader (which runs in this process), and the artist of an id. Pages and pictures have
 * a quarter of a real book's width, unless full size is requested.
 */
export function sampleService(
  limits?: Limits,
  gate: Partial<Gate> = {},
  {
    reader = async () => pooledEstimateReader(inlineWork()),
    artist,
    isFullSize = false,
    ...readers
  }: SampleReaders & { isFullSize?: boolean } = {},
) {
  const ledger = memoryLedger(Date.now, limits);
  const stores = memoryStores(() => Date.now(), ledger);
  const publisher = memoryPublisher();
  const blobs = memoryBlobs();
  const errors: unknown[] = [];
  let ids = 0;
  const services = {
    ...stores,
    ...{ blobs, publisher, deadLetters: memoryDeadLetters() },
    ...{ clock: systemClock, random: () => 0.5, newId: () => `s${++ids}` },
    ledger,
    settings: { ...DEFAULT_SETTINGS, timings: { ...DEFAULT_SETTINGS.timings, projectionMs: 0 } },
  };
  /** The calls of the artist. */
  const drawn: string[] = [];
  const tools = {
    ...{ ...countingTools(drawn, reader), drafter: sampleDrafter(isFullSize) },
    ...(artist && { artist }),
  };
  const phases = [concept, characters, plot, storyboard, artwork, lettering, finish];
  const memo = createMemo({
    ...{ memory: memoryMemoCache(Date.now), redis: undefined, blobs, seal: OPEN_SEAL },
    store: memoryMemoStore((sessionId) => stores.projector.sessions.has(sessionId)),
  });
  const runner = createRunner({ ...services, phases, tools, memo });
  const commands = createSessionCommands(services);
  const revisions = createRevisionCommands({
    ...services,
    editor: mangaStepEditor(tools),
    reviser: offlineReviser(),
  });
  const people = memoryPeople(stores.projector, Date.now);
  const comments = memoryComments(stores.projector, Date.now);
  const moderation = memoryModeration(Date.now, ledger.suspended);
  const { letters } = services.deadLetters;
  const records = memoryOperatorRecords({ now: Date.now, newId: () => `act${++ids}`, ledger, letters });
  const app = createApi({
    commands,
    revisions,
    services,
    sessions: memorySessionReader(stores.projector),
    people,
    comments,
    events: memoryEventReader(stores.projector),
    ...readers,
    usage: memoryUsageReader(ledger),
    ...{ moderation, records },
    signer: memoryAddressSigner(blobs.blobs, Date.now),
    erasers: { documents: stores.eraser, files: blobs, memo },
    webhooks: { allowLoopback: false, ...webhookSecrets(new Uint8Array(32)) },
    reader,
    vocabulary: () => import("../models/offline/artist/vocabulary/suggestions.ts"),
    newToken: () => `token-${++ids}`,
    gate: { ...sampleGate((error) => errors.push(error)), ...gate },
  });

  const send: Send = async (method, path, body, { headers, from = "127.0.0.1", as = "local" } = {}) => {
    const identity: Record<string, string> = as === null ? {} : { authorization: `Bearer ${as}` };
    const init: RequestInit = { method, headers: { ...identity, ...headers } };
    if (body !== undefined) {
      init.headers = { "content-type": "application/json", ...init.headers };
      init.body = typeof body === "string" ? body : JSON.stringify(body);
    }
    const bindings = { incoming: { socket: { remoteAddress: from } } } as unknown as HttpBindings;
    return app.request(`http://localhost${path}`, init, bindings);
  };

  async function schedule(sessionId: string): Promise<Schedule> {
    const found = await services.schedules.read(sessionId);
    if (found === undefined) throw new Error(`${sessionId} is missing`);
    return found;
  }

  return {
    ...{
      app,
      services,
      documents: stores.eraser,
      files: blobs,
      projector: stores.projector,
      publisher,
      ledger,
      moderation,
      people,
      comments,
      memo,
      commands,
      revisions,
      drawn,
      errors,
      /** Stored objects by `{sessionId}/{hash}`. */
      blobs: blobs.blobs,
      send,
      schedule,
    },
    /** Delivers published messages until there are none left. */
    async deliver(): Promise<void> {
      while (publisher.queue.length > 0) {
        for (const message of publisher.queue.splice(0)) {
          const answer = await runner.handle(message);
          if (answer !== "ack") throw new Error(`${message.step} was answered with ${answer}`);
        }
      }
    },
    /** The current output of a step. */
    async output(sessionId: string, step: string): Promise<unknown> {
      const { results } = await schedule(sessionId);
      return loadJson(services.blobs, sessionId, results[step]?.output ?? step);
    },
  };
}

function sampleGate(onError: (error: unknown) => void): Gate {
  return {
    authenticate: async (token) => ({ ownerId: token, owners: [token], familyId: `family-of-${token}` }),
    isOperator: async () => false,
    limiter: {
      take: async ({ limit }) => ({ isAllowed: true, remaining: limit, resetSeconds: 1 }),
      state: () => "shared",
    },
    limits: { trustedProxies: 0, loopbackFactor: 1 },
    allowedOrigins: [],
    onError,
    ...{ audit: () => {}, way: "manga" },
  };
}

const AT_ONCE: LatencyProfile = {
  writing: { concept: 0, characters: 0, plot: 0, storyboard: 0 },
  portraitMs: 0,
  panelMs: 0,
};

function countingTools(drawn: string[], stories: () => Promise<EstimateReader>): Omit<MangaTools, "drafter"> {
  const models = { reader: sampleReaders(), director: findDirectors(), artist: sampleArtists() };
  const isSimulated = (id: string) => id.startsWith("simulated-");
  return {
    /** The simulated models have their costs but take no time. */
    async reader(id) {
      return isSimulated(id)
        ? singleCallReader(simulatedReader(keepingReader(offlineReader()), AT_ONCE))
        : models.reader(id);
    },
    async director(id) {
      return isSimulated(id)
        ? singleCallDirector(simulatedDirector(codeDirector(), AT_ONCE))
        : models.director(id);
    },
    async artist(id) {
      const artist = isSimulated(id)
        ? singleCallArtist(simulatedArtist(keepingArtist(offlineArtist()), AT_ONCE))
        : await models.artist(id);
      return {
        ...artist,
        async draw(request, context, options) {
          drawn.push(request.kind);
          return artist.draw(request, context, options);
        },
      };
    },
    stories,
    binder: async () => (await import("../export/file-binder.ts")).fileBinder(),
  };
}

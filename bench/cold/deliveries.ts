// Deliveries for a cold function: real sessions on an emulator suite of their own, each advanced by the functions' code in this process
// until a step of the wanted phase is in flight. Texts and pictures come from a server with Google's protocol that answers at once.
import { randomUUID } from "node:crypto";
import { PubSub } from "@google-cloud/pubsub";
import { Storage } from "@google-cloud/storage";
import { PROFILES } from "../../emulators/models/profile.ts";
import { startModelServer } from "../../emulators/models/server.ts";
import { startSuite } from "../../emulators/suite.ts";
import { planGeneration } from "../../lib/api/generation.ts";
import { GenerateRequestSchema } from "../../lib/api/session-routes.ts";
import { bucketName } from "../../lib/cloud/config.ts";
import { ensureBucket } from "../../lib/cloud/ensure-bucket.ts";
import { ensureTopics } from "../../lib/cloud/ensure-topics.ts";
import { CATALOG } from "../../lib/models/catalog.ts";
import { pooledReader } from "../../lib/models/reading/pooled-reader.ts";
import type { MangaTools } from "../../lib/phases/tools.ts";
import { messageOf } from "../../lib/pipeline/advance.ts";
import type { Phase } from "../../lib/pipeline/phase.ts";
import { PHASES, type PhaseName, parseStepId } from "../../lib/pipeline/step-id.ts";
import { inlineWork } from "../../lib/work/inline-work.ts";
import { catalogOffers } from "../../scripts/models/offers.ts";
import { offlineAnswers } from "../../scripts/models/writers/offline-answers.ts";
import { localSigningKeys } from "../../scripts/serve/local-keys.ts";
import { envelope } from "./first-requests.ts";

export interface Deliveries {
  /** A Pub/Sub push for a step of this phase that is not claimed yet. */
  next(phase: PhaseName): Promise<unknown>;
  close(): Promise<void>;
}

const TEXT = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。";

/**
 * Sets `process.env` for this process and its children. Projections are written without delay: the delivery comes right after the session's
 * last change and would otherwise wait for the minimum of a second between two writes of its document, which no real cold start does.
 */
export async function openDeliveries(): Promise<Deliveries> {
  const suite = await startSuite({ dataDir: "memory", ports: "auto", environment: {} });
  const models = await startModelServer({
    offers: catalogOffers(new Date().toISOString().slice(0, 10)),
    answer: remembered(offlineAnswers()),
    ...{ profile: PROFILES.instant, seed: 1, port: 0 },
  });
  const keys = await localSigningKeys("memory");
  Object.assign(process.env, suite.env, {
    ...{ METADATA_SERVER_DETECTION: "none", MEKURI_LOG_LEVEL: "error", MEKURI_GUESTS: "on" },
    MEKURI_SHOWING_SECONDS: "0",
    MEKURI_DATA_KEY: Buffer.alloc(32, 7).toString("base64"),
    MEKURI_SIGNING_KEYS_FILE: keys.path,
    MEKURI_JWKS_URL: "http://127.0.0.1:9/.well-known/jwks.json",
    ...{ GEMINI_API_KEY: "test", GEMINI_BASE_URL: models.url },
    MEKURI_MODEL_REQUESTS_PER_MINUTE: CATALOG.map(({ id }) => `${id}=999999`).join(),
  });
  const projectId = suite.env.GOOGLE_CLOUD_PROJECT;
  const pubsub = new PubSub({ projectId });
  await Promise.all([ensureTopics(pubsub), ensureBucket(new Storage({ projectId }), bucketName(projectId))]);
  const { commands, services } = await import("../../functions/wiring.ts");
  const { phaseWork } = await import("../../functions/serve-phase.ts");
  const [{ reader }, { director }, { artist }, { stories }, { drafter }, { binder }] = await Promise.all([
    import("../../functions/reader.ts"),
    import("../../functions/director.ts"),
    import("../../functions/artist.ts"),
    import("../../functions/stories.ts"),
    import("../../functions/drafter.ts"),
    import("../../functions/binder.ts"),
  ]);
  const tools = { reader, director, artist, stories, drafter, binder };
  const phases = await Promise.all(
    PHASES.map(async (name) => [name, await phaseWork(() => phaseOf(name), tools)] as const),
  );
  const work = new Map(phases);

  /** Handles messages until only steps of the phase are in flight, and returns one of them. */
  async function bringTo(sessionId: string, phase: PhaseName) {
    for (;;) {
      const schedule = await services().schedules.read(sessionId);
      const flights = Object.entries(schedule?.inFlight ?? {});
      const others = flights.filter(([step]) => parseStepId(step).phase !== phase);
      const [wanted] = flights;
      if (others.length === 0) {
        if (wanted === undefined) throw new Error(`${sessionId} ended before ${phase}`);
        return messageOf(sessionId, wanted[0], wanted[1].input);
      }
      for (const [step, { input }] of others) {
        const body = messageOf(sessionId, step, input);
        const delivery = { messageId: randomUUID(), attributes: {}, deliveryAttempt: 1, body };
        const answer = await work.get(parseStepId(step).phase)?.(delivery);
        if (answer !== "ack") throw new Error(`${step} was answered with ${answer}`);
      }
    }
  }

  let current: string | undefined;
  return {
    async next(phase) {
      // Reuses a session that has not passed the phase yet.
      const known = current === undefined ? undefined : await services().schedules.read(current);
      const steps = Object.keys(known?.results ?? {});
      if (
        current !== undefined &&
        steps.length > 0 &&
        !steps.some((step) => parseStepId(step).phase === phase)
      )
        return envelope(await bringTo(current, phase));
      const wanted = { text: TEXT, pages: 1, seed: 1, models: "gemini", formats: ["pdf"] };
      const planned = await planGeneration(GenerateRequestSchema.parse(wanted), pooledReader(inlineWork()));
      const { story, params } = planned;
      // A new owner, so that there are no cache hits.
      const { sessionId } = await commands().startSession({
        ownerId: randomUUID(),
        text: story.text,
        params,
      });
      current = sessionId;
      return envelope(await bringTo(sessionId, phase));
    },
    async close() {
      keys.discard();
      await pubsub.close();
      await models.close();
      await suite.close();
    },
  };
}

type Answerer = ReturnType<typeof offlineAnswers>;

/** Answers a repeated request at once. */
function remembered(answer: Answerer): Answerer {
  const known = new Map<string, ReturnType<Answerer>>();
  return (question) => {
    const key = JSON.stringify(question);
    const before = known.get(key) ?? answer(question);
    known.set(key, before);
    return before;
  };
}

async function phaseOf(name: PhaseName): Promise<Phase<MangaTools>> {
  switch (name) {
    case "concept":
      return (await import("../../lib/phases/1-concept.ts")).concept;
    case "characters":
      return (await import("../../lib/phases/2-characters.ts")).characters;
    case "plot":
      return (await import("../../lib/phases/3-plot.ts")).plot;
    case "storyboard":
      return (await import("../../lib/phases/4-storyboard.ts")).storyboard;
    case "artwork":
      return (await import("../../lib/phases/5-artwork.ts")).artwork;
    case "lettering":
      return (await import("../../lib/phases/6-lettering.ts")).lettering;
    case "finish":
      return (await import("../../lib/phases/7-finish.ts")).finish;
  }
}

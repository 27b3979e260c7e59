// Runs a campaign: fault-free books first, then the same stories with fault injection, then the report.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PubSub } from "@google-cloud/pubsub";
import { Storage } from "@google-cloud/storage";
import { bucketName } from "../../../lib/cloud/config.ts";
import { ensureBucket } from "../../../lib/cloud/ensure-bucket.ts";
import { ensurePushSubscription, ensureTopics } from "../../../lib/cloud/ensure-topics.ts";
import { FUNCTIONS } from "../../../lib/topology.ts";
import { builtModule } from "../../operate/build/layout.ts";
import { OWN_FONTS_ALONE } from "../../serve/memory-limits.ts";
import { type Audit, openAudit } from "./audit.ts";
import { type BookReader, bookReader } from "./books.ts";
import { type AcceptedSession, buildReport } from "./build-report.ts";
import { leftBatchesBeside } from "./campaign-batches.ts";
import { watchCommits } from "./commits.ts";
import { drawCrashOrders } from "./crash-orders.ts";
import { CRASHES_PER_SESSION, chanceOf } from "./fault-rates.ts";
import { type Fleet, startFleet } from "./fleet.ts";
import { type Granted, panelStep } from "./judge-wishes.ts";
import { planStories } from "./plan-stories.ts";
import { bundlePrograms, OWN } from "./program.ts";
import type { ChaosReport } from "./report.ts";
import {
  changeBook,
  type Done,
  describeState,
  hasEnded,
  isAtRest,
  newDone,
  openStandstillTimer,
  runSome,
  startSession,
  until,
} from "./sessions.ts";
import { keepSuite, type SuiteKeeper } from "./suite-keeper.ts";
import { planPerson } from "./wishes.ts";

export interface ChaosOptions {
  sessions: number;
  seed: number;
  /** Whether to use the functions of `dist/` unchanged, instead of the sources with the campaign's ports. */
  isBuilt: boolean;
  /** Number of owners who share the sessions; absent: one for each session. */
  owners?: number;
  /** Number of concurrent sessions. */
  atOnce: number;
  /** An empty folder for the suite's data, the journal and the logs. */
  folder: string;
  /** Called with progress messages. */
  note: (line: string) => void;
}

/**
 * Leases are a tenth of 30 s, or half of it if pages are painted at full size. A sweep runs every 12 s and not
 * more often, because each also publishes messages again that only wait in a queue.
 */
const SWEEP_MS = 12_000;
const LEASE_SECONDS = { own: "3", built: "15" } as const;
/**
 * Minimum seconds between two writes of a session's document. The models answer in hundredths of a second, so with the default of 1 s every
 * step would wait for such a write.
 */
const SHOWING_SECONDS = { own: "0.1", built: "0.5" } as const;
/** A simulated batch takes 4 s, so a sweep finds it done. With the default of 30 s three sweeps pass before the sweep looks. */
const BATCH_LOOK_SECONDS = "4";
const POLL_MS = 250;
/** Time without any finished step after which the remaining sessions are stuck. */
const PATIENCE_MS = { own: 180_000, built: 600_000 } as const;
/** Maximum instances of a function, by its share of a book's steps. */
const maxInstances = (name: string) => ({ artwork: 7, characters: 3 })[name] ?? 2;
/** Deployed functions paint at full size, and their simulated models take seconds. */
const PAGES = { own: 2, built: 1 } as const;

/** Throws if the suite or the functions cannot run. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { folder, seed } = options;
  const dataDir = join(folder, "data");
  const files = { journal: join(folder, "journal.jsonl"), tally: join(folder, "tally") };
  mkdirSync(folder, { recursive: true });
  for (const file of Object.values(files)) writeFileSync(file, "");
  const log = openSync(join(folder, "log.txt"), "a");
  const functions = [
    ...OWN,
    ...FUNCTIONS.filter(({ trigger }) => trigger.kind !== "http").map(({ name }) => name),
  ];
  const programs = join(folder, "programs");
  const { isBuilt } = options;
  const kind = isBuilt ? "built" : "own";
  await bundlePrograms(programs, isBuilt ? OWN : functions);
  const moduleOf = (name: string) =>
    isBuilt && !OWN.includes(name) ? builtModule(name) : join(programs, `${name}.mjs`);
  const unbuilt = functions.filter((name) => !existsSync(moduleOf(name)));
  if (unbuilt.length > 0) {
    throw new Error(`there is no bundle of ${unbuilt.join(", ")}: run \`npm run build\` first`);
  }
  // Hundreds of processes start in a campaign, so they share a compile cache.
  const compiled = { NODE_COMPILE_CACHE: join(folder, "compiled") };
  const keeper = await keepSuite({
    ...{ program: join(programs, "suite.mjs"), dataDir, seed, log, env: compiled },
  });
  const stops: (() => unknown)[] = [() => keeper.close()];
  try {
    Object.assign(process.env, keeper.env, { METADATA_SERVER_DETECTION: "none" });
    const watch = watchCommits(dataDir);
    stops.push(() => watch.close());
    const env = {
      ...process.env,
      MEKURI_DATA_KEY: randomBytes(32).toString("base64"),
      MEKURI_LEASE_SECONDS: LEASE_SECONDS[kind],
      MEKURI_SHOWING_SECONDS: SHOWING_SECONDS[kind],
      MEKURI_BATCH_LOOK_SECONDS: BATCH_LOOK_SECONDS,
      ...compiled,
      ...OWN_FONTS_ALONE,
      MALLOC_ARENA_MAX: "2",
      // The worker pool is off, because dozens of instances share two cores, and a worker thread would load the original modules, not the
      // replaced ones.
      MEKURI_WORK_THREADS: "0",
    };
    const fleet = await startFleet({
      env,
      log,
      functions,
      moduleOf,
      programs,
      journal: files.journal,
      maxInstances,
    });
    stops.push(() => fleet.stop());
    await layGround(fleet);
    const audit = openAudit();
    const timers = [
      setInterval(() => audit.see(watch.poll()), POLL_MS),
      setInterval(sweeper(fleet), SWEEP_MS),
    ];
    stops.push(() => timers.forEach(clearInterval));
    return await campaign({ options, keeper, fleet, audit, files });
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function layGround(fleet: Fleet): Promise<void> {
  const projectId = process.env.GOOGLE_CLOUD_PROJECT ?? "demo-mekuri";
  const pubsub = new PubSub({ projectId });
  await Promise.all([ensureTopics(pubsub), ensureBucket(new Storage({ projectId }), bucketName(projectId))]);
  const pushes = FUNCTIONS.map(({ name, trigger }) =>
    trigger.kind === "push"
      ? ensurePushSubscription(pubsub, trigger.subscription, { endpoint: fleet.url(name) })
      : undefined,
  );
  await Promise.all(pushes);
  await pubsub.close();
}

/** Runs a sweep unless the last one is still running. A failed sweep is made up for by the next. */
function sweeper(fleet: Fleet): () => void {
  let isSweeping = false;
  return () => {
    if (isSweeping) return;
    isSweeping = true;
    fetch(fleet.url("sweep"), { method: "POST" })
      .then((response) => response.arrayBuffer())
      .catch(() => {})
      .finally(() => {
        isSweeping = false;
      });
  };
}

interface Campaign {
  options: ChaosOptions;
  keeper: SuiteKeeper;
  fleet: Fleet;
  audit: Audit;
  files: { journal: string; tally: string };
}

async function campaign({ options, keeper, fleet, audit, files }: Campaign): Promise<ChaosReport> {
  const { sessions: count, seed, atOnce, note, isBuilt } = options;
  const owners = options.owners ?? count;
  const kind = isBuilt ? "built" : "own";
  const patienceMs = PATIENCE_MS[kind];
  const pages = PAGES[kind];
  const casts = planStories(options);
  const over = new AbortController();
  fleet.failed.then((reason) => over.abort(new Error(reason)));
  const begunAt = Date.now();

  /** Hashes of each story's book: without wishes, after the first wish, and so on. */
  const baseline = new Map<string, string[]>();
  const calm = openStandstillTimer(audit, patienceMs);
  await runSome(casts, atOnce, async ({ name, text, seed: own, isPainted, wishes }) => {
    const ownerId = `calm ${name}`;
    const begun = { ownerId, key: ownerId, text, seed: own, pages, isPainted };
    audit.expectSession(ownerId);
    const sessionId = await startSession(fleet.url("start"), begun, over.signal);
    const signal = AbortSignal.any([over.signal, calm.signal]);
    const plan = { wishes: wishes.length, isTwice: false, cancelAfterMs: undefined };
    const hashes: string[] = [];
    const onShown = async () => {
      await until(() => hasEnded(audit, sessionId), signal);
      hashes.push(await hashOf(audit, sessionId));
    };
    try {
      await onShown();
      const url = fleet.url("change");
      await changeBook({ audit, url, sessionId, ownerId, wishes, plan, signal, onShown });
    } catch (error) {
      if (!calm.signal.aborted) throw error;
      throw new Error(`${name} without faults does not end: ${describeState(audit, sessionId)}`, {
        cause: error,
      });
    }
    baseline.set(name, hashes);
  }).finally(calm.end);
  note(`${baseline.size} books without faults in ${secondsSince(begunAt)} s`);

  const startedAt = Date.now();
  const storm = await keeper.storm(files.tally);
  const accepted: { sessionId: string; story: string; done: Done }[] = [];
  const orders = drawCrashOrders(chanceOf(seed, "crashes"), Math.ceil(count * CRASHES_PER_SESSION), isBuilt);
  fleet.setFaults({ seed, orders, share: () => accepted.length / count });
  let ended = 0;
  const patience = openStandstillTimer(audit, patienceMs);
  const signal = AbortSignal.any([over.signal, patience.signal]);
  try {
    await runSome([...Array(count).keys()], atOnce, async (index) => {
      const cast = casts[index % casts.length];
      if (cast === undefined) throw new RangeError("there is no story");
      const { name, text, seed: own, isPainted, wishes } = cast;
      const ownerId = `owner ${index % owners}`;
      const begun = { ownerId, key: `session ${index}`, text, seed: own, pages, isPainted };
      audit.expectSession(ownerId);
      const sessionId = await startSession(fleet.url("start"), begun, signal);
      const done = newDone();
      accepted.push({ sessionId, story: name, done });
      await until(() => hasEnded(audit, sessionId), signal);
      const plan = planPerson(chanceOf(seed, `person ${index}`), wishes.length);
      await changeBook({ audit, url: fleet.url("change"), sessionId, ownerId, wishes, plan, signal, done });
      ended += 1;
      if (ended % 25 === 0) {
        note(`${ended} of ${count} ended, ${fleet.deaths.length} workers died, ${secondsSince(startedAt)} s`);
      }
    });
  } catch (error) {
    if (!patience.signal.aborted) throw error;
    note(`no step has ended for ${patienceMs / 1_000} s`);
  } finally {
    patience.end();
  }
  fleet.setFaults(undefined);
  await storm.stop();
  note("calm");
  const resting = openStandstillTimer(audit, patienceMs);
  const rest = AbortSignal.any([over.signal, resting.signal]);
  await until(() => accepted.every(({ sessionId }) => isAtRest(audit, sessionId)), rest)
    .catch(() => over.signal.throwIfAborted())
    .finally(resting.end);
  const seconds = (Date.now() - startedAt) / 1_000;

  const reckoned: AcceptedSession[] = [];
  await runSome(accepted, atOnce, async ({ sessionId, story, done }) => {
    const isDone = audit.schedule(sessionId)?.state.status === "completed";
    const book = isDone ? await hashOf(audit, sessionId).catch((error: unknown) => String(error)) : undefined;
    for (const granted of done.granted) granted.pictures = await picturesOf(audit, sessionId, granted);
    // Read now, because a session that was interrupted may have changed since.
    const versions = audit.versions(sessionId);
    const shown = done.granted.filter(
      ({ version }) => versions.get(version)?.left.state.status === "completed",
    );
    reckoned.push({ sessionId, book, wanted: baseline.get(story)?.[shown.length], wished: done });
  });
  return buildReport({
    count,
    seed,
    seconds,
    reckoned,
    audit,
    files,
    handed: isBuilt ? fleet.handed : undefined,
    deaths: fleet.deaths,
    outages: keeper.outages,
    leftBatches: leftBatchesBeside(files.journal),
  });
}

const secondsSince = (time: number) => ((Date.now() - time) / 1_000).toFixed(0);

let books: BookReader | undefined;

function reader(): BookReader {
  books ??= bookReader(process.env.GOOGLE_CLOUD_PROJECT ?? "demo-mekuri");
  return books;
}

/** The pictures of a finished edit, and the one it is based on. Throws if one is missing or damaged. */
async function picturesOf(
  audit: Audit,
  sessionId: string,
  { wish, version }: Granted,
): Promise<Granted["pictures"]> {
  if (wish.kind !== "edit") return undefined;
  const step = panelStep(wish);
  const versions = audit.versions(sessionId);
  const [before, now] = [versions.get(version - 1)?.left, versions.get(version)?.left];
  const [old, made] = [before?.results[step]?.output, now?.results[step]?.output];
  if (now?.state.status !== "completed" || old === undefined || made === undefined) return undefined;
  const [of = ""] = await reader().pictures(sessionId, old);
  return { of, made: await reader().pictures(sessionId, made) };
}

/** Hash of the book that the session's last step made. */
async function hashOf(audit: Audit, sessionId: string): Promise<string> {
  const finish = audit.schedule(sessionId)?.results.finish?.output;
  if (finish === undefined) throw new Error(`${sessionId} has no bound book`);
  return reader().hash(sessionId, finish);
}

// Starts every emulator in this process, on one data folder, and says under which variables clients find them.
// An emulator that the environment names already, such as one of Google's own suite, is used instead of ours.
import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { type DataDir, openDatabase } from "./database.ts";
import type { Contention } from "./firestore/contention.ts";
import { lockFolder } from "./folder-lock.ts";
import { isPortTaken } from "./port-probe.ts";
import type { DeliveryFaults } from "./pubsub/delivery-faults.ts";
import type { PushRealism } from "./pubsub/push-window.ts";
import { KEYS_PATH } from "./pubsub/token-http.ts";
import type { RunningService } from "./service.ts";
import type { RunningStorage } from "./storage/server.ts";
import {
  DEFAULT_PORTS,
  DEFAULT_PROJECT,
  givenElsewhere,
  type ServicePorts,
  type ServiceVariable,
  STRICT_INDEXES,
  type SuiteEnvironment,
} from "./suite-environment.ts";

export interface SuiteOptions {
  readonly dataDir: DataDir;
  /** `default`: `DEFAULT_PORTS`; `auto`: free ones; or those given, such as `portsOf` a suite that died, and free ones. */
  readonly ports: "auto" | "default" | Partial<ServicePorts>;
  /** The file of rules that clients of the web are held to at our Firestore; without one they may do everything. */
  readonly rulesFile?: string;
  /**
   * A `firestore.indexes.json`: our Firestore then refuses the queries that it does not cover. The file that the environment names as
   * EMULATORS_STRICT_INDEXES unless given; without either every query is answered.
   */
  readonly indexesFile?: string | undefined;
  /** The variables around this process; its own unless given. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Firestore's latency, and its ABORTED under contention. */
  readonly contention?: Contention;
  /** The real Pub/Sub's slow start, and its backoff of whole push subscriptions. */
  readonly pushRealism?: PushRealism;
  readonly deliveryFaults?: DeliveryFaults;
  /** Push subscriptions of an earlier run wait until they are updated: for endpoints that move at every start. */
  readonly holdStoredPush?: boolean;
}

export interface RunningSuite {
  readonly env: SuiteEnvironment;
  /** Address of the JWK set that verifies the tokens of our Pub/Sub's push; undefined where another Pub/Sub is used. */
  readonly pushKeysUrl: string | undefined;
  /** Signs addresses that our Storage accepts; undefined where another Storage is used. */
  readonly storageAccount: RunningStorage["serviceAccount"] | undefined;
  /** Ends every emulator of ours, closes its data and unlocks the folder. May be called again. */
  close(): Promise<void>;
}

/** A port that an emulator should have is taken. */
export class PortInUseError extends Error {
  override readonly name = "PortInUseError";

  constructor(port: number, variable: ServiceVariable) {
    super(
      `Port ${port} is in use, but ${variable} is to be served there. ` +
        "Stop the program that uses it, or take free ports with --ports auto.",
    );
  }
}

/** Throws `FolderInUseError`, `PortInUseError`, `RulesFileError` or `IndexFileError`; then nothing of the suite runs. */
export async function startSuite(options: SuiteOptions): Promise<RunningSuite> {
  const { dataDir, environment = process.env } = options;
  const project = environment.GOOGLE_CLOUD_PROJECT || DEFAULT_PROJECT;
  const given = givenElsewhere(environment);
  const isFolderNeeded = dataDir !== "memory" && variablesOf(given).length > 0;
  const { db, leave } = openFolder(isFolderNeeded ? dataDir : "memory");
  const running: RunningService[] = [];

  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= closeAll();
    return closing;
  };
  async function closeAll(): Promise<void> {
    await Promise.all(running.map((service) => service.close()));
    leave();
  }

  try {
    const { env, ...ours } = await startServices({ ...options, environment }, { db, given, running });
    return { env: { GOOGLE_CLOUD_PROJECT: project, ...env }, ...ours, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function openFolder(dataDir: DataDir): { db: DatabaseSync; leave: () => void } {
  const unlock = dataDir === "memory" ? () => {} : lockFolder(dataDir);
  try {
    const db = openDatabase(dataDir);
    const leave = () => {
      db.close();
      unlock();
    };
    return { db, leave };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The services that the environment does not name: those that we must start. */
function variablesOf(given: Partial<SuiteEnvironment>): ServiceVariable[] {
  return Object.keys(DEFAULT_PORTS).filter((variable): variable is ServiceVariable => !(variable in given));
}

interface Ground {
  readonly db: DatabaseSync;
  readonly given: Partial<SuiteEnvironment>;
  /** Takes every service that started, so that all can be ended. */
  readonly running: RunningService[];
}

async function startServices(options: SuiteOptions, { db, given, running }: Ground) {
  const { dataDir, ports, environment, contention, rulesFile } = options;
  const projectId = environment?.GOOGLE_CLOUD_PROJECT || DEFAULT_PROJECT;

  const wanted = ports === "auto" ? {} : ports === "default" ? DEFAULT_PORTS : ports;

  /** Starts an emulator of ours, unless the environment names one. */
  async function start<T extends RunningService>(
    variable: ServiceVariable,
    run: (port: number) => Promise<T>,
  ) {
    if (given[variable] !== undefined) return undefined;
    const port = wanted[variable] ?? 0;
    if (port !== 0 && (await isPortTaken(port))) throw new PortInUseError(port, variable);
    const service = await run(port);
    running.push(service);
    return service;
  }

  const token = given.UPSTASH_REDIS_REST_TOKEN ?? upstashToken(db);
  const redisUrl = environment?.REDIS_URL;
  // Each module is loaded only if its emulator is ours.
  const [auth, firestore, pubsub, storage, upstash] = await allOrFirstFailure([
    start("FIREBASE_AUTH_EMULATOR_HOST", async (port) => {
      const { startAuth } = await import("./auth/server.ts");
      return startAuth({ db, port, projectId });
    }),
    start("FIRESTORE_EMULATOR_HOST", async (port) => {
      const { startFirestore } = await import("./firestore/server.ts");
      const { readRulesFile } = await import("./rules/rules-file.ts");
      const { readIndexFile } = await import("./firestore/indexes.ts");
      const rules = rulesFile === undefined ? undefined : readRulesFile(rulesFile);
      const indexesFile = options.indexesFile ?? environment?.[STRICT_INDEXES];
      const requireIndex = indexesFile ? readIndexFile(indexesFile) : undefined;
      const more = { ...(contention && { contention }), ...(rules && { rules }) };
      return startFirestore({ db, port, requireIndex, ...more });
    }),
    start("PUBSUB_EMULATOR_HOST", async (port) => {
      const { startPubSub } = await import("./pubsub/server.ts");
      const { pushRealism: realism, deliveryFaults, holdStoredPush } = options;
      return startPubSub({ db, port, realism, deliveryFaults, holdStoredPush });
    }),
    start("STORAGE_EMULATOR_HOST", async (port) => {
      const { startStorage } = await import("./storage/server.ts");
      return startStorage({ db, port, dataDir });
    }),
    start("UPSTASH_REDIS_REST_URL", async (port) => {
      const { startUpstash } = await import("./upstash/server.ts");
      return startUpstash({ db, port, token, ...(redisUrl && { redisUrl }) });
    }),
  ]);
  return {
    env: {
      FIREBASE_AUTH_EMULATOR_HOST: auth?.host ?? given.FIREBASE_AUTH_EMULATOR_HOST ?? "",
      FIRESTORE_EMULATOR_HOST: firestore?.host ?? given.FIRESTORE_EMULATOR_HOST ?? "",
      PUBSUB_EMULATOR_HOST: pubsub?.host ?? given.PUBSUB_EMULATOR_HOST ?? "",
      STORAGE_EMULATOR_HOST: storage?.endpoint ?? given.STORAGE_EMULATOR_HOST ?? "",
      UPSTASH_REDIS_REST_URL: upstash ? `http://${upstash.host}` : (given.UPSTASH_REDIS_REST_URL ?? ""),
      UPSTASH_REDIS_REST_TOKEN: token,
    },
    pushKeysUrl: pubsub && `http://${pubsub.host}${KEYS_PATH}`,
    storageAccount: storage?.serviceAccount,
  };
}

/** Like Promise.all, but fails only when all have come to an end, so that none starts after its suite was closed. */
async function allOrFirstFailure<T extends readonly Promise<unknown>[]>(starts: readonly [...T]) {
  await Promise.allSettled(starts);
  return Promise.all(starts);
}

/** One random token for each data folder: a client that was configured once stays so over restarts. */
function upstashToken(db: DatabaseSync): string {
  db.exec("CREATE TABLE IF NOT EXISTS suite_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
  db.prepare("INSERT OR IGNORE INTO suite_settings VALUES ('upstash_token', ?)").run(
    randomBytes(24).toString("base64url"),
  );
  return String(db.prepare("SELECT value FROM suite_settings WHERE name = 'upstash_token'").get()?.value);
}

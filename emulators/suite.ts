// Starts all emulators in this process on one data folder, and returns the environment variables for clients. An emulator that the
// environment already names, such as one of Google's suite, is used instead of a new one.
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
  /** `default`: `DEFAULT_PORTS`. `auto`: free ports. An object: the given ports, such as `portsOf` an earlier suite, and free ones for the rest. */
  readonly ports: "auto" | "default" | Partial<ServicePorts>;
  /** Security rules for web clients of the Firestore emulator. Without a file web clients may do everything. */
  readonly rulesFile?: string;
  /**
   * Path of a `firestore.indexes.json`: the Firestore emulator refuses queries that it does not cover. Default: the environment's
   * EMULATORS_STRICT_INDEXES. Without either every query is answered.
   */
  readonly indexesFile?: string | undefined;
  /** The environment variables to read. Default: those of the process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Simulates Firestore's latency, and ABORTED under contention. */
  readonly contention?: Contention;
  /** Pub/Sub's slow start and push backoff. */
  readonly pushRealism?: PushRealism;
  readonly deliveryFaults?: DeliveryFaults;
  /** Push subscriptions of an earlier run do not deliver until they are updated: for endpoints with new ports at every start. */
  readonly holdStoredPush?: boolean;
  /** Redis runs in a thread of its own: for many sessions at once, whose scripts take tens of milliseconds. */
  readonly redisThread?: boolean;
}

export interface RunningSuite {
  readonly env: SuiteEnvironment;
  /** URL of the JWK set that verifies tokens of authenticated push. Undefined if another Pub/Sub emulator is used. */
  readonly pushKeysUrl: string | undefined;
  /** The account whose signatures the Storage emulator accepts. Undefined if another Storage emulator is used. */
  readonly storageAccount: RunningStorage["serviceAccount"] | undefined;
  /** Stops the started emulators, closes the database and unlocks the folder. May be called more than once. */
  close(): Promise<void>;
}

/** A port that an emulator needs is in use. */
export class PortInUseError extends Error {
  override readonly name = "PortInUseError";

  constructor(port: number, variable: ServiceVariable) {
    super(
      `Port ${port} is in use, but ${variable} is to be served there. ` +
        "Stop the program that uses it, or take free ports with --ports auto.",
    );
  }
}

/** Throws `FolderInUseError`, `PortInUseError`, `RulesFileError` or `IndexFileError`, after all started emulators were stopped. */
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

/** The services that the environment does not name, which must be started. */
function variablesOf(given: Partial<SuiteEnvironment>): ServiceVariable[] {
  return Object.keys(DEFAULT_PORTS).filter((variable): variable is ServiceVariable => !(variable in given));
}

interface Ground {
  readonly db: DatabaseSync;
  readonly given: Partial<SuiteEnvironment>;
  /** Collects the started services, so that all can be stopped. */
  readonly running: RunningService[];
}

async function startServices(options: SuiteOptions, { db, given, running }: Ground) {
  const { dataDir, ports, environment, contention, rulesFile } = options;
  const projectId = environment?.GOOGLE_CLOUD_PROJECT || DEFAULT_PROJECT;

  const wanted = ports === "auto" ? {} : ports === "default" ? DEFAULT_PORTS : ports;

  /** Starts an emulator, unless the environment names one. */
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
  // A module is loaded only if its emulator is started.
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
      const redis = { port, token, ...(redisUrl && { redisUrl }) };
      if (options.redisThread) {
        const { startUpstashThread } = await import("./upstash/thread.ts");
        return startUpstashThread({ ...redis, dataDir });
      }
      const { startUpstash } = await import("./upstash/server.ts");
      return startUpstash({ ...redis, db });
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

/** Like Promise.all, but rejects only after all have settled, so that no emulator starts after the suite was closed. */
async function allOrFirstFailure<T extends readonly Promise<unknown>[]>(starts: readonly [...T]) {
  await Promise.allSettled(starts);
  return Promise.all(starts);
}

/** One random token for each data folder, so that a client's configuration stays valid across restarts. */
function upstashToken(db: DatabaseSync): string {
  db.exec("CREATE TABLE IF NOT EXISTS suite_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
  db.prepare("INSERT OR IGNORE INTO suite_settings VALUES ('upstash_token', ?)").run(
    randomBytes(24).toString("base64url"),
  );
  return String(db.prepare("SELECT value FROM suite_settings WHERE name = 'upstash_token'").get()?.value);
}

// Runs migrations: one run at a time by a lock with a lease, in batches that are committed together with the run's position, so that a
// killed run continues where it stopped. `migrations/{id}` has the state for `status` and `history`.
import type { Firestore, Timestamp, WriteBatch } from "@google-cloud/firestore";
import * as z from "zod";
import { MIGRATION_LOCK, MIGRATIONS, migrationPath } from "../firestore-paths.ts";
import type { Migration, MigrationTools } from "./migration.ts";
import { type Came, rewriteAll } from "./rewrite.ts";

const DirectionSchema = z.enum(["up", "down"]);
type Direction = z.infer<typeof DirectionSchema>;

const RunSchema = z.object({
  direction: DirectionSchema,
  by: z.string(),
  startedAt: z.number(),
  /** Absent while it runs, and when it was stopped. */
  endedAt: z.number().optional(),
  looked: z.int(),
  changed: z.int(),
  /** Documents that lost data when reverted; absent if none did. */
  lost: z.int().positive().optional(),
});

const RecordSchema = z.object({
  schemaVersion: z.literal(1),
  id: z.string(),
  /** `part`: some documents are changed and some are not; the last run has the direction. */
  state: z.enum(["applied", "pending", "part"]),
  after: z.string().optional(),
  /** Which of the migration's queries a stopped run was in; absent for the first. */
  query: z.int().positive().optional(),
  runs: z.array(RunSchema),
});
type Record_ = z.infer<typeof RecordSchema>;

const LockSchema = z.object({ schemaVersion: z.literal(1), holder: z.string(), until: z.number() });

export interface MigratorOptions {
  tools: MigrationTools;
  /** By id, in their order. */
  migrations: ReadonlyMap<string, Migration>;
  /** The runner, shown to others that find the lock taken. */
  holder: string;
  batchSize?: number;
  leaseMs?: number;
  now?: () => number;
  /** Called after each batch. */
  onProgress?: (id: string, came: { looked: number; changed: number }) => void;
}

export interface MigrationStatus {
  id: string;
  about: string;
  state: Record_["state"];
  /** The direction of an interrupted run. */
  direction?: Direction | undefined;
}

export interface MigrationRun extends z.infer<typeof RunSchema> {
  id: string;
}

/** Another run holds the lock. */
export class MigrationLockedError extends Error {
  override readonly name = "MigrationLockedError";
}

/** A request that cannot be carried out: nothing to revert, no reverse change, or a run interrupted in the other direction. */
export class MigrationRefusedError extends Error {
  override readonly name = "MigrationRefusedError";
}

export interface Migrator {
  status(): Promise<MigrationStatus[]>;
  /** All runs, the earliest first. */
  history(): Promise<MigrationRun[]>;
  /** Runs all pending migrations, or reports what they would change. Throws `MigrationLockedError`, `MigrationRefusedError`. */
  up(options?: { isRehearsal?: boolean }): Promise<MigrationRun[]>;
  /** Reverts the last applied migration. Throws as `up` does. */
  down(options?: { isRehearsal?: boolean }): Promise<MigrationRun>;
}

export function createMigrator(options: MigratorOptions): Migrator {
  const { tools, migrations, holder, now = Date.now, leaseMs = 60_000, batchSize = 100 } = options;
  const { db } = tools;

  async function records(): Promise<Map<string, Record_>> {
    const { docs } = await db.collection(MIGRATIONS).get();
    const found = docs.filter(({ ref }) => ref.path !== MIGRATION_LOCK);
    return new Map(found.map((document) => [document.id, RecordSchema.parse(document.data())]));
  }
  const blank = (id: string): Record_ => ({ schemaVersion: 1, id, state: "pending", runs: [] });

  async function run(id: string, direction: Direction, isRehearsal: boolean, lock: Lock | undefined) {
    const migration = migrations.get(id);
    const rewrite = migration?.[direction];
    if (migration === undefined || rewrite === undefined)
      throw new MigrationRefusedError(`${id} has no way ${direction}`);
    const known = (await records()).get(id) ?? blank(id);
    const stopped = known.state === "part" ? known.runs.at(-1) : undefined;
    if (stopped !== undefined && stopped.direction !== direction) {
      throw new MigrationRefusedError(
        `${id} was interrupted on its way ${stopped.direction}; continue it with \`npm run mekuri -- migrate ${stopped.direction}\` first`,
      );
    }
    const runs = stopped === undefined ? known.runs : known.runs.slice(0, -1);
    const own = stopped ?? { direction, by: holder, startedAt: now(), looked: 0, changed: 0 };
    const progress = { ...own };
    const at = db.doc(migrationPath(id));
    const sumsWith = ({ looked, changed, lost }: Came) => {
      const all = (progress.lost ?? 0) + lost;
      return {
        looked: progress.looked + looked,
        changed: progress.changed + changed,
        ...(all > 0 && { lost: all }),
      };
    };
    const writeIn = (query: number) => (batch: WriteBatch, came: Came) => {
      const record: Record_ = {
        ...{ schemaVersion: 1, id, state: "part", after: came.after },
        ...(query > 0 && { query }),
        runs: [...runs, { ...progress, ...sumsWith(came) }],
      };
      batch.set(at, record);
      lock?.extend(batch);
    };
    const queries = [migration.documents(db)].flat();
    const first = (stopped && known.query) ?? 0;
    for (const [index, query] of queries.entries()) {
      if (index < first) continue;
      await rewriteAll({
        ...{ db, query, after: index === first && stopped ? known.after : undefined },
        batchSize: Math.min(batchSize, migration.mostPerBatch ?? batchSize),
        change: (document) => rewrite(document, tools),
        loses: (document) => direction === "down" && migration.loses?.(document) === true,
        mark: isRehearsal ? undefined : writeIn(index),
        onBatch: async (came, commitTime) => {
          Object.assign(progress, sumsWith(came));
          lock?.extended(commitTime);
          options.onProgress?.(id, progress);
        },
        ...(lock && { onRefused: () => lock.check() }),
      });
    }
    const ended = { ...progress, endedAt: now() };
    if (isRehearsal) return { id, ...ended };
    const batch = db.batch();
    const state = direction === "up" ? "applied" : "pending";
    batch.set(at, { schemaVersion: 1, id, state, runs: [...runs, ended] } satisfies Record_);
    lock?.extend(batch);
    const results = await batch.commit();
    lock?.extended(results.at(-1)?.writeTime);
    return { id, ...ended };
  }

  async function locked<T>(isRehearsal: boolean, work: (lock: Lock | undefined) => Promise<T>): Promise<T> {
    if (isRehearsal) return work(undefined);
    const lock = await takeLock({ db, holder, leaseMs, now });
    try {
      return await work(lock);
    } finally {
      await lock.release();
    }
  }

  return {
    async status() {
      const known = await records();
      return [...migrations].map(([id, { about }]) => {
        const { state, runs } = known.get(id) ?? blank(id);
        return { id, about, state, ...(state === "part" && { direction: runs.at(-1)?.direction }) };
      });
    },
    async history() {
      const all = [...(await records()).values()].flatMap(({ id, runs }) =>
        runs.map((one) => ({ id, ...one })),
      );
      return all.toSorted((a, b) => a.startedAt - b.startedAt);
    },
    up: ({ isRehearsal = false } = {}) =>
      locked(isRehearsal, async (lock) => {
        const done: MigrationRun[] = [];
        for (const id of migrations.keys()) {
          if ((await records()).get(id)?.state === "applied") continue;
          done.push(await run(id, "up", isRehearsal, lock));
        }
        return done;
      }),
    down: ({ isRehearsal = false } = {}) =>
      locked(isRehearsal, async (lock) => {
        const known = await records();
        const last = [...migrations.keys()].findLast(
          (id) => (known.get(id)?.state ?? "pending") !== "pending",
        );
        if (last === undefined)
          throw new MigrationRefusedError("no migration is applied, so none can be reverted");
        return run(last, "down", isRehearsal, lock);
      }),
  };
}

interface Lock {
  /** Adds the renewal of the lock to a batch, which the commit checks; must be the batch's last write. */
  extend(batch: WriteBatch): void;
  extended(at: Timestamp | undefined): void;
  /** Throws `MigrationLockedError` if another run has taken over the lock. */
  check(): Promise<void>;
  release(): Promise<void>;
}

interface LockOptions {
  db: Firestore;
  holder: string;
  leaseMs: number;
  now: () => number;
}

/** The lock's document is written with each batch under the time of its last write: a run that lost it can commit nothing. */
async function takeLock({ db, holder, leaseMs, now }: LockOptions): Promise<Lock> {
  const at = db.doc(MIGRATION_LOCK);
  const mine = () => ({ schemaVersion: 1 as const, holder, until: now() + leaseMs });
  await db.runTransaction(async (tx) => {
    const document = await tx.get(at);
    const held = document.exists ? LockSchema.parse(document.data()) : undefined;
    if (held !== undefined && held.until > now()) {
      const left = Math.ceil((held.until - now()) / 1_000);
      throw new MigrationLockedError(
        `${held.holder} is running migrations; without a renewal its lock expires in ${left} s: try again then`,
      );
    }
    tx.set(at, mine());
  });
  let time = (await at.get()).updateTime;
  const check = async () => {
    const document = await at.get();
    const held = document.exists ? LockSchema.parse(document.data()) : undefined;
    if (held?.holder !== holder)
      throw new MigrationLockedError(`${held?.holder ?? "another process"} has taken over the migrations`);
    time = document.updateTime;
  };
  return {
    extend: (batch) => batch.update(at, mine(), time === undefined ? {} : { lastUpdateTime: time }),
    extended: (commitTime) => {
      time = commitTime ?? time;
    },
    check,
    async release() {
      const document = await at.get();
      if (document.exists && LockSchema.parse(document.data()).holder === holder && document.updateTime) {
        await at.delete({ lastUpdateTime: document.updateTime });
      }
    },
  };
}

// Listeners. A stream has targets (documents or queries). Every commit that affects a target is sent to the stream at once and in
// order, followed by a snapshot event, so that a listener sees each commit as one change.
import type { DocumentChange, DocumentSource, StoredDocument } from "./documents.ts";
import { type FirestoreError, toFirestoreError } from "./errors.ts";
import { type Query, runQuery } from "./query.ts";
import type { Micros } from "./timestamps.ts";

export type WatchTarget = {
  readonly id: number;
  /** The resume time: the listener has the state at this time. Null: it has nothing. */
  readonly resumeFrom: Micros | null;
  /** Whether the target is removed once it is current. */
  readonly once: boolean;
} & ({ readonly documents: readonly string[] } | { readonly query: Query });

export type WatchEvent =
  | {
      readonly kind: "target";
      readonly change: "ADD" | "REMOVE" | "CURRENT" | "RESET" | "NO_CHANGE";
      /** Empty for the event that completes a snapshot of all targets. */
      readonly targetIds: readonly number[];
      readonly readTime: Micros | null;
      readonly cause: FirestoreError | null;
    }
  | {
      readonly kind: "document";
      readonly name: string;
      /** Null if the document was deleted or never existed. */
      readonly document: StoredDocument | null;
      readonly targetIds: readonly number[];
      readonly removedTargetIds: readonly number[];
      readonly readTime: Micros;
    };

/**
 * Checks whether a stream may have a target now. Throws a FirestoreError, or returns the names of the documents that the decision
 * depends on. The check is repeated after a commit to one of these, before the commit is sent to the stream.
 */
export type TargetCheck = (target: WatchTarget, present: DocumentSource) => ReadonlySet<string>;

interface WatchStream {
  /** Adds a target. Throws what the stream's check throws. */
  add(target: WatchTarget): void;
  /** Removes a target, with an error if the target could not be served. */
  remove(targetId: number, cause?: FirestoreError): void;
  close(): void;
}

export interface WatchRegistry {
  open(sink: (event: WatchEvent) => void, check?: TargetCheck): WatchStream;
  /** Sends a commit, which the store has already applied, to all streams. */
  notify(changes: readonly DocumentChange[], commitTime: Micros): void;
  /** Repeats the check of every target, after the rules were replaced. */
  checkAll(): void;
}

/** The database as the registry needs it. */
interface WatchedDatabase {
  readonly present: DocumentSource;
  tick(): Micros;
  /** The state at a time. Null if the history no longer reaches it. */
  past(time: Micros): DocumentSource | null;
}

/** Heartbeat interval. Clients close a stream after two minutes without a message. */
const HEARTBEAT_MS = 30_000;

/** Documents by name that a target contains or contained. Null: the document does not exist. */
type View = ReadonlyMap<string, StoredDocument | null>;

interface ActiveTarget {
  readonly target: WatchTarget;
  /** The last result of a query with a limit. Other targets need none. */
  view: View;
  /** Names of the documents that the check's decision depends on. */
  checkedBy: ReadonlySet<string>;
}

interface OpenStream {
  onCommit(changes: readonly DocumentChange[], commitTime: Micros): void;
  checkAll(): void;
}

interface Delta {
  readonly document: StoredDocument | null;
  readonly targetIds: number[];
  readonly removedTargetIds: number[];
}

export function watchRegistry(database: WatchedDatabase): WatchRegistry {
  const streams = new Set<OpenStream>();

  function open(sink: (event: WatchEvent) => void, check: TargetCheck = () => new Set()): WatchStream {
    const targets = new Map<number, ActiveTarget>();
    const heartbeat = setInterval(() => snapshot(database.tick()), HEARTBEAT_MS).unref();

    function targetEvent(
      change: "ADD" | "REMOVE" | "CURRENT" | "RESET" | "NO_CHANGE",
      targetIds: readonly number[],
      readTime: Micros | null,
      cause: FirestoreError | null = null,
    ): void {
      sink({ kind: "target", change, targetIds, readTime, cause });
    }

    function snapshot(readTime: Micros): void {
      if (targets.size > 0) targetEvent("NO_CHANGE", [], readTime);
    }

    function emit(deltas: ReadonlyMap<string, Delta>, readTime: Micros): void {
      for (const [name, { document, targetIds, removedTargetIds }] of deltas) {
        sink({ kind: "document", name, document, targetIds, removedTargetIds, readTime });
      }
    }

    function remove(targetId: number, cause: FirestoreError | null): void {
      targets.delete(targetId);
      targetEvent("REMOVE", [targetId], null, cause);
    }

    /** Removes the targets whose check fails now. */
    function checkAgain(isConcerned: (active: ActiveTarget) => boolean): void {
      for (const active of [...targets.values()].filter(isConcerned)) {
        try {
          active.checkedBy = check(active.target, database.present);
        } catch (error) {
          remove(active.target.id, toFirestoreError(error));
        }
      }
    }

    function onCommit(changes: readonly DocumentChange[], commitTime: Micros): void {
      checkAgain(({ checkedBy }) => changes.some(({ name }) => checkedBy.has(name)));
      const deltas = new Map<string, Delta>();
      for (const active of targets.values()) collectChanges(active, changes, database.present, deltas);
      if (deltas.size === 0) return;
      emit(deltas, commitTime);
      snapshot(commitTime);
    }

    const stream: OpenStream = { onCommit, checkAll: () => checkAgain(() => true) };
    streams.add(stream);
    return {
      add(target) {
        const checkedBy = check(target, database.present);
        const readTime = database.tick();
        const view = viewOf(target, database.present);
        const past = target.resumeFrom === null ? null : database.past(target.resumeFrom);
        targetEvent("ADD", [target.id], null);
        if (target.resumeFrom !== null && past === null) targetEvent("RESET", [target.id], null);
        const deltas = new Map<string, Delta>();
        const before = past === null ? new Map() : viewOf(target, past);
        collectDifference(target.id, before, view, database.present, deltas);
        emit(deltas, readTime);
        targetEvent("CURRENT", [target.id], readTime);
        targets.set(target.id, { target, view: isCut(target) ? view : new Map(), checkedBy });
        snapshot(readTime);
        if (target.once) remove(target.id, null);
      },
      remove: (targetId, cause) => remove(targetId, cause ?? null),
      close() {
        clearInterval(heartbeat);
        targets.clear();
        streams.delete(stream);
      },
    };
  }

  return {
    open,
    notify(changes, commitTime) {
      for (const { onCommit } of [...streams]) onCommit(changes, commitTime);
    },
    checkAll() {
      for (const { checkAll } of [...streams]) checkAll();
    },
  };
}

function isCut(target: WatchTarget): boolean {
  return "query" in target && target.query.isCut;
}

function viewOf(target: WatchTarget, source: DocumentSource): View {
  if ("documents" in target) return new Map(target.documents.map((name) => [name, source.get(name)]));
  return new Map(runQuery(target.query, source).documents.map((document) => [document.name, document]));
}

function collectChanges(
  active: ActiveTarget,
  changes: readonly DocumentChange[],
  present: DocumentSource,
  deltas: Map<string, Delta>,
): void {
  const { target } = active;
  if ("documents" in target) {
    for (const { name, after } of changes) {
      if (target.documents.includes(name)) addDelta(deltas, name, after, target.id, after !== null);
    }
    return;
  }
  const touching = changes.flatMap(({ name, before, after }) => {
    const was = before !== null && target.query.matches(before);
    const is = after !== null && target.query.matches(after);
    return was || is ? [{ name, after, is }] : [];
  });
  if (touching.length === 0) return;
  if (!target.query.isCut) {
    for (const { name, after, is } of touching) addDelta(deltas, name, after, target.id, is);
    return;
  }
  const view = viewOf(target, present);
  collectDifference(target.id, active.view, view, present, deltas);
  active.view = view;
}

/** The changes between two views of a target. */
function collectDifference(
  targetId: number,
  before: View,
  now: View,
  present: DocumentSource,
  deltas: Map<string, Delta>,
): void {
  for (const name of before.keys()) {
    if (!now.has(name)) addDelta(deltas, name, present.get(name), targetId, false);
  }
  for (const [name, document] of now) {
    const known = before.get(name);
    if (known !== undefined && known?.updateTime === document?.updateTime) continue;
    addDelta(deltas, name, document, targetId, document !== null);
  }
}

function addDelta(
  deltas: Map<string, Delta>,
  name: string,
  document: StoredDocument | null,
  targetId: number,
  isMember: boolean,
): void {
  const delta = deltas.get(name) ?? { document, targetIds: [], removedTargetIds: [] };
  (isMember ? delta.targetIds : delta.removedTargetIds).push(targetId);
  deltas.set(name, delta);
}

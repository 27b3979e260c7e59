// Earlier versions of documents, in memory, for a limited time. Read-only transactions, reads at a read time and resumed listeners
// use them. For an older time a read is refused and a listener is reset.
import {
  type CollectionScope,
  type DocumentChange,
  type DocumentSource,
  inScope,
  type StoredDocument,
} from "./documents.ts";
import type { Micros } from "./timestamps.ts";

interface History {
  /** Records a commit. Call it after the store has committed the changes. */
  record(changes: readonly DocumentChange[], commitTime: Micros): void;
  /** Whether the whole state at that time is still known. */
  reaches(time: Micros): boolean;
  /** The documents at that time. Call it only if `reaches` is true for the time. */
  at(time: Micros): DocumentSource;
}

interface Version {
  readonly document: StoredDocument | null;
  /** Time of the commit that replaced this version. */
  readonly until: Micros;
}

/** Limits of the history. Whichever is reached first applies. */
const MAX_VERSIONS = 1_000;
const MAX_BYTES = 4 * 1024 * 1024;

/** @param startedAt the earliest time whose state is known. */
export function history(present: DocumentSource, startedAt: Micros): History {
  const versions = new Map<string, Version[]>();
  const order: string[] = [];
  let bytes = 0;
  let floor = startedAt;

  function evict(): void {
    while (order.length > MAX_VERSIONS || (bytes > MAX_BYTES && order.length > 0)) {
      const name = order.shift() ?? "";
      const ended = versions.get(name);
      const oldest = ended?.shift();
      if (oldest !== undefined) floor = Math.max(floor, oldest.until);
      bytes -= oldest?.document?.bytes ?? 0;
      if (ended?.length === 0) versions.delete(name);
    }
  }

  function versionAt(name: string, time: Micros): StoredDocument | null {
    const ended = versions.get(name)?.find((version) => version.until > time);
    return ended === undefined ? present.get(name) : ended.document;
  }

  return {
    record(changes, commitTime) {
      for (const { name, before } of changes) {
        const ended = versions.get(name) ?? [];
        ended.push({ document: before, until: commitTime });
        versions.set(name, ended);
        order.push(name);
        bytes += before?.bytes ?? 0;
      }
      evict();
    },
    reaches: (time) => time >= floor,
    at: (time) => ({
      get: (name) => versionAt(name, time),
      *scan(scope: CollectionScope, mayMatch) {
        for (const document of present.scan(scope, mayMatch)) {
          if (!versions.has(document.name)) yield document;
        }
        for (const name of versions.keys()) {
          const document = inScope(name, scope) ? versionAt(name, time) : null;
          if (document !== null) yield document;
        }
      },
    }),
  };
}

// The recent past in memory: what each document was before it changed. Read-only transactions, reads at a read
// time and resumed listeners look into it; what is older than it reaches is refused, or sent afresh.
import {
  type CollectionScope,
  type DocumentChange,
  type DocumentSource,
  inScope,
  type StoredDocument,
} from "./documents.ts";
import type { Micros } from "./timestamps.ts";

interface History {
  /** Notes a commit; call it once the store has the changes. */
  record(changes: readonly DocumentChange[], commitTime: Micros): void;
  /** Whether all that was true at that time is still known. */
  reaches(time: Micros): boolean;
  /** The documents as they were at that time, which `reaches` must have confirmed. */
  at(time: Micros): DocumentSource;
}

interface Version {
  readonly document: StoredDocument | null;
  /** The commit that ended this version. */
  readonly until: Micros;
}

/** How much of the past is kept, whichever is reached first. */
const MAX_VERSIONS = 1_000;
const MAX_BYTES = 4 * 1024 * 1024;

/** @param startedAt nothing before it is known. */
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

// The stores of a simulated world: in memory, or others supplied by the caller.
import type { ClientPage, ClientPhase, ClientSession } from "../client-documents.ts";
import { memoryStores } from "../memory-stores.ts";
import type { Services } from "../services.ts";
import type { VirtualClock } from "../virtual-clock.ts";

type Protocol = Pick<Services, "schedules" | "stories" | "projector">;

/** What clients see. */
export interface ShownDocuments {
  session(sessionId: string): Promise<ClientSession | undefined>;
  pages(sessionId: string): Promise<readonly ClientPage[]>;
  phases(sessionId: string): Promise<readonly ClientPhase[]>;
}

export interface WorldStores extends Protocol {
  shown: ShownDocuments;
  /** The stores as seen by a worker's process: its cache may have more, or older, data than the stores. */
  instanceOf?: ((workerId: number) => Protocol) | undefined;
  /** Resolves when no asynchronous call is in progress; absent if there are none. */
  idle?: (() => Promise<void>) | undefined;
}

/** A place for worlds, one after another. Each begins later than the last one ended, and has ids of its own. */
export interface WorldPlace {
  startMs: number;
  prefix: string;
  stores(clock: VirtualClock): WorldStores;
}

export function memoryWorldStores({ now }: VirtualClock): WorldStores {
  const { schedules, stories, projector } = memoryStores(now);
  const ofSession = <T>(documents: ReadonlyMap<string, T>, sessionId: string): T[] =>
    [...documents].flatMap(([key, document]) => (key.startsWith(`${sessionId}/`) ? [document] : []));
  return {
    ...{ schedules, stories, projector },
    shown: {
      session: async (sessionId) => projector.sessions.get(sessionId),
      pages: async (sessionId) => ofSession(projector.pages, sessionId),
      phases: async (sessionId) => ofSession(projector.phases, sessionId),
    },
  };
}

// The stores that a simulated world stands on: in memory, or whichever somebody brings.
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
  /** The stores as the process has them that a worker runs in: it may know more, or older things, than what is there. */
  instanceOf?: ((workerId: number) => Protocol) | undefined;
  /** Resolves when no call is under way that takes its own time; absent where none does. */
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

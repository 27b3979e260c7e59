// The dependencies of the pipeline: its ports, clock, source of randomness and settings.
import type { Batches } from "./batch.ts";
import type { BlobStore } from "./blob-store.ts";
import type { Clock } from "./clock.ts";
import type { DeadLetterStore } from "./dead-letters.ts";
import type { Ledger } from "./ledger.ts";
import type { StepPublisher } from "./message.ts";
import type { Projector } from "./projector.ts";
import type { ScheduleStore } from "./schedule-store.ts";
import type { SessionTurns } from "./session-turns.ts";
import type { Settings } from "./settings.ts";
import type { StoryVault } from "./story-vault.ts";
import type { Tracer } from "./tracer.ts";
import type { Watches } from "./watches.ts";
import type { WebhookQueue } from "./webhook-deliveries.ts";

export interface Services {
  schedules: ScheduleStore;
  stories: StoryVault;
  blobs: BlobStore;
  publisher: StepPublisher;
  projector: Projector;
  deadLetters: DeadLetterStore;
  ledger: Ledger;
  /** Vendors' batches; absent if no batches are ordered, or if they could not be looked up later. */
  batches?: Batches | undefined;
  /** The sender of webhooks; absent where there is none. */
  webhooks?: WebhookQueue | undefined;
  /** Keeps a session's work in one trace; absent without tracing. */
  tracer?: Tracer | undefined;
  /** Notifies running steps when their session no longer wants them; absent if only their heartbeat checks that. */
  watches?: Watches | undefined;
  /** Serialises the commits of a session's steps that end together in this process; absent where that is not needed. */
  turns?: SessionTurns | undefined;
  clock: Clock;
  /** A number from 0 up to 1; jitter only. */
  random: () => number;
  /** A new session's id: unguessable, and fit for a path. */
  newId: () => string;
  settings: Settings;
}

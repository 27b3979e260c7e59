// Everything that the pipeline is handed: its ports, its clock, its chance, its numbers.
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
  /** Vendors' batches; absent where none is asked for, or where nobody can look at them. */
  batches?: Batches | undefined;
  /** Who tells receivers of the end of a session; absent where nobody does. */
  webhooks?: WebhookQueue | undefined;
  /** Keeps a session's work in one trace; absent where nobody traces. */
  tracer?: Tracer | undefined;
  /** Wakes running steps when their session no longer wants them; absent where they notice it with their heartbeat. */
  watches?: Watches | undefined;
  /** Has steps of a session that end together in this process commit one after another; absent where they need not. */
  turns?: SessionTurns | undefined;
  clock: Clock;
  /** A number from 0 up to 1; jitter only. */
  random: () => number;
  /** A new session's id: unguessable, and fit for a path. */
  newId: () => string;
  settings: Settings;
}

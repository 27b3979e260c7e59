// Adapters for the functions in a campaign: the real ones with crash points, a journal of model calls, and a quarter of the raster size.
// `program.ts` substitutes them for the real ones; the functions are unchanged.
import { firestoreScheduleStore as realScheduleStore } from "../../../lib/cloud/firestore-schedule-store.ts";
import { pubsubPublisher as realPublisher } from "../../../lib/cloud/pubsub-publisher.ts";
import { servePush as realServePush } from "../../../lib/cloud/push.ts";
import { storageBlobStore as realBlobStore } from "../../../lib/cloud/storage-blob-store.ts";
import { canvasDrafter as realDrafter } from "../../../lib/drawing/canvas-drafter.ts";
import type { Drafter } from "../../../lib/drawing/drafter.ts";
import { smallDrafter } from "../../../lib/drawing/small-drafter.ts";
import type { DrawingProgram } from "../../../lib/models/artist.ts";
import { findArtists as realArtists } from "../../../lib/models/artists.ts";
import { codeDirector } from "../../../lib/models/code-director.ts";
import type { DirectingProgram } from "../../../lib/models/director.ts";
import { findDirectors as realDirectors } from "../../../lib/models/directors.ts";
import { offlineArtist } from "../../../lib/models/offline/artist/artist.ts";
import { offlineReader } from "../../../lib/models/offline/reader/offline-reader.ts";
import type { ReadingProgram } from "../../../lib/models/reader.ts";
import { findReaders as realReaders } from "../../../lib/models/readers.ts";
import { simulatedArtist, simulatedDirector, simulatedReader } from "../../../lib/models/simulated.ts";
import { singleCallArtist, singleCallDirector, singleCallReader } from "../../../lib/models/single-call.ts";
import { contentHash } from "../../../lib/pipeline/canonical-json.ts";
import { BusyError, RetryableError } from "../../../lib/pipeline/errors.ts";
import { StepMessageSchema } from "../../../lib/pipeline/message.ts";
import type { Chance } from "../../../lib/pipeline/simulation/chance.ts";
import { inBatch } from "./campaign-batches.ts";
import { campaignPainter, isPainter, withMarks, workOf } from "./campaign-painter.ts";
import {
  type Bill,
  failureSeed,
  instance,
  noteCall,
  noteClaim,
  noteMessage,
  reach,
} from "./current-delivery.ts";
import { chanceOf, RATES } from "./fault-rates.ts";

// Re-exports the module's other exports.
export * from "../../../lib/cloud/push.ts";
export { hostedBatches } from "./campaign-batches.ts";

export const servePush: typeof realServePush = (handle, ...more) =>
  realServePush(
    async (delivery) => {
      const message = StepMessageSchema.safeParse(delivery.body);
      if (message.success) noteMessage(message.data);
      const outcome = await handle(delivery);
      reach("answering");
      return outcome;
    },
    ...more,
  );

export const firestoreScheduleStore: typeof realScheduleStore = (...parts) => {
  const store = realScheduleStore(...parts);
  return {
    ...store,
    async updateStep(sessionId, step, decide) {
      const value = await store.updateStep(sessionId, step, decide);
      if (hasKind(value, "claimed")) {
        noteClaim(value.fence);
        reach("claimed");
      }
      return value;
    },
    async update(sessionId, step, decide) {
      const value = await store.update(sessionId, step, decide);
      if (hasKind(value, "taken")) reach("recorded");
      return value;
    },
  };
};

function hasKind(value: unknown, kind: string): value is { kind: string; fence: number } {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === kind;
}

export const pubsubPublisher: typeof realPublisher = (...parts) => {
  const publisher = realPublisher(...parts);
  return {
    ...publisher,
    async publish(messages) {
      await publisher.publish(messages);
      if (messages.length > 0) reach("published");
    },
  };
};

export const storageBlobStore: typeof realBlobStore = (...parts) => {
  const blobs = realBlobStore(...parts);
  return {
    ...blobs,
    async put(sessionId, bytes, contentType) {
      const hash = await blobs.put(sessionId, bytes, contentType);
      if (contentType.startsWith("image/")) reach("stored");
      return hash;
    },
  };
};

export function canvasDrafter(): Drafter {
  return smallDrafter(realDrafter());
}

/** Milliseconds: long enough that a kill interrupts calls, short enough for thousands of them. */
const LATENCIES = {
  writing: { concept: 40, characters: 40, plot: 40, storyboard: 25 },
  portraitMs: 40,
  panelMs: 25,
};

let chance: Chance | undefined;

/** The provider accepts the call or fails it. The bill is written before the work, so a worker that dies in between has paid. */
function take(bill: Bill): void {
  const seed = failureSeed();
  if (seed !== undefined) chance ??= chanceOf(seed, `calls of ${instance}`);
  if (seed !== undefined && chance?.happens(RATES.failedCalls)) {
    noteCall("failed");
    if (chance.happens(0.5)) throw new BusyError("the provider has no room", chance.between(50, 800));
    throw new RetryableError("the provider failed");
  }
  noteCall(bill);
}

const billOf = (model: string, request: unknown): Bill => ({
  model,
  call: contentHash(JSON.stringify(request)),
});

/** The simulated models over the offline ones, with a provider that writes bills to the journal and injects failures. */
export const findReaders: typeof realReaders = (options) => {
  const find = realReaders(options);
  return async (id) => {
    if (!id.startsWith("simulated-")) return find(id);
    const reader = simulatedReader(offlineReader(), LATENCIES);
    const billed: ReadingProgram = {
      ...reader,
      async read(task, input, signal) {
        take(billOf(reader.id, [task, input]));
        const answered = await reader.read(task, input, signal);
        reach("paid");
        return answered;
      },
    };
    return singleCallReader(billed);
  };
};

export const findDirectors: typeof realDirectors = (options) => {
  const find = realDirectors(options);
  return async (id) => {
    if (!id.startsWith("simulated-")) return find(id);
    const director = simulatedDirector(codeDirector(), LATENCIES);
    const billed: DirectingProgram = {
      ...director,
      async direct(input, signal) {
        take(billOf(director.id, ["storyboard", input]));
        const answered = await director.direct(input, signal);
        reach("paid");
        return answered;
      },
    };
    return singleCallDirector(billed);
  };
};

/** The bill of a batch is written at its submission, not when the answer is fetched. */
let isPaid = false;

function unbilled<T>(make: () => Promise<T>): Promise<T> {
  isPaid = true;
  try {
    return make();
  } finally {
    isPaid = false;
  }
}

export const findArtists: typeof realArtists = (options) => {
  const find = realArtists(options);
  return async (id) => {
    if (!id.startsWith("simulated-")) return find(id);
    const artist = simulatedArtist(withMarks(offlineArtist()), LATENCIES);
    const billed: DrawingProgram = {
      ...artist,
      async draw(request, signal) {
        if (!isPaid) take(billOf(artist.id, request));
        const drawn = await artist.draw(request, signal);
        reach("paid");
        return drawn;
      },
    };
    const pay = (bill: Bill) => {
      if (!isPaid) take(bill);
    };
    const single = isPainter(id) ? campaignPainter(artist, pay) : singleCallArtist(billed);
    return {
      ...single,
      draw(request, context, options) {
        if (!context.batch || request.kind !== "panel") return single.draw(request, context, options);
        const call: typeof context.call = (one) => {
          const make = () => unbilled(one.make);
          return context.call({
            ...one,
            batch: inBatch({ ...one, make }, workOf(one.memo?.key)),
          });
        };
        return single.draw(request, { ...context, call }, options);
      },
    };
  };
};

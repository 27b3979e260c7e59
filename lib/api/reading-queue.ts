// Queue of story readings. A reading takes a worker for seconds, so owners are served in turn, and a request that would wait too long is
// refused with a time to retry.
import { availableParallelism } from "node:os";
import type { EstimateReader } from "../models/story-reader.ts";
import { BusyError, TerminalError } from "../pipeline/errors.ts";
import { ApiProblem } from "./problems.ts";

interface ReadingLimits {
  /** Concurrent readings. Default: the number of the pool's workers. */
  atOnce?: number;
  /** Maximum length of the queue, in total and per owner. */
  waiting?: number;
  waitingOfOne?: number;
  /** Longest wait. */
  waitMs?: number;
}

interface ReadingRequest {
  ownerId: string;
  /** A request is dropped when its client disconnects. */
  signal?: AbortSignal | undefined;
}

export interface ReadingQueue {
  /**
   * Runs `reading` when it is the owner's turn. Throws `ApiProblem`: 422 `story-unreadable` if the reading exceeds its time or memory
   * limit, 429 `too-many-readings` or 503 `readers-busy`, with `Retry-After`, if the queue is full.
   */
  read<T>(request: ReadingRequest, reading: (reader: EstimateReader) => Promise<T>): Promise<T>;
}

interface Waiting {
  begin(): void;
  refuse(reason: unknown): void;
}

const RETRY_SECONDS = 5;

export function readingQueue(
  openReader: () => Promise<EstimateReader>,
  {
    atOnce = Math.max(1, availableParallelism() - 1),
    waiting: most = 48,
    waitingOfOne = 12,
    waitMs = 30_000,
  }: ReadingLimits = {},
): ReadingQueue {
  /** Queues by owner, in the order in which the owners were last served. */
  const lines = new Map<string, Set<Waiting>>();
  let running = 0;

  const waitingNow = () => [...lines.values()].reduce((sum, { size }) => sum + size, 0);

  function leave(ownerId: string, waiting: Waiting): void {
    const line = lines.get(ownerId);
    line?.delete(waiting);
    if (line?.size === 0) lines.delete(ownerId);
  }

  async function turn({ ownerId, signal }: ReadingRequest): Promise<void> {
    signal?.throwIfAborted();
    if (running < atOnce) {
      running += 1;
      return;
    }
    const line = lines.get(ownerId) ?? new Set<Waiting>();
    if (line.size >= waitingOfOne) throw tooMany(waitingOfOne);
    if (waitingNow() >= most) throw busy();
    const begin = Promise.withResolvers<void>();
    const own: Waiting = { begin: begin.resolve, refuse: begin.reject };
    lines.set(ownerId, line.add(own));
    const timer = setTimeout(() => own.refuse(busy()), waitMs);
    const gone = () => own.refuse(signal?.reason);
    signal?.addEventListener("abort", gone, { once: true });
    try {
      await begin.promise;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", gone);
      leave(ownerId, own);
    }
  }

  /** Starts the next owner's reading, or frees the slot. */
  function next(): void {
    for (const [ownerId, line] of lines) {
      const [first] = line;
      if (first === undefined) continue;
      lines.delete(ownerId);
      line.delete(first);
      if (line.size > 0) lines.set(ownerId, line);
      first.begin();
      return;
    }
    running -= 1;
  }

  return {
    async read(request, reading) {
      await turn(request);
      try {
        return await reading(await openReader());
      } catch (error) {
        throw problemOfReading(error);
      } finally {
        next();
      }
    },
  };
}

function problemOfReading(error: unknown): unknown {
  if (error instanceof BusyError) return busy();
  if (error instanceof TerminalError && error.code === "story-unreadable") {
    return new ApiProblem(422, error.code, `text: ${error.message}`, { field: "text" });
  }
  return error;
}

const RETRY = { "retry-after": String(RETRY_SECONDS) };

function busy(): ApiProblem {
  const detail = `Too many stories are being read; try again in ${RETRY_SECONDS} s.`;
  return new ApiProblem(503, "readers-busy", detail, {}, RETRY);
}

function tooMany(most: number): ApiProblem {
  const detail = `More than ${most} of your stories are waiting to be read; try again in ${RETRY_SECONDS} s.`;
  return new ApiProblem(429, "too-many-readings", detail, {}, RETRY);
}

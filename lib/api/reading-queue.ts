// Where requests wait for a story to be read. Readings take workers for seconds, so owners take turns, and a request that would wait
// for long is refused with the time to come again.
import { availableParallelism } from "node:os";
import type { EstimateReader } from "../models/story-reader.ts";
import { BusyError, TerminalError } from "../pipeline/errors.ts";
import { ApiProblem } from "./problems.ts";

interface ReadingLimits {
  /** Readings at once. Default: as many as the pool has workers. */
  atOnce?: number;
  /** Most requests that wait, of all owners and of one. */
  waiting?: number;
  waitingOfOne?: number;
  /** Longest wait. */
  waitMs?: number;
}

interface ReadingRequest {
  ownerId: string;
  /** A request whose client has gone is not read. */
  signal?: AbortSignal | undefined;
}

export interface ReadingQueue {
  /**
   * Reads when it is the owner's turn. Throws `ApiProblem`: 422 `story-unreadable` where a reading takes more time or memory than it
   * may, 429 `too-many-readings` and 503 `readers-busy`, with `Retry-After`, where too many wait.
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
  /** By owner, the one who was served longest ago first. */
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

  /** Hands the place on to the next owner, or frees it. */
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
  const detail = `More than ${most} of your stories wait to be read; try again in ${RETRY_SECONDS} s.`;
  return new ApiProblem(429, "too-many-readings", detail, {}, RETRY);
}

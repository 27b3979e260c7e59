// The calls of one claim: each is answered from memory, or made, booked and remembered by itself. Any number may be under way at once.
import { ZodError } from "zod";
import { canonicalJson, contentHash } from "./canonical-json.ts";
import type { CommitTurn } from "./commit-turn.ts";
import type { CostMeter } from "./cost-meter.ts";
import type { Memo } from "./memo.ts";
import type { Memorable, ModelCall, Packed, StepContext } from "./phase.ts";

import type { StepBatchDesk } from "./step-batch.ts";
import type { StepSlot } from "./step-slot.ts";
import type { MemoLevel, Usage } from "./usage.ts";

export interface CallParts {
  sessionId: string;
  ownerId: string;
  /** The version of the step's kind: results of another version are not reused. */
  version: number;
  meter: CostMeter;
  /** Undefined where nothing is remembered. */
  memo: Memo | undefined;
  signal: AbortSignal;
  /** Aborts the signal if the session ended or moved on. */
  look(): Promise<void>;
  turn: CommitTurn;
  /** For a step whose first call may be made in a batch. */
  batch: StepBatchDesk | undefined;
  /** For a step that makes a picture. */
  slot: StepSlot | undefined;
  /** Called with the usage of each result that was remembered. */
  onRemembered(usage: Usage): void;
}

export interface StepCalls {
  call: StepContext<unknown>["call"];
  /** Begins no further call. Resolves when those under way are answered and remembered, or have failed. Never rejects. */
  settle(): Promise<void>;
  /** Number of new answers that were remembered. Each question of a step counts once at most, in all its claims together. */
  kept(): number;
}

/** Paid calls, and answers that take long, because a step may have to continue from them in its next claim. */
function isWorthKeeping(
  { upToMicros, mayTakeMs = 0 }: Pick<ModelCall<unknown>, "upToMicros" | "mayTakeMs">,
  { kind }: Pick<Memorable<never>, "kind">,
): boolean {
  return upToMicros > 0 || (kind === "answer" && mayTakeMs > 0);
}

export function openStepCalls(parts: CallParts): StepCalls {
  const { sessionId, ownerId, version, meter, memo, signal, turn } = parts;
  const underWay = new Set<Promise<unknown>>();
  let kept = 0;
  let isOver = false;

  /** The remembered form of a call's result; undefined where it is not remembered. */
  function memoryOf<T extends { usage: Usage }>({ model }: ModelCall<T>, memorable: Memorable<T>) {
    if (memo === undefined) return undefined;
    const { kind, key } = memorable;
    const question = { ownerId, model, version, memorable: { kind, key } };
    const unpack = (packed: Packed, level: MemoLevel): T | undefined => {
      try {
        const known = memorable.unpack(packed);
        return { ...known, usage: { ...known.usage, memo: level } };
      } catch (error) {
        // The remembered form has another schema: the call is made again.
        if (error instanceof ZodError || error instanceof RangeError) return undefined;
        throw error;
      }
    };
    return {
      async find(): Promise<T | undefined> {
        const found = await memo.find(question);
        return found && unpack(found.packed, found.level);
      },
      async keep(made: T): Promise<T> {
        const packed = memorable.pack(made);
        if (packed === undefined) return made;
        const standing = await memo.keep(question, { sessionId, packed });
        if (standing.isNew) kept += 1;
        return standing.packed === packed ? made : (unpack(standing.packed, "store") ?? made);
      },
    };
  }

  const questionOf = ({ key }: Pick<Memorable<never>, "key">) => contentHash(canonicalJson(key));

  async function make<T extends { usage: Usage }>(call: ModelCall<T>): Promise<T> {
    const inBatch = call.memo && (await parts.batch?.answer(call, questionOf(call.memo)));
    return inBatch ?? meter.make(call);
  }

  async function answer<T extends { usage: Usage }>(call: ModelCall<T>): Promise<T> {
    const memory = call.memo && isWorthKeeping(call, call.memo) ? memoryOf(call, call.memo) : undefined;
    const [known] = await Promise.all([memory?.find(), parts.look()]);
    signal.throwIfAborted();
    if (known !== undefined) {
      if (call.memo) await parts.batch?.forgo(call, questionOf(call.memo));
      parts.onRemembered(known.usage);
      return known;
    }
    turn.end();
    const made = await (parts.slot === undefined ? make(call) : parts.slot.around(call, () => make(call)));
    if (memory === undefined) return made;
    const keep = () => memory.keep(made);
    return signal.aborted ? keep() : turn.take(keep, () => !isOver && underWay.size === 1);
  }

  return {
    call(call) {
      if (isOver) return Promise.reject(new RangeError("the step has ended: it makes no further calls"));
      const answered = answer(call);
      underWay.add(answered);
      const over = () => void underWay.delete(answered);
      // A phase that rejected may not await this call any more: its failure must not end the process.
      answered.then(over, over);
      return answered;
    },
    async settle() {
      isOver = true;
      meter.stop();
      await Promise.allSettled(underWay);
    },
    kept: () => kept,
  };
}

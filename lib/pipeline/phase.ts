// How a phase is defined: a name, and for each kind of step a schema and a function.
// A phase never sees messages, leases, attempts or the environment.
import type * as z from "zod";
import type { SessionParams } from "./params.ts";
import type { PhaseName, StepRef } from "./step-id.ts";

/** What the graph learns from a step's output: which steps it brings into being. */
interface StepShape {
  /** From `concept`: everybody who gets a design and a portrait. */
  characters?: string[];
  /** From `plot`: the number of pages. */
  pages?: number;
  /** From `storyboard`: the page's panels in reading order, and who appears in each. */
  panels?: { id: string; characters: string[] }[];
}

/** What a step is handed besides its own reference. */
export interface StepContext<Tools> {
  readonly sessionId: string;
  /** ISO time at which the session started: the only clock a phase may read. */
  readonly createdAt: string;
  readonly params: SessionParams;
  /** 0, and another number each time that somebody asks for another take of the same picture. */
  readonly take: number;
  readonly tools: Tools;
  /** Aborts on cancel, a lost lease and the step's deadline. */
  readonly signal: AbortSignal;
  /** The person's text. */
  story(): Promise<string>;
  /** The output of a finished step that this one depends on, parsed. */
  output<T>(step: StepRef, schema: z.ZodType<T>): Promise<T>;
  /** The content hash of such an output. */
  outputHash(step: StepRef): string;
  putBlob(bytes: Uint8Array, contentType: string): Promise<string>;
  getBlob(hash: string): Promise<Uint8Array>;
  /** Makes one paid call and records what it cost. `usage` is read from the call's own result. */
  call<T extends { usage: { model: string; costMicros: number } }>(make: () => Promise<T>): Promise<T>;
}

export interface StepDefinition<Output, Ref extends StepRef, Tools> {
  output: z.ZodType<Output>;
  /** The output by parts, for those who read less than all of it; a dependant counts only the parts that it reads. */
  parts?(output: Output): Record<string, unknown>;
  shape?(output: Output): StepShape;
  /**
   * Does the work. Safe to run twice: what it stores is content-addressed, what it returns is recorded once.
   * Throws the errors of `errors.ts`.
   */
  run(step: Ref, context: StepContext<Tools>): Promise<Output>;
}

type RefOf<Of extends StepRef["of"]> = Extract<StepRef, { of: Of }>;

export interface Phase<Tools> {
  name: PhaseName;
  /** The definition that serves a step of this phase, by what the step is about. */
  steps: {
    [Of in Exclude<StepRef["of"], "gate">]?: ErasedStep<RefOf<Of>, Tools>;
  };
}

/** A step definition whose output type only its own functions know. */
export interface ErasedStep<Ref extends StepRef, Tools> {
  /** Runs the step and returns its validated output with its parts and shape. */
  perform(step: Ref, context: StepContext<Tools>): Promise<StepResult>;
  /** An output that came from elsewhere, with its parts and shape. Throws `ZodError` when it does not fit the schema. */
  read?(output: unknown): StepResult;
}

export interface StepResult {
  output: unknown;
  parts: Record<string, unknown>;
  shape: StepShape;
}

/** Binds a step definition's functions to its schema: whatever leaves it has been parsed. */
export function defineStep<Output, Ref extends StepRef, Tools>(
  definition: StepDefinition<Output, Ref, Tools>,
): ErasedStep<Ref, Tools> & { read(output: unknown): StepResult } {
  function read(raw: unknown): StepResult {
    const output = definition.output.parse(raw);
    return {
      output,
      parts: definition.parts?.(output) ?? {},
      shape: definition.shape?.(output) ?? {},
    };
  }
  return {
    read,
    async perform(step, context) {
      return read(await definition.run(step, context));
    },
  };
}

export function definePhase<Tools>(phase: Phase<Tools>): Phase<Tools> {
  return phase;
}

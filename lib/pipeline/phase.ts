// How a phase is defined: a name, and for each kind of step a schema and a function.
// A phase never sees messages, leases, attempts or the environment.
import type * as z from "zod";
import type { BatchOrder, BatchState } from "./batch.ts";
import type { SessionParams } from "./params.ts";
import type { Asked, Instruction, OwnPicture } from "./picture-wishes.ts";
import type { Reference } from "./reference.ts";
import type { PhaseName, StepRef } from "./step-id.ts";
import type { Usage } from "./usage.ts";

/** What the graph knows of a panel. */
export interface PanelShape {
  id: string;
  /** Who appears. */
  characters: string[];
  /** Where it is; undefined in storyboards of before places had ids. */
  place?: string | undefined;
  /** Its scene; undefined in storyboards of before there were sheets. */
  scene?: string | undefined;
  /** Whoever wears another outfit than their first one: `c1.o2`. */
  outfits?: string[] | undefined;
  /** Its picture goes on on the next page. */
  crosses?: true | undefined;
}

/** What the graph learns from a step's output: which steps it brings into being. */
interface StepShape {
  /** From `concept`: everybody who gets a design and a portrait. */
  characters?: string[];
  /** From `plot`: the number of pages. */
  pages?: number;
  /** From `plot`: the even pages that share a picture with the page after them. */
  spreads?: number[];
  /** From `plot`: the places that are seen more than once. */
  places?: string[];
  /** From `storyboard`: the page's panels in reading order. */
  panels?: PanelShape[];
  /** From `lettering`: a step of its own makes the page's renditions. */
  renditionsApart?: true;
}

/** What a step is handed besides its own reference. */
export interface StepContext<Tools> {
  readonly sessionId: string;
  /** ISO time at which the session started: the only clock a phase may read. */
  readonly createdAt: string;
  /** As they hold for this step: of a panel that is drawn as `final` afterwards, tier and artist are those. */
  readonly params: SessionParams;
  /** Models are asked in their vendor's half-price lane. */
  readonly slow?: true | undefined;
  /** The step's picture may be made in a vendor's batch, which takes up to a day; its other calls are single ones. */
  readonly batch?: true | undefined;
  /** Whether a picture that this step reads, or its own, is drawn as `final` after the book was made. */
  isFinal(step: StepRef): boolean;
  /**
   * The output that somebody wants this step's drawn over, parsed; undefined where there is none, or where it shows something else than
   * what is to be drawn now. Its hash decides nothing.
   */
  before<T>(schema: Pick<z.ZodType<T>, "parse">): Promise<T | undefined>;
  /** 0, and another number each time that somebody asks for another take of the same picture. */
  readonly take: number;
  /** The change of an earlier picture that this take is; undefined where the picture is drawn from its data. */
  readonly edit: StepPictureEdit | undefined;
  /** Hashes of all pictures that the person gave: of their people with the story, and for sheets since. */
  readonly given: ReadonlySet<string>;
  /** The picture that the person gave for this sheet; undefined where it is drawn. */
  readonly ownPicture?: OwnPicture | undefined;
  /** The prompt that the person wrote for the step's picture; undefined where code writes it. Throws as `getBlob` does. */
  ownPrompt(): Promise<string | undefined>;
  /** Says what was asked of a model for the step's picture; with the step's notices it is stored with the result, sealed. */
  asked(asked: Omit<Asked, "notices">): void;
  readonly tools: Tools;
  /** Aborts on cancel, a lost lease and the step's deadline. */
  readonly signal: AbortSignal;
  /** The person's text. */
  story(): Promise<string>;
  /** The output of a finished step that this one depends on, parsed. */
  output<T>(step: StepRef, schema: z.ZodType<T>): Promise<T>;
  /** Whether this step depends on such a step: not every book has all that there may be. */
  has(step: StepRef): boolean;
  /** The content hash of such an output. */
  outputHash(step: StepRef): string;
  /**
   * Steps that this one may look at besides, as they are now, in the order in which it waits for them; of a panel the scene's anchor is
   * the last. `output` and `outputHash` take them. Its result does not depend on them.
   */
  readonly beside: readonly StepRef[];
  /**
   * The pictures that go along with the step's question: those that were chosen when it was first asked for this input, else those that
   * `choose` gives, which are kept before it resolves. Throws `StepAborted` where the claim was lost meanwhile.
   */
  references(choose: () => Promise<readonly Reference[]>): Promise<readonly Reference[]>;
  /** Says which version of a program makes the step's result, where the parameters name another one: the result keeps its id. */
  madeBy(id: string): void;
  /** What made the picture of such a step; undefined where no model was asked for it. Throws as `getBlob` does. */
  madeOf(step: StepRef): Promise<PictureMade | undefined>;
  /** What such a step had said of itself; undefined where the parameters name what made it. */
  makerOf(step: StepRef): string | undefined;
  putBlob(bytes: Uint8Array, contentType: string): Promise<string>;
  /** What is too long to be held whole. */
  putBlobStream(chunks: AsyncIterable<Uint8Array>, contentType: string): Promise<string>;
  getBlob(hash: string): Promise<Uint8Array>;
  /**
   * Gives what is remembered of an equal call of the same owner; else makes the call, books what it cost, and remembers it.
   * Calls may overlap; each is booked and remembered by itself. When `run` rejects, no further call begins, and the step waits for
   * those under way, so that what they cost is not paid again.
   * Throws what `make` throws, `TerminalError` where no budget covers it, and `OutOfTimeError` where it is too late to begin it.
   */
  call<T extends { usage: Usage }>(call: ModelCall<T>): Promise<T>;
  /**
   * Tells the timeline, in a sentence, what was done otherwise than wanted: a mended answer, a stand-in model, a softened picture.
   * It names panels and units by their ids and quotes nothing of the story but a word that an artist draws otherwise. Equal sentences
   * are told once; `notes.ts` has the bounds.
   */
  note(notice: string): void;
  /**
   * Tells whoever watches how far the step's present call is: steps done of steps. What comes more often than once a second is told by
   * its newest. Absent where nobody can be told: of steps that make no picture.
   */
  progress?: ((done: number, total: number) => void) | undefined;
}

export interface PictureMade extends Pick<Asked, "model" | "size" | "references"> {
  /** As `StepContext.take` when it was made. */
  take: number;
  made: "drawn" | "prompt" | "edit" | "final";
}

/** What is to be changed of which picture. */
export interface StepPictureEdit {
  /** sha-256 of the picture that is changed. */
  picture: string;
  contentType: string;
  /** How many pictures to make, and which of them is the step's, from 0. */
  count: number;
  pick: number;
  /** Throws as `getBlob` does. */
  read(): Promise<Instruction>;
}

/** One call of a model: what is reserved before it, what it is remembered by, and how it is made. */
export interface ModelCall<T> {
  /** The adapter's id; it names the prompts' version, too. */
  model: string;
  /**
   * The most that it may cost, in micro-dollars, with all that it repeats inside. What is free is not booked, and remembered only
   * if it is an answer with a `mayTakeMs`.
   */
  upToMicros: number;
  /**
   * How long it may take at most, in milliseconds. It is not begun when less is left before the step's deadline, unless it is the
   * claim's first; remembered answers are given whatever is left. Default: 0, for what this process does by itself.
   */
  mayTakeMs?: number;
  /** It makes no picture: of a picture step, which has its slot for those, it is made without the slot. */
  slotless?: true;
  /** Absent for what is made anew each time. */
  memo?: Memorable<T>;
  /**
   * How it is made in a vendor's batch instead: the step is parked until that is over. Of a step's calls the first one is made so, the
   * others by `make`; so is this one, where the batch gave nothing. Throws as `make` does.
   */
  batch?: ((order: BatchOrder) => Promise<BatchState<T>>) | undefined;
  /** Failures say by their `usage` what they had cost; of others it counts as unknown, at `upToMicros`. */
  make(): Promise<T>;
}

/** How a call's result is remembered. */
export interface Memorable<T> {
  /** Decides how long the fast levels keep it. */
  kind: "answer" | "image";
  /** All that decides the result besides owner and model, as JSON: task, parameters, seed or take, hashes of what is looked at. */
  key: unknown;
  /** Undefined for a result that nobody should be given again. */
  pack(made: T): Packed | undefined;
  /** Throws when it does not fit any more; then the call is made. */
  unpack(packed: Packed): T;
}

export interface Packed {
  /** JSON. */
  value: unknown;
  /** What is no JSON, in an order that only `pack` and `unpack` know. */
  bytes: readonly { bytes: Uint8Array; contentType: string }[];
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

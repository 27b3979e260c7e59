// How a phase is defined: a name, and for each kind of step a schema and a function.
// A phase never sees messages, leases, attempts or the environment.
import type * as z from "zod";
import type { BatchOrder, BatchState } from "./batch.ts";
import type { SessionParams } from "./params.ts";
import type { Asked, Instruction, OwnPicture, OwnReference } from "./picture-wishes.ts";
import type { Reference } from "./reference.ts";
import type { PhaseName, StepRef } from "./step-id.ts";
import type { Usage } from "./usage.ts";

/** What the graph knows of a panel. */
export interface PanelShape {
  id: string;
  /** The characters in the picture. */
  characters: string[];
  /** The place; undefined in storyboards written before places had ids. */
  place?: string | undefined;
  /** The scene; undefined in storyboards written before there were sheets. */
  scene?: string | undefined;
  /** Outfits of characters who wear another than their first one: `c1.o2`. */
  outfits?: string[] | undefined;
  /** The picture continues on the next page. */
  crosses?: true | undefined;
  /** A person changed its frame after its picture was drawn. */
  reframed?: true | undefined;
  /** The panel of the page whose picture it shows; it has no picture step of its own. */
  shows?: string | undefined;
}

/** The part of a step's output that decides which further steps there are. */
interface StepShape {
  /** From `concept`: the characters that get a design and a portrait. */
  characters?: string[];
  /** From `plot`: the number of pages. */
  pages?: number;
  /** From `plot`: the even pages that share a picture with the page after them. */
  spreads?: number[];
  /** From `plot`: the first numbers of the pages, where they were put in another order. */
  order?: number[] | undefined;
  /** From `plot`: the places that are seen more than once. */
  places?: string[];
  /** From `storyboard`: the page's panels in reading order. */
  panels?: PanelShape[];
  /** From `lettering`: the page's renditions are made by a step of their own. */
  renditionsApart?: true;
}

/** The arguments of a step besides its own reference. */
export interface StepContext<Tools> {
  readonly sessionId: string;
  /** Whose requests the step's calls are: rate limits are shared by owner, then by session. Absent outside of a session. */
  readonly payer?: { readonly owner: string; readonly session: string } | undefined;
  /** ISO time at which the session started: the only clock a phase may read. */
  readonly createdAt: string;
  /** The parameters for this step: for a panel that is drawn as `final` afterwards, tier and artist are the final ones. */
  readonly params: SessionParams;
  /** Models are asked in their vendor's slower lane, at half the price. */
  readonly slow?: true | undefined;
  /** The step's picture may be made in a vendor's batch, which takes up to a day; its other calls are single ones. */
  readonly batch?: true | undefined;
  /** Whether a picture that this step reads, or its own, is drawn as `final` after the book was made. */
  isFinal(step: StepRef): boolean;
  /**
   * The earlier output over which a person wants this step's picture drawn, parsed; undefined where there is none, or where it shows
   * something else than the picture to draw now. Its hash does not count for the step's input.
   */
  before<T>(schema: Pick<z.ZodType<T>, "parse">): Promise<T | undefined>;
  /** 0 at first; another number for each further take of the same picture. */
  readonly take: number;
  /** The edit of an earlier picture by which this take is made; undefined where the picture is drawn from its data. */
  readonly edit: StepPictureEdit | undefined;
  /** How many pictures are drawn for this take, and which of them the step takes, from 0; undefined: one. */
  readonly choice?: { count: number; pick: number } | undefined;
  /** Hashes of all pictures that the person supplied: of characters at the start, and of sheets later. */
  readonly given: ReadonlySet<string>;
  /** The picture that the person supplied for this sheet; undefined where the sheet is drawn. */
  readonly ownPicture?: OwnPicture | undefined;
  /** The prompt that the person wrote for the step's picture; undefined where code writes it. Throws as `getBlob` does. */
  ownPrompt(): Promise<string | undefined>;
  /** The reference pictures that the person added to the step's picture, in their order. Throws as `getBlob` does. */
  ownReferences(): Promise<readonly OwnReference[]>;
  /** Records what a model was asked for the step's picture; it is stored with the result and the step's notices, sealed. */
  asked(asked: Omit<Asked, "notices">): void;
  readonly tools: Tools;
  /** Aborts on cancel, on a lost lease and at the step's deadline. */
  readonly signal: AbortSignal;
  /** The text of the story. */
  story(): Promise<string>;
  /** What the person said beside the text, as JSON; undefined where they said nothing. */
  givenText(): Promise<string | undefined>;
  /** The output of a finished step that this one depends on, parsed. */
  output<T>(step: StepRef, schema: z.ZodType<T>): Promise<T>;
  /** Whether this step depends on such a step: some kinds of step occur in some books only. */
  has(step: StepRef): boolean;
  /** The content hash of such an output. */
  outputHash(step: StepRef): string;
  /**
   * Steps that this one may also read, as they are now, in the order in which it waits for them; for a panel the scene's anchor is the
   * last. `output` and `outputHash` accept them. The step's result does not depend on them.
   */
  readonly beside: readonly StepRef[];
  /**
   * The pictures sent with the step's question: those chosen when it was first asked for this input, otherwise those that `choose` gives,
   * which are stored before this resolves. Throws `StepAborted` where the claim was lost meanwhile.
   */
  references(choose: () => Promise<readonly Reference[]>): Promise<readonly Reference[]>;
  /**
   * Records which version of a program makes the step's result where it differs from the one in the parameters. The result keeps its id.
   */
  madeBy(id: string): void;
  /** What made the picture of such a step; undefined where no model was asked for it. Throws as `getBlob` does. */
  madeOf(step: StepRef): Promise<PictureMade | undefined>;
  /** The maker that such a step recorded by `madeBy`; undefined where the parameters name it. */
  makerOf(step: StepRef): string | undefined;
  putBlob(bytes: Uint8Array, contentType: string): Promise<string>;
  /** For content that is too long to be held in memory. */
  putBlobStream(chunks: AsyncIterable<Uint8Array>, contentType: string): Promise<string>;
  getBlob(hash: string): Promise<Uint8Array>;
  /**
   * Gives the remembered result of an equal call of the same owner; otherwise makes the call, books its cost, and remembers the result.
   * Calls may overlap; each is booked and remembered by itself. When `run` rejects, no further call begins, and the step waits for the
   * calls under way, so that none of them is paid for twice. Throws what `make` throws, `TerminalError` where no budget covers the call,
   * and `OutOfTimeError` where too little time is left to begin it.
   */
  call<T extends { usage: Usage }>(call: ModelCall<T>): Promise<T>;
  /**
   * Adds a sentence to the timeline that says what was done otherwise than asked: a repaired answer, a substitute model, a softened
   * picture. It names panels and units by their ids and quotes no text of the story, except a word that an artist draws differently. An
   * equal sentence is added once; `notes.ts` has the limits.
   */
  note(notice: string): void;
  /**
   * Reports the progress of the step's present call: steps done of steps; `made`: hashes of finished pictures of a step that makes several.
   * Of reports within one second the last is shown. Absent where progress is not shown: for steps that make no picture.
   */
  progress?: ((done: number, total: number, made?: readonly string[]) => void) | undefined;
}

export interface PictureMade extends Pick<Asked, "model" | "size" | "references"> {
  /** The value of `StepContext.take` when the picture was made. */
  take: number;
  made: "drawn" | "prompt" | "edit" | "final";
}

/** The edit of an earlier picture. */
export interface StepPictureEdit {
  /** sha-256 of the picture to edit. */
  picture: string;
  contentType: string;
  /** How many pictures to make, and which of them the step takes, from 0. */
  count: number;
  pick: number;
  /** Throws as `getBlob` does. */
  read(): Promise<Instruction>;
}

/** One call of a model: the amount to reserve, the key under which its result is remembered, and the function that makes it. */
export interface ModelCall<T> {
  /** The adapter's id, which includes the version of its prompts. */
  model: string;
  /**
   * The most that the call may cost, in micro-dollars, with its own repetitions. A free call is not booked, and is remembered only if it is
   * an answer with a `mayTakeMs`.
   */
  upToMicros: number;
  /**
   * The longest time that the call may take, in milliseconds. The call is not begun when less is left before the step's deadline, unless it
   * is the claim's first; remembered answers are given in any case. Default: 0, for what this process computes itself.
   */
  mayTakeMs?: number;
  /** The call makes no picture: in a picture step it is made without the step's slot. */
  slotless?: true;
  /** Absent for a call whose result is never reused. */
  memo?: Memorable<T>;
  /**
   * Makes the call in a vendor's batch: the step is parked until the batch ends. Only the first call of a step is made so, the others by
   * `make`, and so is the first where the batch gave nothing. Throws as `make` does.
   */
  batch?: ((order: BatchOrder) => Promise<BatchState<T>>) | undefined;
  /** Failures carry their cost in `usage`; without it the cost is unknown and counts as `upToMicros`. */
  make(): Promise<T>;
}

/** How a call's result is remembered. */
export interface Memorable<T> {
  /** Decides how long the fast levels keep it. */
  kind: "answer" | "image";
  /** All inputs that decide the result besides owner and model, as JSON: task, parameters, seed or take, hashes of pictures sent. */
  key: unknown;
  /** Undefined for a result that must not be reused. */
  pack(made: T): Packed | undefined;
  /** Throws when the remembered form does not parse any more; then the call is made. */
  unpack(packed: Packed): T;
}

export interface Packed {
  /** JSON. */
  value: unknown;
  /** Binary parts, in an order that only `pack` and `unpack` know. */
  bytes: readonly { bytes: Uint8Array; contentType: string }[];
}

export interface StepDefinition<Output, Ref extends StepRef, Tools> {
  output: z.ZodType<Output>;
  /** The output by parts: a dependant's input counts only the parts that it reads. */
  parts?(output: Output): Record<string, unknown>;
  shape?(output: Output): StepShape;
  /**
   * Does the work. May run twice: blobs are addressed by their content, and the result is recorded once. Throws the errors of `errors.ts`.
   */
  run(step: Ref, context: StepContext<Tools>): Promise<Output>;
}

type RefOf<Of extends StepRef["of"]> = Extract<StepRef, { of: Of }>;

export interface Phase<Tools> {
  name: PhaseName;
  /** The definition of a step of this phase, by the subject of the step. */
  steps: {
    [Of in Exclude<StepRef["of"], "gate">]?: ErasedStep<RefOf<Of>, Tools>;
  };
}

/** A step definition whose output type only its own functions know. */
export interface ErasedStep<Ref extends StepRef, Tools> {
  /** Runs the step and returns its validated output with its parts and shape. */
  perform(step: Ref, context: StepContext<Tools>): Promise<StepResult>;
  /** Parses an output that was made elsewhere, with its parts and shape. Throws `ZodError` when it does not fit the schema. */
  read?(output: unknown): StepResult;
}

export interface StepResult {
  output: unknown;
  parts: Record<string, unknown>;
  shape: StepShape;
}

/** The same kinds of step, each changed. */
export function mapSteps<Tools>(
  steps: Phase<Tools>["steps"],
  change: <Ref extends StepRef>(step: ErasedStep<Ref, Tools>) => ErasedStep<Ref, Tools>,
): Phase<Tools>["steps"] {
  const all = Object.entries<ErasedStep<StepRef, Tools>>(steps);
  return Object.fromEntries(all.map(([of, step]) => [of, change(step)]));
}

/** Binds a step definition's functions to its schema: each output is parsed before it is returned. */
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

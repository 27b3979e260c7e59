// The port to whoever carries out what people ask for in words or by a quick option: a wish and the book in, changes out.
import type { OptionId } from "./options.ts";
import type { SessionParams } from "./params.ts";
import type { ParamsEdit } from "./plan-revision.ts";
import type { WorkRef } from "./step-kinds.ts";

export interface Wish {
  option?: OptionId | undefined;
  /** In the person's own words; with an option, what about it. */
  text: string;
  /** How much, from 0 to 1. */
  intensity: number;
  /** What it is about, where the person pointed at something. */
  target: { page?: number | undefined; panel?: string | undefined; character?: string | undefined };
  /**
   * Changes that the person does not want, by the ids that a preview gives them: `c1.age`. A reviser leaves out those of a person's looks,
   * of which its descriptions speak; the planner leaves out all others.
   */
  without?: readonly string[] | undefined;
}

/** The book as it is. */
export interface BookView {
  params: SessionParams;
  /** Steps whose results stand, in the order of their phases. */
  standing: readonly WorkRef[];
  /** The output of one of those, as stored. */
  output(ref: WorkRef): Promise<unknown>;
}

export interface ResultChange {
  ref: WorkRef;
  /** Makes the new output of the old one; absent: the result stays good for whatever the other changes make of its input. */
  change?: (output: unknown) => unknown;
}

export type Answer =
  | {
      kind: "change";
      params?: ParamsEdit;
      /** In the order of the phases. */
      results?: readonly ResultChange[];
      /** Pictures to draw again. */
      takes?: readonly WorkRef[];
      /** Parts of the change were left out: where nothing is left, it cannot be done. */
      isPartial?: true;
    }
  /** It cannot be done, and nothing changes. */
  | {
      kind: "cannot";
      reason: CannotReason;
      message: string;
      /** The person's own words that are not understood, where it is not all of them. */
      words?: string;
    };

/**
 * `not-understood`: the words say nothing that it knows; `not-supported`: it knows what is meant and cannot do it;
 * `which`: it is not said of what; `nothing-to-change`: the book is like that already, or what is meant is not in it.
 */
export type CannotReason = "not-understood" | "not-supported" | "which" | "nothing-to-change";

export interface Reviser {
  /** Throws as a reader does. */
  revise(wish: Wish, book: BookView): Promise<Answer>;
  /**
   * Wishes by which somebody could ask for an option in this book, the likeliest first; none for an option that it never carries out. The
   * option is offered where the planner can carry out one of them.
   */
  examples(option: OptionId, book: BookView): Promise<readonly Wish[]>;
}

/** Thrown for a wish that cannot be carried out; nothing was changed. */
export class CannotReviseError extends Error {
  override readonly name = "CannotReviseError";
  readonly reason: CannotReason;
  readonly words: string | undefined;
  constructor({ reason, message, words }: Answer & { kind: "cannot" }) {
    super(message);
    this.reason = reason;
    this.words = words;
  }
}

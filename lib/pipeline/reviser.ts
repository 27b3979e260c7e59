// The port that carries out wishes in words and quick options: a wish and the book in, changes out.
import type { Character } from "../manga/cast.ts";
import type { Language } from "../manga/language.ts";
import type { OptionId } from "./options.ts";
import type { SessionParams } from "./params.ts";
import type { ParamsEdit } from "./plan-revision.ts";
import type { WorkRef } from "./step-kinds.ts";

export interface Wish {
  option?: OptionId | undefined;
  /** In the person's own words; with an option, its subject. */
  text: string;
  /** How much, from 0 to 1. */
  intensity: number;
  /** The subject, where the person selected one. */
  target: { page?: number | undefined; panel?: string | undefined; character?: string | undefined };
  /**
   * Changes that the person does not want, by the ids that a preview gives them: `c1.age`. A reviser leaves out those of a person's looks,
   * of which its descriptions speak; the planner leaves out all others.
   */
  without?: readonly string[] | undefined;
}

/** The present book. */
export interface BookView {
  params: SessionParams;
  /** Steps with a valid result, in the order of their phases. */
  standing: readonly WorkRef[];
  /** The output of such a step, as stored. */
  output(ref: WorkRef): Promise<unknown>;
}

export interface ResultChange {
  ref: WorkRef;
  /** Computes the new output from the old one; absent: the result stays valid although the other changes change its input. */
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
  /** The wish cannot be carried out, and nothing changes. */
  | {
      kind: "cannot";
      reason: CannotReason;
      message: string;
      /** The words that were not understood, where others were. */
      words?: string;
    };

/**
 * `not-understood`: the words have no known meaning; `not-supported`: the meaning is known and cannot be carried out; `which`: the subject
 * is missing; `nothing-to-change`: the book is so already, or does not have the subject.
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
  /** A design in one sentence of the book's language, for people. */
  describe(look: Omit<Character, "description">, language: Language): Promise<string>;
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

// What users want of a simulated book, independent of its schedule: requests and changes by version, and passed gates; and what the results
// in a schedule mean by that. Values are immutable, so a reader keeps what it saw.
import type { Schedule } from "../schedule.ts";
import { PHASES, type PhaseName } from "../step-id.ts";
import {
  type BookParams,
  bookParams,
  type Entry,
  type Output,
  outputOf,
  type ReferenceBook,
} from "./reference-book.ts";
import type { BookPlan } from "./weather.ts";

type Results = Schedule["results"];

/** A picture that another artist draws over its draft, from a take on. */
export interface WantedFinal {
  take: number;
  artist: string;
  slow?: true | undefined;
  /** The output that it is drawn over, and that output's input; absent if there was none. */
  over?: { output: string; madeOf: string } | undefined;
}

export interface Wanted {
  params: BookParams;
  takes: ReadonlyMap<string, number>;
  finals: ReadonlyMap<string, WantedFinal>;
  /** Edits, each with the step's own output that it replaced: a new own output ends the edit. */
  edits: ReadonlyMap<string, { of: string; to: Output }>;
}

/** The final for a picture's take; undefined if there is none. */
export function finalOf({ takes, finals }: Wanted, step: string): WantedFinal | undefined {
  const final = finals.get(step);
  return final !== undefined && (takes.get(step) ?? 0) >= final.take ? final : undefined;
}

/** A version of the book as users see it. */
export interface Version {
  number: number;
  wanted: Wanted;
  /** The reviewed content of each phase when its gate was decided. */
  passed: ReadonlyMap<PhaseName, string>;
  /** Pictures that the person had drawn again after the review: the review is of what they are made of. */
  redrawn: ReadonlySet<string>;
  results: Results;
  /** Pictures marked as kept; a mark does not belong to a version. */
  kept: ReadonlySet<string>;
}

/** The state of the results, by what is wanted now. */
export interface Standing {
  /** A canonical text of each step's wanted inputs; absent while an input is missing. */
  causes: ReadonlyMap<string, string>;
  /** Steps whose result was made of these inputs. */
  done: ReadonlySet<string>;
  /** Steps whose readers may read them: every gate before them is passed. */
  stands: ReadonlySet<string>;
  /** Steps that are not done and have all inputs. */
  ready: ReadonlySet<string>;
  /** The reviewed content of each phase: its outputs, of a redrawn picture its inputs; absent while the phase is incomplete. */
  outputs: ReadonlyMap<PhaseName, string>;
  /** The same, known also while redrawn pictures are made. */
  reviewed: ReadonlyMap<PhaseName, string>;
  passed: ReadonlySet<PhaseName>;
}

export interface Wishes {
  /** The current version. */
  now: Version;
  /** Earlier versions, as they were when they were left. */
  left: Map<number, Version>;
  standing(results: Results): Standing;
  /**
   * Associates the pipeline's input hash with a step's wanted inputs. Returns the contradiction if the hash stood for other inputs, or
   * these inputs had another hash.
   */
  link(results: Results, step: string, input: string): string | undefined;
  /** Whether a step with this input hash is made of its wanted inputs. */
  isFor(results: Results, step: string, input: string | undefined): boolean;
  /** The output of a step for an input hash. */
  own(step: string, input: string): string | undefined;
}

export function openWishes(
  { book, review }: { book: BookPlan; review: readonly PhaseName[] },
  reference: ReferenceBook,
): Wishes {
  let judged = new WeakMap<Results, Version & { standing: Standing }>();
  const causeOf = new Map<string, string>();
  const inputOf = new Map<string, string>();
  const ownOf = new Map<string, string>();

  const made = (results: Results, entry: Entry) => ({
    params: wishes.now.wanted.params,
    take: wishes.now.wanted.takes.get(entry.step) ?? 0,
    values: reference.values(entry, (step) => results[step]?.output),
  });

  function cause(results: Results, entry: Entry): string {
    const { params, take, values } = made(results, entry);
    const artist = finalOf(wishes.now.wanted, entry.step)?.artist ?? "";
    return `${entry.step} ${entry.params.map((name) => params[name]).join()} ${take} ${artist} ${values.join()}`;
  }

  function judge(results: Results): Standing {
    const { wanted, passed, redrawn } = wishes.now;
    const [done, stands, ready] = [new Set<string>(), new Set<string>(), new Set<string>()];
    const causes = new Map<string, string>();
    const outputs = new Map<PhaseName, string>();
    const reviewed = new Map<PhaseName, string>();
    const open = new Set<PhaseName>();
    const entries = reference.entries(wanted.params.pages);
    /** Returns the valid output. */
    const judgeStep = (entry: Entry): string | undefined => {
      const { step, phase, reads, because } = entry;
      const result = results[step];
      const isThere = because?.some((one) => stands.has(one)) ?? true;
      const isReadable =
        isThere &&
        reads.every(({ step: read }) => {
          const readPhase = reference.entry(read)?.phase ?? phase;
          return stands.has(read) && (readPhase === phase || open.has(readPhase));
        });
      if (isThere && reads.every((read) => done.has(read.step))) {
        const now = cause(results, entry);
        causes.set(step, now);
        if (result !== undefined && causeOf.get(`${step} ${result.input}`) === now) done.add(step);
      }
      if (isReadable && !done.has(step)) ready.add(step);
      if (result === undefined || !isReadable || !done.has(step)) return undefined;
      stands.add(step);
      return result.output;
    };
    for (const phase of PHASES) {
      // Storyboards determine the outfits.
      const sheets = entries.filter((entry) => entry.isAside && entry.phase !== "lettering");
      if (phase === "artwork") for (const entry of sheets) judgeStep(entry);
      const given: string[] = [];
      let [isWhole, isKnown] = [true, true];
      for (const entry of entries) {
        if (entry.phase !== phase || entry.isAside) continue;
        const output = judgeStep(entry);
        const content = redrawn.has(entry.step) ? causes.get(entry.step) : output;
        if (output === undefined) isWhole = false;
        if (content === undefined) isKnown = false;
        else given.push(content);
      }
      // Renditions follow from their pages.
      const beside = entries.filter((entry) => entry.isAside && entry.phase === "lettering");
      if (phase === "lettering") for (const entry of beside) judgeStep(entry);
      if (isKnown) reviewed.set(phase, given.join());
      if (isWhole && isKnown) outputs.set(phase, given.join());
      if (!review.includes(phase) || (isKnown && passed.get(phase) === given.join())) open.add(phase);
    }
    return { causes, done, stands, ready, outputs, reviewed, passed: open };
  }

  const wishes: Wishes = {
    now: {
      number: 1,
      wanted: { params: bookParams(book, {}), takes: new Map(), finals: new Map(), edits: new Map() },
      ...{ passed: new Map(), redrawn: new Set(), results: {}, kept: new Set() },
    },
    left: new Map(),
    standing(results) {
      const known = judged.get(results);
      const { now } = wishes;
      const isSame = known?.wanted === now.wanted && known.passed === now.passed;
      if (isSame && known.redrawn === now.redrawn) return known.standing;
      const standing = judge(results);
      judged.set(results, { ...now, standing });
      return standing;
    },
    link(results, step, input) {
      const now = wishes.standing(results).causes.get(step);
      const entry = reference.entries(wishes.now.wanted.params.pages).find((one) => one.step === step);
      if (now === undefined || entry === undefined) return `${step} is not to be made`;
      const key = `${step} ${input}`;
      const [before, known] = [causeOf.get(key), inputOf.get(now)];
      if (before === now) return undefined;
      causeOf.set(key, now);
      inputOf.set(now, input);
      ownOf.set(key, reference.keep(outputOf(book, entry, made(results, entry))));
      judged = new WeakMap();
      if (before !== undefined) return `${step} has the same input hash for another input`;
      return known === undefined ? undefined : `${step} has another input hash for the same input`;
    },
    isFor(results, step, input) {
      const now = wishes.standing(results).causes.get(step);
      return now !== undefined && causeOf.get(`${step} ${input}`) === now;
    },
    own: (step, input) => ownOf.get(`${step} ${input}`),
  };
  return wishes;
}

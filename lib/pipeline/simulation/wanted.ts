// What people want of a simulated book, kept apart from its schedule: what they asked for and changed, version by version,
// and which gates they passed; and what the results in a schedule amount to by that. Values never change in place: who
// looked, holds on to what they saw.
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

/** A picture that is drawn by another artist over its draft, from a take on. */
export interface WantedFinal {
  take: number;
  artist: string;
  slow?: true | undefined;
  /** The output that it is drawn over, and what that was made of; absent where nothing stood. */
  over?: { output: string; madeOf: string } | undefined;
}

export interface Wanted {
  params: BookParams;
  takes: ReadonlyMap<string, number>;
  finals: ReadonlyMap<string, WantedFinal>;
  /** What somebody put in place of which output of a step's own: when the step gives another one, the edit is over. */
  edits: ReadonlyMap<string, { of: string; to: Output }>;
}

/** How a picture is drawn by that; undefined where it is as all are. */
export function finalOf({ takes, finals }: Wanted, step: string): WantedFinal | undefined {
  const final = finals.get(step);
  return final !== undefined && (takes.get(step) ?? 0) >= final.take ? final : undefined;
}

/** A state of the book in people's eyes. */
export interface Version {
  number: number;
  wanted: Wanted;
  /** What a phase had given when its gate was decided. */
  passed: ReadonlyMap<PhaseName, string>;
  results: Results;
  /** Pictures that somebody marked to be kept: a mark is of no version. */
  kept: ReadonlySet<string>;
}

/** What results amount to, as the book is wanted now. */
export interface Standing {
  /** Everything that a step should be made of now, in one word; absent while something of it is not done. */
  causes: ReadonlyMap<string, string>;
  /** Steps whose result was made of that. */
  done: ReadonlySet<string>;
  /** Those whose readers may read them: every gate before them is passed. */
  stands: ReadonlySet<string>;
  /** Not done, with everything there that they read. */
  ready: ReadonlySet<string>;
  /** All that a phase gave; absent while it is not done. */
  outputs: ReadonlyMap<PhaseName, string>;
  passed: ReadonlySet<PhaseName>;
}

export interface Wishes {
  /** The version that is made now. */
  now: Version;
  /** Those that were left, as they were when somebody left them. */
  left: Map<number, Version>;
  standing(results: Results): Standing;
  /**
   * Notes that the pipeline calls what a step should now be made of by this input hash. Says what is wrong when it called
   * something else so, or called the same otherwise.
   */
  link(results: Results, step: string, input: string): string | undefined;
  /** Whether a step that is made for this input hash is made of what it should be made of now. */
  isFor(results: Results, step: string, input: string | undefined): boolean;
  /** The output that a step gives for an input hash. */
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
    const { wanted, passed } = wishes.now;
    const [done, stands, ready] = [new Set<string>(), new Set<string>(), new Set<string>()];
    const causes = new Map<string, string>();
    const outputs = new Map<PhaseName, string>();
    const open = new Set<PhaseName>();
    const entries = reference.entries(wanted.params.pages);
    /** Gives the output that stands. */
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
      // Storyboards say which outfits there are.
      const sheets = entries.filter((entry) => entry.isAside && entry.phase !== "lettering");
      if (phase === "artwork") for (const entry of sheets) judgeStep(entry);
      const given: string[] = [];
      let isWhole = true;
      for (const entry of entries) {
        if (entry.phase !== phase || entry.isAside) continue;
        const output = judgeStep(entry);
        if (output === undefined) isWhole = false;
        else given.push(output);
      }
      // Renditions follow from their pages.
      const beside = entries.filter((entry) => entry.isAside && entry.phase === "lettering");
      if (phase === "lettering") for (const entry of beside) judgeStep(entry);
      if (isWhole) outputs.set(phase, given.join());
      if (!review.includes(phase) || (isWhole && passed.get(phase) === given.join())) open.add(phase);
    }
    return { causes, done, stands, ready, outputs, passed: open };
  }

  const wishes: Wishes = {
    now: {
      number: 1,
      wanted: { params: bookParams(book, {}), takes: new Map(), finals: new Map(), edits: new Map() },
      ...{ passed: new Map(), results: {}, kept: new Set() },
    },
    left: new Map(),
    standing(results) {
      const known = judged.get(results);
      const { now } = wishes;
      if (known?.wanted === now.wanted && known.passed === now.passed) return known.standing;
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

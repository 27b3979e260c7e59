// The book that a session should make, written down apart from the pipeline: which steps there are, what each reads, and
// what it gives for that. The auditor judges schedules by it, so it shares no edge and no hash of inputs with `graph.ts`.
import { canonicalJson, contentHash } from "../canonical-json.ts";
import type { Schedule } from "../schedule.ts";
import { type PhaseName, pageId } from "../step-id.ts";
import type { BookPlan } from "./weather.ts";

/** What a simulated step gives. */
export interface Output {
  step: string;
  made: string;
  parts: Record<string, string>;
}

interface Read {
  step: string;
  /** The part that is read; absent when all of it is. */
  part?: string;
}

export interface Entry {
  step: string;
  phase: PhaseName;
  isImage: boolean;
  reads: readonly Read[];
}

export const panelIds = ({ panels }: BookPlan) =>
  Array.from({ length: panels }, (_, index) => `k${index + 1}`);

/** Who appears in a panel: one person each, in turn. */
export function castOf({ characters }: BookPlan, panel: string): string[] {
  const person = characters[Number(panel.slice(1)) % characters.length];
  return person === undefined ? [] : [person];
}

/** All steps of the book, each after those that it reads. */
export function entriesOf(plan: BookPlan): Entry[] {
  const entries: Entry[] = [];
  const add = (step: string, phase: PhaseName, reads: readonly (string | Read)[], isImage = false) =>
    entries.push({
      ...{ step, phase, isImage },
      reads: reads.map((read) => (typeof read === "string" ? { step: read } : read)),
    });
  add("concept", "concept", []);
  add("characters", "characters", ["concept"]);
  for (const person of plan.characters) {
    add(`characters/${person}`, "characters", [{ step: "characters", part: person }], true);
  }
  add("plot", "plot", ["concept"]);
  const bound: string[] = ["concept", "characters", "plot"];
  for (let page = 1; page <= plan.pages; page++) {
    const id = pageId(page);
    const storyboard = `storyboard/${id}`;
    add(storyboard, "storyboard", ["plot", "characters", "concept"]);
    bound.push(storyboard);
    const lettered: Read[] = [];
    for (const panel of panelIds(plan)) {
      const cast = castOf(plan, panel);
      const designs = cast.map((person) => ({ step: "characters", part: person }));
      const portraits = cast.map((person) => `characters/${person}`);
      const artwork = `artwork/${id}/${panel}`;
      const picture = { step: storyboard, part: `${panel}.picture` };
      add(artwork, "artwork", [picture, ...designs, ...portraits], true);
      lettered.push({ step: storyboard, part: `${panel}.words` }, { step: artwork });
      bound.push(artwork);
    }
    add(`lettering/${id}`, "lettering", lettered);
    bound.push(`lettering/${id}`);
  }
  add("finish", "finish", bound);
  return entries;
}

/** What a step gives for what it read. A storyboard's pictures and a design stay the same whatever came before them. */
export function outputOf(plan: BookPlan, entry: Entry, take: number, values: readonly string[]): Output {
  const { step, phase } = entry;
  // Lettering reads no seed: it sets type.
  const made = contentHash(`${step} ${phase === "lettering" ? "" : take} ${values.join(" ")}`);
  const parts: Output["parts"] = {};
  if (step === "characters") for (const person of plan.characters) parts[person] = `design of ${person}`;
  if (phase === "storyboard") {
    for (const panel of panelIds(plan)) {
      parts[`${panel}.picture`] = `picture of ${step} ${panel}`;
      parts[`${panel}.words`] = `words of ${step} ${panel} in ${made}`;
    }
  }
  return { step, made, parts };
}

export const hashOf = (output: Output) => contentHash(canonicalJson(output));

interface Edit {
  /** The output that it changed: when the step gives another one, the edit is over. */
  of: string;
  to: Output;
}

export interface ReferenceBook {
  entries: readonly Entry[];
  /** The output hash that each step should end with. */
  expected(params: Pick<Schedule["params"], "seed">): ReadonlyMap<string, string>;
  /** Says that a person changed a step's output. */
  edit(step: string, edit: Edit): void;
}

export function referenceBook(plan: BookPlan): ReferenceBook {
  const entries = entriesOf(plan);
  const edits = new Map<string, Edit>();
  const known = new Map<number, Map<string, string>>();

  function derive(take: number): Map<string, string> {
    const outputs = new Map<string, { output: Output; hash: string }>();
    for (const entry of entries) {
      const values = entry.reads.map(({ step, part }) => {
        const read = outputs.get(step);
        return (part === undefined ? read?.hash : read?.output.parts[part]) ?? "";
      });
      let output = outputOf(plan, entry, take, values);
      let hash = hashOf(output);
      const edit = edits.get(entry.step);
      if (edit?.of === hash) {
        output = edit.to;
        hash = hashOf(output);
      }
      outputs.set(entry.step, { output, hash });
    }
    return new Map([...outputs].map(([step, { hash }]) => [step, hash]));
  }

  return {
    entries,
    expected({ seed }) {
      const expected = known.get(seed) ?? derive(seed);
      known.set(seed, expected);
      return expected;
    },
    edit(step, { of, to }) {
      const earlier = edits.get(step);
      edits.set(step, { of: earlier !== undefined && hashOf(earlier.to) === of ? earlier.of : of, to });
      known.clear();
    },
  };
}

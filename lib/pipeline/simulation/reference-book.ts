// The expected book of a session, defined independently of the pipeline: its steps, what each reads, and its output. The auditor judges
// schedules by it, so it shares no edge and no input hash with `graph.ts`.
import { canonicalJson, contentHash } from "../canonical-json.ts";
import type { SessionParams } from "../params.ts";
import { PHASES, type PhaseName, pageId } from "../step-id.ts";
import type { BookPlan } from "./weather.ts";

/** Output of a simulated step. */
export interface Output {
  step: string;
  made: string;
  parts: Record<string, string>;
  /** The answers in it, if the model answers differently each time. */
  said?: string;
  /** For a picture. */
  content?: { kind: "image"; blob: string; contentType: string };
}

interface Read {
  step: string;
  /** The part that is read; absent: all of it. */
  part?: string;
}

/** Parameters that a step can depend on. */
export interface BookParams {
  seed: number;
  pages: number;
  language: string;
  direction: string;
  title: string;
}

export interface Entry {
  step: string;
  phase: PhaseName;
  isImage: boolean;
  params: readonly (keyof BookParams)[];
  reads: readonly Read[];
  /** Not part of a review: a sheet, drawn for the panels that use it, a page's renditions, or the cover. */
  isAside: boolean;
  /** The step is part of the book if one of these is; absent: always. */
  because?: readonly string[];
  /** Steps that it waits for without depending on them. */
  awaits: readonly string[];
  /** Scene of a panel, in books with sheets. */
  scene?: string;
}

export const MOST_PAGES = 4;

/** The default artist. */
export const ARTIST = "artist@1";

export function bookParams({ pages: planned }: BookPlan, params: Partial<SessionParams>): BookParams {
  const { seed = 0, pages = planned, language = "", direction = "", title = "" } = params;
  return { seed, pages, language, direction, title };
}

export const panelIds = ({ panels }: BookPlan) =>
  Array.from({ length: panels }, (_, index) => `k${index + 1}`);

export const pageIds = (pages: number) => Array.from({ length: pages }, (_, index) => pageId(index + 1));

/** The pages that share a picture with the next one, for a length. */
export const spreadsOf = ({ hasSpread }: BookPlan, pages: number) => (hasSpread && pages >= 3 ? [2] : []);

/** Whether a storyboard has the shared picture of two pages; it does even if the book is too short for the second page. */
export const hasCrossing = ({ hasSpread }: BookPlan, step: string) =>
  hasSpread && step === `storyboard/${pageId(2)}`;

/** Characters in a panel: one each, in rotation. */
export function castOf({ characters }: BookPlan, panel: string): string[] {
  const person = characters[Number(panel.slice(1)) % characters.length];
  return person === undefined ? [] : [person];
}

const PLATE = "artwork/style";
/** The only place with a sheet. */
const OFTEN = "l1";

/** Scene of a page, in books with sheets: two pages share one. */
export const sceneOf = (page: number) => `s${Math.ceil(page / 2)}`;

export const placesOf = ({ hasSheets }: BookPlan) => (hasSheets ? [OFTEN] : []);

/** The second panel of each page is at another place, which is rarely used. */
export const placeOf = (panel: string) => (panel === "k2" ? "l2" : OFTEN);

/** Characters with another outfit in a panel: those in the first panel of an even page. */
export function outfitsIn(plan: BookPlan, page: number, panel: string): string[] {
  const changes = plan.hasSheets && page % 2 === 0 && panel === "k1";
  return changes ? castOf(plan, panel).map((person) => `${person}.o2`) : [];
}

/** All steps of the book for a length. The book's language affects only the lettering. */
function entriesOf(plan: BookPlan, pages: number): Entry[] {
  const entries: Entry[] = [];
  const add = (
    [step, phase]: [string, PhaseName],
    params: Entry["params"],
    { reads, isImage = false, isAside = false, awaits = [], ...rest }: Drawn,
  ) =>
    entries.push({
      ...{ step, phase, isImage, isAside, params, ...rest },
      awaits: plan.hasSheets ? awaits : [],
      reads: reads.map((read) => (typeof read === "string" ? { step: read } : read)),
    });
  add(["concept", "concept"], ["seed", "pages", "title"], { reads: [] });
  add(["characters", "characters"], ["seed"], { reads: ["concept"] });
  for (const person of plan.characters) {
    const reads = [{ step: "characters", part: person }];
    add([`characters/${person}`, "characters"], ["seed"], { reads, isImage: true, awaits: [PLATE] });
  }
  addSheets(plan, pages, add);
  add(["plot", "plot"], ["seed", "pages", "direction"], { reads: ["concept"] });
  const bound: string[] = ["concept", "characters", "plot"];
  for (const [index, id] of pageIds(pages).entries()) {
    const storyboard = `storyboard/${id}`;
    const staged = [{ step: "plot", part: id }, "characters", { step: "concept", part: "people" }];
    add([storyboard, "storyboard"], ["seed", "direction"], { reads: staged });
    bound.push(storyboard);
    const lettered: Read[] = [];
    for (const panel of panelIds(plan)) {
      const cast = castOf(plan, panel);
      const designs = cast.map((person) => ({ step: "characters", part: person }));
      const worn = outfitsIn(plan, index + 1, panel);
      const portraits = cast.map(
        (person) => `characters/${worn.find((one) => one.startsWith(`${person}.`)) ?? person}`,
      );
      const artwork = `artwork/${id}/${panel}`;
      const picture = { step: storyboard, part: `${panel}.picture` };
      const isOften = plan.hasSheets && placeOf(panel) === OFTEN;
      add([artwork, "artwork"], ["seed"], {
        ...{ reads: [picture, ...designs, ...portraits], isImage: true },
        ...(plan.hasSheets && { scene: sceneOf(index + 1) }),
        awaits: isOften ? [PLATE, `artwork/place.${OFTEN}`] : [PLATE],
      });
      lettered.push({ step: storyboard, part: `${panel}.words` }, { step: artwork });
      bound.push(artwork);
    }
    if (spreadsOf(plan, pages).includes(index)) {
      const first = pageId(index);
      lettered.push({ step: `storyboard/${first}`, part: "spread" }, { step: `artwork/${first}/k1` });
    }
    add([`lettering/${id}`, "lettering"], ["seed", "language", "direction"], { reads: lettered });
    bound.push(`lettering/${id}`);
    if (!plan.hasRenditions) continue;
    const renditions = `lettering/${id}/renditions`;
    const shown = [{ step: `lettering/${id}` }, ...lettered];
    add([renditions, "lettering"], ["seed", "language", "direction"], { reads: shown, isAside: true });
    bound.push(renditions);
  }
  if (plan.hasCover) {
    const drawn = entries.filter(({ step }) => /^(storyboard\/|artwork\/p\d)/.test(step));
    const shown = ["concept", "characters", "plot", ...drawn.map(({ step }) => step)];
    add(["lettering/cover", "lettering"], ["language", "direction"], { reads: shown, isAside: true });
    bound.push("lettering/cover");
  }
  const listed = entries.filter(
    ({ isImage, isAside, step }) => (isImage && isAside) || /^characters\/c\d+$/.test(step),
  );
  const awaits = listed.map(({ step }) => step);
  add(["finish", "finish"], ["seed", "language", "direction", "title"], { reads: bound, awaits });
  return entries;
}

interface Drawn extends Partial<Pick<Entry, "isImage" | "isAside" | "because" | "awaits" | "scene">> {
  reads: readonly (string | Read)[];
}

/** Sheets that panels use besides portraits. */
function addSheets(
  plan: BookPlan,
  pages: number,
  add: (at: [string, PhaseName], params: Entry["params"], drawn: Drawn) => void,
): void {
  if (!plan.hasSheets) return;
  const drawn = { isImage: true, isAside: true };
  add([PLATE, "artwork"], ["seed"], { ...drawn, reads: [{ step: "concept", part: "style" }] });
  const dressed = pageIds(pages).flatMap((id, index) =>
    panelIds(plan).flatMap((panel) => outfitsIn(plan, index + 1, panel).map((outfit) => ({ id, outfit }))),
  );
  for (const [outfit, at] of Map.groupBy(dressed, (one) => one.outfit)) {
    const [person = ""] = outfit.split(".");
    const reads = [{ step: "characters", part: person }, { step: `characters/${person}` }];
    const because = at.map(({ id }) => `storyboard/${id}`);
    add([`characters/${outfit}`, "characters"], ["seed"], { ...drawn, reads, because, awaits: [PLATE] });
  }
  const reads = [{ step: "plot", part: `places.${OFTEN}` }];
  add([`artwork/place.${OFTEN}`, "artwork"], ["seed"], { ...drawn, reads, awaits: [PLATE] });
}

const inPhases = (entries: readonly Entry[]) =>
  PHASES.flatMap((phase) => entries.filter((entry) => entry.phase === phase));

/** The output of a step for its inputs. A storyboard's pictures, a design and every other page's beats do not depend on their inputs. */
export function outputOf(
  plan: BookPlan,
  entry: Entry,
  { params, take, values }: { params: BookParams; take: number; values: readonly string[] },
): Output {
  const { step, phase } = entry;
  const asked = entry.params.map((name) => params[name]);
  // Most changes of a concept do not affect steps that read all of it.
  const heeded = step === "characters" || step === "plot" ? [] : values;
  const made = contentHash(`${step} ${asked.join(" ")} ${take} ${heeded.join(" ")}`);
  const parts: Output["parts"] = {};
  if (phase === "concept") parts.people = "the people";
  if (step === "characters") for (const person of plan.characters) parts[person] = `design of ${person}`;
  if (phase === "plot") {
    for (const place of placesOf(plan)) parts[`places.${place}`] = `the place ${place}`;
    for (const [index, id] of pageIds(params.pages).entries()) {
      parts[id] = index % 2 === 0 ? `beats of ${id}` : `beats of ${id} in ${made}`;
    }
  }
  if (phase === "storyboard") {
    // The picture has another position in a book with the other reading direction.
    if (hasCrossing(plan, step)) parts.spread = `picture of ${step} in a book ${params.direction}`;
    for (const panel of panelIds(plan)) {
      parts[`${panel}.picture`] = `picture of ${step} ${panel}`;
      parts[`${panel}.words`] = `words of ${step} ${panel} in ${made}`;
    }
  }
  if (!entry.isImage) return { step, made, parts };
  const blob = contentHash(pictureOf({ step, made }));
  return { step, made, parts, content: { kind: "image", blob, contentType: "image/png" } };
}

/** The bytes of a picture, as text. */
export const pictureOf = ({ step, made }: Pick<Output, "step" | "made">) => `image of ${step} ${made}`;

export const hashOf = (output: Output) => contentHash(canonicalJson(output));

export function isOutput(value: unknown): value is Output {
  if (typeof value !== "object" || value === null) return false;
  if (!("step" in value && "made" in value && "parts" in value)) return false;
  const { step, made, parts } = value;
  return (
    typeof step === "string" &&
    typeof made === "string" &&
    typeof parts === "object" &&
    parts !== null &&
    Object.values(parts).every((part) => typeof part === "string")
  );
}

export interface ReferenceBook {
  /** The steps of the book for a length, by phase, each after its inputs. */
  entries(pages: number): readonly Entry[];
  /** A step of the longest book, by id. */
  entry(step: string): Entry | undefined;
  /** The output with that hash, if it was ever made. */
  known(hash: string): Output | undefined;
  /** Stores an output and returns its hash. */
  keep(output: Output): string;
  /** Hash of that output without its answers. */
  plain(hash: string): string;
  /** The values that a step reads of these outputs, in order. */
  values(entry: Entry, outputOf: (step: string) => string | undefined): string[];
}

export function referenceBook(plan: BookPlan): ReferenceBook {
  const byLength = new Map<number, Entry[]>();
  const outputs = new Map<string, Output>();

  function entries(pages: number): readonly Entry[] {
    const made = byLength.get(pages) ?? inPhases(entriesOf(plan, pages));
    byLength.set(pages, made);
    return made;
  }

  function keep(output: Output): string {
    const hash = hashOf(output);
    outputs.set(hash, output);
    return hash;
  }

  const longest = new Map(entriesOf(plan, MOST_PAGES).map((entry) => [entry.step, entry]));

  return {
    entries,
    entry: (step) => longest.get(step),
    known: (hash) => outputs.get(hash),
    keep,
    plain(hash) {
      const output = outputs.get(hash);
      if (output?.said === undefined) return hash;
      const { said: _, ...plain } = output;
      return hashOf(plain);
    },
    values: ({ reads }, outputOf) =>
      reads.map(({ step, part }) => {
        const hash = outputOf(step) ?? "";
        return (part === undefined ? hash : outputs.get(hash)?.parts[part]) ?? "";
      }),
  };
}

// A person's edit of a step's result: the result is loaded, patched, checked by its phase, and stored.
import * as z from "zod";
import { BlobMissingError } from "./blob-store.ts";
import { differences } from "./differences.ts";
import { survey } from "./graph.ts";
import { loadOutput } from "./load-output.ts";
import { withPicturesForFrames } from "./page-edits.ts";
import type { StepResult } from "./phase.ts";
import type { ResultEdit } from "./plan-revision.ts";
import { EditConflictError, MovedOnError } from "./refusals.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { type EditContext, EditRefusedError, type StepEditor } from "./step-editor.ts";
import { nodeOf, type WorkRef } from "./step-kinds.ts";
import { hashedParts, loadJson, storeResult } from "./store-result.ts";

type Ports = Pick<Services, "blobs"> & { editor: StepEditor };

/** Computes the new output from the old one. Throws `EditRefusedError`. */
export type Change = (output: unknown) => unknown;

/**
 * `people`: the characters that the book will have after other changes made together with this one; default: its present ones. `seen`: the
 * hash of the output that the person changed, where it is known. `beside`: the results that change together with this one, against which it
 * is checked. `keepsFrames`: no picture is drawn for another frame, whatever the page showed before. Throws `EditRefusedError` when there is no such result or the changed one is not valid, `EditConflictError` when the result
 * is not the one that was seen, and `MovedOnError` while it is made again.
 */
export async function editResult(
  { blobs, editor }: Ports,
  schedule: Schedule,
  {
    ref,
    change,
    people,
    seen,
    beside = [],
    keepsFrames = false,
  }: {
    ref: WorkRef;
    change: Change;
    people?: readonly string[] | undefined;
    seen?: string | undefined;
    beside?: readonly ResultEdit[];
    keepsFrames?: boolean;
  },
): Promise<ResultEdit> {
  const { sessionId, params } = schedule;
  const node = nodeOf(ref);
  const standing = standingOf(schedule, ref);
  if (seen !== undefined && seen !== standing.output) {
    throw new EditConflictError(node.id, { hash: standing.output });
  }
  const load = (hash: string) => loadJson(blobs, sessionId, hash);
  const before = await loadOutput(load, schedule, { ref, hash: standing.output });
  const changed = change(before);
  const isPage = ref.phase === "storyboard" && ref.of === "page";
  const wanted = isPage && !keepsFrames ? withPicturesForFrames(before, changed) : changed;
  const context: EditContext = {
    ...{ sessionId, params },
    putBlob: (bytes, contentType) => blobs.put(sessionId, bytes, contentType),
    output(other) {
      const changed = beside.find((edit) => edit.node.id === nodeOf(other).id);
      const hash = changed?.result.output ?? standingOf(schedule, other).output;
      return loadOutput(load, schedule, { ref: other, hash });
    },
  };
  const read = await readOrRefuse(() => editor.read(ref, wanted, context));
  checkCast(people ?? survey(schedule).shape.characters(), read);
  const untouched = hashedParts(await editor.parts(ref, before));
  const { parts, ...stored } = await storeResult(blobs, sessionId, read);
  const result = {
    ...stored,
    ...(parts && { parts: keptParts({ standing: standing.parts, untouched, edited: parts }) }),
    // The edit keeps the version that made the result.
    ...(standing.madeBy && { madeBy: standing.madeBy }),
  };
  return { node, base: standing.output, result, title: ref.phase === "concept" ? titleOf(read) : undefined };
}

type Parts = Readonly<Record<string, string>>;

/**
 * The parts of an edited result. A part that the edit did not touch keeps its hash, or has none where the old result had no such part: so
 * it invalidates nothing. This matters where the old result was stored in an earlier form, whose parts had other hashes.
 */
function keptParts({
  standing = {},
  untouched,
  edited,
}: {
  standing?: Parts | undefined;
  untouched: Parts;
  edited: Parts;
}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(edited).flatMap(([name, hash]) => {
      const kept = hash === untouched[name] ? standing[name] : hash;
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}

function standingOf(schedule: Schedule, ref: WorkRef) {
  const { id } = nodeOf(ref);
  const standing = survey(schedule).resultOf(nodeOf(ref));
  if (standing !== undefined) return standing;
  if (schedule.results[id] !== undefined) throw new MovedOnError(`${id} is being made again`);
  throw new EditRefusedError("not-found", "", `${id} has no result`);
}

async function readOrRefuse(read: () => Promise<StepResult>): Promise<StepResult> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof z.ZodError) throw refusal(error);
    if (error instanceof BlobMissingError) throw new EditRefusedError("invalid-edit", "", error.message);
    throw error;
  }
}

/** The refusal of an edit whose result is not valid. */
export function refusal(error: z.ZodError): EditRefusedError {
  const [issue] = error.issues;
  return new EditRefusedError("invalid-edit", issue?.path.join(".") ?? "", issue?.message ?? "does not fit");
}

/** No picture may show a character that the book does not have. */
function checkCast(known: readonly string[] | undefined, { shape }: StepResult): void {
  for (const [index, { characters }] of (shape.panels ?? []).entries()) {
    const stranger = characters.find((character) => known !== undefined && !known.includes(character));
    if (stranger === undefined) continue;
    const message = `this book has no person ${stranger}`;
    throw new EditRefusedError("invalid-edit", `panels.${index}.picture.figures`, message);
  }
}

const TitledSchema = z.object({ title: z.string() });

function titleOf({ output }: StepResult): string | undefined {
  return TitledSchema.safeParse(output).data?.title;
}

/** Keeps a result valid although its input changes; undefined if there is none. */
export function carryResult(schedule: Schedule, ref: WorkRef): ResultEdit | undefined {
  const node = nodeOf(ref);
  const standing = survey(schedule).resultOf(node);
  if (standing === undefined) return undefined;
  const { input: _input, edited: _edited, ...result } = standing;
  return { node, base: standing.output, result };
}

/**
 * Throws `EditRefusedError` where the requested value has members that the parsed one lacks: a misspelt member would otherwise be dropped
 * without notice.
 */
export function refuseStrangers(wanted: unknown, read: unknown): void {
  const [first] = differences(wanted, read).filter((difference) => "old" in difference);
  if (first === undefined) return;
  const path = first.path.replaceAll("/", ".");
  throw new EditRefusedError("invalid-edit", path, `there is no ${path} in this result`);
}

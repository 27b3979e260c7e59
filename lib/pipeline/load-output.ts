// Loads a step's output in its present form: results of earlier forms are raised on loading, and stay stored as they are.
import * as z from "zod";
import { earlierLook, isEarlier, type ResultKind, upgradeResult } from "../manga/earlier/upgrade-result.ts";
import type { Schedule } from "./schedule.ts";
import type { WorkRef } from "./step-kinds.ts";

/** Loads a stored JSON value by its hash. */
type Load = (hash: string) => Promise<unknown>;

/** The kind of a step's result that had an earlier form; undefined for kinds that had none. */
export function resultKindOf({ phase, of }: Pick<WorkRef, "phase" | "of">): ResultKind | undefined {
  if (of === "page") return phase === "storyboard" ? phase : undefined;
  if (of !== "book") return undefined;
  return phase === "concept" || phase === "characters" || phase === "plot" ? phase : undefined;
}

/** Throws what `load` throws, and `ZodError` for a result of an earlier form that is broken. */
export async function loadOutput(
  load: Load,
  { params, results }: Pick<Schedule, "params" | "results">,
  { ref, hash }: { ref: WorkRef; hash: string },
): Promise<unknown> {
  const stored = await load(hash);
  const kind = resultKindOf(ref);
  if (kind === undefined || !isEarlier(kind, stored)) return stored;
  const concept = results.concept?.output;
  // Only an older plot lacks data that another result has.
  const isPlaced = kind === "plot" && concept !== undefined && DRAWN_BY_LOOK.test(params.models.reader);
  return upgradeResult(kind, stored, isPlaced ? await lookOf(await load(concept), params.seed) : 0);
}

/** In older plots, those by programs gave their places a look; those by models gave none, which counts as 0. */
const DRAWN_BY_LOOK = /^(?:offline|simulated)-/u;

const PeopleSchema = z.object({
  people: z.array(z.object({ kind: z.string(), age: z.string(), sex: z.string() })),
});

const lookOf = (concept: unknown, seed: number): number =>
  earlierLook(PeopleSchema.parse(upgradeResult("concept", concept)).people, seed);

// What other parameters come to. A concept that is there is told what it says of them itself: written anew for them, it would be without
// what somebody changed in it, and a model would write another one, of which nothing that was made would hold.
import * as z from "zod";
import { carryResult, editResult } from "./edit-result.ts";
import { survey } from "./graph.ts";
import type { BookChange, ParamsEdit } from "./plan-revision.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import type { StepEditor } from "./step-editor.ts";
import { nodeOf, type WorkRef } from "./step-kinds.ts";
import { loadJson } from "./store-result.ts";

const CONCEPT: WorkRef = { phase: "concept", of: "book" };
const CAST: WorkRef = { phase: "characters", of: "book" };
const PLOT: WorkRef = { phase: "plot", of: "book" };

type Name = keyof ParamsEdit;
/** Parameters that a concept says, under the same names. */
const SAID = ["title", "pages", "genre"] as const satisfies Name[];
/** Parameters that make no other story. */
const SAME_STORY: readonly Name[] = ["title", "language", "dropPunctuation", "formats"];
/** Parameters that make nobody look otherwise. */
const SAME_CAST: readonly Name[] = [...SAME_STORY, "pages", "direction"];

/** Throws as `editResult` does. */
export async function planParams(
  ports: Pick<Services, "blobs"> & { editor: StepEditor },
  schedule: Schedule,
  params: ParamsEdit,
): Promise<BookChange> {
  const concept = survey(schedule).resultOf(nodeOf(CONCEPT));
  if (concept === undefined) return { params };
  const before = z
    .record(z.string(), z.unknown())
    .parse(await loadJson(ports.blobs, schedule.sessionId, concept.output));
  const asked = (Object.keys(params) as Name[]).filter((name) => params[name] !== undefined);
  const said = SAID.filter((name) => name in before && asked.includes(name));
  // What else is asked for is for the session's reader.
  if (said.length === 0) return { params };
  const told = Object.fromEntries(said.map((name) => [name, params[name]]));
  const isWithin = (names: readonly Name[]) => asked.every((name) => names.includes(name));
  const results = [
    await editResult(ports, schedule, { ref: CONCEPT, change: () => ({ ...before, ...told }) }),
    isWithin(SAME_CAST) ? carryResult(schedule, CAST) : undefined,
    isWithin(SAME_STORY) ? carryResult(schedule, PLOT) : undefined,
  ];
  return { params, results: results.filter((one) => one !== undefined) };
}

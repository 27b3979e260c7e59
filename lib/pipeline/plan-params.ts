// What other parameters come to. A concept that somebody changed is told them as well: made anew for them, it would be without that
// change.
import * as z from "zod";
import { editResult } from "./edit-result.ts";
import { survey } from "./graph.ts";
import type { BookChange, ParamsEdit } from "./plan-revision.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import type { StepEditor } from "./step-editor.ts";
import { nodeOf } from "./step-kinds.ts";
import { loadJson } from "./store-result.ts";

const CONCEPT = { phase: "concept", of: "book" } as const;
/** Parameters that a concept says, under the same names. */
const SAID = ["title", "pages", "genre"] as const;

/** Throws as `editResult` does. */
export async function planParams(
  ports: Pick<Services, "blobs"> & { editor: StepEditor },
  schedule: Schedule,
  params: ParamsEdit,
): Promise<BookChange> {
  const concept = survey(schedule).resultOf(nodeOf(CONCEPT));
  if (concept?.edited === undefined) return { params };
  const before = z
    .record(z.string(), z.unknown())
    .parse(await loadJson(ports.blobs, schedule.sessionId, concept.output));
  const said = SAID.filter((name) => name in before && params[name] !== undefined);
  if (said.length === 0) return { params };
  const told = Object.fromEntries(said.map((name) => [name, params[name]]));
  const change = () => ({ ...before, ...told });
  return { params, results: [await editResult(ports, schedule, { ref: CONCEPT, change })] };
}

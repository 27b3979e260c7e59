// Plans a change of parameters. A change that the concept states is written into the present concept: a new concept would lose the edits of
// people, and a model would write a different one, so that all other results would become invalid.
import * as z from "zod";
import { styleOf } from "../manga/style-presets.ts";
import { bookView } from "./book-view.ts";
import { carryResult, editResult } from "./edit-result.ts";
import { survey } from "./graph.ts";
import type { BookChange, ParamsEdit } from "./plan-revision.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import type { StepEditor } from "./step-editor.ts";
import { nodeOf, type WorkRef } from "./step-kinds.ts";

const CONCEPT: WorkRef = { phase: "concept", of: "book" };
const CAST: WorkRef = { phase: "characters", of: "book" };
const PLOT: WorkRef = { phase: "plot", of: "book" };

type Name = keyof ParamsEdit;
/** Parameters that the concept states, under the same names. */
const SAID = ["title", "pages", "genre"] as const satisfies Name[];
/** Parameters that do not change the story. */
const SAME_STORY: readonly Name[] = ["title", "language", "dropPunctuation", "formats"];
/** Parameters that do not change how characters look. */
const SAME_CAST: readonly Name[] = [...SAME_STORY, "pages", "direction"];

/** Throws as `editResult` does. */
export async function planParams(
  ports: Pick<Services, "blobs"> & { editor: StepEditor },
  schedule: Schedule,
  params: ParamsEdit,
): Promise<BookChange> {
  const concept = survey(schedule).resultOf(nodeOf(CONCEPT));
  if (concept === undefined) return { params };
  const before = z.record(z.string(), z.unknown()).parse(await bookView(ports, schedule).output(CONCEPT));
  const asked = (Object.keys(params) as Name[]).filter((name) => params[name] !== undefined);
  const said = SAID.filter((name) => name in before && asked.includes(name));
  // All other parameters are for the session's reader.
  if (said.length === 0) return { params };
  const { style = schedule.params.style, artDirection = schedule.params.artDirection } = params;
  const isRestyled = params.style !== undefined || params.artDirection !== undefined;
  const told = {
    ...Object.fromEntries(said.map((name) => [name, params[name]])),
    ...(isRestyled && { style: styleOf(style, artDirection) }),
  };
  const isWithin = (names: readonly Name[]) => asked.every((name) => names.includes(name));
  const results = [
    await editResult(ports, schedule, { ref: CONCEPT, change: () => ({ ...before, ...told }) }),
    isWithin(SAME_CAST) ? carryResult(schedule, CAST) : undefined,
    isWithin(SAME_STORY) ? carryResult(schedule, PLOT) : undefined,
  ];
  return { params, results: results.filter((one) => one !== undefined) };
}

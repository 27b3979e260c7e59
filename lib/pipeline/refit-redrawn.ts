// Pictures that a change draws again are drawn for the frames that their panels have now, also where they still waited for it.
import { editResult } from "./edit-result.ts";
import { pastReviews, survey } from "./graph.ts";
import { type BookChange, withChange } from "./plan-revision.ts";
import { lastShape } from "./progress.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import type { StepEditor } from "./step-editor.ts";
import { nodeOf, shownArt } from "./step-kinds.ts";

type Ports = Pick<Services, "blobs"> & { editor: StepEditor };

/** Nobody: the changed schedule is only read. */
const AUTHOR = { by: "", at: 0 };

/** The change, with storyboards whose frames wait for no picture that the change draws again. Throws as `editResult` does. */
export async function withRefits(ports: Ports, schedule: Schedule, change: BookChange): Promise<BookChange> {
  const shape = lastShape(schedule);
  const pages = Array.from({ length: shape.pages() ?? 0 }, (_, index) => index + 1);
  const waiting = pages.filter((page) => shape.panels(page)?.some(({ reframed }) => reframed));
  if (waiting.length === 0) return change;
  const after = pastReviews(withChange(schedule, change, AUTHOR));
  const [was, is] = [survey(pastReviews(schedule)), survey(after)];
  let results = change.results ?? [];
  for (const page of waiting) {
    const drawnAgain = (is.shape.panels(page) ?? []).filter((panel) => {
      const art = shownArt(page, panel);
      return panel.reframed && was.resultOf(art) !== undefined && is.resultOf(art) === undefined;
    });
    if (drawnAgain.length === 0) continue;
    const ref = { phase: "storyboard", of: "page", page } as const;
    const ids = drawnAgain.map(({ id }) => id);
    const refitted = await editResult(ports, after, {
      ...{ ref, beside: results },
      change: (output) => ports.editor.refitPanels(output, ids).page,
    });
    const { id } = nodeOf(ref);
    const base = results.find(({ node }) => node.id === id)?.base ?? refitted.base;
    results = [...results.filter(({ node }) => node.id !== id), { ...refitted, base }];
  }
  return { ...change, results };
}

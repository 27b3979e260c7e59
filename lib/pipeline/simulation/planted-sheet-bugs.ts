// Planted bugs in waiting for sheets and anchors, in stored references, in edits of regions, and in renditions.
import { currentInput } from "../graph.ts";
import type { Schedule } from "../schedule.ts";
import type { StepRecord } from "../step-record.ts";
import { amended, type Decide, type PlantedBug, scheduleBug, stepBug } from "./plant-bug.ts";
import { sceneOf } from "./reference-book.ts";

const PANEL = /^artwork\/p(\d+)\/k\d+$/;
const SHEET = /^artwork\/(?:style|place\.l\d+)$/;

const sceneOfStep = (step: string): string | undefined => {
  const page = PANEL.exec(step)?.[1];
  return page === undefined ? undefined : sceneOf(Number(page));
};

/** Removes results when a step's own result is recorded. */
const undoing =
  (isLost: (step: string, other: string) => boolean): Decide =>
  (decide, current, step) =>
    amended(decide(current), (after) => {
      const isTaken = step !== undefined && after.results[step] !== current.schedule.results[step];
      if (!isTaken || after.params.sheets !== true) return after;
      const kept = Object.entries(after.results).filter(([other]) => !isLost(step, other));
      return { ...after, results: Object.fromEntries(kept) };
    });

/** Releases one extra step: the first that is ready but has to wait. */
const alsoReleasing =
  (isHasty: (step: string, after: Schedule) => boolean): Decide =>
  (decide, current) =>
    amended(decide(current), (after) => {
      if (after.params.sheets !== true || after.state.status !== "running") return after;
      const hasty = panelsOf(after).find((one) => {
        const isOpen = after.inFlight[one] === undefined && after.results[one] === undefined;
        return isOpen && isHasty(one, after) && currentInput(after, one) !== undefined;
      });
      const input = hasty && currentInput(after, hasty);
      if (hasty === undefined || input === undefined) return after;
      const release = after.releases + 1;
      const at = after.updatedAt;
      const flight = { release, input, epoch: after.epoch, at, by: "a hasty plan", checkAt: at };
      return { ...after, releases: release, inFlight: { ...after.inFlight, [hasty]: flight } };
    });

const panelsOf = ({ results }: Schedule): string[] =>
  Object.entries(results).flatMap(([step, { panels = [] }]) => {
    const page = step.split("/")[1] ?? "";
    return panels.map(({ id }) => `artwork/${page}/${id}`);
  });

/** Attributes a page's earlier renditions to its current lettering. */
const keepingRenditions: Decide = (decide, current, step) =>
  amended(decide(current), (after) => {
    const isTaken = step !== undefined && after.results[step] !== current.schedule.results[step];
    const renditions = `${step}/renditions`;
    const known = after.results[renditions];
    if (!isTaken || known === undefined) return after;
    const input = currentInput(after, renditions) ?? known.input;
    return { ...after, results: { ...after.results, [renditions]: { ...known, input } } };
  });

export const SHEET_BUGS: readonly PlantedBug[] = [
  scheduleBug(
    "renditions of the page before",
    "keeps a page's renditions when it is lettered anew",
    () => keepingRenditions,
  ),
  scheduleBug("an anchor undoes its scene", "takes away the other pictures of a scene that is drawn on", () =>
    undoing((step, other) => {
      const scene = sceneOfStep(step);
      return scene !== undefined && other !== step && sceneOfStep(other) === scene;
    }),
  ),
  scheduleBug("a sheet undoes panels", "takes away every panel when a place or the style is drawn", () =>
    undoing((step, other) => SHEET.test(step) && PANEL.test(other)),
  ),
  scheduleBug("a scene begins all at once", "draws a scene's panels beside its anchor", () =>
    alsoReleasing((step, { inFlight }) => {
      const scene = sceneOfStep(step);
      const others = Object.keys(inFlight);
      return (
        !others.some((other) => SHEET.test(other)) && others.some((other) => sceneOfStep(other) === scene)
      );
    }),
  ),
  scheduleBug("a place is not awaited", "draws panels while the sheet of a place is drawn", () =>
    alsoReleasing((_step, { inFlight }) => Object.keys(inFlight).some((other) => other.includes("/place."))),
  ),
  {
    name: "a reference of another owner",
    does: "keeps for a step the pictures that were first chosen for its like, whosever they are",
    plant: () => {
      const first = new Map<string, NonNullable<StepRecord["references"]>[number]["list"]>();
      return {
        wrapServices: (services) => ({
          ...services,
          schedules: {
            ...services.schedules,
            updateStep: (sessionId, step, decide) =>
              services.schedules.updateStep(sessionId, step, (record, now) => {
                const change = decide(record, now);
                const last = change.step?.references?.at(-1);
                if (change.step === undefined || last === undefined) return change;
                if (last.list.length === 0 || record?.references?.length === change.step.references?.length)
                  return change;
                const list = first.get(step) ?? last.list;
                first.set(step, list);
                const references = [...(change.step.references ?? []).slice(0, -1), { ...last, list }];
                return {
                  ...change,
                  step: { ...change.step, references },
                  value: list as typeof change.value,
                };
              }),
          },
        }),
      };
    },
  },
  {
    name: "a mask that is lost",
    does: "changes all of a picture of which a part was to be changed",
    plant: () => ({
      wrapServices: (services) => ({
        ...services,
        stories: {
          ...services.stories,
          async open(session, sealed) {
            const { region: _lost, ...wish } = JSON.parse(await services.stories.open(session, sealed));
            return JSON.stringify(wish);
          },
        },
      }),
    }),
  },
  stepBug("chooses pictures anew", "forgets which pictures an input was first asked with", () => {
    return (decide, record, now) => {
      if (record === undefined) return decide(record, now);
      const { references: _forgotten, ...rest } = record;
      return decide(rest, now);
    };
  }),
];

// Pictures that go to the step of another place, because their pages were put in another order. Their results, takes, wishes and marks go
// with them, so that nothing is drawn or paid for again. Pure.
import { currentInput, pastReviews, survey } from "./graph.ts";
import type { PictureEdit, TakeChoice } from "./picture-wishes.ts";
import type { Final, Result, Schedule } from "./schedule.ts";
import { parseStepId } from "./step-id.ts";
import { type Node, nodeOf } from "./step-kinds.ts";

/** The new step of a picture by its present one. Steps that no picture moves to have no result afterwards. */
export type MovedPictures = ReadonlyMap<string, string>;

/** `after`: the schedule with the changed plot and storyboards; `before`: the one that was read. */
export function withMovedPictures(before: Schedule, after: Schedule, moved: MovedPictures): Schedule {
  const touched = new Set([...moved.keys(), ...moved.values()]);
  const keyed = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(all).flatMap(([step, value]) => {
        const to = moved.get(step);
        if (to !== undefined) return [[to, value]];
        return touched.has(step) ? [] : [[step, value]];
      }),
    );
  const was = survey(pastReviews(before));
  const { artwork: gate, ...gates } = after.gates;
  const named: Schedule = {
    ...after,
    takes: keyed(after.takes),
    ...(after.pictures && { pictures: keyed(after.pictures) }),
    ...(after.finals && { finals: keyed(after.finals) }),
    ...(after.kept && { kept: after.kept.map((step) => moved.get(step) ?? step) }),
    gates: gate
      ? {
          ...gates,
          artwork: {
            ...gate,
            ...(gate.redrawn && { redrawn: gate.redrawn.map((step) => moved.get(step) ?? step) }),
          },
        }
      : gates,
    results: Object.fromEntries(Object.entries(after.results).filter(([step]) => !touched.has(step))),
  };
  // Pictures depend on no other panel's picture, so their inputs are known without the results that are still left out.
  const is = survey(pastReviews(named));
  const hashes = new Map<string, { from: string | undefined; to: string | undefined }>();
  for (const [from, to] of moved) {
    hashes.set(to, { from: was.plainInputOf(pictureNode(from)), to: is.plainInputOf(pictureNode(to)) });
  }
  const rehashed = (step: string, hash: string) => {
    const known = hashes.get(step);
    return known?.from === hash && known.to !== undefined ? known.to : hash;
  };
  const wished: Schedule = {
    ...named,
    ...(named.pictures && {
      pictures: mapped(named.pictures, (wish, step) => ({
        ...wish,
        ...(wish.edits && {
          edits: wish.edits.map((edit): PictureEdit => ({ ...edit, from: rehashed(step, edit.from) })),
        }),
        ...(wish.choices && {
          choices: wish.choices.map(
            (choice): TakeChoice => ({ ...choice, from: rehashed(step, choice.from) }),
          ),
        }),
      })),
    }),
    ...(named.finals && {
      finals: mapped(
        named.finals,
        ({ over, ...final }, step): Final => ({
          ...final,
          ...(over && { over: { ...over, madeOf: rehashed(step, over.madeOf) } }),
        }),
      ),
    }),
  };
  const results: Record<string, Result> = { ...wished.results };
  for (const [from, to] of moved) {
    const result = was.resultOf(pictureNode(from));
    const input = currentInput(pastReviews(wished), to);
    if (result !== undefined && input !== undefined) results[to] = { ...result, input, moved: true };
  }
  return { ...wished, results };
}

const mapped = <T>(all: Readonly<Record<string, T>>, change: (one: T, step: string) => T) =>
  Object.fromEntries(Object.entries(all).map(([step, one]) => [step, change(one, step)]));

function pictureNode(step: string): Node {
  const ref = parseStepId(step);
  if (ref.of === "gate") throw new RangeError(`${step} is not a picture`);
  return nodeOf(ref);
}

// Where a page of the book was in another version, if pages were put in another order between the two. Pure.
import type { Result, Schedule, Version } from "./schedule.ts";
import { parseStepId, stepId } from "./step-id.ts";

type Ordered = { results: Readonly<Record<string, Pick<Result, "order">>> };

/** The first numbers of the pages, in their present order; undefined where that is the order of the numbers. */
type Origins = readonly number[] | undefined;

export const originsOf = ({ results }: Ordered): Origins => results.plot?.order;

/** The number of a page of the one order in the other; undefined where the other has no such page. */
function placeIn(page: number, from: Origins, to: Origins): number | undefined {
  const origin = from?.[page - 1] ?? page;
  if (to === undefined) return origin;
  const at = to.indexOf(origin);
  return at < 0 ? undefined : at + 1;
}

/** The number that a page of the one version has in the other. A page that the other lacks keeps its number. */
export const pageThen = (page: number, now: Ordered, then: Ordered): number =>
  placeIn(page, originsOf(now), originsOf(then)) ?? page;

/** The version with the order of its pages, where that is another one than in the version before. */
export function withOrder(version: Version, before: readonly Version[], schedule: Schedule): Version {
  const now = originsOf(schedule);
  const was = before.findLast(({ order }) => order !== undefined)?.order;
  return isSame(now, was) ? version : { ...version, order: [...(now ?? [])] };
}

const isSame = (a: Origins = [], b: Origins = []) => a.join() === b.join();

/** The versions with the steps that they changed named as those steps are named now, after pages were put in another order. */
export function withPresentSteps(versions: readonly Version[], schedule: Schedule): Version[] {
  const now = originsOf(schedule);
  let then: Origins;
  return versions.map((version) => {
    then = version.order === undefined ? then : version.order.length === 0 ? undefined : version.order;
    const { step } = version;
    if (step === undefined || isSame(then, now)) return version;
    const ref = parseStepId(step);
    if (!("page" in ref)) return version;
    const page = placeIn(ref.page, then, now);
    return page === undefined ? version : { ...version, step: stepId({ ...ref, page }) };
  });
}

/** The present number of a page that had a number in an earlier version. A page that is gone keeps its number. */
export function pageIn(versions: readonly Version[], page: number, version: number): number {
  const orderAt = (number: number): Origins => {
    const order = versions.findLast((one) => one.number <= number && one.order !== undefined)?.order;
    return order?.length === 0 ? undefined : order;
  };
  const [then, now] = [orderAt(version), orderAt(Number.POSITIVE_INFINITY)];
  return isSame(then, now) ? page : (placeIn(page, then, now) ?? page);
}

/** The latest versions; the first of them knows the order that an earlier one began. */
export function latestOf(versions: readonly Version[], most: number): Version[] {
  const kept = versions.slice(-most);
  const [first] = kept;
  if (first === undefined || first.order !== undefined) return kept;
  const order = versions.slice(0, -kept.length).findLast((one) => one.order !== undefined)?.order;
  return order === undefined ? kept : [{ ...first, order }, ...kept.slice(1)];
}

// Splits a list into a given number of consecutive groups at the lowest cost (dynamic programming over groups and ends).

/** Cost of the group of items from `start` (included) to `end` (excluded). Groups are counted from 0. */
export type GroupCost = (start: number, end: number, group: number) => number;

interface Cutting {
  /** Number of items; at least the number of groups, at most `groups * widest`. */
  count: number;
  groups: number;
  /** Maximum number of items of a group. */
  widest: number;
}

/** The end of each group (excluded). */
export function bestCuts({ count, groups, widest }: Cutting, costOf: GroupCost): number[] {
  let before = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  before[0] = 0;
  const sizes: Int32Array[] = [];
  for (let group = 0; group < groups; group += 1) {
    const here = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
    const back = new Int32Array(count + 1);
    for (let end = group + 1; end <= count - (groups - 1 - group); end += 1) {
      for (let size = 1; size <= Math.min(end, widest); size += 1) {
        const known = before[end - size] ?? Number.POSITIVE_INFINITY;
        if (known === Number.POSITIVE_INFINITY) continue;
        const cost = known + costOf(end - size, end, group);
        if (cost < (here[end] ?? 0)) [here[end], back[end]] = [cost, size];
      }
    }
    sizes.push(back);
    before = here;
  }
  const ends: number[] = [];
  for (let group = groups - 1, end = count; group >= 0; group -= 1) {
    ends.unshift(end);
    end -= sizes[group]?.[end] ?? 1;
  }
  return ends;
}

/** The items of each group. */
export const groupsOf = <T>(things: readonly T[], ends: readonly number[]): T[][] =>
  ends.map((end, at) => things.slice(ends[at - 1] ?? 0, end));

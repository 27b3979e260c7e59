// Finds the speakers of all lines of a dialogue together: the forward–backward algorithm over states of the speaker and the previous
// speaker. Speakers alternate, so a name at one line also determines the turns before and after it. Time is linear in the number of lines.

/** Log-weights of each candidate for a line, and of the same speaker continuing or the previous one returning. */
export interface Turn {
  worth: readonly number[];
  same: number;
  back: number;
}

interface Weighed {
  /** Probability of each candidate, by line. */
  shares: number[][];
  /** Probability that the speaker continues (`same`) and that the previous speaker returns (`back`), by line. */
  steps: { same: number; back: number }[];
  /** Logarithm of the total weight of all paths. */
  total: number;
}

/** States with less than this share of a line's weight are dropped. */
const LEAST = 1e-7;

/** Encodes the speaker (`who`) and the last different speaker (`other`, or `count` for none) as one number. */
const stateOf = (who: number, other: number, count: number): number => who * (count + 1) + other;

export function weighTurns(turns: readonly Turn[], count: number): Weighed {
  const forward: Float64Array[] = [];
  let total = 0;
  for (const turn of turns) {
    const row = new Float64Array(count * (count + 1));
    const [says, scale] = scaledWeights(turn);
    const earlier = forward.at(-1);
    if (earlier) {
      step(turn, says, earlier, (from, to, weight) => {
        row[to] = (row[to] ?? 0) + (earlier[from] ?? 0) * weight;
      });
    } else for (const [who, weight] of says.entries()) row[stateOf(who, count, count)] = weight;
    total += scale + Math.log(normalize(row));
    forward.push(row);
  }
  return { ...sharesOf(turns, forward), total };
}

/** The probabilities of each line, computed backward from the last line. */
function sharesOf(
  turns: readonly Turn[],
  forward: readonly Float64Array[],
): Pick<Weighed, "shares" | "steps"> {
  const [shares, steps]: [number[][], Weighed["steps"]] = [[], []];
  let later = new Float64Array(forward.at(-1)?.length ?? 0).fill(1);
  for (const [back, turn] of turns.toReversed().entries()) {
    const at = turns.length - 1 - back;
    const count = turn.worth.length;
    const own = new Float64Array(count);
    for (const [state, weight] of (forward[at] ?? []).entries()) {
      const who = Math.floor(state / (count + 1));
      own[who] = (own[who] ?? 0) + weight * (later[state] ?? 0);
    }
    normalize(own);
    shares.unshift([...own]);
    const before = new Float64Array(later.length);
    const kinds = new Float64Array(3);
    const earlier = forward[at - 1];
    const [says] = scaledWeights(turn);
    if (earlier)
      step(turn, says, earlier, (from, to, weight, kind) => {
        const way = weight * (later[to] ?? 0);
        before[from] = (before[from] ?? 0) + way;
        kinds[kind] = (kinds[kind] ?? 0) + (earlier[from] ?? 0) * way;
      });
    normalize(kinds);
    steps.unshift({ same: kinds[SAME] ?? 0, back: kinds[BACK] ?? 0 });
    normalize(before);
    later = before;
  }
  return { shares, steps };
}

/** The weights of the candidates, scaled to a maximum of 1, and the logarithm of the scale. */
function scaledWeights({ worth }: Turn): [number[], number] {
  const most = Math.max(...worth);
  return [worth.map((one) => Math.exp(one - most)), most];
}

const [NEW, SAME, BACK] = [0, 1, 2];

/** Visits every transition from the previous line, with its states, its weight and its kind (`NEW`, `SAME`, `BACK`). */
function step(
  turn: Turn,
  says: readonly number[],
  earlier: Float64Array,
  visit: (from: number, to: number, weight: number, kind: number) => void,
): void {
  const count = says.length;
  const weights = [1, Math.exp(turn.same), Math.exp(turn.back)];
  for (let who = 0; who < count; who += 1)
    for (let other = 0; other <= count; other += 1) {
      const from = stateOf(who, other, count);
      if ((earlier[from] ?? 0) < LEAST) continue;
      for (let next = 0; next < count; next += 1) {
        const kind = next === who ? SAME : next === other ? BACK : NEW;
        const to = stateOf(next, next === who ? other : who, count);
        visit(from, to, (weights[kind ?? 0] ?? 1) * (says[next] ?? 0), kind ?? 0);
      }
    }
}

/** Divides a row by its sum, and returns the sum. */
function normalize(row: Float64Array): number {
  const sum = row.reduce((all, one) => all + one, 0);
  if (sum > 0) for (const [at, one] of row.entries()) row[at] = one / sum;
  return sum;
}

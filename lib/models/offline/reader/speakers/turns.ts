// Who speaks each line of a talk, all lines weighed together: forward and backward over who speaks and who spoke before them. People
// take turns, so that a name anywhere fixes the turns before it as well as those after it. Time grows with the number of lines.
import type { Gap } from "./lines.ts";

export interface Turn {
  gap: Gap;
  /** The line before it asks something. */
  afterQuestion: boolean;
  /** The line begins with a word of answer. */
  answers: boolean;
  /** How like its wording is to the line before and to the one before that: -1 to 1. */
  likeLast: number;
  likeEarlier: number;
  /** For each candidate, how well they would say the line: the logarithm of a weight. */
  worth: readonly number[];
}

/** What it is worth to speak on, or to be back after somebody else's turn, by what lies between. Somebody new is worth 0. */
export interface TurnWeights {
  same: Readonly<Record<Exclude<Gap, "break">, number>>;
  back: Readonly<Record<Exclude<Gap, "break">, number>>;
  /** Whoever asked goes on; whoever answers has said the line before, too. */
  sameAfterQuestion: number;
  sameAnswers: number;
  /** The same person words their lines alike. */
  sameLike: number;
  backLike: number;
}

/** For each line the probability of each candidate; `total` is the logarithm of the weight of all ways. */
interface Weighed {
  shares: number[][];
  total: number;
}

/** Ways with less than this share (a logarithm) of a line's weight are not followed on. */
const LEAST = -16;

/** Who speaks (`who`) and who spoke last before them (`other`, or `count` for nobody), as one number. */
const stateOf = (who: number, other: number, count: number): number => who * (count + 1) + other;

export function weighTurns(turns: readonly Turn[], count: number, weights: TurnWeights): Weighed {
  const states = count * (count + 1);
  const forward: Float64Array[] = [];
  let total = 0;
  for (const [at, turn] of turns.entries()) {
    const row = new Float64Array(states).fill(Number.NEGATIVE_INFINITY);
    const earlier = forward[at - 1];
    if (earlier === undefined || turn.gap === "break") {
      for (let who = 0; who < count; who += 1) row[stateOf(who, count, count)] = turn.worth[who] ?? 0;
    } else {
      const steps = stepsOf(turn, weights);
      for (let who = 0; who < count; who += 1) {
        for (let other = 0; other <= count; other += 1) {
          const sofar = earlier[stateOf(who, other, count)] ?? Number.NEGATIVE_INFINITY;
          if (sofar < LEAST) continue;
          for (let next = 0; next < count; next += 1) {
            const state = stateOf(next, next === who ? other : who, count);
            const worth = sofar + (turn.worth[next] ?? 0) + stepWorth(steps, who, other, next);
            row[state] = logAdd(row[state] ?? Number.NEGATIVE_INFINITY, worth);
          }
        }
      }
    }
    // Kept small, so that long talks do not overflow.
    const whole = row.reduce(logAdd, Number.NEGATIVE_INFINITY);
    for (let state = 0; state < states; state += 1) row[state] = (row[state] ?? 0) - whole;
    total += whole;
    forward.push(row);
  }
  return { shares: sharesOf(turns, count, { weights, forward }), total };
}

interface Steps {
  same: number;
  back: number;
}

function stepsOf({ gap, afterQuestion, answers, likeLast, likeEarlier }: Turn, weights: TurnWeights): Steps {
  if (gap === "break") return { same: 0, back: 0 };
  const inOneBreath = gap === "joined" || gap === "beside";
  const same =
    (afterQuestion ? weights.sameAfterQuestion : 0) +
    (answers ? weights.sameAnswers : 0) +
    likeLast * weights.sameLike;
  return {
    same: weights.same[gap] + (inOneBreath ? 0 : same),
    back: weights.back[gap] + likeEarlier * weights.backLike,
  };
}

const stepWorth = ({ same, back }: Steps, who: number, other: number, next: number): number =>
  next === who ? same : next === other ? back : 0;

function sharesOf(
  turns: readonly Turn[],
  count: number,
  { weights, forward }: { weights: TurnWeights; forward: readonly Float64Array[] },
): number[][] {
  const states = count * (count + 1);
  const shares: number[][] = [];
  let later = new Float64Array(states);
  for (let at = turns.length - 1; at >= 0; at -= 1) {
    const row = forward[at] ?? later;
    const own = new Array<number>(count).fill(Number.NEGATIVE_INFINITY);
    for (let who = 0; who < count; who += 1)
      for (let other = 0; other <= count; other += 1) {
        const state = stateOf(who, other, count);
        if ((row[state] ?? 0) < LEAST) continue;
        own[who] = logAdd(own[who] ?? Number.NEGATIVE_INFINITY, (row[state] ?? 0) + (later[state] ?? 0));
      }
    const whole = own.reduce(logAdd, Number.NEGATIVE_INFINITY);
    shares.unshift(own.map((one) => Math.exp(one - whole)));
    const turn = turns[at];
    const earlier = new Float64Array(states).fill(Number.NEGATIVE_INFINITY);
    if (turn === undefined || turn.gap === "break") earlier.fill(0);
    else {
      const steps = stepsOf(turn, weights);
      const alive = forward[at - 1] ?? later;
      let most = Number.NEGATIVE_INFINITY;
      for (let who = 0; who < count; who += 1)
        for (let other = 0; other <= count; other += 1) {
          if ((alive[stateOf(who, other, count)] ?? 0) < LEAST) continue;
          let sum = Number.NEGATIVE_INFINITY;
          for (let next = 0; next < count; next += 1) {
            const state = stateOf(next, next === who ? other : who, count);
            if ((row[state] ?? 0) < LEAST) continue;
            sum = logAdd(
              sum,
              (later[state] ?? 0) + (turn.worth[next] ?? 0) + stepWorth(steps, who, other, next),
            );
          }
          earlier[stateOf(who, other, count)] = sum;
          most = Math.max(most, sum);
        }
      for (let state = 0; state < states; state += 1) earlier[state] = (earlier[state] ?? 0) - most;
    }
    later = earlier;
  }
  return shares;
}

function logAdd(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b;
  if (b === Number.NEGATIVE_INFINITY) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

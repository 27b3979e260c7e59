// Limits concurrent work in this process, because each piece needs much memory.

type TakeTurns = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs at most `limit` pieces of work concurrently; the others wait in order. */
export function takeTurns(limit: number): TakeTurns {
  const waiting: (() => void)[] = [];
  let free = limit;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

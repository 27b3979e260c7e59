// Work of which only so much may go on at once in this process, because each piece takes much memory.

type TakeTurns = <T>(work: () => Promise<T>) => Promise<T>;

/** At most `limit` pieces of work at once; the others begin in the order in which they came. */
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

// One owner's thousand panels in the window of a model, and another's one-page book. Prints how much longer that takes than alone.
import { expect, it } from "vitest";
import { smallBookMs } from "./fair-books.ts";

/**
 * The one-page book has 7 pictures. At 8 a minute, the window itself needs 57 s for them when it is full, and the book takes 37 s alone: no
 * order of slots brings it to twice that in all cases.
 */
const MOST = { 60: 1.5, 20: 1.6, 8: 2.25, 4: 1.5 } as const;

it.each([60, 20, 8, 4] as const)(
  "a one-page book beside a thousand panels, at %i pictures a minute",
  {
    timeout: 180_000,
  },
  async (picturesPerMinute) => {
    const alone = await smallBookMs({ picturesPerMinute });
    const ratios: number[] = [];
    for (const afterMs of picturesPerMinute === 60 ? [305_000] : [300_000, 314_000]) {
      ratios.push((await smallBookMs({ picturesPerMinute, afterMs })) / alone);
    }
    const shown = ratios.map((ratio) => ratio.toFixed(2)).join(", ");
    process.stdout.write(
      `${picturesPerMinute} a minute: ${alone / 1_000} s alone, ${shown} times that beside\n`,
    );
    expect(Math.max(...ratios)).toBeLessThanOrEqual(MOST[picturesPerMinute]);
  },
);

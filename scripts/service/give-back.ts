// Gives memory back that a worker does not use. V8 collects when its own heap has grown by a third, whatever the process holds: a
// worker that has read long stories keeps 60 MB of what it compiled and read, beside the pages that it paints.

/** A collection takes a tenth of a second: a twentieth of the time at the most, where it is of no use. */
const LOOK_EVERY_MS = 250;
const APART_MS = 2_000;

/** Nothing without Node's `--expose-gc`, or below this many megabytes. Does not hold the process up when it ends. */
export function giveMemoryBack(aboveMb = 265): void {
  const collect: unknown = Reflect.get(globalThis, "gc");
  if (typeof collect !== "function") return;
  let collectedAt = Number.NEGATIVE_INFINITY;
  const look = () => {
    const now = performance.now();
    if (now - collectedAt < APART_MS || process.memoryUsage.rss() < aboveMb << 20) return;
    collectedAt = now;
    // What was compiled goes as well, and is compiled again where it is called.
    collect({ type: "major", flavor: "last-resort", execution: "sync" });
  };
  setInterval(look, LOOK_EVERY_MS).unref();
}

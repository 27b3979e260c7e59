import { expect, test } from "vitest";
import { openWatches } from "../pipeline/watches.ts";
import { processWatches, relayWakes, tellProcess } from "./process-watches.ts";

test.each([
  ["of one object", openWatches],
  ["of a process", processWatches],
])("watches %s are notified when their session is woken, until they end", (_whose, open) => {
  const watches = open();
  const looks: string[] = [];
  const ends = ["a1", "a2", "b1"].map((name) =>
    watches.add(`session-${name[0]}`, () => void looks.push(name)),
  );
  watches.wake("session-a");
  watches.wake("nobody");
  expect(looks).toEqual(["a1", "a2"]);
  ends[0]?.();
  watches.wake("session-a");
  ends[1]?.();
  watches.wake("session-a");
  expect(looks).toEqual(["a1", "a2", "a2"]);
});

test("functions of a process notify each other, and a notification from another process is not forwarded to it", () => {
  const [manga, artwork] = [processWatches(), processWatches()];
  const [looks, passed]: [string[], string[]] = [[], []];
  relayWakes((sessionId) => passed.push(sessionId));
  for (const sessionId of ["ours", "theirs"]) artwork.add(sessionId, () => void looks.push(sessionId));
  manga.wake("ours");
  tellProcess({ sessionId: "theirs", isRelayed: true });
  expect(looks).toEqual(["ours", "theirs"]);
  expect(passed).toEqual(["ours"]);
});

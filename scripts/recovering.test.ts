// A book that is watched goes on by itself, whatever happens meanwhile. In a file of its own: it waits for most of its time.
import { afterAll, beforeAll, test } from "vitest";
import { recovering } from "./e2e/journeys/recovering.ts";
import { openStudio, type Studio } from "./e2e/studio.ts";

let studio: Studio;
beforeAll(async () => {
  studio = await openStudio();
}, 600_000);
afterAll(() => studio.close());

test(
  "a page that is loaded anew, is without a network for 20 s and loses its service shows the book to its end",
  () => recovering(studio),
  600_000,
);

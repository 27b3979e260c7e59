// The studio in a real browser: the main journey and shorter ones; `npm run e2e` runs all. Independent users run concurrently, because most
// of their time is waiting.
import { afterAll, beforeAll, expect, test } from "vitest";
import { runEditingSessions } from "./e2e/editing/run-sessions.ts";
import { faultsOf } from "./e2e/inspect-page.ts";
import { byKeyboard } from "./e2e/journeys/by-keyboard.ts";
import { choosingTier } from "./e2e/journeys/choosing-tier.ts";
import { everyField } from "./e2e/journeys/every-field.ts";
import { guessing } from "./e2e/journeys/guessing.ts";
import { letteringFile } from "./e2e/journeys/lettering-file.ts";
import { editsOffline, safeEdits } from "./e2e/journeys/outbox.ts";
import { ownPortrait } from "./e2e/journeys/own-portrait.ts";
import { people } from "./e2e/journeys/people.ts";
import { plotting } from "./e2e/journeys/plotting.ts";
import { reading } from "./e2e/journeys/reading.ts";
import { recovering, twoTabsAtABoard, twoTabsAtAGate, twoTabsAtALine } from "./e2e/journeys/recovering.ts";
import { returning } from "./e2e/journeys/returning.ts";
import { reviewMoved } from "./e2e/journeys/review-moved.ts";
import { revising } from "./e2e/journeys/revising.ts";
import { sharing } from "./e2e/journeys/sharing.ts";
import { starting } from "./e2e/journeys/starting.ts";
import { steppingIn } from "./e2e/journeys/stepping-in.ts";
import { stepsOfAPicture } from "./e2e/journeys/steps-of-a-picture.ts";
import { stopping } from "./e2e/journeys/stopping.ts";
import { whoIsInIt } from "./e2e/journeys/who-is-in-it.ts";
import { wishing } from "./e2e/journeys/wishing.ts";
import { walk } from "./e2e/main-journey.ts";
import { DESKTOP, openStudio, PHONE, type Studio, withPageReport } from "./e2e/studio.ts";

let studio: Studio;
beforeAll(async () => {
  studio = await openStudio();
}, 600_000);
afterAll(() => studio.close());

test.concurrent("a picture's progress is visible; a page that reloads, loses its network for 20 s and loses its service follows the book to its end, edits made offline are kept, and so is what is typed about people", async () => {
  // A service of its own, because the test stops it.
  const own = await openStudio({ hasModels: true });
  try {
    await withPageReport(own, stepsOfAPicture);
    await withPageReport(own, choosingTier);
    await withPageReport(own, recovering);
    await withPageReport(own, editsOffline);
    await withPageReport(own, people);
  } finally {
    await own.close();
  }
}, 600_000);

test.concurrent("a guest makes a book, answers a gate, reads it to the end, changes a line and a panel, and takes the PDF", async () => {
  const visitor = await studio.visit({ tongue: "en", theme: "light", size: DESKTOP });
  const faults: string[] = [];
  const journey = await walk(visitor, async (screen) => {
    faults.push(...(await faultsOf(visitor.page)).map((fault) => `${screen}: ${fault}`));
  });
  expect(faults).toEqual([]);
  expect(visitor.complaints).toEqual([]);

  const stranger = await studio.visit({ tongue: "ja", theme: "dark", size: PHONE });
  await stranger.page.goto(`${studio.service.api}/session/${journey.sessionId}`);
  await stranger.page.getByText("その本は見つかりません。").waitFor({ timeout: 120_000 });
  expect(await faultsOf(stranger.page)).toEqual([]);
  await stranger.page.goto(`${studio.service.api}/shelf`);
  await stranger.page.getByText("まだ何もありません。最初の物語をどうぞ。").waitFor({ timeout: 120_000 });
  expect(await faultsOf(stranger.page)).toEqual([]);
}, 600_000);

test.concurrent("random editing sessions: every edit shown as saved is in the book, and nothing else is", async () => {
  // `npm run e2e -- editing` runs all 200.
  const wanted = { seed: 100, sessions: 2, lanes: 1, hasRestarts: false };
  const { faults, edits } = await runEditingSessions(studio, wanted);
  expect(faults).toEqual([]);
  expect(edits).toBeGreaterThan(0);
}, 600_000);

test.concurrent.each([
  ["a dropped file is read, what it takes is said, and a start is never made twice", starting],
  ["a book that is short of money goes on with more, and is stopped after a question", stopping],
  ["a storyboard and a lettering are changed by hand where they are reviewed", steppingIn],
  ["beats are carried to other pages where the plot is reviewed", plotting],
  ["a picture of one's own becomes the portrait of somebody in the story", ownPortrait],
  [
    "a balloon is dragged and retyped, words are replaced everywhere, undone, done again, bound the other way",
    revising,
  ],
  ["a book is lettered in another language by a file, and bound the other way and back", letteringFile],
  ["a book is shared by its link and deleted, and nothing of it reaches anybody else", sharing],
  [
    "a book is read by keys, swipes and taps, zoomed by panel, on the full screen, from where it was left",
    reading,
  ],
  ["two tabs at one review do not overwrite each other, nor forget what is typed", twoTabsAtAGate],
  ["two tabs at one line do not overwrite each other", twoTabsAtALine],
  ["two tabs at one page of a storyboard do not overwrite each other", twoTabsAtABoard],
  ["whoever reviews a storyboard sees its guesses first, and settles them", guessing],
  ["who was taken out at a review by a wish stays out when somebody else is changed by hand", reviewMoved],
  [
    "edits are in the book whatever interrupts their owner, or stay with what stands in their place",
    safeEdits,
  ],
  ["a wish is shown before it is done, one of its changes is left out, and it is undone", wishing],
  ["no field of a review is inert: it is in the artist's request, or why not is said beside it", everyField],
  ["somebody is added, put into a panel, and two who are one are merged, by the keyboard alone", whoIsInIt],
  ["a book is found where it was scrolled to, whatever way leads back", returning],
  ["a book is made by the keyboard alone, with less motion", byKeyboard],
] as const)("%s", (_, take) => withPageReport(studio, take), 600_000);

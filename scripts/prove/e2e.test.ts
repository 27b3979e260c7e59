// The studio in a real browser: the main journey and shorter ones; `npm run e2e` runs all. Independent users run concurrently, because most
// of their time is waiting.
import { afterAll, beforeAll, expect, test } from "vitest";
import { runEditingSessions } from "./e2e/editing/run-sessions.ts";
import { faultsOf } from "./e2e/inspect-page.ts";
import { byKeyboard } from "./e2e/journeys/by-keyboard.ts";
import { checking } from "./e2e/journeys/checking.ts";
import { choosingTier } from "./e2e/journeys/choosing-tier.ts";
import { everyField } from "./e2e/journeys/every-field.ts";
import { guessing } from "./e2e/journeys/guessing.ts";
import { letteringFile } from "./e2e/journeys/lettering-file.ts";
import { members } from "./e2e/journeys/members.ts";
import { editsOffline, safeEdits } from "./e2e/journeys/outbox.ts";
import { ownPortrait } from "./e2e/journeys/own-portrait.ts";
import { people } from "./e2e/journeys/people.ts";
import { pictureDesk } from "./e2e/journeys/picture-desk.ts";
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

/** With a service of their own: one of them stops it, and others need a server of models. */
async function apart(...journeys: readonly ((studio: Studio) => Promise<void>)[]): Promise<void> {
  const own = await openStudio({ hasModels: true });
  try {
    for (const journey of journeys) await withPageReport(own, journey);
  } finally {
    await own.close();
  }
}

test.concurrent(
  "a page follows the book to its end despite a reload, 20 s without network and a restart of the service; edits made offline and typed changes of people are kept",
  () => apart(editsOffline, people, recovering),
  600_000,
);

test.concurrent(
  "a picture's progress is visible; requests and parts of a picture are changed and undone",
  () => apart(stepsOfAPicture, choosingTier, pictureDesk),
  600_000,
);

test.concurrent("a guest makes a book, answers a gate, reads it to the end, changes a line and a panel, and downloads the PDF", async () => {
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
  [
    "a dropped file is read, the estimate is shown, and a start whose answer was lost makes one book",
    starting,
  ],
  [
    "a book that reached its limit continues with a higher one, and is stopped after a confirmation",
    stopping,
  ],
  ["what the reader found is corrected before the start, survives a reload, and the book has it", checking],
  ["a storyboard and a lettering are edited by hand at their reviews", steppingIn],
  ["beats are moved to other pages at the plot's review", plotting],
  ["an uploaded picture becomes the portrait of a person in the story", ownPortrait],
  [
    "a balloon is dragged and edited, words are replaced everywhere, undone and redone, and the direction is reversed",
    revising,
  ],
  [
    "a book is lettered in another language by a file, and its direction is reversed and restored",
    letteringFile,
  ],
  ["a book is shared by its link and deleted, and other users have no access", sharing],
  ["a person joins a book by an invitation, comments a panel, becomes an editor and leaves", members],
  [
    "a book is read by keys, swipes and taps, zoomed by panel, in full screen, from the stored place",
    reading,
  ],
  ["two tabs at one review do not overwrite each other, and keep the typed text", twoTabsAtAGate],
  ["two tabs at one line do not overwrite each other", twoTabsAtALine],
  ["two tabs at one storyboard page do not overwrite each other", twoTabsAtABoard],
  ["the review of a storyboard shows its guesses first, and they can be settled", guessing],
  ["a person removed at a review by a wish stays removed when another person is edited", reviewMoved],
  [
    "edits are in the book whatever interrupts their author, or are kept beside the conflicting value",
    safeEdits,
  ],
  ["a wish is previewed, one of its changes is left out, and it is undone", wishing],
  [
    "no field of a review is without effect: its value is in the artist's request, or a hint says why not",
    everyField,
  ],
  ["a person is added and put into a panel, and two people are merged, by the keyboard alone", whoIsInIt],
  ["a book's scroll position is restored, whichever way leads back to it", returning],
  ["a book is made by the keyboard alone, with reduced motion", byKeyboard],
] as const)("%s", (_, take) => withPageReport(studio, take), 600_000);

// All journeys: the main one, the others by name, then every screen.
import { join } from "node:path";
import { faultsOf } from "./inspect-page.ts";
import { account } from "./journeys/account.ts";
import { byKeyboard } from "./journeys/by-keyboard.ts";
import { checking } from "./journeys/checking.ts";
import { choosingTier } from "./journeys/choosing-tier.ts";
import { editSpeed } from "./journeys/edit-speed.ts";
import { everyField } from "./journeys/every-field.ts";
import { everyFieldOfABook } from "./journeys/every-field-of-a-book.ts";
import { everyFieldOfTheDesks } from "./journeys/every-field-of-the-desks.ts";
import { guessing } from "./journeys/guessing.ts";
import { letteringDesk } from "./journeys/lettering-desk.ts";
import { letteringFile } from "./journeys/lettering-file.ts";
import { longBook } from "./journeys/long-book.ts";
import { members } from "./journeys/members.ts";
import { editsOffline, safeEdits } from "./journeys/outbox.ts";
import { ownPortrait } from "./journeys/own-portrait.ts";
import { pageDesk, pageDeskAtReview, pageDeskByKeyboard } from "./journeys/page-desk.ts";
import { pageOrder } from "./journeys/page-order.ts";
import { people } from "./journeys/people.ts";
import { pictureDesk } from "./journeys/picture-desk.ts";
import { plotting } from "./journeys/plotting.ts";
import { reading } from "./journeys/reading.ts";
import { recovering, twoTabsAtABoard, twoTabsAtAGate, twoTabsAtALine } from "./journeys/recovering.ts";
import { returning } from "./journeys/returning.ts";
import { reviewMoved } from "./journeys/review-moved.ts";
import { revising } from "./journeys/revising.ts";
import { secondFactor } from "./journeys/second-factor.ts";
import { sharing } from "./journeys/sharing.ts";
import { starting } from "./journeys/starting.ts";
import { steppingIn } from "./journeys/stepping-in.ts";
import { stepsOfAPicture } from "./journeys/steps-of-a-picture.ts";
import { stopping } from "./journeys/stopping.ts";
import { whoIsInIt } from "./journeys/who-is-in-it.ts";
import { wishing } from "./journeys/wishing.ts";
import { walk } from "./main-journey.ts";
import { checkScreens } from "./screens.ts";
import { DESKTOP, openStudio, type Studio, withPageReport } from "./studio.ts";

const JOURNEYS = {
  account,
  "second-factor": secondFactor,
  starting,
  checking,
  stopping,
  "stepping-in": steppingIn,
  plotting,
  "own-portrait": ownPortrait,
  revising,
  "lettering-desk": letteringDesk,
  "page-desk": pageDesk,
  "page-desk-review": pageDeskAtReview,
  "page-desk-by-keyboard": pageDeskByKeyboard,
  "picture-desk": pictureDesk,
  "page-order": pageOrder,
  "long-book": longBook,
  "lettering-file": letteringFile,
  sharing,
  members,
  reading,
  "by-keyboard": byKeyboard,
  "two-tabs": twoTabsAtAGate,
  "two-tabs-line": twoTabsAtALine,
  "two-tabs-at-a-board": twoTabsAtABoard,
  "review-moved": reviewMoved,
  guessing,
  "safe-edits": safeEdits,
  "edits-offline": editsOffline,
  "edit-speed": editSpeed,
  "steps-of-a-picture": stepsOfAPicture,
  "choosing-tier": choosingTier,
  recovering,
  wishing,
  people,
  returning,
  "every-field": everyField,
  "every-field-of-a-book": everyFieldOfABook,
  "every-field-of-the-desks": everyFieldOfTheDesks,
  "who-is-in-it": whoIsInIt,
};

export const JOURNEY_NAMES: readonly string[] = [...Object.keys(JOURNEYS), "screens"];

/** Returns the exit code: 0 if no fault was found. Runs the main journey and the named ones; without names, all. `screens`: the start of the names of the screens. */
export async function runJourneys(out: string, named: readonly string[], screens = ""): Promise<number> {
  const isWanted = (name: string) => named.length === 0 || named.includes(name);
  const studio = await openStudio({ hasModels: true });
  const faults: string[] = [];
  try {
    const usableMs = await timeToUse(studio);
    process.stdout.write(`usable after ${Math.round(usableMs)} ms\n`);
    if (usableMs > USABLE_MS) faults.push(`usable only after ${Math.round(usableMs)} ms`);
    const visitor = await studio.visit({ tongue: "en", theme: "light", size: DESKTOP });
    const journey = await walk(visitor, async (name) => {
      faults.push(...(await faultsOf(visitor.page)).map((fault) => `journey ${name}: ${fault}`));
      await visitor.page.screenshot({ path: join(out, `journey-${name}.png`) });
    });
    faults.push(...visitor.complaints.map((complaint) => `journey: ${complaint}`));
    await visitor.context.close();
    for (const [name, take] of Object.entries(JOURNEYS)) {
      if (!isWanted(name)) continue;
      process.stdout.write(`${name}\n`);
      await withPageReport(studio, take).catch((error: unknown) => {
        faults.push(`${name}: ${error instanceof Error ? error.stack : error}`);
      });
    }
    if (isWanted("screens")) faults.push(...(await checkScreens(studio, journey, { out, start: screens })));
  } finally {
    await studio.close();
  }
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.stdout.write(`${faults.length} faults; the screenshots are in ${out}/\n`);
  return faults.length === 0 ? 0 : 1;
}

const USABLE_MS = 2_000;

/**
 * Time for a first visitor from the address to a typed and counted story. Other load of the machine only increases it, so the best of five
 * visits counts; the first visit within the limit ends them.
 */
async function timeToUse(studio: Studio): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let visit = 0; visit < 5 && best > USABLE_MS; visit++) {
    const begun = performance.now();
    const { page, context } = await studio.visit({ tongue: "en", theme: "light", size: DESKTOP });
    await page.getByRole("textbox", { name: "Your story" }).fill("Once upon a rainy night.");
    await page.getByText("24 of 50,000 characters").waitFor();
    best = Math.min(best, performance.now() - begun);
    await context.close();
  }
  return best;
}

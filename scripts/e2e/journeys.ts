// All journeys: the main one, the others by name, then every screen on a phone and a desktop, in both themes and both languages.
import { join } from "node:path";
import { faultsOf } from "./inspect-page.ts";
import { byKeyboard } from "./journeys/by-keyboard.ts";
import { ownPortrait } from "./journeys/own-portrait.ts";
import { reading } from "./journeys/reading.ts";
import { recovering, twoTabs } from "./journeys/recovering.ts";
import { revising } from "./journeys/revising.ts";
import { sharing } from "./journeys/sharing.ts";
import { steppingIn } from "./journeys/stepping-in.ts";
import { type Journey, walk } from "./main-journey.ts";
import { DESKTOP, openStudio, PHONE, type Studio, type Visit } from "./studio.ts";

const JOURNEYS = {
  "stepping-in": steppingIn,
  "own-portrait": ownPortrait,
  revising,
  sharing,
  reading,
  "by-keyboard": byKeyboard,
  "two-tabs": twoTabs,
  recovering,
};

/** Gives the exit code: 0 when nothing was found fault with. */
export async function runJourneys(out: string): Promise<number> {
  const studio = await openStudio();
  const faults: string[] = [];
  try {
    const usableMs = await timeToUse(studio);
    process.stdout.write(`usable after ${Math.round(usableMs)} ms\n`);
    if (usableMs > USABLE_MS) faults.push(`usable after ${Math.round(usableMs)} ms only`);
    const visitor = await studio.visit({ tongue: "en", theme: "light", size: DESKTOP });
    const journey = await walk(visitor, async (name) => {
      faults.push(...(await faultsOf(visitor.page)).map((fault) => `journey ${name}: ${fault}`));
      await visitor.page.screenshot({ path: join(out, `journey-${name}.png`) });
    });
    faults.push(...visitor.complaints.map((complaint) => `journey: ${complaint}`));
    await visitor.context.close();
    for (const [name, take] of Object.entries(JOURNEYS)) {
      await take(studio).catch((error: unknown) => {
        faults.push(`${name}: ${error instanceof Error ? error.stack : error}`);
      });
    }
    for (const tongue of ["en", "ja"] as const) {
      for (const theme of ["light", "dark"] as const) {
        for (const size of [PHONE, DESKTOP]) {
          faults.push(...(await seeScreens(studio, { visit: { tongue, theme, size }, journey, out })));
        }
      }
    }
  } finally {
    await studio.close();
  }
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.stdout.write(`${faults.length} faults; the screenshots are in ${out}/\n`);
  return faults.length === 0 ? 0 : 1;
}

const USABLE_MS = 2_000;

/**
 * From the address to a story that can be typed and was counted, by somebody who was never here. Whatever else the machine does
 * only adds to it, so the best of five visits counts; the first good one ends them.
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

interface Seeing {
  visit: Visit;
  journey: Journey;
  out: string;
}

/** By address, and what is there once the screen is. */
const SCREENS = (sessionId: string) =>
  [
    ["new", "/", "form textarea"],
    ["shelf", "/shelf", ".cover img"],
    ["watch", `/session/${sessionId}`, ".sheet img"],
    ["read", `/read/${sessionId}`, ".open-page img, .strip img"],
    ["revise", `/session/${sessionId}/revise`, ".balloon"],
    ["missing", "/session/nobody", ".bubble"],
  ] as const;

async function seeScreens(studio: Studio, { visit, journey, out }: Seeing): Promise<string[]> {
  const name = `${visit.size === PHONE ? "phone" : "desktop"}-${visit.theme}-${visit.tongue}`;
  const { page, context, complaints } = await studio.visit({ ...visit, guest: journey.guest });
  const faults: string[] = [];
  for (const [screen, path, sign] of SCREENS(journey.sessionId)) {
    await page.goto(`${studio.service.api}${path}`);
    await page.locator(sign).first().waitFor({ timeout: 60_000 });
    await page.evaluate("Promise.allSettled([...document.images].map((one) => one.decode())).then(() => 0)");
    faults.push(...(await faultsOf(page)).map((fault) => `${screen} ${name}: ${fault}`));
    await page.screenshot({ path: join(out, `${screen}-${name}.png`), fullPage: screen !== "read" });
  }
  faults.push(...complaints.map((complaint) => `${name}: ${complaint}`));
  await context.close();
  return faults;
}

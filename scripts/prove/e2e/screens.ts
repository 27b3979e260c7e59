// Every screen on a phone and a desktop, in both languages and both themes, and the most used ones on a wide screen: each passes the common
// checks, and is photographed.
import { join } from "node:path";
import { EN } from "../../../web/src/words/en.ts";
import { JA } from "../../../web/src/words/ja.ts";
import { faultsOf, focusFaultsOf } from "./inspect-page.ts";
import type { Journey } from "./main-journey.ts";
import type { Screen } from "./screen.ts";
import { allScreens } from "./screen-list.ts";
import { DESKTOP, PHONE, type Studio, type Visit, type Visitor, WIDE } from "./studio.ts";

const SIZES = { phone: PHONE, desktop: DESKTOP, wide: WIDE };

/** Runs in the page. Loads content that is loaded only when it is scrolled into view. */
const DECODE = `Promise.race([
  new Promise((resolve) => setTimeout(resolve, 10_000, 0)),
  Promise.allSettled([...document.images]
    .filter((one) => one.complete || one.loading !== "lazy")
    .map((one) => one.decode())).then(() => 0),
])`;

/** Returns the faults found. `start`: only screens whose names start so. */
export async function checkScreens(
  studio: Studio,
  journey: Journey,
  { out, start }: { out: string; start: string },
): Promise<string[]> {
  const screens = (await allScreens(studio, journey)).filter(({ name }) => name.startsWith(start));
  // Both languages at once, because much of the time is waiting.
  const faults = await Promise.all(
    (["en", "ja"] as const).map((tongue) => seeAll(studio, { screens, tongue, guest: journey.guest, out })),
  );
  return faults.flat();
}

/** Milliseconds for an action on a screen. */
const PATIENCE_MS = 90_000;

interface Lane {
  screens: readonly Screen[];
  tongue: Visit["tongue"];
  guest: string;
  out: string;
}

/** All screens in one language, in every size. */
async function seeAll(studio: Studio, { screens, tongue, guest, out }: Lane): Promise<string[]> {
  const faults: string[] = [];
  for (const [sized, size] of Object.entries(SIZES)) {
    const visit: Visit = { tongue, theme: "light", size };
    const own = await studio.visit({ ...visit, guest });
    const strange = await studio.visit(visit);
    for (const { page } of [own, strange]) page.setDefaultTimeout(PATIENCE_MS);
    for (const screen of screens) {
      if (size === WIDE && !screen.isMain) continue;
      const visitor = screen.isStranger ? strange : own;
      const seen = see(studio, { screen, visitor, visit, sized, out });
      // The next screen is opened anew, so one that is not reached is one fault.
      const begun = performance.now();
      const found = await seen.catch((error: unknown) => [`${screen.name}-${sized}-${tongue}: ${error}`]);
      faults.push(...found);
      const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
      process.stdout.write(`${screen.name} ${sized} ${tongue}: ${seconds} s, ${found.length} faults\n`);
      for (const one of found) process.stdout.write(`  ${one}\n`);
    }
    for (const { complaints, context } of [own, strange]) {
      faults.push(...complaints.map((complaint) => `${tongue}: ${complaint}`));
      await context.close();
    }
  }
  return faults;
}

interface Seen {
  screen: Screen;
  visitor: Visitor;
  visit: Visit;
  /** The name of its size. */
  sized: string;
  out: string;
}

async function see(studio: Studio, { screen, visitor, visit, sized, out }: Seen): Promise<string[]> {
  const { page, complaints } = visitor;
  const { tongue } = visit;
  const faults: string[] = [];
  const said = complaints.length;
  // The new screen may have the scroll position of the last one.
  await page.goto("about:blank");
  await screen.before?.(page);
  await page.goto(`${studio.service.api}${screen.path}`);
  await screen.act?.(page, tongue === "ja" ? JA : EN);
  await page.locator(screen.sign).first().waitFor();
  for (const theme of ["light", "dark"] as const) {
    const name = `${screen.name}-${sized}-${theme}-${tongue}`;
    await page.evaluate(`document.documentElement.dataset.theme = "${theme}"`);
    if (!screen.isBare) {
      await page.evaluate(DECODE);
    }
    faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
    await page.screenshot({ path: join(out, `${name}.png`), fullPage: !screen.isOneView });
    if (theme === "dark" && tongue === "en" && !screen.isBare) {
      faults.push(...(await focusFaultsOf(page)).map((fault) => `${name}: ${fault}`));
    }
  }
  await screen.after?.(page);
  // The browser itself logs that there was no network, or no such book.
  if (screen.isTroubled) complaints.splice(said);
  return faults;
}

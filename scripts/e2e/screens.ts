// Every screen on a phone and a desktop, in both languages and both themes: each is held to what all are held to, and photographed.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { newGuest } from "./guest-api.ts";
import { faultsOf } from "./inspect-page.ts";
import { ownPicture } from "./journeys/own-portrait.ts";
import { type Journey, STORY } from "./main-journey.ts";
import { DESKTOP, PHONE, type Studio, type Visit } from "./studio.ts";

/** Phases whose review has an editor, and what is there once it is. */
const EDITORS = {
  concept: ".concept-fields textarea",
  characters: ".cast-edited .portrait img",
  plot: ".beats li",
  storyboard: ".board .panel-spot-chosen",
  artwork: ".balloons .panel-spot",
  lettering: ".balloons .balloon",
} as const;

interface Screen {
  name: string;
  path: string;
  /** What is there once the screen is. */
  sign: string;
  /** What a person does there first. */
  act?: (page: Page) => Promise<void>;
}

/** Gives what was found fault with. */
export async function seeScreens(studio: Studio, journey: Journey, out: string): Promise<string[]> {
  const screens = await allScreens(studio, journey);
  const faults: string[] = [];
  for (const tongue of ["en", "ja"] as const) {
    for (const size of [PHONE, DESKTOP]) {
      const visit: Visit = { tongue, theme: "light", size, guest: journey.guest };
      const { page, context, complaints } = await studio.visit(visit);
      page.setDefaultTimeout(60_000);
      for (const screen of screens) {
        await page.goto(`${studio.service.api}${screen.path}`);
        await screen.act?.(page);
        await page.locator(screen.sign).first().waitFor();
        for (const theme of ["light", "dark"] as const) {
          const name = `${screen.name}-${size === PHONE ? "phone" : "desktop"}-${theme}-${tongue}`;
          await page.evaluate(`document.documentElement.dataset.theme = "${theme}"`);
          await page.evaluate(
            "Promise.allSettled([...document.images].map((one) => one.decode())).then(() => 0)",
          );
          faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
          await page.screenshot({ path: join(out, `${name}.png`), fullPage: screen.name !== "read" });
        }
      }
      faults.push(...complaints.map((complaint) => `${tongue}: ${complaint}`));
      await context.close();
    }
  }
  return faults;
}

async function allScreens(studio: Studio, { guest: key, sessionId }: Journey): Promise<Screen[]> {
  const guest = await newGuest(studio, key);
  const reviews = await Promise.all(
    Object.entries(EDITORS).map(async ([phase, sign]) => {
      const waiting = await guest.make({ pages: 2, review: [phase] }, "waiting");
      return { name: `gate-${phase}`, path: `/session/${waiting}`, sign };
    }),
  );
  const revise = `/session/${sessionId}/revise`;
  return [
    { name: "new", path: "/", sign: "form textarea" },
    { name: "new-portraits", path: "/", sign: ".own-portrait img", act: givePortrait },
    { name: "shelf", path: "/shelf", sign: ".cover img" },
    { name: "watch", path: `/session/${sessionId}`, sign: ".sheet img" },
    ...reviews,
    { name: "read", path: `/read/${sessionId}`, sign: ".open-page img, .strip img" },
    { name: "revise", path: revise, sign: ".balloon" },
    { name: "revise-takes", path: revise, sign: ".take:not(.take-now) img", act: choosePanel },
    { name: "revise-versions", path: revise, sign: ".page-pair figure + figure img", act: compare },
    { name: "missing", path: "/session/nobody", sign: ".bubble" },
  ];
}

async function givePortrait(page: Page): Promise<void> {
  await page.locator("form textarea").first().fill(STORY);
  await page.locator(".new-notes summary").click();
  const mimeType = "image/png";
  const file = { name: "mina.png", mimeType, buffer: ownPicture() };
  await page.locator(".own-portrait input").first().setInputFiles(file);
}

async function choosePanel(page: Page): Promise<void> {
  await page.locator(".panel-spot").first().focus();
  await page.keyboard.press("Enter");
}

async function compare(page: Page): Promise<void> {
  await page.locator(".versions [aria-expanded]").first().click();
}

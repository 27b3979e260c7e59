// No control of the desks is inert: of a finished book, each desk is opened, and every control in it is operated. What it changes must be in
// a request, or be stated, or a sentence says why not. Controls that do nothing are planted in each desk, and must be found.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { recordWire } from "../fields/desk-consequence.ts";
import { choosePanel, FRAMES, LETTERING, ORDER, pictureScenes } from "../fields/desk-scenes.ts";
import type { Desk, Scene } from "../fields/desk-stage.ts";
import { type Report, walkDesk } from "../fields/desk-walk.ts";
import { type Guest, newGuest } from "../guest-api.ts";
import { pressButton } from "../press-button.ts";
import { type Studio, WAITER } from "../studio.ts";
import { ownPicture } from "./own-portrait.ts";

interface Made {
  studio: Studio;
  guest: Guest;
  sessionId: string;
}

/** Names of the desks' buttons, in the order of the walk. */
type Name = "Lettering" | "Frames" | "Page order" | "Picture desk";

/** Longest wait for an action, in milliseconds. */
const ACTION_MS = 60_000;

export async function everyFieldOfTheDesks(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const [drawn, plain] = await Promise.all([
    bookWithTakes(guest),
    guest.make({ models: "offline", pages: 2, formats: [] }),
  ]);
  const made = { studio, guest, sessionId: plain };
  await cutPanels(made);
  const faults = await Promise.all([
    walked({ ...made, sessionId: drawn }, "Picture desk", pictureScenes(ownPicture())),
    walked(made, "Lettering", LETTERING).then(async (found) => [
      ...found,
      ...(await walked(made, "Page order", ORDER)),
    ]),
    walked(made, "Frames", FRAMES),
  ]);
  assert.deepEqual(faults.flat(), []);
}

/** A book whose first panel has words of its user's own, two takes to choose from, and a reference picture. */
async function bookWithTakes(guest: Guest): Promise<string> {
  const sessionId = await guest.make({ models: "offline+gemini", formats: [] });
  const panel = `/manga/sessions/${sessionId}/pages/1/panels/k1`;
  await guest.ask("PUT", `${panel}/prompt`, { prompt: "A street at night." });
  await guest.until(sessionId, "completed");
  await guest.ask("POST", `${panel}/redraw`, { takes: 2 });
  await guest.until(sessionId, "completed");
  const references = [{ use: "pose", image: ownPicture().toString("base64") }];
  await guest.ask("PUT", `${panel}/references`, { references });
  await guest.until(sessionId, "completed");
  return sessionId;
}

/** Cuts the first panel, so that two pictures no longer fit their frames. */
async function cutPanels(made: Made): Promise<void> {
  const { page, context } = await made.studio.visit({ ...WAITER, guest: made.guest.key });
  const desk = deskOf(made, page, "Frames");
  await desk.open(true);
  await choosePanel(page, 1);
  await pressButton(page, "Cut across");
  await pressButton(page, "Apply to the page");
  await page.getByRole("button", { name: /^Draw panel 2 for its frame/ }).waitFor();
  await made.guest.until(made.sessionId, "completed");
  await context.close();
}

/** The faults of a desk. */
async function walked(made: Made, name: Name, scenes: readonly Scene[]): Promise<string[]> {
  const { page, context } = await made.studio.visit({ ...WAITER, guest: made.guest.key });
  page.setDefaultTimeout(ACTION_MS);
  const { version } = await made.guest.until(made.sessionId, "completed");
  const wire = await recordWire(page, { sessionId: made.sessionId, version });
  const report = await walkDesk({ ...deskOf(made, page, name), wire }, scenes);
  await context.close();
  return faultsOf(report, scenes);
}

function faultsOf(
  { outcomes, inert, unexplained, never, planted }: Report,
  scenes: readonly Scene[],
): string[] {
  assert.ok(outcomes.length >= 8, `only these are walked: ${outcomes.map(({ key }) => key).join(", ")}`);
  const isFound = planted.length === 3 || !scenes.some(({ isPlanted }) => isPlanted);
  return [
    ...inert.map((one) => `inert: ${one}`),
    ...unexplained.map((one) => `disabled without a reason: ${one}`),
    ...never.map((one) => `never operated: ${one}`),
    ...(isFound ? [] : [`of the planted controls, these were found: ${planted.join(", ")}`]),
  ];
}

const SIGNS: Readonly<Record<Name, string>> = {
  Lettering: ".letter-text",
  Frames: ".frames-panel",
  "Page order": "[data-page-order]",
  "Picture desk": ".picture-part textarea",
};

function deskOf({ studio, sessionId }: Made, page: Page, name: Name): Omit<Desk, "wire"> {
  const isPicture = name === "Picture desk";
  const close = page.getByRole("button", { name: isPicture ? "Back to the page" : "Back to the lines" });
  return {
    ...{ page, fileFor },
    patienceMs: isPicture ? 2_500 : 1_500,
    tell: (line) => process.stderr.write(process.env.MEKURI_WALK ? `${line}\n` : ""),
    discards: isPicture
      ? `.picture-desk button:text-is("Discard my changes")`
      : `section button:text-is("Discard all"), section button:text-is("Discard the changes")`,
    async open(isLoaded) {
      if (isLoaded) {
        await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
        if (isPicture) await page.locator(".balloons .panel-spot").first().press("Enter");
      }
      await pressButton(page, name);
      await page.locator(SIGNS[name]).first().waitFor();
    },
    async close() {
      if ((await close.count()) > 0) await close.press("Enter");
    },
  };
}

const fileFor: Desk["fileFor"] = (accept) =>
  accept.includes("font")
    ? { name: "other.ttf", mimeType: "font/ttf", buffer: Buffer.from([0, 1, 0, 0, 7]) }
    : { name: "own.png", mimeType: "image/png", buffer: ownPicture() };

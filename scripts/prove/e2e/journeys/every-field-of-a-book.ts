// Checks that no control of the studio is without effect before and after a book is made. Every choice for a new book must be in the request
// that starts it, and in the book made by it. Every field of a finished book must be in the request that its form sends. Changes of people
// must be in the requests to the artist.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { change, controlAt, controlsIn, openAll } from "../fields/controls.ts";
import { isRequested } from "../fields/requests.ts";
import { sentBy, walkForms } from "../fields/sent.ts";
import { firstOfEach, nonsense, walkFields, walkPresses } from "../fields/walk.ts";
import { type Guest, newGuest } from "../guest-api.ts";
import { pressButton } from "../press-button.ts";
import { READER, type Studio } from "../studio.ts";
import { ownPicture } from "./own-portrait.ts";

const STORY = [
  "One rainy night Mina met Tom at the station. “Wait,” said Mina. Tom waved his lantern.",
  "Mina ran through the street. “Where are you going?” asked Mina. Tom looked back and laughed.",
].join("\n\n");

export async function everyFieldOfABook(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const faults = [...(await newBook(studio, guest)), ...(await finishedBook(studio, guest))];
  assert.deepEqual(faults, []);
}

type Body = Record<string, unknown>;

/**
 * Changes each field for a new book and compares the request before and after. The requests are intercepted; `madeBy` makes a book of the
 * last one.
 */
async function newBook(studio: Studio, guest: Guest): Promise<string[]> {
  const { page, context } = await studio.visit({ ...READER, guest: guest.key });
  let body: Body = {};
  await page.route("**/manga/generate", async (route) => {
    body = route.request().postDataJSON() as Body;
    await route.fulfill({ status: 422, contentType: "application/json", body: '{"code":"invalid-request"}' });
  });
  const start = async () => {
    const answered = page.waitForResponse("**/manga/generate");
    await pressButton(page, "Make the manga");
    await answered;
    return JSON.stringify(body);
  };
  await page.getByRole("textbox", { name: "Your story" }).fill(STORY);
  await page.locator(".names li").first().waitFor();
  await openAll(page, ".new");
  const faults: string[] = [];
  const done = new Set<string>();
  let before = await start();
  for (;;) {
    const controls = firstOfEach(await controlsIn(page, ".new"));
    const next = controls.find(
      ({ kind, label, isDisabled }) => kind !== "press" && !isDisabled && !done.has(label),
    );
    if (next === undefined) break;
    done.add(next.label);
    const field = controlAt(page, next);
    if (next.kind === "file") {
      const isPicture = (await field.getAttribute("accept"))?.includes("image/png");
      const story = { name: "story.txt", mimeType: "text/plain", buffer: Buffer.from(`${STORY} The end.`) };
      await field.setInputFiles(
        isPicture ? { name: "mina.png", mimeType: "image/png", buffer: ownPicture() } : story,
      );
      await page.waitForTimeout(1_000);
    } else {
      // A text that replaced the story could be too short, so the word is appended to it.
      await change(
        page,
        next,
        next.value.length > 50 ? `${next.value} ${nonsense(done.size)}` : nonsense(done.size),
      );
    }
    const after = await start();
    if (after === before) faults.push(`new book: ${next.label} changes nothing in the request`);
    before = after;
  }
  assert.ok(done.size >= 14, `the new book has ${[...done].join(", ")}`);
  await page.unroute("**/manga/generate");
  await context.close();
  return [...faults, ...(await madeBy(studio, guest, body))];
}

/** Makes the book of the last request, and compares its parameters and the artist's style with the request. */
async function madeBy(studio: Studio, guest: Guest, body: Body): Promise<string[]> {
  // These parameters are omitted: the offline models do not translate, and cost nothing.
  const { portraits: _uploaded, review: _asked, models: _found, budgetMicros: _most, ...told } = body;
  const asked = { ...told, language: "en" } as Body;
  const { recorded } = studio;
  const count = recorded().length;
  const sessionId = await guest.make({ ...asked, text: STORY, pages: 1, models: "offline" });
  const { params } = await guest.ask<{ params: Body }>("GET", `/manga/sessions/${sessionId}`);
  const drawn = recorded().slice(count);
  const [first] = drawn;
  const { style, artDirection, colorMode, text: _text, pages: _pages, ...rest } = asked;
  const faults = Object.entries(rest)
    .filter(([name, value]) => name in params && JSON.stringify(params[name]) !== JSON.stringify(value))
    .map(([name]) => `new book: its ${name} differs from the request`);
  const got = first && { ...first.request.style, colorMode: first.request.colorMode ?? "monochrome" };
  // A book in the style `yonkoma` is drawn in the style `manga`.
  const preset = style === "yonkoma" ? "manga" : style;
  for (const [name, value] of Object.entries({ preset, artDirection, colorMode })) {
    const is = got && Reflect.get(got, name);
    if (is !== value) faults.push(`new book: the artist gets ${name} ${is} instead of ${value}`);
  }
  return faults;
}

async function finishedBook(studio: Studio, guest: Guest): Promise<string[]> {
  const sessionId = await guest.make({ text: STORY, pages: 1, language: "en", seed: 5 });
  const faults: string[] = [];
  const pressing = await open(studio, guest, sessionId);
  const sent = sentBy(pressing.page);
  // Every change is answered without being made, so that the book stays the same while all buttons are pressed.
  await pressing.page.route("**/manga/sessions/**", async (route) => {
    if (route.request().method() === "GET") return route.fallback();
    const json = { sessionId, status: "completed", version: 1, outOfOrder: [] };
    return route.fulfill({ json });
  });
  const also = () => String(sent.length);
  const inert = await walkPresses(pressing.page, { within: ".revise", undo: "Discard the changes", also });
  faults.push(...inert.map((label) => `finished book: pressing ${label} does nothing`));
  await pressing.context.close();

  const { page, context } = await open(studio, guest, sessionId);
  const walked: string[] = [];
  const bodies = sentBy(page);
  const csv = {
    name: "words.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("page,text\n1,zxqvcsv\n"),
    text: "zxqvcsv",
  };
  const settle = async () => {
    // Two polls in a row must find the book complete, because a change that was just requested may not have started.
    for (let still = 0; still < 2; ) {
      await page.waitForTimeout(700);
      const { status } = await guest.ask<{ status: string }>("GET", `/manga/sessions/${sessionId}`);
      const isShown = /^Version/u.test(
        (await page.locator(".revise-state p[role=status]").textContent()) ?? "",
      );
      still = isShown && status === "completed" ? still + 1 : 0;
    }
  };
  const textFor = (label: string) => (/Find$/u.test(label) ? "Where" : undefined);
  for (const spot of [".balloon:has(.balloon-shape)", ".panel-spot"]) {
    await page.locator(spot).first().press("Enter");
    const forms = { within: ".revise-page", file: csv, sent: bodies, settle };
    const found = await walkForms(page, forms);
    walked.push(...found.walked);
    faults.push(...found.inert.map((label) => `finished book: ${label} is not sent`));
  }
  const found = await walkForms(page, { within: ".revise-book", file: csv, sent: bodies, settle, textFor });
  walked.push(...found.walked);
  faults.push(...found.inert.map((label) => `finished book: ${label} is not sent`));
  assert.ok(walked.length >= 10, `the finished book has ${walked.join(", ")}`);
  faults.push(...(await people(studio, page, { guest, sessionId })));
  await context.close();
  return faults;
}

async function open(studio: Studio, guest: Guest, sessionId: string) {
  const visitor = await studio.visit({ ...READER, guest: guest.key });
  await visitor.page.goto(`${studio.service.api}/session/${sessionId}/revise`);
  await visitor.page.locator(".balloon").first().waitFor();
  return visitor;
}

/** Changes of people in a finished book are in the requests for their new portraits and panels. */
async function people(
  studio: Studio,
  page: Page,
  { guest, sessionId }: { guest: Guest; sessionId: string },
): Promise<string[]> {
  const within = ".revise-people .cast-card:first-child";
  await page.locator(".revise-people > summary").press("Enter");
  await page.locator(within).waitFor();
  const read = (drafts: Record<string, unknown>) =>
    drafts[`book.${sessionId}/characters@2`] as { base: unknown; value: unknown } | undefined;
  const walked = await walkFields(page, { within, read });
  assert.ok(walked.length >= 14, `people have ${walked.map(({ label }) => label).join(", ")}`);
  const count = studio.recorded().length;
  const save = page.locator(".revise-people").getByRole("button", { name: "Save the change" });
  await save.and(page.locator(":enabled")).waitFor();
  await save.press("Enter");
  await page.getByText("Accepted. It is being made.").waitFor();
  await guest.until(sessionId, "completed");
  const drawn = studio.recorded().slice(count);
  return walked.flatMap(({ label, leaves, said, isHeard }) => {
    if (!isHeard)
      return said === "" ? [`people of the book: ${label} has no effect, and no hint says why`] : [];
    return leaves
      .filter(
        ({ path: [id = "", ...path], value }) =>
          !isRequested(drawn, { of: "person", id, leaf: { path, value } }),
      )
      .map(
        ({ path, value }) => `people of the book: ${label} (${path.join(".")} = ${value}) is in no request`,
      );
  });
}

// `npm run e2e -- storm`: many books at once while their models' service is down, with the operators' desk open. What the storm breaks is
// parked, restarted and run again by hand; every act must stand in the record. The API has a process of its own, as when it is deployed.
// Makes docs/images/storm.webp.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { type ModelServer, startModelServer } from "../../../emulators/models/server.ts";
import type { OperatedSession } from "../../../lib/api/operate/operate-routes.ts";
import type { OperatorAct } from "../../../lib/api/operate/operator-records.ts";
import { today } from "../../../lib/models/today.ts";
import { catalogOffers } from "../../models/offers.ts";
import { register } from "./desk-acts.ts";
import { newGuest } from "./guest-api.ts";
import { faultsOf } from "./inspect-page.ts";
import { DESKTOP, openStudio, type Studio, WAITER } from "./studio.ts";

const OUT = fileURLToPath(new URL("../../../docs/images/storm.webp", import.meta.url));

const STORY = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。";

/** Books that one owner may make at once. */
const EACH = 10;
/** The most that a page of the desk may take, in ms, for 95 of 100 requests. */
const MOST_P95_MS = 500;
/** A storm ends within this time. */
const PATIENCE_MS = 3_600_000;

export interface StormFigures {
  sessions: number;
  /** Questions of the desk's page to the operators' routes while the storm lasted. */
  requests: number;
  p50Ms: number;
  p95Ms: number;
  parked: number;
  restarted: number;
  completed: number;
  acts: number;
  faults: string[];
}

interface Moment {
  caption: string;
  /** Data URL. */
  picture: string;
}

export async function storm(sessions: number, note: (line: string) => void): Promise<StormFigures> {
  const offers = catalogOffers(today());
  const serve = (port = 0): Promise<ModelServer> => startModelServer({ offers, port, side: 256 });
  let google = await serve();
  const port = Number(new URL(google.url).port);
  const studio = await openStudio({ google: { url: google.url, offers }, hasApiApart: true });
  const moments: Moment[] = [];
  try {
    const { page, context, complaints } = await studio.visit({ ...WAITER, size: DESKTOP });
    await page.goto(`${studio.service.api}/account`);
    await register(studio)(page);
    const asked = answersOf(page);
    const desk = deskOf(studio, page);
    const shoot = async (caption: string) => {
      note(caption);
      const png = await page.screenshot({ animations: "disabled" });
      moments.push({ caption, picture: `data:image/png;base64,${png.toString("base64")}` });
    };

    await page.goto(`${studio.service.api}/operate`);
    await page.getByRole("heading", { name: "Operate", level: 1 }).waitFor();
    const starting = start(studio, sessions);
    await desk.until((all) => all.length >= Math.min(sessions, 20) && all.some(is("running")));
    await desk.show("running");
    await shoot("Many people make books at once.");

    await google.close();
    await starting;
    note(`${sessions} sessions have started`);
    await sleep(20_000);
    await desk.show("running", "oldest");
    await shoot("The models' service is down: the oldest running sessions.");
    await page.locator(".operate-table tbody button").first().click();
    await page.locator(".operate-commands").waitFor();
    await shoot("One of them: its steps wait, and nothing of its story is shown.");
    await page.getByRole("button", { name: "All sessions" }).click();

    const running = (await desk.sessions()).filter(
      ({ status }) => status === "running" || status === "queued",
    );
    await desk.show("running", "oldest");
    const parked = await desk.chooseAll("Park", "The models' service is down.");
    await shoot("The operator parks what is shown, with a reason that the owners see.");
    note(`${running.length} were running, ${parked} were parked`);

    google = await serve(port);
    let restarted = 0;
    for (;;) {
      const all = await desk.until((found) => !found.some((one) => is("running")(one) || is("queued")(one)));
      if (!all.some(is("failed"))) break;
      await desk.show("failed", "oldest");
      restarted += await desk.chooseAll("Restart", "The models' service is back.");
      if (moments.length < 5) await shoot("It is back: parked and failed sessions are restarted.");
      await sleep(2_000);
    }
    const all = await desk.sessions();
    await desk.show(undefined);
    await page.locator(".operate-table tbody tr[data-status=completed] button").first().click();
    await page.getByLabel("A step with its own input").selectOption({ index: 1 });
    await page.getByLabel("Reason").fill("A file was lost.");
    await page.getByRole("button", { name: "Run the step again" }).click();
    await page.getByText("Done: Run the step again.").waitFor();
    await shoot("One step is run again at the service's cost.");
    await page.getByRole("button", { name: "All sessions" }).click();
    await page.getByRole("button", { name: "Spending" }).click();
    await page.getByRole("table").first().waitFor();
    await shoot("What it cost, by model and by owner.");
    await page.getByRole("button", { name: "Record" }).click();
    await page.getByRole("table").first().waitFor();
    await shoot("Every act is in the record, with its reason.");
    await draw(page, moments);

    const acts = await desk.acts();
    const faults = [...complaints.filter((one) => !one.includes("favicon")), ...(await faultsOf(page))];
    const count = (action: OperatorAct["action"]) => acts.filter((act) => act.action === action).length;
    if (count("park") < parked) faults.push(`${parked} were parked, and ${count("park")} are in the record`);
    if (count("redrive") < restarted) faults.push(`${restarted} restarts, ${count("redrive")} in the record`);
    if (count("rerun") !== 1) faults.push("the rerun is not in the record");
    const completed = all.filter(is("completed")).length;
    if (completed !== sessions) faults.push(`${sessions} sessions, and ${completed} completed`);
    const answers = asked().toSorted((a, b) => a.ms - b.ms);
    const [p50Ms = 0, p95Ms = 0] = [0.5, 0.95].map((part) =>
      Math.round(answers[Math.floor(answers.length * part)]?.ms ?? 0),
    );
    for (const { path, at, ms } of answers.slice(-8)) note(`${at}: ${path} took ${Math.round(ms)} ms`);
    if (p95Ms > MOST_P95_MS) faults.push(`the desk answers within ${p95Ms} ms (p95)`);
    await context.close();
    return {
      ...{ sessions, requests: answers.length, p50Ms, p95Ms },
      ...{ parked, restarted, completed, acts: acts.length, faults },
    };
  } finally {
    await studio.close();
    await google.close();
  }
}

const is =
  (status: OperatedSession["status"]) =>
  (session: OperatedSession): boolean =>
    session.status === status;

/** Starts books of as many owners as necessary. */
async function start(studio: Studio, sessions: number): Promise<void> {
  for (let begun = 0; begun < sessions; begun += EACH) {
    const guest = await newGuest(studio);
    for (let index = begun; index < Math.min(sessions, begun + EACH); index += 1) {
      const request = { text: STORY, pages: 1, models: "offline+gemini", title: `${index + 1}` };
      await guest.ask("POST", "/manga/generate", request);
    }
  }
}

interface Answer {
  path: string;
  /** When it was asked. */
  at: string;
  ms: number;
}

/** Each answered question of the page to the operators' routes. Commands are not among them: they wait for each of their sessions. */
function answersOf(page: Page): () => Answer[] {
  const answers: Answer[] = [];
  page.on("requestfinished", (request) => {
    const path = request.url().split("/api/v1/operate")[1];
    if (request.method() !== "GET" || path === undefined) return;
    const { startTime, responseEnd } = request.timing();
    answers.push({ path, at: new Date(startTime).toISOString(), ms: responseEnd });
  });
  return () => answers;
}

function deskOf({ service }: Studio, page: Page) {
  const ask = async <T>(path: string): Promise<T> => {
    const token = await page.evaluate<string>(
      `JSON.parse(sessionStorage.getItem("mekuri.token")).accessToken`,
    );
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${service.api}/api/v1/operate${path}`, { headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const all = async <T>(path: string, items: (page: Record<string, unknown>) => T[]): Promise<T[]> => {
    const found: T[] = [];
    for (let cursor = ""; ; ) {
      const page = await ask<Record<string, unknown>>(`${path}?limit=100${cursor && `&cursor=${cursor}`}`);
      found.push(...items(page));
      if (typeof page.next !== "string") return found;
      cursor = encodeURIComponent(page.next);
    }
  };
  const sessions = () => all("/sessions", (page) => page.sessions as OperatedSession[]);
  return {
    sessions,
    acts: () => all("/acts", (page) => page.acts as OperatorAct[]),
    async until(holds: (sessions: OperatedSession[]) => boolean): Promise<OperatedSession[]> {
      for (const end = Date.now() + PATIENCE_MS; ; await sleep(2_000)) {
        const found = await sessions();
        if (holds(found)) return found;
        assert.ok(Date.now() < end, "the storm does not end");
      }
    },
    /** The list of sessions in a state. */
    async show(status: OperatedSession["status"] | undefined, order = "newest"): Promise<void> {
      await page.getByLabel("State").selectOption(status ?? "");
      const answered = page.waitForResponse((answer) => answer.url().includes(`order=${order}`));
      await page.getByLabel("Order").selectOption(order);
      await Promise.race([answered, sleep(10_500)]);
      await page.locator(".operate-table, .operate-part > .soft").first().waitFor();
    },
    /** Chooses all sessions of the list, at most 50, and commands them. Returns how many did it. */
    async chooseAll(command: string, reason: string): Promise<number> {
      const boxes = await page.locator(".operate-table tbody input[type=checkbox]").all();
      for (const box of boxes.slice(0, 50)) await box.check({ timeout: 5_000 }).catch(() => {});
      await page.getByLabel("Reason").fill(reason);
      await page.getByRole("button", { name: command, exact: true }).click();
      const said = page.locator("[role=status]").filter({ hasText: `${command}: done for` });
      await said.waitFor();
      return Number(/(\d+)/.exec((await said.textContent()) ?? "")?.[1] ?? 0);
    },
  };
}

async function draw(page: Page, moments: readonly Moment[]): Promise<void> {
  const strip = await page.context().newPage();
  await strip.setViewportSize({ width: 1320, height: 900 });
  const figures = moments
    .map(
      ({ caption, picture }) => `<figure><img src="${picture}"><figcaption>${caption}</figcaption></figure>`,
    )
    .join("");
  await strip.setContent(
    `<style>body{display:grid;grid-template-columns:1fr 1fr;gap:20px;margin:20px;background:#fff;font:16px sans-serif}
    figure{margin:0}img{width:100%;border:1px solid #888}</style>${figures}`,
  );
  await strip.evaluate("Promise.all([...document.images].map((one) => one.decode())).then(() => 0)");
  const png = await strip.screenshot({ fullPage: true });
  await sharp(png).webp({ quality: 82, smartSubsample: true }).toFile(OUT);
  await strip.close();
}

// The studio for its journeys: its own service, a browser, and pages of separate users.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import type { Offer } from "../../../emulators/models/account.ts";
import { startComfyServer } from "../../../emulators/models/comfyui/comfyui-server.ts";
import { startModelServer } from "../../../emulators/models/server.ts";
import { launchChromium } from "../../../emulators/web-sdk/chromium.ts";
import { today } from "../../../lib/models/today.ts";
import { catalogOffers } from "../../models/offers.ts";
import { offlineAnswers } from "../../models/writers/offline-answers.ts";
import { type LocalService, startService } from "../../serve/service.ts";
import { type Recorded, readRecorded } from "./fields/requests.ts";

export interface Visit {
  tongue: "ja" | "en";
  theme: "light" | "dark";
  size: { width: number; height: number };
  /** The secret of a returning guest; absent: a new guest. */
  guest?: string;
  /** Whether the user's system asks for reduced motion. */
  motion?: "reduce";
}

/** A visitor who waits for a book. Reduced motion is on, because without a graphics card an animated page takes a fifth of a core. */
export const WAITER: Visit = {
  ...{ tongue: "en", theme: "light", size: { width: 1280, height: 860 } },
  motion: "reduce",
};

/** A visitor with all animations. */
export const READER: Visit = { tongue: "en", theme: "light", size: { width: 1280, height: 860 } };

export const PHONE = { width: 360, height: 760 };
export const DESKTOP = { width: 1280, height: 860 };
export const WIDE = { width: 1920, height: 1080 };

export interface Studio {
  service: LocalService;
  /** Opens a page in a browser context of its own, which shares no cookies and storage with others. */
  visit(visit: Visit): Promise<Visitor>;
  /** Ends the whole service and starts it on the same folder and address, as an operator would. */
  restart(): Promise<void>;
  /** The artists' requests for pictures, in order. */
  recorded(): Recorded[];
  close(): Promise<void>;
}

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Errors in the page's console, each with its address, and uncaught exceptions. */
  complaints: string[];
  /** Every request to the API, in order: `GET /api/v1/manga/sessions`. */
  requests: string[];
}

/**
 * Milliseconds that an action or a navigation of a journey may take. On two cores that all tests share, the first page can take more than
 * Playwright's 30 seconds. Speed is measured by `npm run prove -- bench` and by the journey `edit-speed`.
 */
const PATIENCE_MS = 180_000;

/** Sampling steps of a picture by the simulated ComfyUI, and milliseconds per step. */
export const COMFY_STEPS = 20;
const STEP_MS = 150;
const RECORDER = join(import.meta.dirname, "fields/record-requests.ts");
const GRAPHS = join(import.meta.dirname, "../../../examples/comfyui");

export interface StudioModels {
  /** Its service can use a simulated ComfyUI, and simulated Google models. */
  hasModels?: boolean;
  /** Simulated Google models of the caller. */
  google?: { url: string; offers: readonly Offer[] };
  /** Its API has a process of its own, as when it is deployed. */
  hasApiApart?: boolean;
  /** Settings of its service. */
  settings?: Readonly<Record<string, string>>;
}

export async function openStudio({
  hasModels = false,
  google: given,
  hasApiApart = false,
  settings,
}: StudioModels = {}): Promise<Studio> {
  // All visitors have one IP address, and send requests faster than people do, so the rate limit is raised.
  process.env.MEKURI_LOOPBACK_LIMIT_FACTOR ??= "1000";
  const folder = mkdtempSync(join(tmpdir(), "mekuri-studio-"));
  // The memory setting does not affect the screens, but a service with little memory is slower.
  const comfy = hasModels ? await startComfyServer({ steps: COMFY_STEPS, stepMs: STEP_MS }) : undefined;
  const offers = given?.offers ?? catalogOffers(today());
  const own = hasModels && !given ? await startModelServer({ offers, answer: offlineAnswers() }) : undefined;
  const google = given ?? own;
  const requests = join(folder, "artist-requests.jsonl");
  const environment = {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import ${pathToFileURL(RECORDER)}`,
    MEKURI_RECORDED_REQUESTS: requests,
    ...settings,
    ...(comfy && {
      MEKURI_COMFYUI_URL: comfy.url,
      MEKURI_COMFYUI_PANEL_GRAPH: join(GRAPHS, "panel.json"),
      MEKURI_COMFYUI_PORTRAIT_GRAPH: join(GRAPHS, "portrait.json"),
    }),
    // The catalog allows 8 pictures a minute, so a journey would mostly wait for its requests' window.
    ...(google && {
      ...{ GEMINI_API_KEY: "test", GEMINI_BASE_URL: google.url },
      MEKURI_MODEL_REQUESTS_PER_MINUTE: offers.map(({ id }) => `${id}=600`).join(","),
    }),
  };
  const start = (apiPort: number) =>
    startService({
      ...{ dataDir: folder, isolate: false, hasApiApart, apiPort, heapLimits: [], onTrouble: () => {} },
      environment,
    });
  const [service, browser] = await Promise.all([start(0), launchChromium()]);
  const studio: Studio = {
    service,
    async restart() {
      await studio.service.stop();
      studio.service = await start(Number(new URL(service.api).port));
    },
    recorded: () => readRecorded(requests),
    async visit({ tongue, theme, size, guest, motion }) {
      const { api } = service;
      const context = await browser.newContext({
        viewport: size,
        locale: tongue === "ja" ? "ja-JP" : "en-GB",
        colorScheme: theme,
        acceptDownloads: true,
        hasTouch: size === PHONE,
        reducedMotion: motion ?? "no-preference",
      });
      context.setDefaultTimeout(PATIENCE_MS);
      if (guest !== undefined) {
        // A blank page has no storage, and reports this.
        await context.addInitScript(
          `if (origin !== "null") localStorage.setItem("mekuri.guest", ${JSON.stringify(guest)})`,
        );
      }
      const page = await context.newPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
      });
      page.on("request", (request) => {
        const { origin, pathname } = new URL(request.url());
        if (origin === api && pathname.startsWith("/api/")) requests.push(`${request.method()} ${pathname}`);
      });
      await page.goto(`${api}/`);
      return { page, context, complaints, requests };
    },
    async close() {
      await browser.close();
      await studio.service.stop();
      await Promise.all([comfy?.close(), own?.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return studio;
}

/** Maximum length of a page's text in an error message. */
const TOLD = 3_000;

/** If a page cannot be read, the reason is reported without hiding the original failure. */
async function shownOn(page: Page): Promise<string> {
  const shows = await page
    .locator("body")
    .ariaSnapshot()
    .catch((error: unknown) => `nothing that can be read: ${error}`);
  return `${page.url()} showed:\n${shows.slice(0, TOLD)}`;
}

/** Runs a journey; if it fails, the error contains the text of its pages. */
export async function withPageReport(studio: Studio, take: (studio: Studio) => Promise<void>): Promise<void> {
  const pages: Page[] = [];
  const watched: Studio = Object.create(studio, {
    visit: {
      async value(visit: Visit): Promise<Visitor> {
        const visitor = await studio.visit(visit);
        pages.push(visitor.page);
        return visitor;
      },
    },
  });
  try {
    await take(watched);
  } catch (error) {
    const shown: string[] = [];
    for (const page of pages) shown.push(await shownOn(page));
    throw new Error([error instanceof Error ? error.message : String(error), ...shown].join("\n\n"), {
      cause: error,
    });
  }
}

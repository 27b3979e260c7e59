// The component in a real browser, for tests and measurements.
import axe from "axe-core";
import type { Browser, CDPSession, Page } from "playwright-core";
import { type Site, serve } from "./serve.ts";

export const SIZES = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  phoneAside: { width: 844, height: 390 },
} as const;

export interface Opened {
  page: Page;
  client: CDPSession;
  /** Console errors and exceptions. */
  complaints: string[];
  /** The reader's properties, read from the page. */
  state(): Promise<{ page: number; panel: number | undefined; mode: string }>;
  /** Details of the events of a name so far. */
  events(name: string): Promise<unknown[]>;
  close(): Promise<void>;
}

export interface OpenOptions {
  language: "ja" | "en";
  size: { width: number; height: number };
  isTouch?: boolean;
  /** Attributes of the element. */
  attributes?: string;
  motion?: "reduce";
}

/** A host page; `/book` is the book's folder, `/dist` the built package. */
export function hostPage(
  { language, attributes = "" }: Pick<OpenOptions, "language" | "attributes">,
  src: string,
): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Host</title><style>html, body { margin: 0 } h1 { position: absolute; clip-path: inset(50%) } mekuri-reader { height: 100dvh }</style>
<script>
  window.told = {}; window.shifts = [];
  for (const name of ["open", "page", "panel", "place", "mode", "fault", "end", "broken"])
    addEventListener(name, (event) => { if (event.detail) (told[name] ??= []).push(name === "fault" ? event.detail.error.message : name === "open" ? 1 : event.detail); });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) shifts.push({ value: entry.value, sources: entry.sources.map(({ node, previousRect: a, currentRect: b }) => (node?.outerHTML ?? node?.textContent ?? "").slice(0, 80) + [a.x, a.y, a.width, a.height, b.x, b.y, b.width, b.height].join()) }); }).observe({ type: "layout-shift", buffered: true });
</script>
<script type="module" src="/dist/mekuri-reader.js"></script>
<main><h1>Host</h1><mekuri-reader src="${src}" ${attributes}></mekuri-reader></main></html>`;
}

/** Opens `folder`'s book (below a folder that also has `dist`) and waits until its first picture is shown. */
export async function openReader(browser: Browser, folder: string, options: OpenOptions): Promise<Opened> {
  const site: Site = await serve(folder, { pages: { "/": hostPage(options, "/book/reader.json") } });
  const context = await browser.newContext({
    viewport: options.size,
    locale: options.language === "ja" ? "ja-JP" : "en-GB",
    hasTouch: options.isTouch ?? false,
    isMobile: options.isTouch ?? false,
    reducedMotion: options.motion ?? "no-preference",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  await page.goto(`${site.origin}/`);
  await page.waitForFunction("window.told.page?.length > 0");
  return {
    page,
    client: await context.newCDPSession(page),
    complaints,
    state: () =>
      page.evaluate(
        `(() => { const reader = document.querySelector("mekuri-reader"); return { ...reader.place, mode: reader.mode }; })()`,
      ),
    events: (name) => page.evaluate(`window.told[${JSON.stringify(name)}] ?? []`),
    async close() {
      await context.close();
      await site.close();
    },
  };
}

/** Passed rules are omitted from the result. */
const RUN_AXE = `axe.run({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }).then(({ violations }) => violations.map(({ id, nodes }) =>
  id + ": " + nodes.map(({ html }) => html.slice(0, 160)).join(" | ")))`;

/** Violations found by axe, after animations have ended. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(
    `Promise.allSettled([...document.querySelector("mekuri-reader").shadowRoot.getAnimations()].map((one) => one.finished)).then(() => 0)`,
  );
  // The script has half a megabyte, so it is loaded once per page.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  return page.evaluate<string[]>(RUN_AXE);
}

interface Finger {
  x: number;
  y: number;
}

/** Touches on the screen, moved in steps: each list has the fingers' positions at one moment. */
export async function touch(
  client: CDPSession,
  moments: readonly (readonly Finger[])[],
  stepMs = 16,
): Promise<void> {
  for (const [index, fingers] of moments.entries()) {
    await client.send("Input.dispatchTouchEvent", {
      type: index === 0 ? "touchStart" : "touchMove",
      touchPoints: fingers.map(({ x, y }, id) => ({ x, y, id })),
    });
    await new Promise((resolve) => setTimeout(resolve, stepMs));
  }
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

/** Points of a line, in `steps`. */
export function line(from: Finger, to: Finger, steps = 8): Finger[] {
  return Array.from({ length: steps + 1 }, (_, index) => ({
    x: from.x + ((to.x - from.x) * index) / steps,
    y: from.y + ((to.y - from.y) * index) / steps,
  }));
}

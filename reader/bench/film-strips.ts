// `npm run film-strips --workspace @mekuri/reader -- FOLDER [--out FOLDER]`: a turn, a pinch, panels and a strip on a phone as rows of moments, from a
// folder that has a book's `reader.json` and its pictures, as `npm run manga` and `scripts/make/reader.ts` write it.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { CDPSession, Page } from "playwright-core";
import sharp from "sharp";
import { launchChromium } from "../../emulators/web-sdk/chromium.ts";
import { buildModules } from "../build.ts";
import { hostPage, SIZES } from "../testing/reader-in-browser.ts";
import { serve } from "../testing/serve.ts";

const WIDTH = 240;
const GAP = 10;
/** The host page of the reader. */
const HOST = hostPage({ language: "ja" }, "/book/reader.json");
/** Device pixels per CSS pixel. */
const DENSITY = 2;
const MIDDLE = { x: SIZES.phone.width / 2, y: SIZES.phone.height / 2 };

interface Scene {
  page: Page;
  client: CDPSession;
  /** Dispatches touches at these points without lifting them. */
  fingers(
    type: "touchStart" | "touchMove" | "touchEnd",
    ...points: { x: number; y: number }[]
  ): Promise<void>;
  shoot(): Promise<void>;
}

const SCENES: Record<string, { mode: string; play(scene: Scene): Promise<void> }> = {
  turn: {
    mode: "page",
    async play({ fingers, shoot, page }) {
      await shoot();
      // In a right-to-left book the next page comes from the left.
      const from = await page.evaluate<number>(
        `document.querySelector("mekuri-reader").manifest.direction === "rtl" ? 40 : 350`,
      );
      const to = from === 40 ? 1 : -1;
      await fingers("touchStart", { x: from, y: 420 });
      for (const dx of [60, 150, 240, 300]) {
        await fingers("touchMove", { x: from + to * dx, y: 420 });
        await shoot();
      }
      await fingers("touchEnd");
      await page.waitForTimeout(400);
      await shoot();
    },
  },
  pinch: {
    mode: "page",
    async play({ fingers, shoot, page }) {
      await shoot();
      const at = (apart: number) => [
        { x: MIDDLE.x - apart, y: 330 },
        { x: MIDDLE.x + apart, y: 330 },
      ];
      await fingers("touchStart", ...at(40));
      for (const apart of [60, 85, 110, 140]) {
        await fingers("touchMove", ...at(apart));
        await shoot();
      }
      await fingers("touchEnd");
      await page.waitForTimeout(400);
      await shoot();
    },
  },
  panels: {
    mode: "page",
    async play({ shoot, page }) {
      await shoot();
      await page.evaluate(`document.querySelector("mekuri-reader").focus()`);
      await page.keyboard.press("z");
      for (let stop = 0; stop < 5; stop++) {
        await page.waitForTimeout(450);
        await shoot();
        await page.keyboard.press("PageDown");
      }
    },
  },
  strip: {
    mode: "strip",
    async play({ client, shoot, page }) {
      for (let moment = 0; moment < 6; moment++) {
        await page.waitForTimeout(600);
        await shoot();
        await client.send("Input.synthesizeScrollGesture", { ...MIDDLE, yDistance: -520, speed: 1_600 });
      }
    },
  },
};

async function film(name: string, folder: string, out: string): Promise<void> {
  const scene = SCENES[name];
  if (scene === undefined) return;
  const [browser, site] = await Promise.all([launchChromium(), serve(folder, { pages: { "/": HOST } })]);
  const context = await browser.newContext({
    viewport: SIZES.phone,
    deviceScaleFactor: DENSITY,
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(`${site.origin}/`);
  await page.waitForTimeout(800);
  await page.evaluate(
    `(() => { const reader = document.querySelector("mekuri-reader"); reader.mode = "${scene.mode}"; reader.page = 2; document.activeElement.blur(); })()`,
  );
  await page.waitForTimeout(3_600);
  const client = await context.newCDPSession(page);
  const moments: Buffer[] = [];
  await scene.play({
    page,
    client,
    async fingers(type, ...points) {
      const touchPoints = points.map(({ x, y }, id) => ({ x, y, id }));
      await client.send("Input.dispatchTouchEvent", { type, touchPoints });
      await page.waitForTimeout(60);
    },
    shoot: async () => void moments.push(await page.screenshot()),
  });
  await Promise.all([browser.close(), site.close()]);
  const height = Math.round((WIDTH * SIZES.phone.height) / SIZES.phone.width);
  const frames = await Promise.all(moments.map((png) => sharp(png).resize(WIDTH, height).toBuffer()));
  await sharp({
    create: {
      width: frames.length * (WIDTH + GAP) + GAP,
      height: height + 2 * GAP,
      channels: 3,
      background: "#f3efe6",
    },
  })
    .composite(frames.map((input, at) => ({ input, left: GAP + at * (WIDTH + GAP), top: GAP })))
    .webp({ quality: 78, smartSubsample: true })
    .toFile(join(out, `reader-${name}.webp`));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string", default: join(import.meta.dirname, "../../docs/images") } },
});
const [book] = positionals;
if (book === undefined) throw new Error("a folder with a book is needed");
mkdirSync(values.out, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "mekuri-film-"));
try {
  // npm runs the script in the workspace's folder, and passes the caller's folder in `INIT_CWD`.
  symlinkSync(resolve(process.env.INIT_CWD ?? ".", book), join(folder, "book"));
  await buildModules(join(folder, "dist"));
  for (const name of Object.keys(SCENES)) await film(name, folder, values.out);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

// The snippets of docs/guide/reading.md in a real browser, on another origin and under the guide's policy: they show a shared book, and
// nothing after it is closed.
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../../emulators/web-sdk/chromium.ts";
import { SAMPLE_STORY, sampleService } from "../../lib/api/sample-service.ts";
import { readManifest } from "../../reader/src/read-manifest.ts";
import { type ListeningServer, listen, madeBook, serveSharing, share } from "./sharing-server.ts";

const GUIDE = readFileSync(new URL("../../docs/guide/reading.md", import.meta.url), "utf8");
const SERVICE = "https://mekuri.example";

let browser: Browser;
const service = sampleService();
let sessionId: string;
/** Origins of the service and of an unrelated page. */
let [own, other] = ["", ""];
let shown = { html: "", policy: "" };
const servers: ListeningServer[] = [];

beforeAll(async () => {
  servers.push(
    await serveSharing(service),
    // The page has another host name, so that it is another site for the browser.
    await listen((_, response) => {
      response.setHeader("content-security-policy", shown.policy);
      response.setHeader("content-type", "text/html; charset=utf-8").end(shown.html);
    }, "localhost"),
  );
  [own = "", other = ""] = servers.map(({ origin }) => origin);
  [browser, sessionId] = await Promise.all([
    launchChromium(),
    madeBook(service, { text: SAMPLE_STORY, pages: 2 }),
  ]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
});

/** The guide's first code block that contains `part`, with this service and book. */
function snippet(part: string, token: string): string {
  const blocks = [...GUIDE.matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, block = ""]) => block);
  const block = blocks.find((one) => one.includes(part));
  if (block === undefined) throw new Error(`the guide has no ${part}`);
  return block.replaceAll(SERVICE, own).replaceAll("TOKEN", token).trim();
}

async function open(html: string, policy: string): Promise<{ page: Page; complaints: string[] }> {
  shown = { html, policy };
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(`${other}/`);
  return { page, complaints };
}

/** Widths of the visible pictures, in pixels of their files. */
const picturesIn = (place: Pick<Page, "locator">) =>
  place
    .locator("mekuri-reader img")
    .evaluateAll((all) =>
      all.map((one) => Number(Reflect.get(one, "naturalWidth"))).filter((width) => width > 0),
    );

test("the ten-line snippet on another origin shows a shared book, and nothing after it is closed", async () => {
  const token = await share(service, sessionId, "unlisted");
  const html = snippet("<mekuri-reader", token);
  expect(html.split("\n")).toHaveLength(10);
  const { page, complaints } = await open(html, snippet("default-src", token));
  await expect.poll(() => picturesIn(page), { timeout: 30_000 }).not.toEqual([]);
  expect(complaints).toEqual([]);

  await share(service, sessionId, "private");
  await page.reload();
  await page.locator("mekuri-reader .notice .soft").waitFor({ timeout: 30_000 });
  expect(await picturesIn(page)).toEqual([]);
  await page.close();
}, 120_000);

test("an open reader gets no further picture after the book is closed", async () => {
  const token = await share(service, sessionId, "unlisted");
  const { page } = await open(snippet("<mekuri-reader", token), snippet("default-src", token));
  await expect.poll(() => picturesIn(page), { timeout: 30_000 }).not.toEqual([]);
  const manifest = `${own}/api/v1/manga/shared/${token}/reader.json`;
  const { pages } = readManifest(await (await fetch(manifest)).json(), manifest);
  const addresses = pages.flatMap(({ renditions }) => renditions.map(({ src }) => src));
  await share(service, sessionId, "private");
  const statuses = await page.evaluate(
    (all) => Promise.all(all.map(async (address) => (await fetch(address)).status)),
    addresses,
  );
  expect(new Set(statuses)).toEqual(new Set([404]));
  await page.close();
}, 120_000);

test("an iframe on another origin shows the book's page", async () => {
  const token = await share(service, sessionId, "unlisted");
  const policy = `default-src 'none'; frame-src ${own}; style-src 'unsafe-inline'`;
  const { page, complaints } = await open(snippet("<iframe", token), policy);
  const frame = page.frameLocator("iframe");
  await expect.poll(() => picturesIn(frame), { timeout: 30_000 }).not.toEqual([]);
  expect(complaints).toEqual([]);

  await share(service, sessionId, "private");
  await page.reload();
  await frame.getByText("no longer shared").waitFor({ timeout: 30_000 });
  await page.close();
}, 120_000);

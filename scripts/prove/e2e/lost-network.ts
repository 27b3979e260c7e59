// Screens without a network, or with a service that does not answer, and their recovery.
import type { Page, Route } from "playwright-core";

export const OFFLINE = {
  isTroubled: true,
  after: async (page: Page) => {
    await page.context().setOffline(false);
    await page.locator(".offline").waitFor({ state: "detached" });
  },
} as const;

export const loseNetwork = (first: string) => async (page: Page) => {
  await page.locator(first).first().waitFor();
  await page.context().setOffline(true);
};

const API = "**/api/v1/manga/**";
export const loseApi = (page: Page) => page.route(API, (route) => route.abort());
/** Held requests by page. */
const held = new Map<Page, Route[]>();
export const stallApi = async (page: Page) => {
  const waiting: Route[] = [];
  held.set(page, waiting);
  await page.route(API, (route) => {
    waiting.push(route);
  });
};

/** Held requests are aborted after the page was left, because they would otherwise continue when the hold ends. */
export const findApi = async (page: Page) => {
  await page.goto("about:blank");
  await Promise.all((held.get(page) ?? []).map((route) => route.abort()));
  held.delete(page);
  await page.unroute(API);
};

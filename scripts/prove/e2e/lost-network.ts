// What becomes of a screen without the network, or with a service that does not answer, and how it comes back.
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
/** Requests that wait, by their page. */
const held = new Map<Page, Route[]>();
export const stallApi = async (page: Page) => {
  const waiting: Route[] = [];
  held.set(page, waiting);
  await page.route(API, (route) => {
    waiting.push(route);
  });
};

/** What was held back is given up, or it would go on when nothing holds it; the page that asked for it is left first. */
export const findApi = async (page: Page) => {
  await page.goto("about:blank");
  await Promise.all((held.get(page) ?? []).map((route) => route.abort()));
  held.delete(page);
  await page.unroute(API);
};

// What every screen is held to: no violation that axe knows, and no text that is cut off or wider than the window.
import axe from "axe-core";
import type { Page } from "playwright-core";

/** Runs in the page, with axe before it. */
const RUN_AXE = `axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
  "axe: " + id + ": " + nodes.map(({ html }) => html.slice(0, 140)).join(" | ")))`;

/** Runs in the page. What is there for screen readers alone, drawings and what scrolls by itself may be wider. */
const FIND_CUT = `(() => {
  const found = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push("the page is " + (scrollWidth - clientWidth) + " px wider than the window");
  for (const element of document.querySelectorAll("main *, header *")) {
    if (element.closest(".unseen, [aria-hidden], svg, textarea, select, .reader-stage") !== null) continue;
    const isText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "");
    if (!isText || element.scrollWidth <= element.clientWidth + 1 || getComputedStyle(element).display === "inline") continue;
    found.push("“" + element.textContent.slice(0, 40) + "” is cut off");
  }
  return found;
})()`;

/** In a sentence each; none where all is well. */
export async function faultsOf(page: Page): Promise<string[]> {
  // A picture that fades in, or a line that does, has no colour of its own yet.
  await page.evaluate(
    "Promise.allSettled(document.getAnimations().filter((one) => one.effect.getTiming().iterations === 1).map((one) => one.finished)).then(() => 0)",
  );
  await page.evaluate(axe.source);
  const violations = await page.evaluate<string[]>(RUN_AXE);
  return [...violations, ...(await page.evaluate<string[]>(FIND_CUT))];
}

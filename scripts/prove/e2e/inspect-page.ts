// Checks of every screen: no violation found by axe, no text that is cut off or wider than the window, no heading with a letter of another
// font, and a visible focus for keyboard users.
import axe from "axe-core";
import type { Page } from "playwright-core";
import { fallbackLettersOf } from "./display-letters.ts";

/** Runs in the page, after axe was loaded; the rules of WCAG 2.2 must be enabled explicitly. */
const RUN_AXE = `axe.run({ rules: { "target-size": { enabled: true } } }).then(({ violations }) => violations.map(({ id, nodes }) =>
  "axe: " + id + ": " + nodes.map(({ html }) => html.slice(0, 140)).join(" | ")))`;

/** Runs in the page: all elements that a selector names, in shadow trees too. */
const ALL = `const all = (selector, root = document) => [...root.querySelectorAll("*")].flatMap((element) =>
  [...(element.matches(selector) ? [element] : []), ...(element.shadowRoot === null ? [] : all("*", element.shadowRoot))]);`;

/**
 * Runs in the page. Exceptions that may be wider: content only for screen readers, drawings, scrollable content, and the reader's title,
 * which is truncated with an ellipsis.
 */
const FIND_CUT = `(() => {
  ${ALL}
  const found = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push("the page is " + (scrollWidth - clientWidth) + " px wider than the window");
  for (const element of all("main *, header *")) {
    if (element.closest(".unseen, [aria-hidden], svg, textarea, select, style, .stage:not(main)") !== null) continue;
    const isText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "");
    const { display, clipPath, textOverflow } = getComputedStyle(element);
    if (!isText || element.scrollWidth <= element.clientWidth + 1 || display === "inline") continue;
    if (clipPath === "inset(50%)" || (textOverflow === "ellipsis" && element.getRootNode() !== document)) continue;
    found.push("“" + element.textContent.slice(0, 40) + "” is cut off");
  }
  return found;
})()`;

/**
 * Runs in the page: waits for the animations that end. Chromium does not advance those of content that `content-visibility` skips, so they
 * never end and are not waited for. One may be skipped while this waits, so the time is limited.
 */
const ANIMATED = `Promise.race([
  new Promise((resolve) => setTimeout(resolve, 5_000, 0)),
  Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.getTiming().iterations === 1
      && effect.target.checkVisibility({ contentVisibilityAuto: true }))
    .map((one) => one.finished)).then(() => 0),
])`;

/** One sentence for each fault; empty if there is none. */
export async function faultsOf(page: Page): Promise<string[]> {
  // While a picture or a line fades in, its colours are intermediate, so axe runs after the animation.
  await page.evaluate(ANIMATED);
  await page.evaluate(axe.source);
  const violations = await page.evaluate<string[]>(RUN_AXE);
  return [...violations, ...(await page.evaluate<string[]>(FIND_CUT)), ...(await fallbackLettersOf(page))];
}

/**
 * Runs in the page: the focused element, whether an outline or its own mark shows the focus, and whether it is visible. For a hidden
 * checkbox, radio button or file input the following element and the label are checked. A shape of a drawing is marked if a stroke in it
 * changes when it loses the focus, which is known at the next element.
 */
const FOCUSED = `(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (element === null || element === document.body) return undefined;
  const isHidden = element.matches("input[type=checkbox], input[type=file], input[type=radio]")
    && (getComputedStyle(element).opacity === "0" || element.clientWidth < 16);
  const shown = isHidden ? element.nextElementSibling ?? element.parentElement : element;
  const isDrawn = element.closest("svg") !== null;
  const hasOutline = (one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const strokesOf = (one) => [one, ...one.querySelectorAll("*")]
    .map((part) => { const { stroke, strokeWidth } = getComputedStyle(part); return stroke + strokeWidth; }).join();
  const before = globalThis.leftFocus;
  const isLeftMarked = before === undefined || strokesOf(before.element) !== before.strokes;
  const leftName = before?.name;
  const name = (element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent ?? "").trim().slice(0, 40) || element.tagName;
  globalThis.leftFocus = isDrawn ? { element, name, strokes: strokesOf(element) } : undefined;
  const isMarked = isDrawn || hasOutline(shown) || (isHidden && [...element.labels ?? []].some(hasOutline));
  const { left, top, width, height } = shown.getBoundingClientRect();
  const points = [[0.5, 0.5], [0.08, 0.2], [0.92, 0.2], [0.08, 0.8], [0.92, 0.8]];
  const isSeen = points.some(([x, y]) => {
    const hit = element.getRootNode().elementFromPoint(left + width * x, top + height * y);
    return hit !== null && (hit === element || shown.contains(hit) || hit.contains(shown) && hit.matches("label, svg"));
  });
  element.dataset.tabbed = (Number(element.dataset.tabbed ?? 0) + 1).toString();
  return { name, isMarked, isSeen, isAgain: element.dataset.tabbed !== "1", unmarked: isLeftMarked ? undefined : leftName };
})()`;

interface Focused {
  name: string;
  isMarked: boolean;
  isSeen: boolean;
  isAgain: boolean;
  /** Name of the shape of a drawing that had the focus before this element, if losing it changed no stroke. */
  unmarked?: string;
}

const unmarked = (name: string) => `“${name}” does not show that it has the focus`;

/** An upper limit of the focusable elements of a screen. */
const MOST_STOPS = 160;

/** Visits all focusable elements: reports those whose focus is invisible or covered. */
export async function focusFaultsOf(page: Page): Promise<string[]> {
  const faults = new Set<string>();
  for (let presses = 0; presses < MOST_STOPS; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate<Focused | undefined>(FOCUSED);
    if (focused === undefined) continue;
    if (focused.unmarked !== undefined) faults.add(unmarked(focused.unmarked));
    if (focused.isAgain) break;
    if (!focused.isMarked) faults.add(unmarked(focused.name));
    if (!focused.isSeen) faults.add(`“${focused.name}” has the focus and is not in sight`);
  }
  return [...faults];
}

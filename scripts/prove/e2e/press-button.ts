// Presses a button by the keyboard.
import type { Page } from "playwright-core";

/** Waits until the button is enabled; a key on a disabled button is lost, and Playwright's `press` does not wait for that. */
export const pressButton = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole("button", { name, ...(typeof name === "string" && { exact: true }) })
    .and(page.locator(":enabled"))
    .press("Enter");

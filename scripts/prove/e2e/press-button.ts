// Presses a button by the keyboard.
import type { Locator, Page } from "playwright-core";

/** Waits until the button is enabled; a key on a disabled button is lost, and Playwright's `press` does not wait for that. */
export const pressButton = (page: Page, name: string | RegExp): Promise<void> =>
  pressEnabled(page.getByRole("button", { name, ...(typeof name === "string" && { exact: true }) }));

export const pressEnabled = (button: Locator): Promise<void> =>
  button.and(button.page().locator(":enabled")).press("Enter");

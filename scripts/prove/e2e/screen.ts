// Definition of a screen: its address, and the actions that lead to it.
import type { Page } from "playwright-core";
import type { WordKey } from "../../../web/src/words/en.ts";

/** The studio's texts in the current language. */
export type Table = Readonly<Record<WordKey, string>>;

export interface Screen {
  name: string;
  path: string;
  /** An element that shows that the screen is loaded. */
  sign: string;
  /** Runs before the page is opened. */
  before?: (page: Page) => Promise<unknown>;
  /** Actions of the user on the page. */
  act?: (page: Page, t: Table) => Promise<unknown>;
  /** Restores the earlier state. */
  after?: (page: Page) => Promise<unknown>;
  /** Whether the screen is shown to a user without books. */
  isStranger?: boolean;
  /** Whether it is as high as the window. */
  isOneView?: boolean;
  /** Whether browser errors are expected. */
  isTroubled?: boolean;
  /** Whether it has no pictures to wait for and no element to focus. */
  isBare?: boolean;
  /** Whether it is captured on a wide screen too. */
  isMain?: boolean;
}

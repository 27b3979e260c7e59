// What a screen is: where it is, and how a person comes to it.
import type { Page } from "playwright-core";
import type { WordKey } from "../../../web/src/words/en.ts";

/** What the studio says, in the language that it is seen in. */
export type Table = Readonly<Record<WordKey, string>>;

export interface Screen {
  name: string;
  path: string;
  /** What is there once the screen is. */
  sign: string;
  /** What comes before the page is opened. */
  before?: (page: Page) => Promise<unknown>;
  /** What a person does there first. */
  act?: (page: Page, t: Table) => Promise<unknown>;
  /** What brings all back to how it was. */
  after?: (page: Page) => Promise<unknown>;
  /** Seen by somebody who has no book. */
  isStranger?: boolean;
  /** It is as high as the window. */
  isOneView?: boolean;
  /** The browser complains of what the screen is about. */
  isTroubled?: boolean;
  /** Nothing of it can be waited for, or walked through. */
  isBare?: boolean;
  /** Seen on a wide screen, too. */
  isMain?: boolean;
}

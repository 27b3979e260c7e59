// placeholder

import type { ReadNouns } from "./noun-use.ts";
import type { PeopleWords } from "./word-lists.ts";
export const japaneseNouns =
  (_: PeopleWords): ReadNouns =>
  () => [];

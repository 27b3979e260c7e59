// Who holds what, over the grammar of holding in both languages: a line of `stories/holding/` is a passage with what its pictures show.
import { describe, expect, it } from "vitest";
import { brokenIn, passagesIn } from "./stories/holding.ts";

describe.each(["en", "ja"] as const)("what a passage says of hands (%s)", (language) => {
  it.each(passagesIn(language))("is what its pictures show: $text", async (passage) => {
    expect(await brokenIn(passage)).toEqual([]);
  });
});

// Every place that the offline reader finds has a drawn kind.
import { expect, it } from "vitest";
import { LanguageSchema } from "../../../../manga/language.ts";
import { wordTable } from "../../reader/text/word-table.ts";
import { placeCalled } from "./place.ts";

/** Types in the reader's table that are not places by themselves. */
const NONE: ReadonlySet<string> = new Set(["spot", "deictic", "relation"]);

it.each(LanguageSchema.options)(
  "has a drawn kind for every place of the reader's table in %s",
  (language) => {
    const table = wordTable(language, "settings");
    const kinds = [...table.all("place")].flatMap((noun) => {
      const [type = "", ...kind] = (table.value("place", noun) ?? "").split(" ");
      return NONE.has(type) ? [] : [kind.join(" ") || noun.replaceAll("_", " ")];
    });
    expect(kinds.length).toBeGreaterThan(100);
    const undrawn = kinds.filter((kind) => [undefined, "abstract"].includes(placeCalled(kind)?.value));
    expect(undrawn).toEqual([]);
  },
);

// Every place that the offline reader finds is drawn as some place.
import { expect, it } from "vitest";
import { LanguageSchema } from "../../../../manga/language.ts";
import { wordTable } from "../../reader/text/word-table.ts";
import { placeCalled } from "./place.ts";

/** What stands in a place, or is none by itself. */
const NONE: ReadonlySet<string> = new Set(["spot", "deictic", "relation"]);

it.each(LanguageSchema.options)(
  "has a drawn kind for every place that the reader's table names in %s",
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

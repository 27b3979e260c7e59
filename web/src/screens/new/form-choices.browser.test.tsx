// The form of a new book by pictures: what a choice writes, by keys alone, and what cannot be chosen.
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { freshBrowser, type Shown, show } from "../../component-test.tsx";
import type { StoryEstimate } from "../../documents.ts";
import { FormChoices } from "./form-choices.tsx";
import { type Choices, FIRST_CHOICES } from "./new-choices.tsx";

let shown: Shown | undefined;
let chosen: Choices = FIRST_CHOICES;
beforeEach(() => {
  freshBrowser();
  chosen = FIRST_CHOICES;
});
afterEach(() => shown?.close());

function Form({ first, found }: { first: Choices; found: StoryEstimate | undefined }) {
  const [choices, setChoices] = useState(first);
  chosen = choices;
  return <FormChoices {...{ choices, found }} choose={(part) => setChoices({ ...choices, ...part })} />;
}

const found = (part: Partial<StoryEstimate>) => ({ language: "ja", pages: 8, ...part }) as StoryEstimate;
const open = (estimate: StoryEstimate | undefined, first: Partial<Choices> = {}) => {
  shown = show(<Form first={{ ...FIRST_CHOICES, ...first }} found={estimate} />);
};
const radio = (group: string, name: RegExp) =>
  page.getByRole("group", { name: group }).getByRole("radio", { name });

describe("the form of a new book by pictures", () => {
  it("writes the number of pages of each layout, which the tiles state", async () => {
    open(found({ neededPages: 8 }));
    await expect.element(radio("Page layout", /^As the story needs 8 pages/)).toBeChecked();
    radio("Page layout", /^As the story needs/)
      .element()
      .focus();
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(radio("Page layout", /^Airier pages 12 pages/)).toBeChecked();
    expect(chosen.pages).toBe(12);
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(radio("Page layout", /^Few large panels 16 pages/)).toBeChecked();
    expect(chosen.pages).toBe(16);
    await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
    await expect.poll(() => chosen.pages).toBeUndefined();
  });

  it("shows no layout as chosen for another number of pages", async () => {
    open(found({ neededPages: 8 }), { pages: 7 });
    const tiles = page.getByRole("group", { name: "Page layout" }).getByRole("radio");
    await expect.element(radio("Page layout", /^Airier/)).toBeVisible();
    for (const tile of tiles.elements()) await expect.element(tile).not.toBeChecked();
  });

  it("offers no other layout without a story, none of more than 100 pages, and none for 4-koma", async () => {
    open(undefined);
    await expect.element(radio("Page layout", /^Airier/)).toBeDisabled();
    await expect.element(radio("Page layout", /^Few large/)).toBeDisabled();
    shown?.close();
    open(found({ neededPages: 80 }));
    await expect.element(radio("Page layout", /^Airier pages 100 pages/)).toBeEnabled();
    await expect.element(radio("Page layout", /^Few large/)).toBeDisabled();
    shown?.close();
    open(found({ neededPages: 8 }), { style: "yonkoma" });
    await expect.element(page.getByText(/^4-koma pages always have/)).toBeVisible();
    expect(page.getByRole("group", { name: "Page layout" }).elements()).toEqual([]);
  });

  it("writes direction and colour, and offers punctuation for Japanese books only", async () => {
    open(found({ language: "ja" }));
    for (const [group, from, to] of [
      ["Direction", /^As the language/, /^Right to left/],
      ["Colour", /^Black and white/, /^In colour/],
      ["。 and 、 in balloons", /^As they are/, /^Left out/],
    ] as const) {
      await expect.element(radio(group, from)).toBeChecked();
      radio(group, from).element().focus();
      await userEvent.keyboard("{ArrowRight}");
      await expect.element(radio(group, to)).toBeChecked();
    }
    expect(chosen).toMatchObject({ direction: "rtl", colorMode: "color", punctuation: "dropped" });
    shown?.close();
    open(found({ language: "en" }));
    await expect.element(radio("Colour", /^In colour/)).toBeVisible();
    expect(page.getByRole("group", { name: "。 and 、 in balloons" }).elements()).toEqual([]);
  });
});

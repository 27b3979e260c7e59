// Parts that show progress, take words and offer files, in a browser.
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { type Asked, freshBrowser, nextAsked, type Shown, serviceOfTest, show } from "../component-test.tsx";
import type { ClientSession } from "../documents.ts";
import FormatList from "./format-list.tsx";
import { Share } from "./share.tsx";
import { Steps } from "./steps.tsx";
import { WordField } from "./word-field.tsx";
import { WordsField } from "./words-field.tsx";

let service: { asked: Asked[]; close: () => void };
let shown: Shown | undefined;
beforeEach(() => {
  freshBrowser();
  service = serviceOfTest();
});
afterEach(() => {
  shown?.close();
  service.close();
});

describe("the bar of a picture's steps", () => {
  it("follows the steps, and goes when the picture is made", async () => {
    shown = show(<Steps of="Portrait of Mina" reached={{ done: 1, total: 8 }} />);
    const bar = page.getByRole("progressbar", { name: "Portrait of Mina" });
    await expect.element(bar).toHaveAttribute("value", "1");
    shown.show(<Steps of="Portrait of Mina" reached={{ done: 7, total: 8 }} />);
    await expect.element(bar).toHaveAttribute("aria-valuetext", "7/8 steps");
    shown.show(<Steps of="Portrait of Mina" reached={undefined} />);
    await expect.element(bar).not.toBeInTheDocument();
  });
});

function Wearing({ onWords }: { onWords: (words: string[]) => void }) {
  const [value, setValue] = useState<string[]>(["coat"]);
  return (
    <WordsField
      label="Wears"
      value={value}
      most={2}
      onChange={(words) => {
        setValue(words);
        onWords(words);
      }}
    />
  );
}

describe("a field for several words", () => {
  it("shows the text as it is typed, and stores at most the words of the book's schema", async () => {
    let stored: string[] = [];
    shown = show(<Wearing onWords={(words) => (stored = words)} />);
    const field = page.getByRole("combobox", { name: "Wears" });
    await field.fill("red coat, hat,");
    await expect.element(field).toHaveValue("red coat, hat,");
    expect(stored).toEqual(["red coat", "hat"]);
    await field.fill("red coat, hat, boots");
    expect(stored).toEqual(["red coat", "hat"]);
  });
});

const SESSION = { sessionId: "s1", title: "Rain", seq: 1, exports: {} } as unknown as ClientSession;
const made = (state: "running" | "done" | "failed"): ClientSession => ({
  ...SESSION,
  exports: { psd: { state, ...(state === "failed" && { error: { code: "x", message: "No room." } }) } },
});

describe("the list of a book's files", () => {
  const psd = page.getByRole("button", { name: /Photoshop|PSD/i }).first();
  const files = () => service.asked.filter(({ path }) => path === "/manga/sessions/s1/exports/psd");

  it("takes a file once, when the listener reports it before and after the answer", async () => {
    shown = show(<FormatList session={SESSION} />);
    await psd.click();
    await expect.poll(() => service.asked.length).toBe(1);
    expect(service.asked[0]?.body).toEqual({ format: "psd" });
    // The listener is faster than the answer.
    shown.show(<FormatList session={made("done")} />);
    await expect.poll(() => files().length).toBe(1);
    service.asked[0]?.answer({ state: "done" });
    const pages = [1, 2].map((n) => ({ name: `page-${n}.psd`, url: `about:blank#${n}` }));
    files()[0]?.answer({ files: pages });
    await expect.element(page.getByRole("link", { name: "page-2.psd" })).toBeVisible();
    expect(files().length).toBe(1);
  });

  it("says why a file could not be made, and can be asked again", async () => {
    shown = show(<FormatList session={SESSION} />);
    await psd.click();
    await expect.poll(() => service.asked.length).toBe(1);
    service.asked[0]?.answer({ state: "running" });
    await expect.element(psd).toBeDisabled();
    shown.show(<FormatList session={made("running")} />);
    shown.show(<FormatList session={made("failed")} />);
    await expect.element(page.getByRole("alert")).toHaveTextContent("No room.");
    await expect.element(psd).toBeEnabled();
  });
});

function Hat({ onWord }: { onWord: (word: string | undefined) => void }) {
  const [value, setValue] = useState<string | undefined>(undefined);
  return (
    <WordField
      label="Hat"
      field="hat"
      value={value}
      onChange={(word) => {
        setValue(word);
        onWord(word);
      }}
    />
  );
}

describe("a field for a word of the book", () => {
  it("stores the book's word for a typed translation before the artist's vocabulary is loaded", async () => {
    localStorage.setItem("mekuri.tongue", "ja");
    let stored: string | undefined;
    shown = show(<Hat onWord={(word) => (stored = word)} />);
    const field = page.getByRole("combobox", { name: "Hat" });
    await field.fill("ヘルメット");
    expect(stored).toBe("helmet");
    await field.fill("三角の兜");
    expect(stored).toBe("三角の兜");
  });
});

describe("the permission for operators to read a book", () => {
  const PEOPLE = "/manga/sessions/s1/people";
  const SESSION = { sessionId: "s1", visibility: "private" } as ClientSession;
  const box = page.getByRole("checkbox", { name: /Let the operators read/ });
  const open = async () => {
    shown = show(<Share session={SESSION} onChange={() => {}} />);
    await page.getByRole("button", { name: "Share" }).click();
    return nextAsked(service.asked, "GET", PEOPLE);
  };

  it("is asked for when the dialog opens, given, and taken back", async () => {
    (await open()).answer({ operators: { openings: [] } });
    await expect.element(box).toBeEnabled();
    await box.click();
    const given = await nextAsked(service.asked, "PATCH", "/manga/sessions/s1");
    expect(given.body).toEqual({ support: true });
    given.answer({ supportUntil: new Date(Date.now() + 3_600_000).toISOString() });
    await expect.element(box).toBeChecked();
    await expect.element(box).toBeEnabled();
    await box.click();
    const taken = await nextAsked(service.asked, "PATCH", "/manga/sessions/s1");
    expect(taken.body).toEqual({ support: false });
    taken.answer({});
    await expect.element(box).not.toBeChecked();
  });

  it("stands beside the link, which only the answer to the owner has", async () => {
    shown = show(<Share session={{ ...SESSION, visibility: "unlisted" }} onChange={() => {}} />);
    await page.getByRole("button", { name: "Share" }).click();
    (await nextAsked(service.asked, "GET", "/manga/sessions/s1")).answer({ shareToken: "a-token" });
    await expect.element(page.getByRole("textbox").first()).toHaveValue(`${location.origin}/shared/a-token`);
    await page.getByRole("button", { name: "Stop sharing" }).click();
    const closed = await nextAsked(service.asked, "PATCH", "/manga/sessions/s1");
    expect(closed.body).toEqual({ visibility: "private", findable: false });
  });

  it("cannot be given while it is unknown, and the dialog says why", async () => {
    (await open()).answer({ status: 503, code: "busy" }, 503);
    await expect.element(page.getByRole("alert")).toBeVisible();
    await expect.element(box).toBeDisabled();
  });
});

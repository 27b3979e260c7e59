// The form of a review and its draft, with answers that are late, and results that are stale or come in another order.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { type Asked, freshBrowser, type Shown, serviceOfTest, show } from "../../component-test.tsx";
import { EditorForm } from "./editor-form.tsx";
import { useDraft } from "./use-draft.ts";

interface Value {
  title: string;
  genre: string;
}

const FIRST: Value = { title: "Rain", genre: "drama" };

let saved: { patch: unknown; answer: (isTaken: boolean) => void }[] = [];
let service: { asked: Asked[]; close: () => void };
let shown: Shown | undefined;

beforeEach(() => {
  freshBrowser();
  saved = [];
  service = serviceOfTest();
});
afterEach(() => {
  shown?.close();
  service.close();
});

function Editor({ given, name }: { given: Value; name: string }) {
  const draft = useDraft(given, name);
  return (
    <EditorForm
      {...{ phase: "concept", draft, language: "en", isSending: false }}
      seen={{ sessionId: "s1", base: "h1", revision: 1 }}
      patch={{ ...draft.value }}
      labelOf={(path) => path}
      onDraft={() => {}}
      onSave={(patch) => new Promise((answer) => saved.push({ patch, answer }))}
    >
      {(["title", "genre"] as const).map((field) => (
        <label key={field}>
          {field}
          <input
            value={draft.value[field]}
            onChange={({ target }) => draft.set({ ...draft.value, [field]: target.value })}
          />
        </label>
      ))}
    </EditorForm>
  );
}

/** Each test has a draft of its own, as each review has. */
let count = 0;
const open = (given: Value) => {
  const name = `book.s1/draft${count}`;
  shown = show(<Editor given={given} name={name} />);
  return (next: Value) => shown?.show(<Editor given={next} name={name} />);
};
beforeEach(() => {
  count += 1;
});

const field = (name: string) => page.getByRole("textbox", { name });
const save = page.getByRole("button", { name: "Save the change" });

describe("the form of a review", () => {
  it("cannot be saved until something is changed, and not while nothing is left of the change", async () => {
    open(FIRST);
    await expect.element(save).toBeDisabled();
    await field("title").fill("Snow");
    await expect.element(save).toBeEnabled();
    await field("title").fill("Rain");
    await expect.element(save).toBeDisabled();
  });

  it("keeps what is typed over a result that changed elsewhere, and merges the other fields", async () => {
    const give = open(FIRST);
    await field("title").fill("Snow");
    give({ ...FIRST, genre: "comedy" });
    await expect.element(field("genre")).toHaveValue("comedy");
    await expect.element(field("title")).toHaveValue("Snow");
    await expect.element(page.getByText(/Your changes now apply to the newest state/)).toBeVisible();
  });

  it("asks which value to take if both sides changed it, and is not saved before", async () => {
    const give = open(FIRST);
    await field("title").fill("Snow");
    give({ ...FIRST, title: "Hail" });
    const theirs = page.getByRole("button", { name: /Hail/ });
    await expect.element(theirs).toBeVisible();
    await expect.element(save).toBeDisabled();
    await theirs.click();
    await expect.element(field("title")).toHaveValue("Hail");
  });

  it("keeps the draft while the answer is late, although its result arrives first", async () => {
    const give = open(FIRST);
    await field("title").fill("Snow");
    await save.click();
    await expect.poll(() => saved.length).toBe(1);
    // The listener is faster than the answer.
    give({ ...FIRST, title: "Snow" });
    await expect.element(field("title")).toHaveValue("Snow");
    saved[0]?.answer(true);
    await expect.element(save).toBeDisabled();
    await expect.element(field("title")).toHaveValue("Snow");
    expect(page.getByText(/Your changes now apply to the newest state/).elements()).toEqual([]);
  });

  it("does not show the earlier result again between the answer and the new result", async () => {
    const give = open(FIRST);
    await field("title").fill("Snow");
    await save.click();
    await expect.poll(() => saved.length).toBe(1);
    saved[0]?.answer(true);
    await expect.element(save).toBeDisabled();
    // A snapshot that was on its way before the answer.
    give({ ...FIRST });
    await expect.element(field("title")).toHaveValue("Snow");
    give({ ...FIRST, title: "Snow" });
    await expect.element(field("title")).toHaveValue("Snow");
    await expect.element(save).toBeDisabled();
  });

  it("keeps the input if the change is refused", async () => {
    open(FIRST);
    await field("title").fill("Snow");
    await save.click();
    await expect.poll(() => saved.length).toBe(1);
    saved[0]?.answer(false);
    await expect.element(field("title")).toHaveValue("Snow");
    await expect.element(save).toBeEnabled();
  });

  it("continues with a draft after it was closed", async () => {
    open(FIRST);
    await field("title").fill("Snow");
    await expect.element(save).toBeEnabled();
    shown?.close();
    open(FIRST);
    await expect.element(field("title")).toHaveValue("Snow");
  });

  it("shows the cost of the last input only, whatever the order of the answers", async () => {
    open(FIRST);
    const costs = () => service.asked.filter(({ path }) => path.endsWith("/feedback/preview"));
    await field("title").fill("Snow");
    await expect.poll(() => costs().length).toBe(1);
    await field("title").fill("Snowfall");
    await expect.poll(() => costs().length).toBe(2);
    const [early, late] = costs();
    const preview = { version: 1, hash: "p", changes: [], reviews: [], again: { artwork: 1 } };
    late?.answer({ ...preview, priceMicros: 2_000_000 });
    await expect.element(page.getByText(/\$2\.00/)).toBeVisible();
    early?.answer({ ...preview, priceMicros: 1_000_000 });
    expect(early?.isAborted()).toBe(true);
    await expect.element(page.getByText(/\$2\.00/)).toBeVisible();
    expect(page.getByText(/\$1\.00/).elements()).toEqual([]);
  });
});

// A sent change is shown until the page has it, and no longer: also if the page has its earlier storyboard again, because it was undone.
import { afterEach, beforeEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { freshBrowser, type Shown, show } from "../../component-test.tsx";
import { type SentChange, useSentChange } from "./use-sent-change.ts";

interface State {
  storyboard: string;
  board?: string;
  version: number;
}

let shown: Shown;
function Part({
  storyboard,
  board = storyboard,
  version,
  isOutside = false,
}: State & { isOutside?: boolean }) {
  const state = { page: { storyboard }, board: { hash: board }, version };
  const [sent, put] = useSentChange<SentChange>(state);
  return (
    <>
      <button type="button" onClick={() => put({ base: board, version, isOutside })}>
        Send
      </button>
      <p role="status">{sent === undefined ? "nothing" : `${sent.base} ${sent.version}`}</p>
    </>
  );
}
const state = (next: State, more = {}) => shown.show(<Part {...next} {...more} />);
const said = (text: string) => expect.element(page.getByRole("status")).toHaveTextContent(text);

beforeEach(() => {
  freshBrowser();
  shown = show(<Part storyboard="a" version={1} />);
});
afterEach(() => shown.close());

it("is shown until the page with it is loaded, and not again when it is undone", async () => {
  await page.getByRole("button", { name: "Send" }).click();
  await said("a 1");
  state({ storyboard: "a", version: 2 });
  await said("a 1");
  state({ storyboard: "b", board: "a", version: 2 });
  await said("a 1");
  state({ storyboard: "b", version: 2 });
  await said("nothing");
  state({ storyboard: "a", version: 3 });
  await said("nothing");
});

it("is over when it was undone before the page with it was loaded, or before it was seen", async () => {
  await page.getByRole("button", { name: "Send" }).click();
  state({ storyboard: "b", board: "a", version: 2 });
  state({ storyboard: "a", version: 3 });
  await said("nothing");
  await page.getByRole("button", { name: "Send" }).click();
  await said("a 3");
  state({ storyboard: "a", version: 5 });
  await said("nothing");
});

it("outside the storyboard is over with the next version", async () => {
  state({ storyboard: "a", version: 1 }, { isOutside: true });
  await page.getByRole("button", { name: "Send" }).click();
  await said("a 1");
  state({ storyboard: "a", version: 2 }, { isOutside: true });
  await said("nothing");
});

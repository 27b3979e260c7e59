// The list of a plot's beats.
import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { freshBrowser, type Shown, show } from "../../component-test.tsx";
import type { Watched } from "../../use-session.ts";
import { PlotEditor } from "./plot-editor.tsx";

let shown: Shown | undefined;
afterEach(() => shown?.close());

it("names a beat without words and people by its place", async () => {
  freshBrowser();
  const beat = {
    ...{
      id: "b1",
      scene: "s1",
      kind: "establish",
      units: [],
      figures: [],
      lines: [],
      caption: "",
      action: "",
    },
    ...{ sounds: [], weight: 1 },
  };
  const output = {
    places: [{ id: "p1", name: "The station", kind: "station", landmarks: [] }],
    scenes: [{ id: "s1", place: "p1" }],
    pages: [{ number: 1, spread: false, hook: false, beats: [beat] }],
  };
  shown = show(
    <PlotEditor
      {...{ phase: "plot", output, draftName: "book.s1/plot", urls: new Map(), language: "en" }}
      watched={{ phases: {} } as unknown as Watched}
      seen={{ sessionId: "s1", base: "h1", revision: 1 }}
      isSending={false}
      onDraft={() => {}}
      onSave={async () => true}
    />,
  );
  await expect.element(page.getByText("A view of The station")).toBeVisible();
  // Its handle has the same name.
  expect(page.getByRole("button", { name: "Move: A view of The station" }).elements().length).toBe(1);
});

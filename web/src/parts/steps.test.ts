// The progress bar of a picture, as rendered HTML.
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ClientPage } from "../documents.ts";
import { LivePage } from "../screens/book/live-page.tsx";
import { WordsProvider } from "../words/words.tsx";
import { Portrait } from "./portrait.tsx";

const FRAME = {
  corners: [
    { x: 182, y: 257 },
    { x: 1092, y: 257 },
    { x: 1092, y: 1285 },
  ],
  bleeds: false,
};
const RUNNING = { id: "k2", state: "running", frame: FRAME } as const;
const PAGE: ClientPage = {
  ...{ schemaVersion: 2, number: 3, seq: 1, state: "artwork", texts: [] },
  panels: [{ ...RUNNING, progress: { done: 7, total: 20 } }],
};

function shown(page: ClientPage, tongue: "en" | "ja"): string {
  vi.stubGlobal("localStorage", { getItem: () => tongue });
  const parts = { page, before: undefined, urls: new Map(), language: tongue };
  return renderToStaticMarkup(createElement(WordsProvider, null, createElement(LivePage, parts)));
}

afterEach(() => vi.unstubAllGlobals());

describe("the bar of a picture's steps", () => {
  it.each([
    ["en", "Panel 2 of page 3", "7/20 steps"],
    ["ja", "3 ページの 2 コマ目", "7/20 ステップ"],
  ] as const)(
    "stands at the foot of the running panel, and says in words how far it is (%s)",
    (tongue, of, words) => {
      const html = shown(PAGE, tongue);
      expect(html).toContain('style="left:10.000%;width:50.000%;bottom:50.000%"');
      expect(html).toContain(`value="7" max="20" aria-label="${of}" aria-valuetext="${words}"`);
    },
  );

  it("is hidden if no progress is known, and for finished panels", () => {
    expect(shown({ ...PAGE, panels: [RUNNING] }, "en")).not.toContain("<progress");
    const done = { ...RUNNING, state: "done", progress: { done: 7, total: 20 } } as const;
    expect(shown({ ...PAGE, panels: [done] }, "en")).not.toContain("<progress");
  });

  it("is shown on a portrait that is being made", () => {
    vi.stubGlobal("localStorage", { getItem: () => "en" });
    const parts = { url: undefined, name: "Mina", reached: { done: 1, total: 8 } };
    const html = renderToStaticMarkup(createElement(WordsProvider, null, createElement(Portrait, parts)));
    expect(html).toContain('aria-label="Portrait of Mina" aria-valuetext="1/8 steps"');
  });
});

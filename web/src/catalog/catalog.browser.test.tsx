// Every part is in the catalog, and every example passes axe in both languages and themes.
/// <reference types="vite/client" />
import axe from "axe-core";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { freshBrowser, type Shown, show } from "../component-test.tsx";
import "../styles/first.ts";
import { Catalog } from "./catalog.tsx";
import { EXAMPLES } from "./examples.tsx";
import { standInForService } from "./stand-in.ts";

const fetched = window.fetch;
let shown: Shown | undefined;
beforeEach(() => {
  freshBrowser();
  standInForService();
});
afterEach(() => {
  shown?.close();
  window.fetch = fetched;
  vi.restoreAllMocks();
});

const violationsIn = async (shownPart: HTMLElement) => {
  // The catalog shows a part several times, so landmarks have the same name; screens are checked by `npm run e2e -- screens`.
  const rules = { "target-size": { enabled: true }, "landmark-unique": { enabled: false } };
  const { violations } = await axe.run(shownPart, { rules });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(" | ")}`,
  );
};

it("has every part", () => {
  const parts = Object.keys(import.meta.glob(["../parts/*.tsx", "!../parts/*.test.tsx"]));
  expect(Object.keys(EXAMPLES)).toEqual(
    parts.map((path) => path.slice("../parts/".length, -".tsx".length)).sort(),
  );
});

it.each([
  ["en", "light"],
  ["en", "dark"],
  ["ja", "light"],
  ["ja", "dark"],
])("shows all of them in %s, %s", { timeout: 90_000 }, async (tongue, theme) => {
  const complaint = vi.spyOn(console, "error");
  localStorage.setItem("mekuri.tongue", tongue);
  localStorage.setItem("mekuri.theme", theme);
  shown = show(<Catalog />);
  await expect.element(page.getByRole("heading", { name: "words-field" })).toBeVisible();
  await expect.element(page.getByRole("combobox").first()).toBeVisible();
  const empty = [...document.querySelectorAll<HTMLElement>("[data-example]")].filter(
    (one) =>
      one.querySelector("div")?.childElementCount === 0 &&
      one.textContent === one.querySelector("figcaption")?.textContent,
  );
  expect(empty.map((one) => one.dataset.example)).toEqual([]);
  expect(await violationsIn(document.body)).toEqual([]);
  for (const name of ["dialog: open", "dialog: question", "share: shared", "downloads: closed"]) {
    document.querySelector<HTMLElement>(`[data-example="${name}"] button`)?.click();
    await expect.element(page.getByRole("dialog")).toBeVisible();
    const dialog = document.querySelector<HTMLDialogElement>("dialog[open]");
    expect([name, dialog && (await violationsIn(dialog))]).toEqual([name, []]);
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  }
  expect(complaint.mock.calls).toEqual([]);
});

// The browser's buttons while work is unsaved: the step is held back, and no entry of the history is lost.
import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { freshBrowser, type Shown, show } from "./component-test.tsx";
import { navigate, usePath } from "./router.tsx";
import { answerWanted, useUnsaved, useWanted } from "./unsaved.ts";

const home = location.pathname;
let shown: Shown | undefined;
afterEach(() => {
  answerWanted(true);
  shown?.close();
  navigate(home);
});

function Screen({ isUnsaved }: { isUnsaved: boolean }) {
  useUnsaved(isUnsaved);
  return <p role="status">{`${isUnsaved ? "unsaved" : "saved"} ${usePath()} ${useWanted() ?? "-"}`}</p>;
}

const said = page.getByRole("status");

it("stays at the screen, asks, and keeps the entries ahead", async () => {
  freshBrowser();
  for (const path of ["/shelf", "/session/one", "/session/two"]) navigate(path);
  shown = show(<Screen isUnsaved={false} />);
  history.back();
  await expect.element(said).toHaveTextContent("saved /session/one -");
  shown.show(<Screen isUnsaved />);
  await expect.element(said).toHaveTextContent("unsaved /session/one -");
  history.back();
  await expect.element(said).toHaveTextContent("unsaved /session/one /shelf");
  await expect.poll(() => location.pathname).toBe("/session/one");
  answerWanted(false);
  shown.show(<Screen isUnsaved={false} />);
  await expect.element(said).toHaveTextContent("saved /session/one -");
  history.forward();
  await expect.element(said).toHaveTextContent("saved /session/two -");
});

it("goes back over an entry that the browser made for a fragment", async () => {
  freshBrowser();
  navigate("/shelf");
  navigate("/session/one");
  shown = show(<Screen isUnsaved={false} />);
  location.hash = "#content";
  await expect.poll(() => location.hash).toBe("#content");
  shown.show(<Screen isUnsaved />);
  await expect.element(said).toHaveTextContent("unsaved /session/one -");
  history.go(-2);
  await expect.element(said).toHaveTextContent("unsaved /session/one /shelf");
  await expect.poll(() => `${location.pathname}${location.hash}`).toBe("/session/one#content");
});

// The browser's buttons while work is unsaved: the step is held back, and no entry of the history is lost. The scroll position of a book is
// restored while it is loaded, and a person who scrolls meanwhile stays where they are.
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

/** A screen whose content of this height, in CSS pixels, is loaded. */
const Tall = ({ height }: { height: number }) => <div style={{ height }} />;

const nextFrame = () => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));

/** Leaves a book at 900 px and returns to it while only 700 px more than the window of it are loaded. */
async function returnToBook(): Promise<Shown> {
  freshBrowser();
  navigate("/session/one");
  const tall = show(<Tall height={innerHeight + 2_000} />);
  await expect.poll(() => document.documentElement.scrollHeight).toBeGreaterThan(innerHeight + 1_000);
  window.scrollTo(0, 900);
  navigate("/shelf");
  expect(window.scrollY).toBe(0);
  tall.show(<Tall height={innerHeight + 700} />);
  await expect.poll(() => document.documentElement.scrollHeight).toBeLessThan(innerHeight + 900);
  navigate("/session/one");
  await nextFrame();
  expect(window.scrollY).toBeGreaterThan(600);
  expect(window.scrollY).toBeLessThan(900);
  return tall;
}

it("restores the scroll position as the content is loaded, shrinks and grows", async () => {
  shown = await returnToBook();
  for (const more of [500, 800, 300, 1_000]) {
    shown.show(<Tall height={innerHeight + more} />);
    await nextFrame();
  }
  await expect.poll(() => window.scrollY).toBe(900);
  document.body.prepend(Object.assign(document.createElement("p"), { style: "height: 300px" }));
  await nextFrame();
  await nextFrame();
  expect(window.scrollY).toBe(900);
  document.querySelector("body > p")?.remove();
});

it("leaves a person where they scroll to meanwhile, with the scroll bar too", async () => {
  shown = await returnToBook();
  // A drag of the scroll bar moves the position, and need not fire an event of the pointer.
  window.scrollTo(0, 250);
  await nextFrame();
  for (const more of [1_000, 2_000]) {
    shown.show(<Tall height={innerHeight + more} />);
    await nextFrame();
    await nextFrame();
    expect(window.scrollY).toBe(250);
  }
});

it("leaves a person where they touch, although the page grows below", async () => {
  shown = await returnToBook();
  const before = window.scrollY;
  window.dispatchEvent(new Event("touchstart"));
  shown.show(<Tall height={innerHeight + 2_000} />);
  await nextFrame();
  await nextFrame();
  expect(window.scrollY).toBe(before);
});

// A desk in the state of a scene, to which it is brought back before each control is operated.
import type { Page } from "playwright-core";
import { hear, type Wire } from "./desk-consequence.ts";
import { controlsOf, type DeskControl, fingerprint, type Given } from "./desk-controls.ts";

/** A state of the desk, from which controls are operated. */
export interface Scene {
  name: string;
  /** CSS selector of what is walked. */
  within: string;
  /** Makes changes that are kept as drafts. */
  prepare?: (page: Page) => Promise<void>;
  /** Makes the state that is not kept: what is selected, and what is open. */
  arrange?: (page: Page) => Promise<void>;
  /** Pause without requests after which the desk is at rest, in milliseconds. Longer if the price of a draft is asked for. */
  restMs?: number;
  /** Labels of controls that are operated again although an earlier scene had them. */
  again?: readonly RegExp[];
  /** Adds controls that do nothing. The walk must report them. */
  isPlanted?: boolean;
  /** Only controls with such a key are walked. */
  only?: RegExp;
}

export interface Desk extends Given {
  page: Page;
  wire: Wire;
  /** Opens the desk on the page as it is. `isLoaded`: loads the page first. */
  open: (isLoaded: boolean) => Promise<void>;
  close: () => Promise<void>;
  /** CSS selector of the buttons that discard changes. */
  discards: string;
  /** Is given a line for each operated control. */
  tell: (line: string) => void;
  /** Longest wait for a request after an operation, in milliseconds. */
  patienceMs: number;
}

const PLANTED = { button: "Planted button", input: "Planted field", tick: "Planted tick" };
export const isPlanted = ({ label }: Pick<DeskControl, "label">) => Object.values(PLANTED).includes(label);

export interface Stage {
  desk: Desk;
  scene: Scene;
  drafts: Record<string, string>;
  controls: readonly DeskControl[];
  print: string;
  /** The last operation had a consequence that the controls may not show. */
  isStirred: boolean;
  /** The last body of each request at rest. */
  rest: ReadonlyMap<string, string>;
}

const DRAFTS = `Object.entries(localStorage).filter(([key]) => key.startsWith("mekuri.draft."))`;
const putDrafts = (page: Page, drafts: Record<string, string>): Promise<void> =>
  page.evaluate(`(() => {
    for (const [key] of ${DRAFTS}) localStorage.removeItem(key);
    for (const [key, value] of Object.entries(${JSON.stringify(drafts)})) localStorage.setItem(key, value);
  })()`);

export async function setUp(desk: Desk, scene: Scene): Promise<Stage> {
  const { page, wire } = desk;
  await desk.close();
  await putDrafts(page, {});
  await desk.open(true);
  await scene.prepare?.(page);
  await wire.quiet(700);
  const stage: Stage = {
    ...{ desk, scene, controls: [], print: "", rest: new Map(), isStirred: false },
    drafts: await page.evaluate(`Object.fromEntries(${DRAFTS})`),
  };
  const from = wire.sent.length;
  await load(stage);
  await wire.quiet(700);
  await hear(page);
  const controls = await controlsOf(page, scene.within);
  const rest = new Map(wire.sent.slice(from).map(({ to, body }) => [to, body]));
  return { ...stage, controls, rest, print: fingerprint(controls) };
}

/** Loads the page with the drafts of the scene. */
async function load({ desk, scene, drafts }: Stage): Promise<void> {
  const { page } = desk;
  await desk.close();
  await putDrafts(page, drafts);
  await desk.open(true);
  await scene.arrange?.(page);
  if (scene.isPlanted) await plant(page, scene.within);
}

/** Discards all changes, opens the desk again, and makes the changes of the scene again. Faster than `load`. */
async function again({ desk, scene }: Stage): Promise<void> {
  const { page, wire } = desk;
  const discards = page.locator(desk.discards).and(page.locator(":enabled"));
  // A button disappears by its press, or by that of another one.
  for (const end = Date.now() + SAME_MS; (await discards.count()) > 0 && Date.now() < end; )
    await discards
      .first()
      .press("Enter", { timeout: 500 })
      .catch(() => {});
  await desk.close();
  await desk.open(false);
  await wire.quiet(scene.prepare ? 100 : 0);
  await scene.prepare?.(page);
  await scene.arrange?.(page);
  if (scene.isPlanted) await plant(page, scene.within);
}

/** A field and a tick are planted in a form, in which others' changes are sent. */
const plant = (page: Page, within: string): Promise<void> =>
  page.evaluate(`(() => {
    const root = [...document.querySelectorAll(${JSON.stringify(within)})].at(-1);
    if (root.querySelector("[data-planted]") !== null) return;
    const form = root.querySelector("form") ?? root.querySelector("fieldset:has(input)") ?? root;
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: ${JSON.stringify(PLANTED.button)} });
    const input = Object.assign(document.createElement("input"), { type: "text", ariaLabel: ${JSON.stringify(PLANTED.input)} });
    const tick = Object.assign(document.createElement("input"), { type: "checkbox", ariaLabel: ${JSON.stringify(PLANTED.tick)} });
    for (const one of [button, input, tick]) one.dataset.planted = "";
    form.append(button, input, tick);
  })()`);

/** Milliseconds in which a desk that was opened again becomes what it was. */
const SAME_MS = 5_000;

/** The desk as the scene begins. Loads the page if opening the desk again does not lead there. */
export async function atRest(stage: Stage): Promise<void> {
  const { desk, scene, print } = stage;
  const { page, wire } = desk;
  const isSame = async () =>
    fingerprint(await controlsOf(page, scene.within)) === print && (await areKept(stage));
  const becomesSame = async () => {
    for (const end = Date.now() + SAME_MS; Date.now() < end; await page.waitForTimeout(50))
      if (await isSame()) return true;
    return isSame();
  };
  if (stage.isStirred || !(await isSame())) {
    const isAgain = await again(stage).then(becomesSame, (error: unknown) => {
      desk.tell(String(error));
      return false;
    });
    if (!isAgain) {
      desk.tell(`${scene.name}: loaded because of\n${await difference(stage)}`);
      await load(stage);
      if (!(await becomesSame()))
        throw new Error(`${scene.name} is not as it was:\n${await difference(stage)}`);
    }
  }
  stage.isStirred = false;
  await wire.quiet(scene.restMs ?? 150);
  await hear(page);
}

/** Whether the drafts are those of the scene. */
async function areKept({ desk: { page }, drafts }: Stage): Promise<boolean> {
  const now = await page.evaluate<Record<string, string>>(`Object.fromEntries(${DRAFTS})`);
  const valuesOf = (kept: Record<string, string>) =>
    Object.entries(kept)
      .map(([key, text]) => `${key} ${JSON.stringify((JSON.parse(text) as { value: unknown }).value)}`)
      // The address of a stored picture is signed anew each time.
      .map((kept) => kept.replaceAll(/\?[^"]*/gu, ""))
      .toSorted()
      .join();
  return valuesOf(now) === valuesOf(drafts);
}

async function difference(stage: Stage): Promise<string> {
  const { desk, scene, print } = stage;
  const now = new Set(fingerprint(await controlsOf(desk.page, scene.within)).split("\n"));
  const was = new Set(print.split("\n"));
  const gone = [...was].filter((one) => !now.has(one)).map((one) => `- ${one}`);
  const come = [...now].filter((one) => !was.has(one)).map((one) => `+ ${one}`);
  return [...gone, ...come, ...((await areKept(stage)) ? [] : ["other drafts"])].join("\n");
}

export async function find({ desk, scene }: Stage, key: string): Promise<DeskControl> {
  const found = (await controlsOf(desk.page, scene.within)).find((one) => one.key === key);
  if (found === undefined) throw new Error(`${scene.name}: ${key} is gone`);
  return found;
}

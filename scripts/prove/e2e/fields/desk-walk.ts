// Walks every control of a desk: each is operated from the same state of the desk, and must have a consequence of its kind.
import type { Page } from "playwright-core";
import { controlAt } from "./controls.ts";
import { changedSince, hear, note, type Sent, type Wire } from "./desk-consequence.ts";
import { controlsOf, type DeskControl, fingerprint, type Given, isField, waysOf } from "./desk-controls.ts";

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

interface Outcome {
  key: string;
  scene: string;
  how: "request" | "state" | "sentence" | "inert";
  sent?: Sent;
  said?: string;
}

export interface Report {
  outcomes: Outcome[];
  /** Controls without a consequence. */
  inert: string[];
  /** Disabled controls that do not say why. */
  unexplained: string[];
  /** Controls that no scene could operate, because they were disabled or chosen in all of them. */
  never: string[];
  /** The planted controls that were reported as inert. */
  planted: string[];
}

const PLANTED = { button: "Planted button", input: "Planted field", tick: "Planted tick" };
const isPlanted = ({ label }: Pick<DeskControl, "label">) => Object.values(PLANTED).includes(label);

export async function walkDesk(desk: Desk, scenes: readonly Scene[]): Promise<Report> {
  const done = new Map<string, Outcome>();
  const waiting = new Map<string, string>();
  const unexplained = new Set<string>();
  const planted = new Set<string>();
  for (const scene of scenes) {
    const stage = await setUp(desk, scene);
    for (const control of stage.controls.filter((one) => !isPlanted(one))) {
      const { key, isDisabled, isChosen, why } = control;
      if (isDisabled && isChosen) continue;
      if (isDisabled && why === "") unexplained.add(`${scene.name}: ${key}`);
      if (!done.has(key)) waiting.set(key, scene.name);
    }
    const again = (label: string) => scene.again?.some((one) => one.test(label)) === true;
    const here = stage.controls.filter(
      ({ key, label, isDisabled, isChosen }) =>
        !isDisabled &&
        !isChosen &&
        (!done.has(key) || again(label)) &&
        (isPlanted({ label }) || scene.only === undefined || scene.only.test(key)),
    );
    const results = new Map<string, Result>();
    for (const control of here) {
      results.set(control.key, await operated(stage, control));
      const { how, said = "" } = results.get(control.key) ?? INERT;
      desk.tell(`${scene.name}: ${control.key}: ${how} ${said}`);
    }
    for (const control of here) {
      const result = results.get(control.key) ?? INERT;
      const isSet = needsRequest(control, result)
        ? await changesAnother(stage, { control, results })
        : undefined;
      const outcome: Outcome = { key: control.key, scene: scene.name, ...(isSet ?? result) };
      if (isSet) desk.tell(`${control.key}: ${isSet.how}, with another control`);
      if (isPlanted(control)) {
        if (outcome.how === "inert") planted.add(control.label);
        continue;
      }
      waiting.delete(control.key);
      done.set(again(control.label) ? `${scene.name}: ${control.key}` : control.key, outcome);
    }
  }
  const outcomes = [...done.values()];
  return {
    outcomes,
    inert: outcomes.filter(({ how }) => how === "inert").map(({ key, scene }) => `${scene}: ${key}`),
    unexplained: [...unexplained],
    never: [...waiting].map(([key, scene]) => `${scene}: ${key}`),
    planted: [...planted],
  };
}

type Result = Pick<Outcome, "how" | "sent" | "said">;
const INERT: Result = { how: "inert" };

interface Stage {
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

async function setUp(desk: Desk, scene: Scene): Promise<Stage> {
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
async function atRest(stage: Stage): Promise<void> {
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

async function find({ desk, scene }: Stage, key: string): Promise<DeskControl> {
  const found = (await controlsOf(desk.page, scene.within)).find((one) => one.key === key);
  if (found === undefined) throw new Error(`${scene.name}: ${key} is gone`);
  return found;
}

/** Operates the control from the state of the scene, by the first of its ways that has a consequence. */
async function operated(stage: Stage, { key }: DeskControl): Promise<Result> {
  for (let way = 0; ; way++) {
    await atRest(stage);
    const control = await find(stage, key);
    const act = waysOf(stage.desk.page, control, stage.desk)[way];
    if (act === undefined) return INERT;
    const result = await consequenceOf(stage, control, act);
    stage.isStirred = result.how === "sentence";
    if (result.how !== "inert") return result;
  }
}

async function consequenceOf(
  stage: Stage,
  control: DeskControl,
  act: () => Promise<string>,
): Promise<Result> {
  const { desk, scene, rest } = stage;
  const { page, wire, patienceMs } = desk;
  await note(page, control);
  const from = wire.sent.length;
  const typed = await act();
  // A desk that was opened asks for its preview without a change.
  const isChange = ({ to, body }: Sent) =>
    rest.has(to) ? body !== rest.get(to) : !to.endsWith("/preview") || /"(?:edits|kind)"/u.test(body);
  const isOwn = (sent: Sent) => isChange(sent) && sent.body.includes(typed);
  let best: Result = INERT;
  for (const end = Date.now() + patienceMs; Date.now() < end; await page.waitForTimeout(40)) {
    const sent = wire.sent.slice(from).find(isOwn);
    if (sent !== undefined) return { how: "request", sent };
    const { isStated, isValue, isFocus, isDialog, said } = await changedSince(page, control, scene.within);
    // A native field shows another value although nothing listens to it.
    if (!isField(control) && (isStated || isValue || isFocus || isDialog)) best = { how: "state" };
    else if (best.how === "inert" && said[0] !== undefined)
      best = { how: "sentence", said: said.join(" / ") };
    if (best.how === "state" && control.groups.length === 0) return best;
  }
  return best;
}

/** A field, a button by which one of several values is chosen in a form, and one that changes a list: it must be sent by something. */
const needsRequest = (control: DeskControl, { how }: Result): boolean =>
  how !== "request" &&
  (isField(control) || control.isChoosing || (how === "inert" && control.kind === "press"));

/** At most so many other controls are tried. */
const MOST_TRIED = 6;

/**
 * Whether the request of another control in the form has other content after this one was changed, or is possible only because of it or
 * without it. Undefined: no.
 */
async function changesAnother(
  stage: Stage,
  { control: { key, groups }, results }: { control: DeskControl; results: ReadonlyMap<string, Result> },
): Promise<Result | undefined> {
  const { desk, controls } = stage;
  const others = groups.flatMap((group) =>
    controls
      .filter((one) => one.key !== key && one.groups.includes(group) && one.kind !== "file")
      .toSorted((one, other) => Number(other.isSubmit) - Number(one.isSubmit)),
  );
  const isPossible = ({ key, isDisabled }: DeskControl) => isDisabled || results.get(key)?.sent !== undefined;
  for (const other of [...new Set(others)].filter(isPossible).slice(0, MOST_TRIED)) {
    await atRest(stage);
    const control = await find(stage, key);
    const [act] = waysOf(desk.page, control, desk);
    const typed = (await act?.()) ?? "";
    await desk.page.waitForTimeout(60);
    const now = (await controlsOf(desk.page, stage.scene.within)).find((one) => one.key === other.key);
    if (now === undefined) continue;
    const isGate = now.isDisabled !== other.isDisabled;
    if (now.isDisabled) {
      // What must be confirmed is confirmed no more.
      if (isGate && control.kind === "tick") return { how: "state" };
      continue;
    }
    const was = results.get(other.key)?.sent;
    const [actOther] = waysOf(desk.page, now, desk);
    if (actOther === undefined) continue;
    const from = desk.wire.sent.length;
    await controlAt(desk.page, now).focus();
    await actOther();
    for (const end = Date.now() + desk.patienceMs; Date.now() < end; await desk.page.waitForTimeout(40)) {
      const sent = desk.wire.sent
        .slice(from)
        .find(({ to, body }) => body !== stage.rest.get(to) && body !== was?.body && body.includes(typed));
      if (sent !== undefined && (was === undefined || was.to === sent.to)) return { how: "request", sent };
    }
  }
  return undefined;
}

// Changes every field of an editor, and records for each field what changed in the draft and which hint is shown beside it.
import type { Page, Request } from "playwright-core";
import { type Control, change, controlAt, controlsIn, draftsOf, openAll, saidBeside } from "./controls.ts";
import { changedLeaves, type Leaf } from "./leaves.ts";

export interface Walked {
  label: string;
  kind: Control["kind"];
  /** The changed values in the editor's draft, without those that a later field of the walk changed again. */
  leaves: Leaf[];
  /** Whether the field changed the draft, or enabled a button. */
  isHeard: boolean;
  /** The hint beside the field after the change. */
  said: string;
}

/** A word that no artist draws, different for each field. */
export const nonsense = (at: number) =>
  `zxqv${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`;

/** A label without the parts that distinguish equal rows, because only one of such rows is walked. */
const plainLabel = (label: string): string => label.replace(/^.*: /u, "").replaceAll(/\d+/gu, "n");

/** Longest time for hints to appear, in milliseconds, counted from the last change. */
const HINTS_MS = 15_000;
/** After this time without a request for hints none is on its way: the studio's pause in typing is 500 ms. */
const QUIET_MS = 1_500;

interface Walk {
  /** CSS selector of the elements that contain the fields. */
  within: string;
  /** The value that the editor edits, without changes (`base`) and with all changes (`value`). Undefined while nothing is changed. */
  read: (drafts: Record<string, unknown>) => { base: unknown; value: unknown } | undefined;
}

/** Changes every field once. */
export async function walkFields(page: Page, { within, read }: Walk): Promise<Walked[]> {
  await openAll(page, within);
  const hints = followHints(page);
  const walked: { control: Control; leaves: Leaf[]; isAsking: boolean }[] = [];
  let enabled: number | undefined;
  let before: { value: unknown } | undefined = read(await draftsOf(page));
  for (const [at, control] of firstOfEach(await controlsIn(page, within)).entries()) {
    if (control.kind === "press" || control.kind === "file" || control.isDisabled) continue;
    let leaves: Leaf[] = [];
    enabled ??= await enabledIn(page, within);
    // Some text fields accept only numbers.
    for (const text of control.kind === "text" ? [nonsense(at), "7"] : [""]) {
      await change(page, control, text);
      const after = read(await draftsOf(page));
      leaves = after === undefined ? [] : changedLeaves(before?.value ?? after.base, after.value);
      before = after ?? before;
      if (leaves.length > 0) break;
    }
    // Some fields only enable a button beside them, and leave the draft unchanged.
    const isAsking = leaves.length === 0 && (await enabledIn(page, within)) > enabled;
    enabled = await enabledIn(page, within);
    walked.push({ control, leaves, isAsking });
  }
  await hints();
  const told: Walked[] = [];
  for (const [at, { control, leaves, isAsking }] of walked.entries()) {
    const later = new Set(
      walked.slice(at + 1).flatMap((one) => one.leaves.map(({ path }) => path.join(" "))),
    );
    const said = await saidBeside(page, control);
    const { label, kind } = control;
    const lasting = leaves.filter(({ path }) => !later.has(path.join(" ")));
    told.push({ label, kind, said, isHeard: leaves.length > 0 || isAsking, leaves: lasting });
  }
  return told;
}

/** Follows the requests for hints. The returned function waits until the hints about the changes so far are answered. */
function followHints(page: Page): () => Promise<void> {
  const isOfHints = (one: Request) => one.method() === "POST" && one.url().endsWith("/vocabulary");
  let pending = 0;
  let movedAt = 0;
  const count = (by: 1 | -1) => (one: Request) => {
    if (!isOfHints(one)) return;
    pending += by;
    movedAt = Date.now();
  };
  const [begun, ended] = [count(1), count(-1)];
  page.on("request", begun).on("requestfinished", ended).on("requestfailed", ended);
  return async () => {
    movedAt = Date.now();
    const end = movedAt + HINTS_MS;
    while ((pending > 0 || Date.now() - movedAt < QUIET_MS) && Date.now() < end)
      await page.waitForTimeout(100);
    page.off("request", begun).off("requestfinished", ended).off("requestfailed", ended);
  };
}

const enabledIn = (page: Page, within: string): Promise<number> =>
  page.locator(`:is(${within}) button:enabled`).count();

/** The first control of each label and kind, so that one of several equal rows is walked; and all empty required fields. */
export function firstOfEach(controls: readonly Control[]): Control[] {
  const seen = new Set<string>();
  return controls.filter(({ label, kind, isNeeded }) => {
    const key = `${kind} ${plainLabel(label)}`;
    return (!seen.has(key) && seen.add(key)) || isNeeded;
  });
}

interface Presses {
  within: string;
  /** The label of the button that discards the draft. */
  undo: string;
  /** Further state that a press may change, as text. Default: none. */
  also?: () => string;
}

/**
 * Presses one control of each label. Returns the labels of those that change neither the draft nor the editor. At the end presses the
 * controls that add fields once more, so that the added fields can be walked.
 */
export async function walkPresses(page: Page, { within, undo, also = () => "" }: Presses): Promise<string[]> {
  const inert: string[] = [];
  const adding: Control[] = [];
  const done = new Set<string>();
  const state = async () =>
    [JSON.stringify(await draftsOf(page)), await lookOf(page, within), also()].join("\n");
  const fields = async () => (await controlsIn(page, within)).filter(({ kind }) => kind !== "press").length;
  for (;;) {
    await openAll(page, within);
    const next = (await controlsIn(page, within)).find(
      (one) => one.kind === "press" && !one.isDisabled && !done.has(plainLabel(one.label)),
    );
    if (next === undefined) break;
    done.add(plainLabel(next.label));
    const [before, count] = [await state(), await fields()];
    for (const key of ["Enter", "ArrowDown", "ArrowUp"]) {
      if ((await state()) !== before) break;
      await controlAt(page, next).focus();
      await page.keyboard.press(key);
    }
    if ((await state()) === before) inert.push(next.label);
    const back = page.getByRole("button", { name: undo, exact: true });
    if ((await back.count()) === 0) continue;
    await openAll(page, within);
    if ((await fields()) > count) adding.push(next);
    // The button may disappear before the click, if the press completed its own change: a balloon that was placed.
    await back
      .first()
      .click({ timeout: 2_000 })
      .catch(() => {});
  }
  for (const { label } of adding) {
    const again = (await controlsIn(page, within)).find((one) => plainLabel(one.label) === plainLabel(label));
    if (again !== undefined) await controlAt(page, again).press("Enter");
    await openAll(page, within);
  }
  return inert;
}

const lookOf = (page: Page, within: string): Promise<string> =>
  page.evaluate(`[...document.querySelectorAll(${JSON.stringify(within)})]
    .map((one) => one.outerHTML.replaceAll(/ data-(?:walked|form)="\\d+"/gu, "")).join("")`);

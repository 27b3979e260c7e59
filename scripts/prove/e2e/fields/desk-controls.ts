// Finds every control of a desk in the page, and operates one as a user does: by keys, and a handle of the sheet by the pointer too.
import type { Page } from "playwright-core";
import { type Control, change, controlAt } from "./controls.ts";
import { nonsense } from "./walk.ts";

export interface DeskControl {
  /** Number of its element, which `FIND` writes into the attribute `data-walked`. */
  n: number;
  /** Names of its groups and of itself, and its number among controls of the same names. The same after the desk is opened again. */
  key: string;
  label: string;
  kind: Control["kind"] | "handle" | "drag";
  value: string;
  isDisabled: boolean;
  /** It is the chosen one of a group, so a press has no effect by design. */
  isChosen: boolean;
  /** Its accessible description, or that of its form or fieldset. */
  why: string;
  /** Numbers of the forms and fieldsets around it, nearest first. */
  groups: number[];
  isSubmit: boolean;
  /** One of several values is chosen by it, in a form. */
  isChoosing: boolean;
}

/** Runs in the page. Radio buttons of one group are one control. */
const FIND = `(within) => {
  const textOf = (one) => (one?.textContent ?? "").trim().replace(/\\s+/gu, " ");
  const number = (one) => Number(one.dataset.walked ??= String((globalThis.walked = (globalThis.walked ?? 0) + 1)));
  const described = (one) => (one?.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)
    .map((id) => textOf(document.getElementById(id))).join(" ").trim();
  const nameOf = (one) => one.getAttribute("aria-label") ?? (
    one.matches("fieldset") ? textOf(one.querySelector("legend"))
    : one.matches("details") ? textOf(one.querySelector("summary"))
    : one.matches(".board-figure") ? textOf(one.querySelector("b"))
    : one.matches("section") ? textOf(one.querySelector("h2, h3")) : "");
  const seen = new Set();
  const keys = new Map();
  const found = [];
  const roots = [...document.querySelectorAll(within)];
  for (const root of roots)
    for (const one of root.querySelectorAll("button, input, select, textarea, summary, a[href], [role=button], [role=slider], [role=switch], [role=tab], [role=checkbox], [role=radio], [contenteditable]")) {
      if (!one.checkVisibility() || roots.some((other) => other !== root && root.contains(other) && other.contains(one))) continue;
      const { type, name } = one;
      const isNative = one.matches("button, input, select, textarea, summary, a");
      const group = [...root.querySelectorAll("input[type=radio]")].filter((other) => other.name === name);
      if (type === "radio") {
        if (seen.has(name) || one !== (group.find(({ checked }) => checked) ?? group[0])) continue;
        seen.add(name);
      }
      const groups = [];
      const names = [];
      for (let at = one.parentElement; at !== null && root.contains(at); at = at.parentElement) {
        if (at.matches("form, fieldset")) groups.push(number(at));
        const title = at.matches("summary") ? "" : nameOf(at);
        if (title !== "" && at !== root) names.unshift(title);
      }
      const isHandle = one.namespaceURI.endsWith("svg") || one.matches("[role=slider]");
      const kind = isHandle ? "handle"
        : one.matches("select") || type === "radio" ? "choice"
        : type === "checkbox" ? "tick"
        : type === "number" || type === "range" ? "number"
        : type === "file" ? "file"
        : one.matches("input, textarea") ? "text"
        : "press";
      const label = type === "radio" ? names.at(-1) ?? ""
        : one.getAttribute("aria-label") ?? textOf(one.labels?.[0]?.querySelector("span") ?? one.labels?.[0] ?? one);
      const base = [...names, label].join(" > ") + " (" + kind + ")";
      keys.set(base, (keys.get(base) ?? 0) + 1);
      const around = one.closest("fieldset[aria-describedby], form[aria-describedby]");
      found.push({
        n: number(one),
        key: base + (keys.get(base) > 1 ? " " + keys.get(base) : ""),
        label, kind, groups,
        // The place of the chosen one, because radio buttons may have no values.
        value: type === "radio" ? String(group.findIndex(({ checked }) => checked)) : type === "checkbox" ? String(one.checked) : type === "file" ? String(one.files.length) : (one.value ?? ""),
        isDisabled: one.matches(":disabled") || one.ariaDisabled === "true",
        isChosen: isNative && one.ariaPressed === "true",
        why: described(one) || described(around) || (one.title ?? "") || (one.ariaDescription ?? ""),
        isChoosing: isNative && one.ariaPressed !== null && one.form != null,
        isSubmit: type === "submit" && one.form !== null && one.form !== undefined,
      });
      if (isHandle) found.push({ ...found.at(-1), key: "drag " + found.at(-1).key, kind: "drag" });
    }
  return found;
}`;

export const controlsOf = (page: Page, within: string): Promise<DeskControl[]> =>
  page.evaluate(`(${FIND})(${JSON.stringify(within)})`);

/** What `fingerprint` compares: the controls, their values, and which of them are chosen or disabled. */
export const fingerprint = (controls: readonly DeskControl[]): string =>
  controls
    .map(({ key, value, isDisabled, isChosen }) => [key, value, isDisabled, isChosen].join("|"))
    .join("\n");

export const isField = ({ kind }: DeskControl): boolean => !["press", "handle", "drag"].includes(kind);

/** Runs in the page: a point of the element that is not covered, nearest to its middle. Undefined: there is none. */
const GRIP = `(one) => {
  const { left, top, width, height } = one.getBoundingClientRect();
  const shares = [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95];
  return shares.flatMap((across) => shares.map((down) => [left + width * across, top + height * down]))
    .find(([x, y]) => one.contains(document.elementFromPoint(x, y)));
}`;

/** Files for the file fields, and the text that is typed. */
export interface Given {
  fileFor: (accept: string) => { name: string; mimeType: string; buffer: Buffer };
}

/**
 * The ways in which the control can be operated, to be tried until one has a consequence. Each returns the text that was typed, if it was
 * typed.
 */
export function waysOf(page: Page, control: DeskControl, { fileFor }: Given): (() => Promise<string>)[] {
  const at = controlAt(page, control);
  const key = (name: string) => async () => {
    await at.focus();
    await page.keyboard.press(name);
    return "";
  };
  switch (control.kind) {
    case "press":
      return ["Enter", "ArrowDown", "ArrowUp"].map(key);
    case "handle":
      return ["Enter", "ArrowRight", "ArrowDown"].map(key);
    case "drag":
      return [
        async () => {
          await at.scrollIntoViewIfNeeded();
          const grip = await page.evaluate<[number, number] | undefined>(
            `(${GRIP})(document.querySelector('[data-walked="${control.n}"]'))`,
          );
          if (grip === undefined) throw new Error(`${control.key} is covered`);
          const [x, y] = grip;
          await page.mouse.move(x, y);
          await page.mouse.down();
          await page.mouse.move(x + 18, y + 24, { steps: 4 });
          await page.mouse.up();
          return "";
        },
      ];
    case "file":
      return [
        async () => {
          await at.setInputFiles(fileFor((await at.getAttribute("accept")) ?? ""));
          return "";
        },
      ];
    default: {
      const { kind } = control;
      const text = nonsense(control.n % 676);
      return [
        async () => {
          await change(page, { ...control, kind, isNeeded: false, form: "" }, text);
          return kind === "text" ? text : "";
        },
      ];
    }
  }
}

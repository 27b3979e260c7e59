// Finds the controls of an editor in a page, and changes each by the keyboard as a user does.
import type { Locator, Page } from "playwright-core";

/** A control that a user can change or press: a field, a select box, a check box, a button. */
export interface Control {
  /** `n` is the control's number in the page, which `FIND` writes into its attribute `data-walked`. */
  n: number;
  kind: "text" | "number" | "choice" | "tick" | "file" | "press";
  /** The control's name, after the name of its group. */
  label: string;
  value: string;
  isDisabled: boolean;
  /** True for an empty field that is required: the form cannot be saved without it. */
  isNeeded: boolean;
  /** Number of the form or section that the control belongs to. */
  form: string;
}

/** Runs in the page: lists the visible controls, and marks each with its number, so that it is found again even if its label changes. */
const FIND = `(within) => {
  const seen = new Set();
  const found = [];
  const textOf = (one) => (one?.textContent ?? "").trim().replace(/\\s+/g, " ");
  for (const root of document.querySelectorAll(within))
    for (const one of root.querySelectorAll("input, select, textarea, button, summary, [role=button], [role=slider], [tabindex='0']")) {
      if (!one.checkVisibility()) continue;
      const { type, name } = one;
      if (type === "radio" && (seen.has(name) || !one.checked)) continue;
      if (type === "radio") seen.add(name);
      const kind =
        one.matches("select") || type === "radio" ? "choice"
        : type === "checkbox" ? "tick"
        : type === "number" || type === "range" ? "number"
        : type === "file" ? "file"
        : one.matches("input, textarea") ? "text"
        : "press";
      const form = one.closest("form, section") ?? root;
      form.dataset.form ??= String((globalThis.forms = (globalThis.forms ?? 0) + 1));
      one.dataset.walked ??= String((globalThis.walked = (globalThis.walked ?? 0) + 1));
      const group = one.closest("[data-person], .board-figure, fieldset, .cast-card");
      const own = one.getAttribute("aria-label") ?? (type === "radio" ? textOf(one.closest("fieldset")?.querySelector("legend")) : textOf(one.labels?.[0]?.querySelector("span") ?? one.labels?.[0] ?? one));
      found.push({
        n: Number(one.dataset.walked),
        form: form.dataset.form,
        kind,
        label: [textOf(group?.querySelector("b, legend")), own].filter((part, at, all) => part !== "" && part !== all[at - 1]).join(": "),
        isNeeded: one.required === true && one.value === "",
        value: type === "checkbox" ? String(one.checked) : (one.value ?? ""),
        // What is chosen already is not chosen by a press.
        isDisabled: one.disabled === true || (one.matches("[role=button]") && one.ariaPressed === "true"),
      });
    }
  return found;
}`;

export const controlsIn = (page: Page, within: string): Promise<Control[]> =>
  page.evaluate(`(${FIND})(${JSON.stringify(within)})`);

export const controlAt = (page: Page, { n }: Pick<Control, "n">): Locator =>
  page.locator(`[data-walked="${n}"]`);

/** Runs in the page: the text of the hints beside a field, in its box or referenced by `aria-describedby`. */
const SAID = `(n) => {
  const one = document.querySelector('[data-walked="' + n + '"]');
  if (one === null) return "";
  const ids = (one.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  const beside = one.closest(".word-field")?.querySelector(".word-hint");
  return [...new Set([...ids.map((id) => document.getElementById(id)), beside])].map((said) => said?.textContent ?? "").join(" ").trim();
}`;

export const saidBeside = (page: Page, { n }: Pick<Control, "n">): Promise<string> =>
  page.evaluate(`(${SAID})(${n})`);

/** Changes a control: inserts the text into a text field, and presses keys on any other control. Throws for a file field. */
export async function change(page: Page, control: Control, text: string): Promise<void> {
  const field = controlAt(page, control);
  await field.focus();
  switch (control.kind) {
    case "text":
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText(text);
      return;
    case "number":
      await page.keyboard.press("ArrowUp");
      if ((await field.inputValue()) === control.value) await page.keyboard.press("ArrowDown");
      return;
    case "choice": {
      const now = await chosen(page, control);
      // End selects the last option of a select box. Radio buttons react only to the arrow keys.
      for (const key of ["End", "ArrowDown", "ArrowUp"]) {
        await page.keyboard.press(key);
        if ((await chosen(page, control)) !== now) return;
      }
      return;
    }
    case "tick":
      await page.keyboard.press("Space");
      return;
    case "file":
      throw new Error(`${control.label} takes a file`);
    case "press":
      await page.keyboard.press("Enter");
  }
}

const chosen = (page: Page, { n }: Control): Promise<string> =>
  page.evaluate(`(() => {
    const one = document.querySelector('[data-walked="${n}"]');
    // A choice of which one value is left is no field any more.
    if (one === null) return "gone";
    if (one.type !== "radio") return one.value;
    // Its place, because radio buttons may have no values.
    return String([...document.querySelectorAll('input[name="' + CSS.escape(one.name) + '"]')].findIndex(({ checked }) => checked));
  })()`);

/** Opens all folded `details` elements, including nested ones. */
export async function openAll(page: Page, within: string): Promise<void> {
  const folded = page.locator(`${within} details:not([open]) > summary`);
  for (let left = await folded.count(); left > 0; left = await folded.count()) {
    // An editor may replace its elements during the click. The loop then searches for the folded elements again.
    await folded
      .first()
      .click({ timeout: 2_000 })
      .catch(() => {});
  }
}

/** The values of the drafts in the browser's local storage, by name. */
export const draftsOf = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(`(async () => {
    await new Promise((then) => setTimeout(then, 0));
    return Object.fromEntries(Object.entries(localStorage)
      .filter(([key]) => key.startsWith("mekuri.draft."))
      .map(([key, kept]) => [key.split(".").slice(3).join("."), JSON.parse(kept).value]));
  })()`);

// What a page sends to the service while somebody uses its forms.
import type { Page } from "playwright-core";
import { type Control, change, controlAt, controlsIn } from "./controls.ts";
import { firstOfEach, nonsense } from "./walk.ts";

/** The bodies of all requests that change something or preview a change, as text. */
export function sentBy(page: Page): string[] {
  const bodies: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" && request.url().includes("/manga/"))
      bodies.push(request.postData() ?? "");
  });
  return bodies;
}

interface Forms {
  within: string;
  /** Text of its own for a field, by its label, where any word would not do. */
  textFor?: (label: string) => string | undefined;
  /** The file for a field that takes one. */
  file: { name: string; mimeType: string; buffer: Buffer; text: string };
  sent: readonly string[];
  /** Resolves when nothing is being made or sent. */
  settle: () => Promise<void>;
}

/** How long a request may take to be sent. */
const SENT_MS = 5_000;

/**
 * Changes all fields of each form, presses its button, and looks for each value in what is sent. Gives the labels of the fields whose value
 * is not, and how many were walked.
 */
export async function walkForms(page: Page, forms: Forms): Promise<{ inert: string[]; walked: string[] }> {
  const { within, sent, settle } = forms;
  const inert: string[] = [];
  const walked: string[] = [];
  const done = new Set<string>();
  for (;;) {
    const controls = firstOfEach(await controlsIn(page, within));
    const next = controls.find(({ kind, form }) => kind !== "press" && !done.has(form));
    if (next === undefined) return { inert, walked };
    done.add(next.form);
    const fields = controls.filter(
      ({ kind, form, isDisabled }) => kind !== "press" && form === next.form && !isDisabled,
    );
    const before = sent.length;
    const values = new Map<string, string>();
    for (const [at, field] of fields.entries())
      values.set(field.label, await fill(page, field, { at, forms }));
    await pressLast(page, { within, form: next.form });
    const missing = () =>
      [...values]
        .filter(([, value]) => !sent.slice(before).some((body) => isIn(body, value)))
        .map(([label]) => label);
    for (const end = Date.now() + SENT_MS; missing().length > 0 && Date.now() < end; )
      await page.waitForTimeout(100);
    walked.push(...values.keys());
    inert.push(...missing());
    await settle();
  }
}

/** Gives what should be sent of the field. */
async function fill(
  page: Page,
  field: Control,
  { at, forms }: { at: number; forms: Forms },
): Promise<string> {
  if (field.kind === "file") {
    const { text, ...file } = forms.file;
    await controlAt(page, field).setInputFiles(file);
    return text;
  }
  const text = forms.textFor?.(field.label) ?? nonsense(at);
  await change(page, field, text);
  return field.kind === "text" ? text : await controlAt(page, field).inputValue();
}

/** A choice may be of several parts: `character:c1`, `1/k2`. */
const isIn = (body: string, value: string): boolean =>
  value.split(/[:/]/u).every((part) => body.includes(part));

/** The button that sends a form, or the last one of a section. */
async function pressLast(page: Page, { within, form }: { within: string; form: string }): Promise<void> {
  const buttons = (await controlsIn(page, within)).filter((one) => one.kind === "press" && one.form === form);
  for (const one of buttons) {
    if ((await controlAt(page, one).getAttribute("type")) === "submit") {
      await controlAt(page, one).press("Enter");
      return;
    }
  }
  const last = buttons.findLast(({ isDisabled }) => !isDisabled);
  if (last !== undefined) await controlAt(page, last).press("Enter");
}

// The requests that a page sends to the service while a user fills in its forms.
import type { Page } from "playwright-core";
import { type Control, change, controlAt, controlsIn } from "./controls.ts";
import { firstOfEach, nonsense } from "./walk.ts";

/** The bodies of all later requests of the page to `/manga/` except GET, as text. The list grows with each request. */
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
  /** The text for the field with this label, if a nonsense word would be refused or would match nothing. */
  textFor?: (label: string) => string | undefined;
  /** The file for file fields. `text` is the part of its content that must be in the request. */
  file: { name: string; mimeType: string; buffer: Buffer; text: string };
  sent: readonly string[];
  /** Resolves when the book is complete and no request is pending. */
  settle: () => Promise<void>;
}

/** Time for a request to be sent after its button was pressed, in milliseconds. */
const SENT_MS = 5_000;

/**
 * Changes all fields of each form, presses the form's button, and searches for each value in the requests. Returns the labels of all changed
 * fields (`walked`) and of those whose value was in no request (`inert`).
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

/** Fills in a field and returns the text that its request must contain. */
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

/** A choice may consist of several parts, which the request has separately: `character:c1`, `1/k2`. */
const isIn = (body: string, value: string): boolean =>
  value.split(/[:/]/u).every((part) => body.includes(part));

/** Presses the form's submit button, or the last enabled button of a section without one. */
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

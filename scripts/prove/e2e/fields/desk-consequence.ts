// The consequences that the press or the change of a control may have: a request with another content than before, a state that ARIA states,
// or a sentence that was not there before.
import type { Page, Request, Route } from "playwright-core";
import type { DeskControl } from "./desk-controls.ts";

export interface Sent {
  /** `POST /pages/1/lettering/preview`, below the session's path. */
  to: string;
  /** Without the hash of the preview that was seen. */
  body: string;
}

export interface Wire {
  sent: Sent[];
  /** Resolves when no request is pending and none began for so long. */
  quiet: (ms: number) => Promise<void>;
}

/** Questions about words and samples. They are asked for whatever is typed, and contain no change of the book. */
const IS_QUESTION = /\/(?:samples|vocabulary)$/u;
const IS_PREVIEW = /\/preview$/u;
/** Longest wait for pending requests. */
const PENDING_MS = 8_000;

/** Records what the page sends about a session. Changes are answered without being made, so that the book stays the same. */
export async function recordWire(
  page: Page,
  { sessionId, version }: { sessionId: string; version: number },
): Promise<Wire> {
  const sent: Sent[] = [];
  let pending = 0;
  let movedAt = Date.now();
  const below = `/manga/sessions/${sessionId}`;
  const isOurs = (request: Request) => request.url().includes("/api/v1/");
  page.on("request", (request) => {
    if (!isOurs(request)) return;
    pending += 1;
    movedAt = Date.now();
    const { pathname } = new URL(request.url());
    const at = pathname.indexOf(below);
    if (request.method() === "GET" || at < 0 || IS_QUESTION.test(pathname)) return;
    sent.push({
      to: `${request.method()} ${pathname.slice(at + below.length)}`,
      body: plain(request.postData() ?? ""),
    });
  });
  const ended = (request: Request) => {
    if (!isOurs(request)) return;
    pending -= 1;
    movedAt = Date.now();
  };
  page.on("requestfinished", ended).on("requestfailed", ended);
  await page.route(`**${below}/**`, async (route: Route) => {
    const { pathname } = new URL(route.request().url());
    if (route.request().method() === "GET" || IS_PREVIEW.test(pathname) || IS_QUESTION.test(pathname))
      return route.fallback();
    return route.fulfill({ json: { sessionId, status: "completed", version, outOfOrder: [] } });
  });
  return {
    sent,
    async quiet(ms) {
      const end = Date.now() + PENDING_MS;
      while ((pending > 0 || Date.now() - movedAt < ms) && Date.now() < end) await page.waitForTimeout(25);
    },
  };
}

function plain(body: string): string {
  if (!body.startsWith("{")) return body;
  const { previewed: _seen, ...rest } = JSON.parse(body) as Record<string, unknown>;
  return JSON.stringify(rest);
}

/** Runs in the page: keeps the state of every element and the sentences of the moment, with which `CHANGED` compares. */
const NOTE = `(() => {
  const ARIA = ["aria-pressed", "aria-selected", "aria-expanded", "aria-checked", "aria-current", "aria-valuenow"];
  const stated = (one) => ARIA.map((name) => one.getAttribute(name) ?? "").join("|") + (one.matches("details") ? one.open : "");
  const valueOf = (one) => one.matches("input, textarea, select") ? one.value + one.checked : "";
  // The price of a draft comes when the service answers, so it is no consequence of a press.
  const withoutPrice = (one) => {
    const copy = one.cloneNode(true);
    for (const price of copy.querySelectorAll(".edit-cost, .soft")) price.remove();
    return copy.textContent.trim();
  };
  const sentences = () => [...document.querySelectorAll("[role=status], [role=alert]")].map(withoutPrice).filter(Boolean);
  const dialogs = () => document.querySelectorAll("dialog[open], [role=dialog], :popover-open").length;
  const described = (n) => (document.querySelector('[data-walked="' + n + '"]')?.getAttribute("aria-describedby") ?? "")
    .split(" ").filter(Boolean).map((id) => document.getElementById(id)?.textContent.trim() ?? "").filter(Boolean);
  globalThis.desk ??= { texts: new Set() };
  const hear = (n) => [...sentences(), ...described(n)].forEach((text) => desk.texts.add(text));
  Object.assign(desk, {
    forget: () => desk.texts.clear(),
    hear,
    note(n) {
      hear(n);
      desk.elements = new Map([...document.querySelectorAll("*")].map((one) => [one, [stated(one), valueOf(one)]]));
      desk.dialogs = dialogs();
    },
    changed(n, within) {
      const own = document.querySelector('[data-walked="' + n + '"]');
      const group = desk.group?.isConnected ? desk.group : own?.closest("fieldset, [role=group], ul, ol, form, .row, details");
      const mates = group == null ? (own === null ? [] : [own]) : [group, ...group.querySelectorAll("*"), ...(own === null ? [] : [own])];
      const known = mates.filter((one) => desk.elements.has(one));
      const isStated = known.some((one) => stated(one) !== desk.elements.get(one)[0]);
      const fields = [...(desk.form?.isConnected ? desk.form.elements : [])].filter((one) => desk.elements.has(one));
      const isValue = fields.some((one) => one !== own && valueOf(one) !== desk.elements.get(one)[1]);
      const focus = document.activeElement;
      const isFocus = focus !== null && focus !== document.body && focus !== own && focus.closest(within) === null && focus.matches("button, input, select, textarea, a, [tabindex]");
      const said = [...sentences(), ...described(n)].filter((text) => !desk.texts.has(text));
      return { isStated, isValue, isFocus, isDialog: dialogs() > desk.dialogs, said };
    },
    about(n) {
      desk.group = document.querySelector('[data-walked="' + n + '"]')?.closest("fieldset, [role=group], ul, ol, form, .row, details");
      desk.form = document.querySelector('[data-walked="' + n + '"]')?.closest("form");
      desk.note(n);
    },
  });
})()`;

/** Keeps the sentences that are shown now as known. */
export const hear = (page: Page): Promise<void> =>
  page.evaluate(`(() => { ${NOTE}; desk.forget(); desk.hear(0); })()`);

/** Keeps the state before a control is operated. */
export const note = (page: Page, { n }: DeskControl): Promise<void> =>
  page.evaluate(`(() => { ${NOTE}; desk.about(${n}); })()`);

export interface Changed {
  /** ARIA states another state of the control or of one in its group. */
  isStated: boolean;
  /** Another field of its form has another value. */
  isValue: boolean;
  /** The focus went to a control outside the desk. */
  isFocus: boolean;
  isDialog: boolean;
  /** Sentences that were not there before. */
  said: string[];
}

export const changedSince = (page: Page, { n }: DeskControl, within: string): Promise<Changed> =>
  page.evaluate(`desk.changed(${n}, ${JSON.stringify(within)})`);

// What the command says of the notices of a session: the first ones, those about pictures that did not come as asked before all others.
import type { SessionNotice } from "./session-file.ts";

/** More than this fills a terminal; session.json has them all. */
const TOLD = 5;

export function noticeLines(notices: readonly SessionNotice[]): string[] {
  if (notices.length === 0) return [];
  // What a person can have drawn anew, then models that stood in and the like, then answers that code mended.
  const rank = ({ step, message }: SessionNotice) =>
    /: mended \d/.test(message) ? 2 : /^(?:artwork|characters\/)/.test(step) ? 0 : 1;
  const ordered = notices.toSorted((a, b) => rank(a) - rank(b));
  const more = notices.length > TOLD ? " among them:" : "";
  return [
    `${notices.length} notice(s) of what was done otherwise than asked; session.json lists them.${more}`,
    ...ordered.slice(0, TOLD).map(({ step, message }) => `  ${step}: ${message}`),
  ];
}

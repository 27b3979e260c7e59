// What the command says of the notices of a session: the first ones, those about pictures that did not come as asked before all others.
import type { SessionNotice } from "./session-file.ts";

/** More than this fills a terminal; session.json has them all. */
const TOLD = 5;

export function noticeLines(notices: readonly SessionNotice[]): string[] {
  if (notices.length === 0) return [];
  // What a person can have drawn anew, then models that stood in and the like, then words that the artist draws as something else, then
  // answers that code mended.
  const rank = ({ step, message }: SessionNotice) => {
    if (/: mended \d/.test(message)) return 3;
    if (/^(?:".*" is drawn as |Nothing is drawn for ")/.test(message)) return 2;
    return /^(?:artwork|characters\/)/.test(step) ? 0 : 1;
  };
  const ordered = notices.toSorted((a, b) => rank(a) - rank(b));
  // Many steps may say the same: that another version of a program made them.
  const said = [...Map.groupBy(ordered, ({ message }) => message)];
  const more = said.length > TOLD ? " among them:" : "";
  return [
    `${notices.length} notice(s) of what was done otherwise than asked; session.json lists them.${more}`,
    ...said.slice(0, TOLD).map(([message, [first, ...others]]) => {
      const steps = others.length === 0 ? first?.step : `${first?.step} and ${others.length} more`;
      return `  ${steps}: ${message}`;
    }),
  ];
}

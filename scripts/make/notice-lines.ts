// The session's notices that the command prints: the first ones, with those about failed pictures first.
import type { SessionNotice } from "./session-file.ts";

/** Maximum number of lines, for a terminal; session.json has all. */
const TOLD = 5;

export function noticeLines(notices: readonly SessionNotice[]): string[] {
  if (notices.length === 0) return [];
  // Order: pictures that can be redrawn, fallback models and the like, words drawn as something else, repaired answers.
  const rank = ({ step, message }: SessionNotice) => {
    if (/: mended \d/.test(message)) return 3;
    if (/^(?:".*" is drawn as |Nothing is drawn for ")/.test(message)) return 2;
    return /^(?:artwork|characters\/)/.test(step) ? 0 : 1;
  };
  const ordered = notices.toSorted((a, b) => rank(a) - rank(b));
  // Many steps may have the same message, for example about another version of a program.
  const said = [...Map.groupBy(ordered, ({ message }) => message)];
  const more = said.length > TOLD ? " among them:" : "";
  return [
    `${notices.length} notice(s) about differences from your request; session.json lists them.${more}`,
    ...said.slice(0, TOLD).map(([message, [first, ...others]]) => {
      const steps = others.length === 0 ? first?.step : `${first?.step} and ${others.length} more`;
      return `  ${steps}: ${message}`;
    }),
  ];
}

// What the command says of the notices of a session: the first ones, those about pictures before all others, because a person can have
// those drawn anew.
import type { SessionNotice } from "./session-file.ts";

/** More than this fills a terminal; session.json has them all. */
const TOLD = 5;

export function noticeLines(notices: readonly SessionNotice[]): string[] {
  if (notices.length === 0) return [];
  const isPicture = ({ step }: SessionNotice) => /^(?:artwork|characters\/)/.test(step);
  const ordered = [...notices.filter(isPicture), ...notices.filter((notice) => !isPicture(notice))];
  const more = notices.length > TOLD ? " among them:" : "";
  return [
    `${notices.length} notice(s) of what was done otherwise than asked; session.json lists them.${more}`,
    ...ordered.slice(0, TOLD).map(({ step, message }) => `  ${step}: ${message}`),
  ];
}

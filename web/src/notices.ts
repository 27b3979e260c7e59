// Notices of the browser: that a book is ready, has failed or waits for a review, while its tab is in the background. The browser is asked for
// permission only on a click.
import { useEffect, useRef } from "react";
import type { ClientSession } from "./documents.ts";
import type { Words } from "./words/words.tsx";

export const mayOfferNotices = (): boolean =>
  "Notification" in window && Notification.permission === "default";

/** Whether the user allows notices. */
export async function askForNotices(): Promise<boolean> {
  return (await Notification.requestPermission()) === "granted";
}

/** What a notice is about; undefined while the book is made. */
function newsOf({ status, version, waiting }: ClientSession): string | undefined {
  if (waiting !== undefined) return `${waiting.phase} ${waiting.revision}`;
  return status === "completed" || status === "failed" ? `${status} ${version}` : undefined;
}

export function useNotices(session: ClientSession | undefined, t: Words["t"]): void {
  /** Of the last snapshot: null before the first one, which is no news. */
  const known = useRef<string | null | undefined>(null);
  useEffect(() => {
    if (session === undefined) return;
    const news = newsOf(session);
    const isNew = known.current !== null && news !== undefined && news !== known.current;
    known.current = news;
    if (!isNew || !document.hidden || !("Notification" in window)) return;
    if (Notification.permission !== "granted") return;
    const { title, status, waiting, sessionId } = session;
    const body =
      waiting === undefined
        ? t(`status.${status}`)
        : t("watch.noticeReview", { phase: t(`phase.${waiting.phase}`) });
    tell(title || t("shelf.untitled"), { body, tag: sessionId });
  }, [session, t]);
}

function tell(title: string, options: NotificationOptions): void {
  try {
    const notice = new Notification(title, options);
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
  } catch (error) {
    // Chrome for Android throws this: it shows notices of service workers only. https://developer.mozilla.org/docs/Web/API/Notification/Notification
    if (!(error instanceof TypeError)) throw error;
  }
}

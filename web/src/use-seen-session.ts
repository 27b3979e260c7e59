// Listens to a session's document while needed: for a book on the shelf that is being made, or whose files are. The SDK is loaded only
// then.
import { useEffect, useRef } from "react";
import type { ClientSession } from "./documents.ts";
import { importWithRetry } from "./import-with-retry.ts";

export function useSeenSession(
  sessionId: string,
  isWanted: boolean,
  onSeen: (session: ClientSession) => void,
): void {
  const tell = useRef(onSeen);
  useEffect(() => {
    tell.current = onSeen;
  });
  useEffect(() => {
    if (!isWanted) return;
    let [isOver, stop] = [false, () => {}];
    importWithRetry(() => import("./live.ts")).then(({ listenToSession }) => {
      if (!isOver) stop = listenToSession(sessionId, (session) => tell.current(session));
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [sessionId, isWanted]);
}

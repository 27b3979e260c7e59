// The comments on a book, from a listener.
import { useEffect, useState } from "react";
import { importWithRetry } from "./import-with-retry.ts";
import { commentsOf, type PlacedComment } from "./members.ts";

const NONE: PlacedComment[] = [];

export function useComments(sessionId: string, isWanted: boolean): PlacedComment[] {
  const [comments, setComments] = useState(NONE);
  useEffect(() => {
    if (!isWanted) return;
    let [isOver, stop] = [false, () => {}];
    importWithRetry(() => import("./live.ts")).then(
      ({ listenToComments }) => {
        if (!isOver) stop = listenToComments(sessionId, (pages) => setComments(commentsOf(pages)));
      },
      // The page itself shows lost connections.
      () => {},
    );
    return () => {
      isOver = true;
      stop();
    };
  }, [sessionId, isWanted]);
  return comments;
}

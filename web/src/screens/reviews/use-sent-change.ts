// A change of a page that was sent and is not in the book yet. It is shown until then. The page may show its earlier storyboard again
// afterwards, because the change was undone.
import { useCallback, useState } from "react";
import type { ClientPage } from "../../documents.ts";

export interface SentChange {
  /** Hash of the storyboard to which it was made. */
  base: string;
  /** Version of the book to which it was made. */
  version: number;
  /** The storyboard does not contain it, so only the book's version tells that it is in the book. */
  isOutside?: boolean;
}

interface Shown {
  page: Pick<ClientPage, "storyboard">;
  /** The loaded storyboard, which may be older than that of `page`. */
  board: { hash: string } | undefined;
  version: number;
}

/** The change, until the book has it or a later one, and the page is loaded. */
export function useSentChange<T extends SentChange>({ page: { storyboard }, board, version }: Shown) {
  const [sent, setSent] = useState<T | undefined>(undefined);
  const [hasMoved, setMoved] = useState(false);
  if (sent !== undefined && !hasMoved && storyboard !== sent.base) setMoved(true);
  const isIn =
    sent !== undefined &&
    (sent.isOutside
      ? version !== sent.version
      : board?.hash === storyboard && (hasMoved || version > sent.version + 1));
  if (isIn) setSent(undefined);
  const put = useCallback((change: T | undefined) => {
    setSent(change);
    setMoved(false);
  }, []);
  return [isIn ? undefined : sent, put] as const;
}

// The lettering that a page shows: the stored one, or while the book does not have this browser's edits of its texts yet, a preview that
// has them.
import { useEffect, useMemo, useState } from "react";
import { ask } from "../../api.ts";
import type { ClientPage, ClientSession, LetteredText } from "../../documents.ts";
import { isInBook } from "../../outbox/outbox.ts";
import { useOutbox } from "../../outbox/use-outbox.ts";
import { type ChangedText, textChangesOf, type WaitingEdit } from "../../outbox/waiting-edit.ts";
import { useOnline } from "../../use-online.ts";

export interface Lettering {
  texts: LetteredText[];
  /** It has edits that the stored lettering does not have. */
  isPreview: boolean;
}

export function useLettering(session: ClientSession, page: ClientPage): Lettering | undefined {
  const { sessionId, params } = session;
  const stored = useStored(sessionId, page);
  const { waiting, taken } = useOutbox(sessionId);
  const changes = textChangesOf([...taken.filter((edit) => !isIn(session, edit)), ...waiting], page.number);
  // A page whose words a model translates has no preview.
  const isPrepared = stored !== undefined && params.storyLanguage === undefined;
  const preview = usePreview(sessionId, page, { changes, isPrepared });
  return useMemo(() => {
    // Until the new stored lettering is loaded, the preview is closer to it than the old one.
    const isCurrent = changes.length === 0 && (stored === undefined || stored.of === page.lettering);
    if (stored === undefined || preview === undefined)
      return stored && { texts: stored.texts, isPreview: false };
    if (!isCurrent) return { texts: preview, isPreview: true };
    // The same objects where nothing differs, so that a balloon that is being dragged is not redrawn.
    const isSame = JSON.stringify(stored.texts) === JSON.stringify(preview);
    return { texts: isSame ? preview : stored.texts, isPreview: false };
  }, [changes.length, stored, preview, page.lettering]);
}

/** Whether the book as shown has an accepted edit. */
function isIn({ status, version }: ClientSession, edit: WaitingEdit): boolean {
  const isMade = status !== "running" && status !== "queued";
  return isInBook(edit) || (isMade && version >= (edit.made ?? 0));
}

interface Stored {
  /** Hash in the page's document when it was requested. */
  of: string;
  texts: LetteredText[];
}

function useStored(sessionId: string, { number, lettering: of }: ClientPage): Stored | undefined {
  const [lettering, setLettering] = useState<Stored | undefined>(undefined);
  const isOnline = useOnline();
  useEffect(() => {
    if (of === undefined || !isOnline) return;
    const stop = new AbortController();
    const path = `/manga/sessions/${sessionId}/pages/${number}/lettering`;
    ask<{ texts: LetteredText[] }>("GET", path, { signal: stop.signal }).then(
      ({ texts }) => setLettering({ of, texts }),
      // It was just lettered again: the next snapshot requests it again.
      () => setLettering((before) => before),
    );
    return () => stop.abort();
  }, [sessionId, number, of, isOnline]);
  return lettering;
}

/**
 * The latest preview, also after its changes are in the book; undefined before the first. A page that cannot be previewed has none.
 * `isPrepared`: the service is asked for a preview before the first change, so that it has loaded what it needs.
 */
function usePreview(
  sessionId: string,
  { number }: ClientPage,
  { changes, isPrepared }: { changes: readonly ChangedText[]; isPrepared: boolean },
): LetteredText[] | undefined {
  const [texts, setTexts] = useState<LetteredText[] | undefined>(undefined);
  const path = `/manga/sessions/${sessionId}/pages/${number}/lettering/preview`;
  const body = JSON.stringify({ changes });
  const isChanged = changes.length > 0;
  useEffect(() => {
    if (!isChanged && !isPrepared) return;
    const stop = new AbortController();
    ask<{ texts: LetteredText[] }>("POST", path, { body: JSON.parse(body), signal: stop.signal }).then(
      (lettered) => {
        if (isChanged) setTexts(lettered.texts);
      },
      // The stored lettering is shown when it has the changes.
      () => {},
    );
    return () => stop.abort();
  }, [path, body, isChanged, isPrepared]);
  return texts;
}

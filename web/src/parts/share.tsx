// Sharing of a book: private, or open to everybody with the link.
import { useState } from "react";
import type { ClientSession } from "../documents.ts";
import { allowOperators, changeSharing, type Sharing, useOperatorsAccess, useOwned } from "../members.ts";
import { useWords } from "../words/words.tsx";
import { Dialog } from "./dialog.tsx";
import { Trouble } from "./states.tsx";

interface ShareProps {
  session: ClientSession;
  onChange: (sharing: Omit<Sharing, "shareToken">) => void;
}

/** HTML to embed the book; docs/guide/reading.md has the ten lines for embedding without a frame. */
const frameOf = (link: string) =>
  `<iframe src="${link}" width="640" height="900" style="border:0" allowfullscreen></iframe>`;

export function Share({ session, onChange }: ShareProps) {
  const { sessionId, visibility } = session;
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [isSending, setSending] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const { data: owned, error: unshown } = useOwned(sessionId, isOpen);
  const isShared = visibility !== "private";
  const link =
    isShared && owned?.shareToken !== undefined ? `${location.origin}/shared/${owned.shareToken}` : undefined;

  const isFindable = visibility === "public" && session.findable === true;

  const open = async (to: ClientSession["visibility"]) => {
    setError(undefined);
    setSending(true);
    setCopied(false);
    try {
      onChange(await changeSharing(sessionId, to));
    } catch (refused) {
      setError(refused);
    }
    setSending(false);
  };
  const { data: access, error: unanswered } = useOperatorsAccess(sessionId, isOpen);
  const isSupported = access?.supportUntil !== undefined && new Date(access.supportUntil) > new Date();
  const support = async (isAllowed: boolean) => {
    setError(undefined);
    setSending(true);
    try {
      await allowOperators(sessionId, isAllowed);
    } catch (refused) {
      setError(refused);
    }
    setSending(false);
  };
  const copy = () =>
    navigator.clipboard?.writeText(link ?? "").then(
      () => setCopied(true),
      // If copying is not allowed, the link can be copied by hand.
      () => setCopied(false),
    );

  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t("shelf.share")}
      </button>
      {isOpen ? (
        <Dialog label={t("shelf.share")} onClose={() => setOpen(false)}>
          <p>{t(isShared ? "share.open" : "share.closed")}</p>
          {link === undefined ? null : (
            <div className="share-link">
              <input
                readOnly
                value={link}
                aria-label={t("shelf.link")}
                onFocus={(event) => event.target.select()}
              />
              <button type="button" className="button button-hot" onClick={copy}>
                {t(isCopied ? "share.copied" : "share.copy")}
              </button>
            </div>
          )}
          {link === undefined ? null : (
            <div className="share-link">
              <input
                readOnly
                value={frameOf(link)}
                aria-label={t("share.embed")}
                onFocus={(event) => event.target.select()}
              />
            </div>
          )}
          {isShared ? (
            <>
              <label className="tick">
                <input
                  type="checkbox"
                  checked={isFindable}
                  disabled={isSending}
                  onChange={({ target }) => open(target.checked ? "public" : "unlisted")}
                />
                <span>{t("share.findable")}</span>
              </label>
              <p className="soft tick-hint">{t("share.findableHint")}</p>
            </>
          ) : null}
          <label className="tick">
            <input
              type="checkbox"
              checked={isSupported}
              disabled={isSending || access === undefined}
              onChange={({ target }) => support(target.checked)}
            />
            <span>{t("share.support")}</span>
          </label>
          <p className="soft tick-hint">{t("share.supportHint")}</p>
          <p role="status" className="unseen">
            {isCopied ? t("share.copied") : null}
          </p>
          <Trouble error={error ?? unanswered ?? unshown ?? undefined} />
          <div className="row">
            <button
              type="button"
              className={isShared ? "button" : "button button-hot"}
              disabled={isSending}
              onClick={() => open(isShared ? "private" : "unlisted")}
            >
              {t(isShared ? "share.stop" : "share.make")}
            </button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}

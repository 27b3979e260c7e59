// Beside a book on its screen: what the user may do with it, by their role, and the notice of a cancelled book.
import { lazy, type ReactNode, Suspense, useState } from "react";
import { ask } from "../../api.ts";
import { type ClientSession, ENDED, isMakingFile } from "../../documents.ts";
import { importWithRetry } from "../../import-with-retry.ts";
import type { Membership } from "../../members.ts";
import { askForNotices, mayOfferNotices } from "../../notices.ts";
import { Bubble } from "../../parts/bubble.tsx";
import { ConfirmDialog } from "../../parts/dialog.tsx";
import { Downloads } from "../../parts/downloads.tsx";
import { Share } from "../../parts/share.tsx";
import { Loading, Trouble } from "../../parts/states.tsx";
import { StopChange } from "../../parts/stop-change.tsx";
import { Link } from "../../router.tsx";
import { useWords } from "../../words/words.tsx";
import { StoryBeside } from "./story-beside.tsx";

const PeopleDialog = lazy(() => importWithRetry(() => import("../people/people-dialog.tsx")));

interface ActionsProps {
  session: ClientSession;
  membership: Membership;
  children: ReactNode;
}

/** A member has the actions that their role allows. */
export function Actions({ session, membership, children }: ActionsProps) {
  const { t } = useWords();
  const isOwner = membership.role === "owner";
  const [isPeople, setPeople] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const { sessionId, status, cover } = session;
  const cancel = () => {
    setAsking(false);
    ask("POST", `/manga/sessions/${sessionId}/cancel`).then(() => setError(undefined), setError);
  };
  return (
    <div className="watch-actions">
      {status === "completed" || cover !== undefined ? (
        <>
          <Link to={`/read/${sessionId}`} className="button button-hot">
            {t("watch.read")}
          </Link>
          {isOwner || membership.role === "editor" ? (
            <Link to={`/session/${sessionId}/revise`} className="button">
              {t("watch.revise")}
            </Link>
          ) : null}
        </>
      ) : null}
      {/* Whoever waits for a file keeps the list of files. */}
      {status === "completed" || isMakingFile(session) ? (
        <>
          <Downloads session={session} />
          {/* The listener shows the change. */}
          {isOwner ? <Share session={session} onChange={() => {}} /> : null}
        </>
      ) : null}
      {children}
      {ENDED.includes(status) ? null : <NoticeButton />}
      <button type="button" className="button" onClick={() => setPeople(true)}>
        {t("watch.people")}
      </button>
      {isPeople ? (
        <Suspense fallback={<Loading />}>
          <PeopleDialog {...{ session, membership }} onClose={() => setPeople(false)} />
        </Suspense>
      ) : null}
      {isOwner ? (
        <>
          <StoryBeside session={session} />
          <StopChange session={session} />
        </>
      ) : null}
      {!isOwner || ENDED.includes(status) || cover !== undefined ? null : (
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {t("watch.cancel")}
        </button>
      )}
      {isAsking ? (
        <ConfirmDialog
          question={t("watch.cancelSure")}
          yes={t("watch.cancel")}
          no={t("watch.keep")}
          onYes={cancel}
          onNo={() => setAsking(false)}
        />
      ) : null}
      <Trouble error={error} />
    </div>
  );
}

/** Asks the browser for notices, once. What was denied is not asked for again. */
function NoticeButton() {
  const { t } = useWords();
  const [isOffered, setOffered] = useState(mayOfferNotices);
  const [said, setSaid] = useState("");
  const button = (
    <button
      type="button"
      className="button"
      onClick={async () => {
        const isGranted = await askForNotices();
        setOffered(false);
        setSaid(t(isGranted ? "watch.noticeOn" : "watch.noticeOff"));
      }}
    >
      {t("watch.notice")}
    </button>
  );
  return (
    <>
      {isOffered ? button : null}
      <p role="status" className="moved">
        {said}
      </p>
    </>
  );
}

/** Notice of a cancelled book, with a link to start another. */
export function Cancelled() {
  const { t } = useWords();
  return (
    <Bubble sound="シーン…" title={t("watch.cancelled")}>
      <p>{t("watch.cancelledHint")}</p>
      <div className="row">
        <Link to="/" className="button button-hot">
          {t("nav.new")}
        </Link>
        <Link to="/shelf" className="button">
          {t("nav.shelf")}
        </Link>
      </div>
    </Bubble>
  );
}

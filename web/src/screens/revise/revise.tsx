// The screen "Revise": one page at a time with its balloons and panels; words and direction of the whole book; versions, undo and redo.
import { lazy, Suspense, useState } from "react";
import { type ClientPage, charactersIn } from "../../documents.ts";
import { importWithRetry } from "../../import-with-retry.ts";
import { useMembership } from "../../members.ts";
import { PageTabs } from "../../parts/page-tabs.tsx";
import { RefusedEdits } from "../../parts/refused-edits.tsx";
import { Loading, Trouble } from "../../parts/states.tsx";
import { StopChange } from "../../parts/stop-change.tsx";
import { Unopened } from "../../parts/unopened.tsx";
import { Link } from "../../router.tsx";
import { useChange } from "../../use-change.ts";
import { usePictures, useSession } from "../../use-session.ts";
import { useTitle } from "../../use-title.ts";
import { useVersions } from "../../use-versions.ts";
import { useWords } from "../../words/words.tsx";
import { StoryBeside } from "../book/story-beside.tsx";
import { type Desk, DeskSwitch } from "../desks/desk-switch.tsx";
import { BookChanges } from "./revise-book.tsx";
import { PageChanges } from "./revise-page.tsx";
import { People } from "./revise-people.tsx";
import { Versions } from "./revise-versions.tsx";
import { ReviseWaiting } from "./revise-waiting.tsx";
import { UndoRedo } from "./undo-redo-buttons.tsx";

const LetteringDesk = lazy(() => importWithRetry(() => import("../desks/lettering-desk.tsx")));
const PageDesk = lazy(() => importWithRetry(() => import("../desks/page-desk.tsx")));
const PageOrderDesk = lazy(() => importWithRetry(() => import("../desks/page-order-desk.tsx")));

const DESKS = ["frames", "letters", "order"] as const;
const DRAWERS_DESKS = ["frames", "letters"] as const;
const EDITORS_DESKS = ["letters"] as const;

export default function ReviseScreen({ sessionId }: { sessionId: string }) {
  const { t } = useWords();
  const watched = useSession(sessionId);
  const [number, setNumber] = useState(1);
  const urls = usePictures(sessionId, watched, number);
  const { session, pages, isMissing } = watched;
  /** The selected panel, directly or through one of its balloons. */
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  /** What is open in place of the page's lines: the page's frames or lettering, or the order of all pages. */
  const [desk, setDesk] = useState<Desk | undefined>(undefined);
  const { change, waiting: waitingEdits, error } = useChange(sessionId, session);
  const versions = useVersions(sessionId, session);
  const { role, maySpendMicros = 0 } = useMembership(session);
  const isOwner = role === "owner";
  const mayDraw = isOwner || maySpendMicros > 0;

  useTitle(`${t("revise.title")}: ${session?.title || t("shelf.untitled")}`);

  if (isMissing || session === undefined) return <Unopened isMissing={isMissing} error={watched.error} />;
  const page = pages.find((one) => one.number === number) ?? pages[0];
  const { waiting } = session;
  const isWorking = session.status === "running" || session.status === "queued";
  const state =
    waitingEdits > 0
      ? t("outbox.waiting", { n: waitingEdits })
      : isWorking
        ? t("revise.working")
        : waiting === undefined
          ? t("revise.version", { n: session.version })
          : t("revise.waits", { phase: t(`phase.${waiting.phase}`) });
  return (
    <div className="revise">
      <div className="revise-head">
        <h1 className="display" lang={session.params.language}>
          {session.title}
        </h1>
        <div className="row">
          {/* What waits is gone on with or stopped, and looked at where it waits: those ways are below. */}
          {waiting === undefined ? (
            <>
              {isOwner ? (
                <UndoRedo
                  versions={versions}
                  current={session.version}
                  isWorking={isWorking || waitingEdits > 0}
                  change={change}
                />
              ) : null}
              <Link to={`/session/${sessionId}`} className="button">
                {t("revise.overview")}
              </Link>
            </>
          ) : null}
          {isOwner ? <StoryBeside session={session} page={page} chosen={chosen} /> : null}
          <Link to={`/read/${sessionId}`} className={waiting === undefined ? "button button-hot" : "button"}>
            {t("watch.read")}
          </Link>
        </div>
        <div className="revise-state" data-waiting={waiting?.phase}>
          <p role="status">{state}</p>
          <div className="row">
            {waiting === undefined || !isOwner ? null : (
              <ReviseWaiting sessionId={sessionId} waiting={waiting} />
            )}
            {isOwner ? <StopChange session={session} /> : null}
          </div>
        </div>
        <Trouble error={error} />
        <RefusedEdits sessionId={sessionId} pages={pages} language={session.params.language} />
      </div>
      <div className="page-ways">
        <PageTabs pages={pages} at={page?.number ?? 1} isBusy={isBusy} onChoose={setNumber} />
        <DeskSwitch
          {...{ desk, pages }}
          desks={isOwner ? DESKS : mayDraw ? DRAWERS_DESKS : EDITORS_DESKS}
          onOpen={setDesk}
        />
      </div>
      {page === undefined ? (
        <p className="soft">{t("watch.noPages")}</p>
      ) : desk === "order" ? (
        <Suspense fallback={<Loading />}>
          <PageOrderDesk {...{ session, watched, change }} />
        </Suspense>
      ) : desk !== undefined ? (
        <Suspense fallback={<Loading />}>
          {desk === "frames" ? (
            <PageDesk key={page.number} {...{ session, page, urls, change }} />
          ) : (
            <LetteringDesk
              key={page.number}
              {...{ session, page, urls, change }}
              people={charactersIn(watched.phases.characters?.output)}
            />
          )}
        </Suspense>
      ) : (
        <PageChanges
          key={page.number}
          session={session}
          phases={watched.phases}
          page={page}
          pages={pages}
          urls={urls}
          versions={versions}
          change={change}
          onPanel={setChosen}
          mayDraw={mayDraw}
        />
      )}
      {isOwner ? (
        <>
          {session.waiting?.phase === "characters" ? null : (
            <People {...{ session, watched, urls, isWorking }} />
          )}
          <BookChanges watched={watched} session={session} isWorking={isWorking} change={change} />
          <Versions sessionId={sessionId} versions={versions} isWorking={isWorking} change={change} />
        </>
      ) : null}
    </div>
  );
}

/** Only pages that the change affects are marked as being made. */
const isBusy = ({ state }: ClientPage) => state !== "done";

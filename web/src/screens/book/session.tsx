// The screen "Watch": the seven phases live, the cast, and every panel on its page as it is made; reviews to answer.
import { lazy, Suspense, useState } from "react";
import {
  type ClientPage,
  type ClientSession,
  charactersIn,
  ENDED,
  hasSheet,
  type PhaseName,
  placesIn,
} from "../../documents.ts";
import { importWithRetry } from "../../import-with-retry.ts";
import { type CommentPlace, useMembership, useOperatorsAccess, useOwned } from "../../members.ts";
import { useNotices } from "../../notices.ts";
import { OperatorsNotice } from "../../parts/operators-notice.tsx";
import { Portrait } from "../../parts/portrait.tsx";
import { RefusedEdits } from "../../parts/refused-edits.tsx";
import { Sheets } from "../../parts/sheets.tsx";
import { Loading } from "../../parts/states.tsx";
import { Unopened } from "../../parts/unopened.tsx";
import { Link } from "../../router.tsx";
import { outfitSheets, settingSheets } from "../../sheets-of.ts";
import { useComments } from "../../use-comments.ts";
import { usePictures, useSession } from "../../use-session.ts";
import { useTitle } from "../../use-title.ts";
import { useWords } from "../../words/words.tsx";
import { looksOf } from "../reviews/looks-of.ts";
import { openReviews, reviewToShow } from "../reviews/open-reviews.ts";
import { useNow } from "../use-now.ts";
import { Failure } from "./failure.tsx";
import { LeftDrafts } from "./left-drafts.tsx";
import { LivePage } from "./live-page.tsx";
import { Actions, Cancelled } from "./session-actions.tsx";
import { secondsLeft, workedSeconds } from "./time-left.ts";
import { Timeline } from "./timeline.tsx";

const Comments = lazy(() => importWithRetry(() => import("../people/comments.tsx")));
const CommentPins = lazy(() => importWithRetry(() => import("../people/comment-pins.tsx")));
const Gate = lazy(() => importWithRetry(() => import("../reviews/gate.tsx")));

export default function SessionScreen({ sessionId }: { sessionId: string }) {
  const { t, tongue } = useWords();
  const watched = useSession(sessionId);
  const urls = usePictures(sessionId, watched);
  const { session, phases, pages, isStale, isMissing, error } = watched;
  const [isOld, setOld] = useState(false);
  /** The phase whose review the person is in. */
  const [at, setAt] = useState<PhaseName | undefined>(undefined);
  /** A gate whose phase is being changed from its editor. It stays visible until it opens again. */
  const [held, setHeld] = useState<ClientSession["waiting"]>(undefined);
  const membership = useMembership(session);
  const comments = useComments(sessionId, session !== undefined);
  const { data: access } = useOperatorsAccess(
    sessionId,
    session !== undefined && membership.role === "owner",
  );
  const { data: owned } = useOwned(
    sessionId,
    session?.withdrawn !== undefined && membership.role === "owner",
  );
  const [isCommenting, setCommenting] = useState(false);
  /** The place whose comments are open. */
  const [place, setPlace] = useState<CommentPlace | undefined>(undefined);
  const title = session?.title || t("shelf.untitled");
  // The window's title shows in other tabs that the book is finished or waits.
  useTitle(
    session === undefined || session.status === "completed"
      ? title
      : `${t(`status.${session.status}`)}: ${title}`,
  );
  useNotices(session, t);
  if (isMissing || session === undefined) return <Unopened {...{ isMissing, error }} />;
  const { params } = session;
  const isOwner = membership.role === "owner";
  const isMaking = session.status === "running" || session.status === "queued";
  const open = openReviews(session, phases);
  const waiting = isOwner ? (reviewToShow(open, at) ?? (isMaking ? held : undefined)) : undefined;
  // Whoever is in a review stays in it when another one opens.
  if (waiting !== undefined && waiting.phase !== at) setAt(waiting.phase);
  const isReadable = session.status === "completed" || session.cover !== undefined;
  const cast = charactersIn(phases.characters?.output);
  const { previews: portraits = {}, progress = {} } = phases.characters ?? {};
  const setting = settingSheets(phases.artwork?.previews, placesIn(phases.plot?.output));
  const nameOf = (id: string) => cast.find((one) => one.id === id)?.name ?? id;
  /** Nothing more appears in a book that ended early. */
  const isToCome = !ENDED.includes(session.status);
  return (
    <div className="watch" data-status={session.status}>
      <div className="watch-head">
        <p className={`stamp stamp-${session.status}`}>{t(`status.${session.status}`)}</p>
        <h1 className="display" lang={session.title ? params.language : tongue}>
          {title}
        </h1>
        <Bill session={session} />
        {isStale ? (
          <p className="stale" role="status">
            {t("wait.offlineShort")}
          </p>
        ) : null}
        <Actions session={session} membership={membership}>
          {pages.length === 0 ? null : (
            <button
              type="button"
              className="button"
              aria-pressed={isCommenting}
              onClick={() => setCommenting(!isCommenting)}
            >
              {t("watch.comments", { n: comments.length })}
            </button>
          )}
        </Actions>
        {isOwner ? <OperatorsNotice withdrawn={session.withdrawn && owned?.withdrawn} {...access} /> : null}
      </div>
      <Timeline session={session} open={open} />
      {session.status === "failed" && isOwner ? <Failure session={session} /> : null}
      {session.status === "cancelled" && session.cover === undefined ? <Cancelled /> : null}
      {isCommenting ? (
        <Suspense fallback={<Loading />}>
          <Comments {...{ session, membership, comments, place }} onPlace={setPlace} />
        </Suspense>
      ) : null}
      {waiting === undefined ? null : (
        <Suspense fallback={<Loading />}>
          <Gate
            key={waiting.phase}
            {...{ session, waiting, open, watched, urls }}
            isWorking={open.length === 0}
            onChoose={setAt}
            onChanged={() => setHeld(waiting)}
            onAnswered={(isTooLate) => {
              setHeld(undefined);
              setOld(isTooLate);
            }}
          />
        </Suspense>
      )}
      <p className="moved" role="status">
        {isOld ? t("gate.old") : null}
      </p>
      <RefusedEdits sessionId={sessionId} pages={pages} language={params.language} />
      <LeftDrafts
        sessionId={sessionId}
        open={[waiting, ...open].flatMap((one) => one?.phase ?? [])}
        language={params.language}
      />
      <div className="watch-book">
        {waiting?.phase === "characters" || (cast.length === 0 && !isToCome) ? null : (
          <section aria-label={t("watch.cast")} className="watch-cast">
            <h2>{t("watch.cast")}</h2>
            {cast.length === 0 ? <p className="soft">{t("watch.noCast")}</p> : null}
            <ul className="cast">
              {cast.map((person) => {
                const { id, name, description } = person;
                return (
                  <li key={id} className="cast-card" lang={params.language}>
                    <Portrait
                      {...{ name, reached: progress[id], isSheet: hasSheet(person, params) }}
                      url={urls.get(portraits[id] ?? "")}
                    />
                    <b>{name}</b>
                    <span>{looksOf({ name, description })}</span>
                    <Sheets
                      {...{ urls, nameOf, language: params.language }}
                      sheets={outfitSheets(portraits, id)}
                    />
                  </li>
                );
              })}
            </ul>
          </section>
        )}
        {setting.length === 0 ? null : (
          <section aria-label={t("watch.sheets")} className="watch-sheets">
            <h2>{t("watch.sheets")}</h2>
            <Sheets {...{ urls, nameOf, language: params.language }} sheets={setting} />
          </section>
        )}
        {pages.length === 0 && !isToCome ? null : (
          <section aria-label={t("watch.pages")} className="watch-pages">
            <h2>{t("watch.pages")}</h2>
            {pages.length === 0 ? <p className="soft">{t("watch.noPages")}</p> : null}
            <ol className={`pages pages-${params.direction}`} lang={tongue}>
              {/* An even page faces the odd one after it. */}
              {[...Map.groupBy(pages, ({ number }) => Math.floor(number / 2))].map(([pair, facing]) => (
                <li key={pair} className="pair">
                  {facing.map((page) => (
                    <div key={page.number} data-side={page.number % 2 === 0 ? "first" : "second"}>
                      <LivePage
                        {...{ page, urls, cast }}
                        before={pages.find(({ number }) => number === page.number - 1)}
                        language={params.language}
                      >
                        {isCommenting ? (
                          <Suspense fallback={null}>
                            <CommentPins {...{ page, comments, membership }} onPlace={setPlace} />
                          </Suspense>
                        ) : null}
                      </LivePage>
                      <PageNumber page={page} isReadable={isReadable} sessionId={sessionId} />
                    </div>
                  ))}
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </div>
  );
}

interface PageNumberProps {
  page: ClientPage;
  isReadable: boolean;
  sessionId: string;
}

/** Below a page: its number and, if the book can be read, a link that opens the reader at that page. */
function PageNumber({ page: { number }, isReadable, sessionId }: PageNumberProps) {
  const { t } = useWords();
  if (!isReadable) {
    return (
      <span className="page-number" aria-hidden="true">
        {t("watch.page", { n: number })}
      </span>
    );
  }
  return (
    <Link to={`/read/${sessionId}#${number}`} className="page-number">
      {t("watch.readPage", { n: number })}
    </Link>
  );
}

function Bill({ session }: { session: ClientSession }) {
  const { t, time, money } = useWords();
  const { status, phases, version, costMicros, cover } = session;
  const now = useNow(!ENDED.includes(status));
  const worked = workedSeconds(phases, session.endedAt === undefined ? now : Date.parse(session.endedAt));
  // A change of a bound book has its own duration.
  const isChange = version > 1 && cover !== undefined;
  const left = status === "running" && !isChange ? secondsLeft(phases, now) : undefined;
  return (
    <p className="bill">
      {isChange ? (
        <span>{t("revise.version", { n: version })}</span>
      ) : (
        <span>{t(status === "completed" ? "watch.took" : "watch.elapsed", { time: time(worked) })}</span>
      )}
      {left === undefined ? null : <span>{t("watch.left", { time: time(left) })}</span>}
      <span>{t("watch.bill", { money: costMicros === 0 ? t("watch.billFree") : money(costMicros) })}</span>
    </p>
  );
}

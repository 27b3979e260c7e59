// The frame of every screen: name, navigation, switches, and notices about a lost connection.
import { lazy, Suspense, useEffect, useRef } from "react";
import { importWithRetry } from "./import-with-retry.ts";
import { useOutbox } from "./outbox/use-outbox.ts";
import { countChanges, type WaitingEdit } from "./outbox/waiting-edit.ts";
import { ConfirmDialog } from "./parts/dialog.tsx";
import { Loading } from "./parts/states.tsx";
import { Link, navigate, type Route, routeOf, usePath } from "./router.tsx";
import { Missing } from "./screens/missing.tsx";
import { NewScreen } from "./screens/new/new.tsx";
import { ShelfScreen } from "./screens/shelf.tsx";
import { answerWanted, useWanted } from "./unsaved.ts";
import { useOnline } from "./use-online.ts";
import { useTheme } from "./use-theme.ts";
import { useWords } from "./words/words.tsx";

const AccountScreen = lazy(() => importWithRetry(() => import("./screens/account.tsx")));
const JoinScreen = lazy(() => importWithRetry(() => import("./screens/people/join.tsx")));
const OperateScreen = lazy(() => importWithRetry(() => import("./screens/operate/operate.tsx")));
const ReadScreen = lazy(() => importWithRetry(() => import("./screens/read.tsx")));
const ReportScreen = lazy(() => importWithRetry(() => import("./screens/report.tsx")));
const SessionScreen = lazy(() => importWithRetry(() => import("./screens/book/session.tsx")));
const ReviseScreen = lazy(() => importWithRetry(() => import("./screens/revise/revise.tsx")));

export function App() {
  const path = usePath();
  const route = routeOf(path);
  const isReading = route.screen === "read";
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: announces each new screen to screen readers.
  useEffect(() => {
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [path]);
  return (
    <>
      <Skip />
      {isReading ? null : <Header route={route} />}
      <Notes route={route} />
      <LeaveQuestion />
      <main id="content" ref={main} tabIndex={-1} className={isReading ? "stage" : "desk"}>
        <Suspense fallback={<Loading />}>
          <Screen route={route} />
        </Suspense>
      </main>
    </>
  );
}

function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case "new":
      return <NewScreen />;
    case "shelf":
      return <ShelfScreen />;
    case "account":
      return <AccountScreen />;
    case "join":
      return <JoinScreen />;
    case "report":
      return <ReportScreen key={route.token} token={route.token} />;
    case "operate":
      return <OperateScreen />;
    case "session":
      return <SessionScreen key={route.sessionId} sessionId={route.sessionId} />;
    case "revise":
      return <ReviseScreen key={route.sessionId} sessionId={route.sessionId} />;
    case "read":
      return <ReadScreen key={route.sessionId} sessionId={route.sessionId} />;
    case "missing":
      return <Missing />;
  }
}

function Skip() {
  const { t } = useWords();
  return (
    <a className="skip" href="#content">
      {t("app.skip")}
    </a>
  );
}

function Header({ route }: { route: Route }) {
  const { t, tongue, setTongue } = useWords();
  const [theme, setTheme] = useTheme();
  const other = theme === "dark" ? "light" : "dark";
  return (
    <header className="top">
      <Link to="/" className="brand">
        <span className="brand-mark" lang="ja">
          めくり
        </span>
        <span className="brand-name">Mekuri</span>
      </Link>
      <nav aria-label={t("nav.label")}>
        <Link to="/" isCurrent={route.screen === "new"}>
          {t("nav.new")}
        </Link>
        <Link to="/shelf" isCurrent={route.screen === "shelf"}>
          {t("nav.shelf")}
        </Link>
      </nav>
      <div className="switches">
        <Link to="/account" className="switch switch-account" isCurrent={route.screen === "account"}>
          <span aria-hidden="true" />
          <span className="unseen">{t("nav.account")}</span>
        </Link>
        <button
          type="button"
          className="switch"
          lang={tongue === "ja" ? "en" : "ja"}
          onClick={() => setTongue(tongue === "ja" ? "en" : "ja")}
        >
          <span className="wide">{tongue === "ja" ? "English" : "日本語"}</span>
          <span className="narrow">{tongue === "ja" ? "EN" : "JA"}</span>
          <span className="unseen"> {t("language.switch")}</span>
        </button>
        <button
          type="button"
          className="switch switch-theme"
          aria-label={t("theme.switch", { theme: t(`theme.${other}`) })}
          onClick={() => setTheme(other)}
        >
          <span aria-hidden="true" />
        </button>
      </div>
    </header>
  );
}

/** Notices on every screen: that the connection is lost, and which changes wait. */
function Notes({ route }: { route: Route }) {
  const { t } = useWords();
  const isOnline = useOnline();
  const { waiting, refused } = useOutbox();
  const here = "sessionId" in route && route.screen !== "read" ? route.sessionId : undefined;
  // The book's own screen shows changes of that book.
  const elsewhere = [...waiting, ...refused].filter(({ sessionId }) => sessionId !== here);
  const count = (edits: readonly WaitingEdit[]) =>
    countChanges(edits.filter((one) => elsewhere.includes(one)));
  const [first] = elsewhere.filter(({ state }) => state === "refused");
  return (
    <div role="status" className="offline-place">
      {isOnline ? null : (
        <p className="offline">
          <b aria-hidden="true">プツッ</b> {t("wait.offline")}
        </p>
      )}
      {elsewhere.length === 0 ? null : (
        <p className="outbox-note">
          {count(waiting) > 0 ? <span>{t("outbox.waiting", { n: count(waiting) })}</span> : null}
          {first === undefined ? null : (
            <span>
              {t("outbox.refusedCount", { n: count(refused) })}{" "}
              <Link to={`/session/${first.sessionId}/revise`}>{t("outbox.look")}</Link>
            </span>
          )}
        </p>
      )}
    </div>
  );
}

/** Asks before a screen with unsaved work is left. */
function LeaveQuestion() {
  const { t } = useWords();
  const wanted = useWanted();
  if (wanted === undefined) return null;
  return (
    <ConfirmDialog
      question={t("leave.sure")}
      yes={t("leave.go")}
      no={t("leave.stay")}
      onYes={() => {
        answerWanted(true);
        navigate(wanted);
      }}
      onNo={() => answerWanted(false)}
    />
  );
}

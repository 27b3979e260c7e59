// The frame around every screen: the name, the ways, the switches, and what is said when the connection is lost.
import { lazy, Suspense, useEffect, useRef } from "react";
import { Bubble } from "./parts/bubble.tsx";
import { Loading } from "./parts/states.tsx";
import { Link, type Route, routeOf, usePath } from "./router.tsx";
import { NewScreen } from "./screens/new.tsx";
import { SessionScreen } from "./screens/session.tsx";
import { ShelfScreen } from "./screens/shelf.tsx";
import { useOnline } from "./use-online.ts";
import { useTheme } from "./use-theme.ts";
import { useTitle } from "./use-title.ts";
import { whenReached } from "./when-reached.ts";
import { useWords } from "./words/words.tsx";

const ReadScreen = lazy(() => whenReached(() => import("./screens/read.tsx")));
const ReviseScreen = lazy(() => whenReached(() => import("./screens/revise.tsx")));

export function App() {
  const path = usePath();
  const route = routeOf(path);
  const isReading = route.screen === "read" || route.screen === "shared";
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen is told to those who do not see it.
  useEffect(() => {
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
  }, [path]);
  return (
    <>
      <Skip />
      {isReading ? null : <Header route={route} />}
      <OfflineNote />
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
    case "session":
      return <SessionScreen key={route.sessionId} sessionId={route.sessionId} />;
    case "revise":
      return <ReviseScreen key={route.sessionId} sessionId={route.sessionId} />;
    case "read":
      return <ReadScreen key={route.sessionId} sessionId={route.sessionId} />;
    case "shared":
      return <ReadScreen key={route.token} token={route.token} />;
    case "missing":
      return <Missing />;
  }
}

function Missing() {
  const { t } = useWords();
  useTitle(t("error.missingPage"));
  return (
    <Bubble isWhole sound="シーン…" title={t("error.missingPage")}>
      <Link to="/" className="button">
        {t("error.home")}
      </Link>
    </Bubble>
  );
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

function OfflineNote() {
  const { t } = useWords();
  const isOnline = useOnline();
  return (
    <div role="status" className="offline-place">
      {isOnline ? null : (
        <p className="offline">
          <b aria-hidden="true">プツッ</b> {t("wait.offline")}
        </p>
      )}
    </div>
  );
}

// The screen of `/report/TOKEN`: reports a shared book to the operators. The page of every shared book links to it.
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Report } from "../../../lib/api/moderation.ts";
import type { Manifest } from "../../../reader/manifest.ts";
import { ApiError, ask } from "../api.ts";
import { Bubble } from "../parts/bubble.tsx";
import { OptionCards } from "../parts/option-cards.tsx";
import { Failed, Loading, Trouble } from "../parts/states.tsx";
import { Link } from "../router.tsx";
import "../styles/report.css";
import { useTitle } from "../use-title.ts";
import { useReportWords } from "../words/report-words.ts";
import { useWords } from "../words/words.tsx";

type Reason = Report["reason"];
/** All reasons that the service knows, by how often they are needed. */
const REASONS = Object.keys({
  ...{ copyright: 1, "personal-data": 1, sexual: 1, violent: 1, hateful: 1, illegal: 1, other: 1 },
} satisfies Record<Reason, 1>) as Reason[];
/** The longest text that the service accepts. */
const MOST_WORDS = 1_000;

export default function ReportScreen({ token }: { token: string }) {
  const r = useReportWords();
  const { t } = useWords();
  const [isSent, setSent] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const path = `/manga/shared/${encodeURIComponent(token)}/reader.json`;
  const { data, error, refetch } = useQuery({
    queryKey: ["shared", token],
    queryFn: () => ask<Manifest>("GET", path, { isOpen: true }),
    staleTime: 0,
  });
  useTitle(r("title"));
  // The form that had the focus is gone.
  useEffect(() => {
    if (isSent) heading.current?.focus();
  }, [isSent]);
  if (error instanceof ApiError && error.status === 404) {
    return (
      <Bubble isWhole sound="シーン…" title={r("gone")}>
        <p>{r("goneHint")}</p>
        <Link to="/" className="button">
          {t("error.home")}
        </Link>
      </Bubble>
    );
  }
  if (error !== null) return <Failed isWhole error={error} onAgain={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <div className="report">
      <ReportedBook {...{ token, path }} manifest={data} />
      <section className="koma">
        <h1 className="display" tabIndex={-1} ref={heading}>
          {r(isSent ? "sent" : "title")}
        </h1>
        {isSent ? (
          <>
            <ol className="report-next">
              {(["next.1", "next.2", "next.3"] as const).map((key) => (
                <li key={key}>{r(key)}</li>
              ))}
            </ol>
            <a href={pageOf(token)} className="button">
              {r("back")}
            </a>
          </>
        ) : (
          <ReportForm token={token} onSent={() => setSent(true)} />
        )}
      </section>
    </div>
  );
}

/** The page of a shared book is not the studio's, so that its links load it. */
const pageOf = (token: string) => `/shared/${encodeURIComponent(token)}`;

/** `path`: of the manifest, below `/api/v1`; the manifest's addresses are relative to it. */
function ReportedBook({ token, path, manifest }: { token: string; path: string; manifest: Manifest }) {
  const r = useReportWords();
  const { title, language, pages } = manifest;
  const picture = pages[0]?.renditions[0];
  return (
    <aside className="report-book">
      {picture === undefined ? null : (
        <img src={new URL(picture.src, new URL(`/api/v1${path}`, location.href)).href} alt="" />
      )}
      <p>
        <a href={pageOf(token)} lang={language}>
          {title}
        </a>
        <small>{r("pages", { n: pages.filter(({ cover }) => cover !== true).length })}</small>
      </p>
    </aside>
  );
}

function ReportForm({ token, onSent }: { token: string; onSent: () => void }) {
  const r = useReportWords();
  const { t } = useWords();
  const [reason, setReason] = useState<Reason | undefined>(undefined);
  const [words, setWords] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (reason === undefined || isBusy) return;
    setBusy(true);
    setError(undefined);
    const said = words.trim();
    try {
      const body = { token, reason, ...(said !== "" && { words: said }) };
      await ask("POST", "/manga/reports", { body, isOpen: true });
      onSent();
    } catch (failed) {
      setError(failed);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={send}>
      <p>{r("lead")}</p>
      <OptionCards
        label={r("why")}
        name="reason"
        value={reason}
        options={REASONS.map((one) => ({ value: one, title: r(`why.${one}`), hint: r(`hint.${one}`) }))}
        onChoose={setReason}
      />
      <div className="report-words">
        <label className="field">
          <span>{r("words")}</span>
          <textarea
            value={words}
            rows={3}
            maxLength={MOST_WORDS}
            aria-describedby="report-words"
            onChange={({ target }) => setWords(target.value)}
          />
        </label>
        <small id="report-words">
          {r("wordsHint")} {words === "" ? null : r("count", { n: words.length, max: MOST_WORDS })}
        </small>
      </div>
      <ul className="report-notes">
        <li>{r("privacy")}</li>
        <li>{r("urgent")}</li>
      </ul>
      <Trouble error={error} />
      <button type="submit" className="button button-hot button-big" disabled={isBusy}>
        {isBusy ? t("wait.loading") : r("send")}
      </button>
    </form>
  );
}

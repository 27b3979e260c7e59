// The versions of a book: what made each, pages before and after, and restoring.
import { useEffect, useState } from "react";
import { ask } from "../../api.ts";
import { sharpUrl, type Version } from "../../documents.ts";
import { pairedPx } from "../../page-px.ts";
import { Trouble } from "../../parts/states.tsx";
import type { Change } from "../../use-change.ts";
import { useVersionPages } from "../../use-versions.ts";
import { useWords } from "../../words/words.tsx";

interface VersionsProps {
  sessionId: string;
  versions: readonly Version[];
  isWorking: boolean;
  change: Change;
}

export function Versions({ sessionId, versions, isWorking, change }: VersionsProps) {
  const { t, tongue } = useWords();
  const [opened, setOpened] = useState<number | undefined>(undefined);
  const first = versions[0]?.number;
  return (
    <section className="koma revise-versions">
      <h2>{t("revise.versions")}</h2>
      <ol className="versions" reversed>
        {versions.toReversed().map(({ number, what, of, at, current }) => (
          <li key={number}>
            <span>
              <b>{t("revise.version", { n: number })}</b>{" "}
              {what === "restore" && of !== undefined
                ? t("revise.restored", { n: of })
                : t(`revise.what.${what}`)}{" "}
              <time className="soft" dateTime={at}>
                {new Date(at).toLocaleString(tongue, { dateStyle: "medium", timeStyle: "short" })}
              </time>
            </span>
            <span className="row">
              {number === first || (current && isWorking) ? null : (
                <button
                  type="button"
                  className="button button-small"
                  aria-expanded={opened === number}
                  onClick={() => setOpened(opened === number ? undefined : number)}
                >
                  {t("revise.compare")}
                </button>
              )}
              {current ? (
                <span className="stamp">{t("revise.current")}</span>
              ) : (
                <button
                  type="button"
                  className="button button-small"
                  disabled={isWorking}
                  onClick={() =>
                    change({ kind: "other", method: "POST", path: `/versions/${number}/restore` })
                  }
                >
                  {t("revise.restore")}
                </button>
              )}
            </span>
            {opened === number ? (
              <Comparison
                sessionId={sessionId}
                before={versions[indexOf(versions, number) - 1]}
                after={number}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

const indexOf = (versions: readonly Version[], number: number) =>
  versions.findIndex((one) => one.number === number);

interface ComparisonProps {
  sessionId: string;
  before: Version | undefined;
  after: number;
}

function Comparison({ sessionId, before, after }: ComparisonProps) {
  const { t } = useWords();
  const [pages, setPages] = useState<number[] | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const from = before?.number ?? 1;
  useEffect(() => {
    const stop = new AbortController();
    const path = `/manga/sessions/${sessionId}/versions/compare?a=${from}&b=${after}`;
    ask<{ differences: { path: string }[] }>("GET", path, { signal: stop.signal }).then(
      ({ differences }) => setPages(pagesOf(differences)),
      (failed: unknown) => {
        if (!stop.signal.aborted) setError(failed);
      },
    );
    return () => stop.abort();
  }, [sessionId, from, after]);
  return (
    <div className="comparison">
      <Trouble error={error} />
      <p className="soft" role="status">
        {pages === undefined && error === undefined ? t("wait.loading") : null}
        {pages?.length === 0 ? t("revise.same") : null}
      </p>
      {(pages ?? []).slice(0, MOST_PAGES).map((page) => (
        <PagePair key={page} sessionId={sessionId} page={page} from={from} to={after} />
      ))}
    </div>
  );
}

/** Maximum number of pages shown in a comparison. */
const MOST_PAGES = 6;

/** The numbers of pages that look different, from paths such as `lettering/p003`. */
function pagesOf(differences: readonly { path: string }[]): number[] {
  const numbers = differences.flatMap(({ path }) => {
    const number = /^lettering\/p(\d+)/.exec(path)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function PagePair({
  sessionId,
  page,
  from,
  to,
}: {
  sessionId: string;
  page: number;
  from: number;
  to: number;
}) {
  const { t } = useWords();
  const found = useVersionPages(sessionId, page, [from, to]);
  return (
    <div className="page-pair">
      {(
        [
          [from, t("revise.before")],
          [to, t("revise.after")],
        ] as const
      ).map(([version, label]) => {
        const shown = found.get(version);
        const url = shown && sharpUrl(shown, pairedPx());
        return (
          <figure key={version}>
            <span className="cover">
              {url === undefined ? (
                <i className="tone" />
              ) : (
                <img src={url} alt={`${t("watch.pageAlt", { page })} · ${label}`} />
              )}
            </span>
            <figcaption>
              {label} · {t("watch.page", { n: page })}
            </figcaption>
          </figure>
        );
      })}
    </div>
  );
}

// What concerns the whole book: words everywhere, how it is bound, and its versions.
import { type FormEvent, useState } from "react";
import type { ClientPage, ClientSession, Version } from "../documents.ts";
import { useWords } from "../words/words.tsx";
import type { Change } from "./revise.tsx";

interface BookChangesProps {
  session: ClientSession;
  pages: readonly ClientPage[];
  versions: readonly Version[];
  isWorking: boolean;
  change: Change;
}

export function BookChanges({ session, pages, versions, isWorking, change }: BookChangesProps) {
  const { t } = useWords();
  const other = session.params.direction === "rtl" ? "ltr" : "rtl";
  return (
    <div className="revise-book">
      <FindAndReplace pages={pages} change={change} />
      <section className="koma">
        <h2>{t("revise.direction")}</h2>
        <p>{t(`direction.${session.params.direction}`)}</p>
        <button
          type="button"
          className="button"
          disabled={isWorking}
          onClick={() => change("PATCH", "/params", { direction: other })}
        >
          {t("revise.turn", { direction: t(`direction.${other}`) })}
        </button>
      </section>
      <section className="koma">
        <h2>{t("revise.versions")}</h2>
        <ol className="versions" reversed>
          {versions.toReversed().map(({ number, what, at, current }) => (
            <li key={number}>
              <span>
                <b>{t("revise.version", { n: number })}</b> {t(`revise.what.${what}`)}{" "}
                <time className="soft" dateTime={at}>
                  {new Date(at).toLocaleTimeString(document.documentElement.lang)}
                </time>
              </span>
              {current ? (
                <span className="stamp">{t("revise.current")}</span>
              ) : (
                <button
                  type="button"
                  className="button button-small"
                  disabled={isWorking}
                  onClick={() => change("POST", `/versions/${number}/restore`)}
                >
                  {t("revise.restore")}
                </button>
              )}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function FindAndReplace({ pages, change }: { pages: readonly ClientPage[]; change: Change }) {
  const { t } = useWords();
  const [find, setFind] = useState("");
  const [put, setPut] = useState("");
  const [progress, setProgress] = useState<{ done: number; n: number } | undefined>(undefined);
  const found = pages.flatMap(({ number, texts }) =>
    texts
      .filter(({ text }) => find !== "" && text.includes(find))
      .map(({ id, text }) => ({ number, id, text: text.replaceAll(find, put) })),
  );
  const fits = found.filter(({ text }) => text.trim() !== "");

  const replace = async (event: FormEvent) => {
    event.preventDefault();
    for (const [done, { number, id, text }] of fits.entries()) {
      setProgress({ done, n: fits.length });
      const path = `/pages/${number}/balloons/${id.replace("/", ".")}`;
      if (!(await change("PATCH", path, { text }))) return setProgress(undefined);
    }
    setProgress({ done: fits.length, n: fits.length });
  };

  return (
    <form className="koma" onSubmit={replace}>
      <h2>{t("revise.replace")}</h2>
      <label className="field">
        <span>{t("revise.find")}</span>
        <input value={find} onChange={(event) => setFind(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("revise.with")}</span>
        <input value={put} onChange={(event) => setPut(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={fits.length === 0}>
        {t("revise.replaceAll", { n: fits.length })}
      </button>
      <p role="status" className="soft">
        {progress === undefined ? null : t("revise.replacing", progress)}
      </p>
    </form>
  );
}

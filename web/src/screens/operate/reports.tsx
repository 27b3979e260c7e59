// Open reports about shared books, the latest first.
import { useQuery } from "@tanstack/react-query";
import { listReports } from "../../operate-api.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { useOperateWords } from "../../words/operate-words.ts";
import { useWords } from "../../words/words.tsx";

export function Reports({ onOpen }: { onOpen: (sessionId: string) => void }) {
  const o = useOperateWords();
  const { tongue } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: ["operate", "reports"],
    queryFn: listReports,
    staleTime: 0,
  });
  const time = new Intl.DateTimeFormat(tongue, { dateStyle: "short", timeStyle: "short" });
  if (error !== null) return <Failed error={error} onAgain={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data.books.length === 0) return <p className="soft">{o("noReports")}</p>;
  return (
    <ul className="operate-reports" aria-label={o("reports")}>
      {data.books.map(({ sessionId, count, lastAt, reports }) => (
        <li key={sessionId} className="koma">
          <div className="row">
            <button
              type="button"
              className="button button-small"
              aria-label={o("open", { id: sessionId })}
              onClick={() => onOpen(sessionId)}
            >
              {sessionId.slice(0, 8)}
            </button>
            <span className="soft">{o("count", { n: count, time: time.format(new Date(lastAt)) })}</span>
          </div>
          <ul>
            {reports.map(({ at, reason, words }) => (
              <li key={`${at}${reason}${words ?? ""}`}>
                <b>{o(`why.${reason}`)}</b> {words}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

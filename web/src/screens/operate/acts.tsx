// What operators did and why, newest first; of one session if given.
import { useInfiniteQuery } from "@tanstack/react-query";
import { listActs } from "../../operate-api.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { useOperateWords } from "../../words/operate-words.ts";
import { useWords } from "../../words/words.tsx";
import { WideTable } from "./wide-table.tsx";

interface ActsProps {
  sessionId?: string;
}

export function Acts({ sessionId }: ActsProps) {
  const o = useOperateWords();
  const { tongue } = useWords();
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ["operate", "acts", sessionId],
    queryFn: ({ pageParam }) => listActs(sessionId, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  if (error !== null) return <Failed error={error} onAgain={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const acts = data.pages.flatMap((page) => page.acts);
  if (acts.length === 0) return <p className="soft">{o("noActs")}</p>;
  const time = new Intl.DateTimeFormat(tongue, { dateStyle: "short", timeStyle: "medium" });
  return (
    <div className="operate-part">
      <WideTable label={o("acts")} heads={[o("when"), o("action"), o("about"), o("by"), o("reason")]}>
        {acts.map((act) => (
          <tr key={act.actId}>
            <td>{time.format(new Date(act.at))}</td>
            <td>{o(`act.${act.action}`)}</td>
            <td>
              <code>{(act.sessionId ?? act.ownerId ?? "").slice(0, 8)}</code>{" "}
              {act.step === undefined ? null : <code>{act.step}</code>}
            </td>
            <td>
              <code>{act.by.slice(0, 8)}</code>
            </td>
            <td className="operate-reason">{act.reason}</td>
          </tr>
        ))}
      </WideTable>
      {hasNextPage ? (
        <button type="button" className="button" onClick={() => void fetchNextPage()}>
          {o("more")}
        </button>
      ) : null}
    </div>
  );
}

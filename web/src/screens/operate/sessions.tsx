// Sessions of all owners, newest first, by state.
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listSessions, type OperatedSession } from "../../operate-api.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { useOperateWords } from "../../words/operate-words.ts";
import { useWords } from "../../words/words.tsx";
import { WideTable } from "./wide-table.tsx";

const STATES = ["queued", "running", "waiting", "completed", "failed", "cancelled"] as const;
/** How often the list is asked for again, in ms. */
const AGAIN_MS = 10_000;

export function Sessions({ onOpen }: { onOpen: (sessionId: string) => void }) {
  const o = useOperateWords();
  const { t, money, tongue } = useWords();
  const [status, setStatus] = useState<OperatedSession["status"]>();
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ["operate", "sessions", status],
    queryFn: ({ pageParam }) => listSessions(status, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
  const sessions = data?.pages.flatMap((page) => page.sessions);
  const time = new Intl.DateTimeFormat(tongue, { dateStyle: "short", timeStyle: "medium" });
  return (
    <div className="operate-part">
      <label className="field operate-state">
        <span>{o("state")}</span>
        <select
          value={status ?? ""}
          onChange={({ target }) => setStatus(STATES.find((one) => one === target.value))}
        >
          <option value="">{o("all")}</option>
          {STATES.map((one) => (
            <option key={one} value={one}>
              {o(`status.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {error === null ? null : <Failed error={error} onAgain={() => void refetch()} />}
      {sessions === undefined ? (
        error === null ? (
          <Loading />
        ) : null
      ) : sessions.length === 0 ? (
        <p className="soft">{o("none")}</p>
      ) : (
        <WideTable
          label={o("sessions")}
          heads={[o("id"), o("state"), o("phase"), o("owner"), o("started"), o("cost")]}
        >
          {sessions.map((one) => (
            <tr key={one.sessionId} data-status={one.status}>
              <td>
                <button
                  type="button"
                  className="button button-small"
                  aria-label={o("open", { id: one.sessionId })}
                  onClick={() => onOpen(one.sessionId)}
                >
                  {one.sessionId.slice(0, 8)}
                </button>
              </td>
              <td>
                {o(`status.${one.status}`)}
                {one.error === undefined ? null : <code> {one.error}</code>}
              </td>
              <td>{one.currentPhase === undefined ? "" : t(`phase.${one.currentPhase}`)}</td>
              <td>{one.ownerId.slice(0, 8)}</td>
              <td>{time.format(new Date(one.createdAt))}</td>
              <td>{money(one.costMicros)}</td>
            </tr>
          ))}
        </WideTable>
      )}
      {hasNextPage ? (
        <button type="button" className="button" onClick={() => void fetchNextPage()}>
          {o("more")}
        </button>
      ) : null}
    </div>
  );
}

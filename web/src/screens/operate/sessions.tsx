// Sessions of all owners by state, age and cost, and commands on many of them at once.
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  BULK_COMMANDS,
  type BulkResult,
  commandAll,
  listSessions,
  type OperatedSession,
  type SessionOrder,
} from "../../operate-api.ts";
import { Failed, Loading, Trouble } from "../../parts/states.tsx";
import { useOperateWords } from "../../words/operate-words.ts";
import { useWords } from "../../words/words.tsx";
import { ReasonField } from "./reason-field.tsx";
import { useCommand } from "./use-command.ts";
import { WideTable } from "./wide-table.tsx";

const STATES = ["queued", "running", "waiting", "completed", "failed", "cancelled"] as const;
const ORDERS = ["newest", "oldest", "costliest"] as const;
/** Sessions of one command, as the service takes them. */
const MOST_CHOSEN = 50;
/** How often the list is asked for again, in ms. */
const AGAIN_MS = 10_000;

export function Sessions({ onOpen }: { onOpen: (sessionId: string) => void }) {
  const o = useOperateWords();
  const { t, money, tongue } = useWords();
  const [status, setStatus] = useState<OperatedSession["status"]>();
  const [order, setOrder] = useState<SessionOrder>("newest");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  /** Whether the result of a command on the chosen ones is shown. */
  const [hasResult, setHasResult] = useState(false);
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ["operate", "sessions", status, order],
    queryFn: ({ pageParam }) => listSessions({ status, order }, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
  const sessions = data?.pages.flatMap((page) => page.sessions);
  const time = new Intl.DateTimeFormat(tongue, { dateStyle: "short", timeStyle: "medium" });
  const choose = (sessionId: string, isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      if (isChosen && after.size < MOST_CHOSEN) after.add(sessionId);
      else after.delete(sessionId);
      return after;
    });
  return (
    <div className="operate-part">
      <div className="row">
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
        <label className="field operate-state">
          <span>{o("order")}</span>
          <select
            value={order}
            onChange={({ target }) => setOrder(ORDERS.find((one) => one === target.value) ?? "newest")}
          >
            {ORDERS.map((one) => (
              <option key={one} value={one}>
                {o(`order.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {chosen.size === 0 && !hasResult ? null : (
        <Bulk
          chosen={[...chosen]}
          onDone={() => {
            setChosen(new Set());
            setHasResult(true);
            return refetch();
          }}
        />
      )}
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
          heads={[o("choose"), o("id"), o("state"), o("phase"), o("owner"), o("started"), o("cost")]}
        >
          {sessions.map((one) => (
            <tr key={one.sessionId} data-status={one.status}>
              <td>
                <input
                  type="checkbox"
                  checked={chosen.has(one.sessionId)}
                  aria-label={o("chooseOne", { id: one.sessionId })}
                  onChange={({ target }) => choose(one.sessionId, target.checked)}
                />
              </td>
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

interface BulkProps {
  chosen: string[];
  onDone: () => Promise<unknown>;
}

/** Commands on the chosen sessions, and which of them were refused. */
function Bulk({ chosen, onDone }: BulkProps) {
  const o = useOperateWords();
  const form = useCommand();
  const [refused, setRefused] = useState<BulkResult[]>([]);
  return (
    <fieldset className="koma operate-commands">
      <legend>{o("chosen", { n: chosen.length })}</legend>
      <ReasonField value={form.reason} onChange={form.setReason} hint={o("bulkHint")} />
      <div className="row">
        {BULK_COMMANDS.map((what) => (
          <button
            key={what}
            type="button"
            className="button"
            disabled={!form.isReady || chosen.length === 0}
            onClick={() =>
              void form.send(async (reason) => {
                const { results } = await commandAll(what, chosen, reason);
                const not = results.filter((one) => one.refused !== undefined);
                setRefused(not);
                await onDone();
                return o("doneMany", { what: o(what), n: results.length - not.length });
              })
            }
          >
            {o(what)}
          </button>
        ))}
      </div>
      <p role="status" className="soft">
        {form.said}
      </p>
      {refused.length === 0 ? null : (
        <ul>
          {refused.map((one) => (
            <li key={one.sessionId}>
              {one.sessionId.slice(0, 8)}: <code>{one.refused}</code>
            </li>
          ))}
        </ul>
      )}
      <Trouble error={form.error} />
    </fieldset>
  );
}

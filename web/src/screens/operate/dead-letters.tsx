// Messages that Pub/Sub gave up: open the session, redrive it, then forget the message.
import { useInfiniteQuery } from "@tanstack/react-query";
import { forgetDeadLetter, listDeadLetters } from "../../operate-api.ts";
import { Failed, Loading, Trouble } from "../../parts/states.tsx";
import { useOperateWords } from "../../words/operate-words.ts";
import { ReasonField } from "./reason-field.tsx";
import { useCommand } from "./use-command.ts";
import { WideTable } from "./wide-table.tsx";

export function DeadLetters({ onOpen }: { onOpen: (sessionId: string) => void }) {
  const o = useOperateWords();
  const command = useCommand();
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ["operate", "dead-letters"],
    queryFn: ({ pageParam }) => listDeadLetters(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  if (error !== null) return <Failed error={error} onAgain={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const letters = data.pages.flatMap((page) => page.letters);
  if (letters.length === 0) return <p className="soft">{o("noLetters")}</p>;
  return (
    <div className="operate-part">
      <ReasonField value={command.reason} onChange={command.setReason} hint={o("letterHint")} />
      <p role="status" className="soft">
        {command.said}
      </p>
      <Trouble error={command.error} />
      <WideTable label={o("letters")} heads={[o("id"), o("sessions"), o("step"), o("attempts"), ""]}>
        {letters.map(({ letterId, sessionId, step, deliveryAttempt }) => (
          <tr key={letterId}>
            <td>
              <code>{letterId}</code>
            </td>
            <td>
              {sessionId === undefined ? (
                o("unreadable")
              ) : (
                <button
                  type="button"
                  className="button button-small"
                  aria-label={o("open", { id: sessionId })}
                  onClick={() => onOpen(sessionId)}
                >
                  {sessionId.slice(0, 8)}
                </button>
              )}
            </td>
            <td>{step === undefined ? "" : <code>{step}</code>}</td>
            <td>{deliveryAttempt}</td>
            <td>
              <button
                type="button"
                className="button button-small"
                disabled={!command.isReady}
                aria-label={o("forgetOne", { id: letterId })}
                onClick={() =>
                  void command.send(async (reason) => {
                    await forgetDeadLetter(letterId, reason);
                    await refetch();
                    return o("done", { what: o("forget") });
                  })
                }
              >
                {o("forget")}
              </button>
            </td>
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

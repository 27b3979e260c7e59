// One session for operators: its steps without their contents, and commands that need a reason.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  command,
  type OperatorCommand,
  readOwner,
  readSession,
  rerunStep,
  type SessionDetail,
} from "../../operate-api.ts";
import { Failed, Loading, Trouble } from "../../parts/states.tsx";
import { type OperateWord, useOperateWords } from "../../words/operate-words.ts";
import { useWords } from "../../words/words.tsx";
import { Acts } from "./acts.tsx";
import { Content } from "./content.tsx";
import { ReasonField } from "./reason-field.tsx";
import { useCommand } from "./use-command.ts";
import { WideTable } from "./wide-table.tsx";

/** How often a session is read again, in ms. */
const AGAIN_MS = 5_000;

interface OperatedSessionProps {
  sessionId: string;
  onBack: () => void;
}

export function OperatedSessionView({ sessionId, onBack }: OperatedSessionProps) {
  const o = useOperateWords();
  const { tongue } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: ["operate", "session", sessionId],
    queryFn: () => readSession(sessionId),
    refetchInterval: AGAIN_MS,
  });
  const ownerId = data?.session.ownerId;
  const { data: owner, refetch: refetchOwner } = useQuery({
    queryKey: ["operate", "owner", ownerId],
    queryFn: () => readOwner(ownerId ?? ""),
    enabled: ownerId !== undefined,
  });
  const time = (at: string) =>
    new Intl.DateTimeFormat(tongue, { dateStyle: "short", timeStyle: "medium" }).format(new Date(at));
  return (
    <section aria-label={o("session", { id: sessionId })}>
      <button type="button" className="button button-small" onClick={onBack}>
        {o("back")}
      </button>
      <h2 className="operate-id">{o("session", { id: sessionId })}</h2>
      {error === null ? null : <Failed error={error} onAgain={() => void refetch()} />}
      {data === undefined ? (
        error === null ? (
          <Loading />
        ) : null
      ) : (
        <>
          <p>
            {o(`status.${data.session.status}`)} · {o("ownerOf", { owner: data.session.ownerId })}
            {data.trace === undefined ? null : ` · ${o("trace", { id: data.trace })}`}
          </p>
          {data.sweep === undefined ? null : (
            <p className="trouble">
              {o(data.sweep.parked ? "sweepParked" : "sweep", {
                n: data.sweep.failures,
                error: data.sweep.error,
              })}
            </p>
          )}
          {data.session.withdrawn === undefined ? null : (
            <p className="trouble">
              {o("withdrawnSince", {
                time: time(data.session.withdrawn.at),
                reason: data.session.withdrawn.reason ?? "",
              })}
            </p>
          )}
          {owner?.suspended === undefined ? null : (
            <p className="trouble">
              {o("suspendedSince", { time: time(owner.suspended.at), reason: owner.suspended.reason })}
            </p>
          )}
          <Commands
            session={data.session}
            steps={data.steps}
            isSuspended={owner?.suspended !== undefined}
            onDone={() => Promise.all([refetch(), refetchOwner()])}
          />
          <Steps steps={data.steps} time={time} />
          <Content sessionId={sessionId} />
          <h3>{o("acts")}</h3>
          <Acts key={data.session.version} sessionId={sessionId} />
        </>
      )}
    </section>
  );
}

interface CommandsProps extends Pick<SessionDetail, "session" | "steps"> {
  isSuspended: boolean;
  onDone: () => Promise<unknown>;
}

function Commands({ session, steps, isSuspended, onDone }: CommandsProps) {
  const o = useOperateWords();
  const form = useCommand();
  const [step, setStep] = useState("");
  const isOver = ["completed", "failed", "cancelled"].includes(session.status);
  const offered: OperatorCommand[] = [
    ...(isOver ? [] : (["park", "cancel"] as const)),
    "redrive",
    session.withdrawn === undefined ? "withdraw" : "admit",
    "close",
    isSuspended ? "restore" : "suspend",
  ];
  const send = (what: OperateWord, work: (reason: string) => Promise<unknown>) =>
    void form.send(async (reason) => {
      await work(reason);
      await onDone();
      return o("done", { what: o(what) });
    });
  const made = steps.filter(({ state }) => state === "done");
  return (
    <fieldset className="koma operate-commands">
      <legend>{o("commands")}</legend>
      <ReasonField value={form.reason} onChange={form.setReason} hint={o("reasonHint")} />
      <div className="row">
        {offered.map((what) => (
          <button
            key={what}
            type="button"
            className="button"
            disabled={!form.isReady}
            onClick={() => send(what, (reason) => command(what, session, reason))}
          >
            {o(what)}
          </button>
        ))}
      </div>
      {isOver && session.status !== "cancelled" && made.length > 0 ? (
        <div className="row operate-rerun">
          <label className="field">
            <span>{o("rerunStep")}</span>
            <select value={step} onChange={({ target }) => setStep(target.value)}>
              <option value="">{o("noStep")}</option>
              {made.map((one) => (
                <option key={one.step} value={one.step}>
                  {one.step}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            className="button"
            disabled={!form.isReady || step === ""}
            onClick={() => send("rerun", (reason) => rerunStep(session.sessionId, step, reason))}
          >
            {o("rerun")}
          </button>
        </div>
      ) : null}
      <p role="status" className="soft">
        {form.said}
      </p>
      <Trouble error={form.error} />
    </fieldset>
  );
}

function Steps({ steps, time }: { steps: SessionDetail["steps"]; time: (at: string) => string }) {
  const o = useOperateWords();
  const { money } = useWords();
  return (
    <WideTable
      label={o("steps")}
      heads={[o("step"), o("state"), o("attempts"), o("ended"), o("cost"), o("error")]}
    >
      {steps.map(({ step, state, attempts, endedAt, costMicros, error, output }) => (
        <tr key={step} data-status={state}>
          <td>
            <code title={output}>{step}</code>
          </td>
          <td>{o(`step.${state}`)}</td>
          <td>{attempts}</td>
          <td>{endedAt === undefined ? "" : time(endedAt)}</td>
          <td>{money(costMicros)}</td>
          <td>{error === undefined ? "" : <code>{error}</code>}</td>
        </tr>
      ))}
    </WideTable>
  );
}

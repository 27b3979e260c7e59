// What was spent on a day, beside the ceilings of the service, and the switch that stops all spending.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { readSpend, readSwitch, type SpendOfDay, setSwitch } from "../../operate-api.ts";
import { Failed, Loading, Trouble } from "../../parts/states.tsx";
import { useOperateWords } from "../../words/operate-words.ts";
import { useWords } from "../../words/words.tsx";
import { ReasonField } from "./reason-field.tsx";
import { useCommand } from "./use-command.ts";
import { WideTable } from "./wide-table.tsx";

/** How often the sums are read again, in ms. */
const AGAIN_MS = 30_000;

const today = () => new Date().toISOString().slice(0, 10);

export function Spending() {
  const o = useOperateWords();
  const [day, setDay] = useState(today);
  const { data, error, refetch } = useQuery({
    queryKey: ["operate", "spend", day],
    queryFn: () => readSpend(day),
    refetchInterval: AGAIN_MS,
  });
  return (
    <div className="operate-part">
      <Switch />
      <label className="field operate-state">
        <span>{o("day")}</span>
        <input
          type="date"
          value={day}
          max={today()}
          onChange={({ target }) => target.value !== "" && setDay(target.value)}
        />
      </label>
      {error === null ? null : <Failed error={error} onAgain={() => void refetch()} />}
      {data === undefined ? error === null ? <Loading /> : null : <Sums spend={data} />}
    </div>
  );
}

function Switch() {
  const o = useOperateWords();
  const command = useCommand();
  const { data, error, refetch } = useQuery({ queryKey: ["operate", "switch"], queryFn: readSwitch });
  if (error !== null) return <Failed error={error} onAgain={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const to = data.isOff ? "switchOn" : "switchOff";
  return (
    <fieldset className="koma operate-commands" data-stopped={data.isOff || undefined}>
      <legend>{o("switch")}</legend>
      <p className={data.isOff ? "trouble" : undefined}>
        {data.isOff ? o("isOff", { reason: data.reason ?? "" }) : o("isOn")}
      </p>
      <ReasonField value={command.reason} onChange={command.setReason} hint={o("switchHint")} />
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={!command.isReady}
          onClick={() =>
            void command.send(async (reason) => {
              await setSwitch(!data.isOff, reason);
              await refetch();
              return o("done", { what: o(to) });
            })
          }
        >
          {o(to)}
        </button>
      </div>
      <p role="status" className="soft">
        {command.said}
      </p>
      <Trouble error={command.error} />
    </fieldset>
  );
}

function Sums({ spend }: { spend: SpendOfDay }) {
  const o = useOperateWords();
  const { money } = useWords();
  const known = spend.models.reduce((sum, { micros }) => sum + micros, 0);
  const others = spend.micros - known;
  return (
    <>
      <p className="operate-sum">
        <b>{money(spend.micros)}</b> {o("calls", { n: spend.calls })}
      </p>
      <Ceilings spend={spend} />
      <WideTable label={o("byModel")} heads={[o("model"), o("callCount"), o("cost"), o("share")]}>
        {spend.models.map(({ model, calls, micros }) => (
          <tr key={model}>
            <td>
              <code>{model}</code>
            </td>
            <td>{calls}</td>
            <td>{money(micros)}</td>
            <td>
              <progress value={micros} max={Math.max(1, spend.micros)} aria-label={model} />
            </td>
          </tr>
        ))}
        {others <= 0 ? null : (
          <tr>
            <td>{o("otherModels")}</td>
            <td />
            <td>{money(others)}</td>
            <td />
          </tr>
        )}
      </WideTable>
      <WideTable label={o("byOwner")} heads={[o("owner"), o("allotted"), o("limit")]}>
        {spend.owners.map(({ ownerId, allottedMicros, limitMicros }) => (
          <tr key={ownerId}>
            <td>
              <code>{ownerId}</code>
            </td>
            <td>{money(allottedMicros)}</td>
            <td>{limitMicros === undefined ? o("general") : money(limitMicros)}</td>
          </tr>
        ))}
      </WideTable>
    </>
  );
}

/** What sessions hold of the money of this hour and this day, and how many have started. */
function Ceilings({ spend: { windows, limits } }: { spend: SpendOfDay }) {
  const o = useOperateWords();
  const { money } = useWords();
  if (windows === undefined || limits === undefined) return null;
  const bars = [
    ["hour", windows.hour.givenMicros, limits.hourMicros, money],
    ["dayMoney", windows.day.givenMicros, limits.dayMicros, money],
    ["hourSessions", windows.hour.sessions, limits.hourSessions, String],
    ["daySessions", windows.day.sessions, limits.daySessions, String],
  ] as const;
  return (
    <dl className="operate-ceilings">
      {bars.map(([what, value, most, shown]) => (
        <div key={what}>
          <dt>{o(what)}</dt>
          <dd>
            <progress value={value} max={Math.max(1, most)} aria-label={o(what)} />
            {o("of", { value: shown(value), most: shown(most) })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

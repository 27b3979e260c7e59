// Tells an owner what operators did with a book: that it is withdrawn, and that one opened it without being asked to, each with its reason.
import type { OwnedSession } from "../documents.ts";
import type { OperatorsAccess } from "../members.ts";
import { useMemberWords } from "../words/member-words.ts";
import { useWords } from "../words/words.tsx";

export function OperatorsNotice({
  withdrawn,
  openings = [],
}: Pick<OwnedSession, "withdrawn"> & Partial<OperatorsAccess>) {
  const { tongue } = useWords();
  const m = useMemberWords();
  if (withdrawn === undefined && openings.length === 0) return null;
  const format = new Intl.DateTimeFormat(tongue, { dateStyle: "medium", timeStyle: "short" });
  const time = (at: string) => format.format(new Date(at));
  return (
    <div className="trouble">
      {withdrawn === undefined ? null : (
        <p>{m("operators.withdrawn", { time: time(withdrawn.at), reason: withdrawn.reason })}</p>
      )}
      {openings.map(({ at, reason }) => (
        <p key={at}>{m("operators.opened", { time: time(at), reason })}</p>
      ))}
    </div>
  );
}

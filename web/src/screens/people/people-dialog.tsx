// The people of a book: its owner invites them, changes their roles and removes them; a member sees their role and can leave.
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { ClientSession } from "../../documents.ts";
import {
  askForPeople,
  type BookPeople,
  changeRole,
  type Invite,
  leaveBook,
  limitEditors,
  type Member,
  type MemberRole,
  type Membership,
  makeInvite,
  removeMember,
  withdrawInvite,
} from "../../members.ts";
import { Choice } from "../../parts/choice.tsx";
import { ConfirmDialog, Dialog } from "../../parts/dialog.tsx";
import { OptionCards } from "../../parts/option-cards.tsx";
import { Failed, Loading, Trouble } from "../../parts/states.tsx";
import { Link, navigate } from "../../router.tsx";
import { forgetServerState } from "../../server-state.ts";
import "../../styles/members.css";
import { type MemberWord, useMemberWords } from "../../words/member-words.ts";
import { useWords } from "../../words/words.tsx";

interface PeopleProps {
  session: ClientSession;
  membership: Membership;
  onClose: () => void;
}

export default function PeopleDialog({ session, membership, onClose }: PeopleProps) {
  const m = useMemberWords();
  return (
    <Dialog label={m("people")} onClose={onClose}>
      <div className="members">
        {membership.role === "owner" ? (
          <People sessionId={session.sessionId} />
        ) : (
          <OwnRole {...{ session, membership }} />
        )}
      </div>
    </Dialog>
  );
}

const ROLES = ["reader", "commenter", "editor"] as const satisfies readonly MemberRole[];
const USES = [1, 5, 20] as const;

function People({ sessionId }: { sessionId: string }) {
  const m = useMemberWords();
  const [people, setPeople] = useState<BookPeople | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const [trouble, setTrouble] = useState<unknown>(undefined);
  const [said, setSaid] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const load = useCallback(async () => {
    setError(undefined);
    try {
      setPeople(await askForPeople(sessionId));
    } catch (failed) {
      setError(failed);
    }
  }, [sessionId]);
  useEffect(() => void load(), [load]);
  /** `isGone`: the control that had the focus disappears. */
  const act = async (what: () => Promise<unknown>, done: string, isGone: boolean) => {
    setTrouble(undefined);
    try {
      await what();
    } catch (failed) {
      setTrouble(failed);
      return;
    }
    await load();
    setSaid(done);
    if (isGone) heading.current?.focus();
  };
  if (error !== undefined) return <Failed error={error} onAgain={load} />;
  if (people === undefined) return <Loading />;
  const { members, invites, editors } = people;
  return (
    <>
      <InviteForm sessionId={sessionId} onMade={load} />
      <p className="unseen" role="status">
        {said}
      </p>
      <Trouble error={trouble} />
      {invites.length === 0 ? null : (
        <section>
          <h3>{m("open")}</h3>
          <ul className="member-list">
            {invites.map((invite) => (
              <OpenInvite
                key={invite.inviteId}
                invite={invite}
                onWithdraw={() => act(() => withdrawInvite(sessionId, invite.inviteId), m("withdrawn"), true)}
              />
            ))}
          </ul>
        </section>
      )}
      {[...members, ...invites].some(({ role }) => role === "editor") ? (
        <EditorsLimit
          {...editors}
          onSet={(micros) => act(() => limitEditors(sessionId, micros), m("limitSet"), false)}
        />
      ) : null}
      <section>
        <h3 tabIndex={-1} ref={heading}>
          {m("members")}
        </h3>
        {members.length === 0 ? <p className="soft">{m("alone")}</p> : null}
        <ul className="member-list">
          {members.map((member) => (
            <MemberRow
              key={member.memberId}
              member={member}
              onRole={(role) => {
                const done = m("changed", { name: member.name ?? m("noName"), role: m(`role.${role}`) });
                void act(() => changeRole(sessionId, member.memberId, role), done, false);
              }}
              onRemove={() => {
                const done = m("removed", { name: member.name ?? m("noName") });
                void act(() => removeMember(sessionId, member.memberId), done, true);
              }}
            />
          ))}
        </ul>
      </section>
    </>
  );
}

function InviteForm({ sessionId, onMade }: { sessionId: string; onMade: () => Promise<void> }) {
  const m = useMemberWords();
  const { t } = useWords();
  const [role, setRole] = useState<MemberRole>("reader");
  const [uses, setUses] = useState("1");
  const [link, setLink] = useState<string | undefined>(undefined);
  const [isCopied, setCopied] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    setCopied(false);
    try {
      const token = await makeInvite(sessionId, { role, uses: Number(uses) });
      setLink(`${location.origin}/join#${token}`);
      await onMade();
    } catch (failed) {
      setError(failed);
    }
    setBusy(false);
  };
  const copy = () =>
    navigator.clipboard?.writeText(link ?? "").then(
      () => setCopied(true),
      // If copying is not allowed, the link can be copied by hand.
      () => setCopied(false),
    );
  return (
    <form className="invite" onSubmit={make}>
      <OptionCards
        label={m("asRole")}
        name="role"
        value={role}
        options={ROLES.map((one) => ({ value: one, title: m(`may.${one}`), hint: m(`hint.${one}`) }))}
        onChoose={setRole}
      />
      <div className="invite-make">
        <Choice
          label={m("forWhom")}
          value={uses}
          options={USES.map((count) => [String(count), m(`uses.${count}`)])}
          onChoose={setUses}
        />
        <button type="submit" className="button button-hot" disabled={isBusy}>
          {m("make")}
        </button>
      </div>
      <Trouble error={error} />
      {link === undefined ? null : (
        <div className="invite-link">
          <div className="share-link">
            <input readOnly value={link} aria-label={m("link")} onFocus={(event) => event.target.select()} />
            <button type="button" className="button button-ink" onClick={copy}>
              {t(isCopied ? "share.copied" : "share.copy")}
            </button>
          </div>
          <p className="soft" role="status">
            {m("linkHint")} {isCopied ? t("share.copied") : null}
          </p>
        </div>
      )}
    </form>
  );
}

const MICROS = 1_000_000;
/** The highest limit that the service accepts, in dollars. */
const MOST_DOLLARS = 1_000;

interface EditorsLimitProps {
  limitMicros: number;
  spentMicros: number;
  onSet: (micros: number) => Promise<void>;
}

function EditorsLimit({ limitMicros, spentMicros, onSet }: EditorsLimitProps) {
  const m = useMemberWords();
  const { money } = useWords();
  const [dollars, setDollars] = useState((limitMicros / MICROS).toFixed(2));
  const set = (event: FormEvent) => {
    event.preventDefault();
    void onSet(Math.round(Number(dollars) * MICROS));
  };
  return (
    <form className="invite-make" onSubmit={set}>
      <label className="field">
        <span>{m("editorsLimit")}</span>
        <input
          type="number"
          min={0}
          max={MOST_DOLLARS}
          step={0.01}
          required
          value={dollars}
          aria-describedby="editors-limit"
          onChange={({ target }) => setDollars(target.value)}
        />
      </label>
      <button type="submit" className="button">
        {m("setLimit")}
      </button>
      <p id="editors-limit" className="soft invite-hint">
        {m("editorsLimitHint", { spent: money(spentMicros) })}
      </p>
    </form>
  );
}

function useTime() {
  const { tongue } = useWords();
  const times = new Intl.DateTimeFormat(tongue, { dateStyle: "medium", timeStyle: "short" });
  return (at: string) => times.format(new Date(at));
}

function OpenInvite({ invite, onWithdraw }: { invite: Invite; onWithdraw: () => void }) {
  const m = useMemberWords();
  const time = useTime();
  const role: MemberWord = `role.${invite.role}`;
  const until = m("usesLeft", { n: invite.usesLeft, time: time(invite.expiresAt) });
  return (
    <li>
      <p>
        <b>{m(role)}</b>
        <small>{until}</small>
      </p>
      <button
        type="button"
        className="button button-small"
        aria-label={m("withdrawOf", { what: `${m(role)}, ${until}` })}
        onClick={onWithdraw}
      >
        {m("withdraw")}
      </button>
    </li>
  );
}

interface MemberRowProps {
  member: Member;
  onRole: (role: MemberRole) => void;
  onRemove: () => void;
}

function MemberRow({ member, onRole, onRemove }: MemberRowProps) {
  const m = useMemberWords();
  const time = useTime();
  const [isAsking, setAsking] = useState(false);
  const name = member.name ?? m("noName");
  return (
    <li>
      <p>
        <b>{name}</b>
        <small>{m("since", { time: time(member.joinedAt) })}</small>
      </p>
      <select
        aria-label={m("roleOf", { name })}
        value={member.role}
        onChange={({ target }) => {
          const role = ROLES[target.selectedIndex];
          if (role !== undefined) onRole(role);
        }}
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {m(`role.${role}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button button-small"
        aria-label={m("removeOf", { name })}
        onClick={() => setAsking(true)}
      >
        {m("remove")}
      </button>
      {isAsking ? (
        <ConfirmDialog
          question={m("removeSure", { name })}
          yes={m("remove")}
          no={m("keep")}
          onYes={() => {
            setAsking(false);
            onRemove();
          }}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </li>
  );
}

function OwnRole({ session, membership }: Pick<PeopleProps, "session" | "membership">) {
  const m = useMemberWords();
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const { role, name } = membership;
  const leave = async () => {
    setAsking(false);
    try {
      await leaveBook(session.sessionId);
    } catch (failed) {
      setError(failed);
      return;
    }
    navigate("/shelf");
    forgetServerState(session.sessionId);
  };
  return (
    <>
      <p>
        {m("yours")}: <b>{m(`role.${role}`)}</b>
        {name === undefined ? null : ` (${name})`}
      </p>
      {role === "owner" ? null : <p className="soft">{m(`hint.${role}`)}</p>}
      <p className="soft">
        {m("guestHint")} <Link to="/account">{m("account")}</Link>
      </p>
      <Trouble error={error} />
      <div className="row">
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {m("leave")}
        </button>
      </div>
      {isAsking ? (
        <ConfirmDialog
          question={m("leaveSure", { title: session.title || t("shelf.untitled") })}
          yes={m("leave")}
          no={m("stay")}
          onYes={leave}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

// Buttons on the panels of a page, which open their comments.
import type { ClientPage } from "../../documents.ts";
import type { CommentPlace, Membership, PlacedComment } from "../../members.ts";
import "../../styles/members.css";
import { useMemberWords } from "../../words/member-words.ts";
import { boxOf, placed } from "../book/live-page.tsx";

interface CommentPinsProps {
  page: ClientPage;
  /** Those of the whole book. */
  comments: readonly PlacedComment[];
  membership: Membership;
  onPlace: (place: CommentPlace) => void;
}

export default function CommentPins({ page, comments, membership, onPlace }: CommentPinsProps) {
  const m = useMemberWords();
  const mayWrite = membership.role !== "reader";
  return page.panels.map(({ id, frame }) => {
    const count = comments.filter(({ page: at, panel }) => at === page.number && panel === id).length;
    if (frame === undefined || (count === 0 && !mayWrite)) return null;
    const { left, top } = placed(boxOf(frame));
    const where = m("onPanel", { page: page.number, n: id.slice(1) });
    return (
      <button
        key={id}
        type="button"
        className="pin"
        data-some={count > 0 || undefined}
        style={{ left, top }}
        aria-label={m("pin", { place: where, n: count })}
        onClick={() => onPlace({ page: page.number, panel: id })}
      >
        {count > 0 ? count : "+"}
      </button>
    );
  });
}

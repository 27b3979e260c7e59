import { expect, test } from "vitest";
import { brokenPromises, type ChaosReport, chaosText } from "./report.ts";

/** Report of a thousand sessions that kept all promises. */
const REPORT: ChaosReport = {
  ...{ sessions: 1_000, seed: 7, seconds: 1_900, built: false, finished: 998, failed: 2, lost: 0, stuck: 0 },
  ...{ doubleEffects: 0, staleWrites: 0, failedWithoutCause: 0, deadLetters: 0 },
  ...{ paidCalls: 15_000, paidRepeats: 85, failedCalls: 2_100, batches: 1_500, batchesLeft: 0 },
  ...{ edits: 300, sheetRedraws: 200, sceneRedraws: 210, wishesCancelled: 40, wishesFailed: 0 },
  ...{ lostWishes: 0, otherPictures: 0, editsOverpaid: 0 },
  repeatsAfter: { crash: 70, outage: 15, standstill: 0, nothing: 0 },
  cutOff: { crash: 75, outage: 200, standstill: 1 },
  ...{ crashes: 540, kills: 377, suiteKills: 129 },
  crashesAt: { claimed: 50, paid: 54, stored: 51, recorded: 52, published: 50, answering: 49, anywhere: 234 },
  suite: {
    delivery: 39_000,
    doubled: 7_300,
    reordered: 4_700,
    lapsed: 2_350,
    commit: 170_000,
    aborted: 10_200,
  },
  ...{ booksEqual: true, booksDiffering: 0, findings: [] },
};

test("a campaign holds if nothing is lost, done twice or paid without a cause, and enough faults were injected", () => {
  expect(brokenPromises(REPORT)).toEqual([]);
  expect(chaosText(REPORT)).toMatch(
    /paid repeats ÷ crashes between call and record: 85 \/ 275;.*\n(?:.*\n)*holds$/,
  );
});

test.each<[Partial<ChaosReport>, string]>([
  [{ lost: 1, finished: 997 }, "1 sessions lost"],
  [{ stuck: 2, finished: 996 }, "2 sessions stuck"],
  [{ doubleEffects: 1 }, "1 double effects"],
  [{ staleWrites: 3 }, "3 stale writes"],
  [{ batchesLeft: 2 }, "2 batches left at their vendor"],
  [{ lostWishes: 2 }, "2 wishes lost"],
  [{ otherPictures: 1 }, "1 pictures changed that no wish was about"],
  [{ editsOverpaid: 1 }, "1 panels with more edits paid than asked for"],
  [{ edits: 0 }, "there were no edits of pictures"],
  [{ sheetRedraws: 0 }, "there were no sheets drawn again"],
  [{ sceneRedraws: 0 }, "there were no scenes drawn again"],
  [{ failedWithoutCause: 1 }, "1 sessions failed without cause"],
  [{ repeatsAfter: { ...REPORT.repeatsAfter, nothing: 1 } }, "1 paid repeats without cause"],
  [{ paidRepeats: 276 }, "276 paid repeats, and 275 crashes between a paid call and its record"],
  [{ booksEqual: false, booksDiffering: 4 }, "4 books differ from those without faults"],
  [{ finished: 990 }, "some sessions are in no count"],
])("a broken promise is named (%#)", (found, broken) => {
  expect(brokenPromises({ ...REPORT, ...found })).toEqual([broken]);
});

test.each<[Partial<ChaosReport>, RegExp]>([
  [{ suite: { ...REPORT.suite, doubled: 6_000 } }, /only 0\.182 of 0\.2 deliveries doubled/],
  [{ suite: { ...REPORT.suite, reordered: 3_800 } }, /only 0\.097 of 0\.1 deliveries out of order/],
  [{ suite: { ...REPORT.suite, lapsed: 1_900 } }, /only 0\.049 of 0\.05 deliveries past their deadline/],
  [{ suite: { ...REPORT.suite, aborted: 8_000 } }, /only 0\.047 of 0\.05 commits aborted/],
  [{ failedCalls: 1_600 }, /only 0\.096 of 0\.1 calls failed/],
  [{ crashes: 499 }, /only 0\.499 of 0\.5 crashes for each session/],
  [{ kills: 99 }, /only 0\.099 of 0\.1 kills for each session/],
  [{ crashesAt: { ...REPORT.crashesAt, stored: 0 } }, /no worker died at the crash point "stored"/],
])("a campaign with too few faults does not hold (%#)", (found, broken) => {
  expect(brokenPromises({ ...REPORT, ...found }).join()).toMatch(broken);
});

test("built functions have no crash points and no failing models, and few sessions may miss some faults", () => {
  const crashesAt = { ...REPORT.crashesAt, claimed: 0, paid: 0, stored: 0 };
  expect(brokenPromises({ ...REPORT, built: true, edits: 0, failedCalls: 0, crashesAt })).toEqual([]);
  const calm = { delivery: 1_000, doubled: 0, reordered: 0, lapsed: 0, commit: 9_000, aborted: 0 };
  expect(brokenPromises({ ...REPORT, sessions: 30, finished: 28, suite: calm })).toEqual([]);
});

// What is asked of a thing while an earlier answer about it is under way goes together in the next call: those that come at the same
// moment wait for two calls, however many they are, and not for one another.

interface Waiting<Asked, Given> {
  asked: Asked;
  resolve(given: Given): void;
  reject(reason: unknown): void;
}

type InGroups<Asked, Given> = (key: string, asked: Asked) => Promise<Given>;

/** `answer` gives one answer for each that was asked, in order; what it throws, all of them get. */
export function inGroups<Asked, Given>(
  answer: (key: string, group: readonly Asked[]) => Promise<readonly Given[]>,
  most = 50,
): InGroups<Asked, Given> {
  const lines = new Map<string, Waiting<Asked, Given>[]>();

  async function serve(key: string, line: Waiting<Asked, Given>[]): Promise<void> {
    while (line.length > 0) {
      const group = line.splice(0, most);
      try {
        const given = await answer(
          key,
          group.map(({ asked }) => asked),
        );
        for (const [index, one] of given.entries()) group[index]?.resolve(one);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    lines.delete(key);
  }

  return (key, asked) =>
    new Promise((resolve, reject) => {
      const line = lines.get(key);
      if (line !== undefined) {
        line.push({ asked, resolve, reject });
        return;
      }
      const first = [{ asked, resolve, reject }];
      lines.set(key, first);
      void serve(key, first);
    });
}

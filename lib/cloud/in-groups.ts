// Groups concurrent requests about the same subject: requests that arrive while a call is in progress are sent together in the next call.
// So simultaneous requests wait for at most two calls, not for one another.

interface Waiting<Asked, Given> {
  asked: Asked;
  resolve(given: Given): void;
  reject(reason: unknown): void;
}

type InGroups<Asked, Given> = (key: string, asked: Asked) => Promise<Given>;

/** `answer` returns one answer for each request, in order; its error is thrown to all of them. */
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

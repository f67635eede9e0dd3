import { cut } from '../../workflows/processes/cut';

describe('words that a field has no room for', () => {
  test.each([
    ['fit as they are', ['故障', 4], '故障'],
    ['fit with their tail', ['故障', 4, '#1'], '故障#1'],
    ['are cut, and it is seen', ['核心业务系统', 4], '核心业…'],
    ['keep their tail', ['核心业务系统', 5, '#1'], '核心…#1'],
    ['are not cut in the middle of a character', ['故障🔥🔥', 4], '故障…'],
  ] as const)('%s', (_what, [words, max, tail], kept) => {
    expect(cut(words, max, tail)).toBe(kept);
  });
});

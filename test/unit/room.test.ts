import { mustHaveRoom } from '../../workflows/human-task/room';
import { from, progress, refusalOf } from './case-in-progress';

const LI = { id: 'U-li', name: '李工', keys: [] } as never;
const holding = (characters: number) => progress({ data: { text: '述'.repeat(characters) } });
const saying = (characters: number) => ({ ...from(LI), comment: '述'.repeat(characters) });

describe('the room of a case', () => {
  it.each([
    ['an empty case takes a long answer', 0, 60_000, null],
    ['no answer takes more than half of what is left', 0, 70_000, 'invalid-input'],
    ['a half full one takes half as much', 200_000, 30_000, null],
    ['a half full one takes no more', 200_000, 34_000, 'invalid-input'],
    ['a full one still takes what decides it in few words', 410_000, 19_000, null],
    ['a full one takes no long answer', 410_000, 21_000, 'invalid-input'],
    ['past its end nothing is taken', 600_000, 0, 'invalid-input'],
  ])('%s', (_, held, said, code) => {
    expect(refusalOf(() => mustHaveRoom(holding(held), saying(said), 'answer'))).toBe(code);
  });

  it('says how much may be said, and when nothing may', () => {
    const why = (held: number, said: number) => {
      try {
        mustHaveRoom(holding(held), saying(said), 'answer');
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(why(410_000, 21_000)).toBe(
      'this case holds almost all that it can: at most 20000 characters together this time; please shorten it',
    );
    expect(why(600_000, 0)).toBe('this case holds all that it can; it can only be cancelled and begun anew');
  });

  it('what goes back and forth ends sooner; what steers or ends a case is always let in', () => {
    expect(refusalOf(() => mustHaveRoom(holding(390_000), saying(1), 'talk'))).toBeNull();
    expect(refusalOf(() => mustHaveRoom(holding(400_000), saying(1), 'talk'))).toBe('wrong-state');
    expect(refusalOf(() => mustHaveRoom(holding(900_000), saying(1), 'nothing'))).toBeNull();
  });
});

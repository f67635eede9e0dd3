import type { Task } from '../../console/api/types';
import { delegationWords } from '../../console/pages/task/delegation-words';
import { standingWords } from '../../console/pages/task/standing-words';
import { onAPhone, verbsOf } from '../../console/pages/task/verbs';
import { sayIn } from '../../console/words/say';

const say = sayIn('zh');
const NOTHING: Task['may'] = {
  ...{ claim: false, transfer: false, pause: false, resume: false, delegate: false, answerDelegation: false },
  ...{ recall: false, nudge: false, withdrawVote: false, addVoter: [] },
};

describe('what one can do with a task besides deciding it', () => {
  test('is what the API allows, answering first', () => {
    expect(verbsOf({ may: NOTHING })).toEqual([]);
    expect(verbsOf({ may: { ...NOTHING, pause: true, claim: true, addVoter: ['before'] } })).toEqual([
      'claim',
      'addVoter',
      'pause',
    ]);
    expect(verbsOf({ may: { ...NOTHING, nudge: true, answerDelegation: true } })[0]).toBe('answerDelegation');
  });

  test('on a phone two of them stand by themselves, of more only the first', () => {
    expect(onAPhone(['claim', 'pause'])).toEqual([['claim', 'pause'], []]);
    expect(onAPhone(['claim', 'transfer', 'pause'])).toEqual([['claim'], ['transfer', 'pause']]);
  });
});

describe('a task that waits for an opinion', () => {
  const [qian, zheng] = [
    { id: 'U-qian', name: '钱经理' },
    { id: 'U-zheng', name: '郑服务台' },
  ];
  const delegation = { by: qian, to: zheng, reason: '请核对', at: '2026-11-23T01:00:00.000Z' };
  const task = { status: 'open', assignee: qian, delegation, voting: null } as unknown as Task;

  test('speaks to who is asked, to who asked, and to everybody else', () => {
    expect(delegationWords(delegation, zheng.id, say)).toBe('钱经理请您给出意见：请核对');
    expect(delegationWords(delegation, qian.id, say)).toBe('您已请郑服务台给出意见：请核对');
    expect(delegationWords(delegation, 'U-li', say)).toBe('钱经理已委派郑服务台给出意见：请核对');
  });

  test('tells who asked whom it waits for, not that they have it themselves', () => {
    expect(standingWords(task, qian.id, say)).toBe('等待郑服务台给出意见');
    expect(standingWords({ ...task, delegation: null }, 'U-li', say)).toBe('这项任务已由钱经理签收。');
  });
});
